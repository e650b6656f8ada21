//! A switch gets a value that means the opposite: `verify_hostname(accept_invalid_hostnames)`.
//!
//! Names have a polarity: `verify_hostname` speaks of checking, `danger_accept_invalid_certs` of not checking; a name with both
//! kinds of words (`skip_verification`, `no_tls_verify`) speaks of not checking, one that denies a denial (`reject_invalid`), or
//! denies another thing (`no_proxy_verify`), of neither. Places
//! that take a value: arguments (by the name of the parameter, else of a function with a single one), fields of struct
//! expressions, assigned fields, variables. The value must be named: a variable, field or getter, without `!` in front. One of
//! the names must be about TLS; values known to be no switch are left out.

use crate::base::{Span, Symbol};
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::finding::{Applicability, Edit, Finding, Fix, Label};
use crate::ir::{ExprId, ExprKind, ItemKind, PatKind, Stmt, UnaryOp};
use crate::types::{Callee, Ty};

/// Words of the connection and of who is at its other end.
const TLS: &[&str] = &[
    "tls",
    "ssl",
    "https",
    "cert",
    "certs",
    "certificate",
    "certificates",
    "hostname",
    "hostnames",
    "host",
    "hosts",
    "peer",
    "x509",
    "ca",
    "sni",
];
/// Words that say that something is examined.
const EXAMINES: &[&str] = &[
    "verify",
    "verifies",
    "verified",
    "verification",
    "check",
    "checks",
    "checked",
    "checking",
    "validate",
    "validates",
    "validated",
    "validation",
    "enforce",
    "require",
    "required",
    "requires",
];
/// Words that say that it is not.
const OMITS: &[&str] = &[
    "danger",
    "dangerous",
    "dangerously",
    "insecure",
    "skip",
    "skips",
    "skipped",
    "disable",
    "disables",
    "disabled",
    "ignore",
    "ignores",
    "bypass",
    "unverified",
    "unsafe",
    "untrusted",
    "noverify",
];
/// Pairs of words that say so.
const OMITS_PAIRS: &[(&str, &str)] = &[
    ("accept", "invalid"),
    ("accepts", "invalid"),
    ("accept", "any"),
    ("accept", "all"),
    ("allow", "invalid"),
    ("allow", "any"),
    ("allow", "self"),
    ("trust", "any"),
    ("trust", "all"),
    ("trust", "invalid"),
];
/// Words that deny the examination after them, also across what is examined: `no_verify`, `no_tls_verify`.
const DENIALS: &[&str] = &["no", "not", "non", "without", "dont", "never"];
/// Words that turn the rest of a name round; what it then means is not guessed.
const TURNS: &[&str] =
    &["reject", "deny", "forbid", "disallow", "prevent", "refuse", "warn", "fail", "error"];

/// What a name says about an examination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Polarity {
    Examines,
    Omits,
}

fn polarity(words: &Words) -> Option<Polarity> {
    if words.has_any(TURNS) {
        return None;
    }
    let omits = words.has_any(OMITS) || OMITS_PAIRS.iter().any(|(a, b)| words.has_pair(a, b));
    match (omits, words.has_any(EXAMINES), denied(words)) {
        // "not insecure" and the like.
        (true, _, Denied::No) | (_, true, Denied::Examination) => Some(Polarity::Omits),
        (false, true, Denied::No) => Some(Polarity::Examines),
        _ => None,
    }
}

/// What a name denies.
enum Denied {
    No,
    Examination,
    Other,
}

/// Whether a denial is followed by a word of examining, with nothing but words of the connection between them.
fn denied(words: &Words) -> Denied {
    let list = words.list();
    let denies = |word: &String| DENIALS.contains(&word.as_str());
    let Some(at) = list.iter().position(denies) else { return Denied::No };
    let after = list[at + 1..].iter().find(|word| !TLS.contains(&word.as_str()));
    match after {
        Some(word) if EXAMINES.contains(&word.as_str()) => Denied::Examination,
        _ => Denied::Other,
    }
}

/// A place that takes a value.
struct Sink {
    /// Its name.
    name: Symbol,
    /// Where it is named, unless that is in another function.
    span: Option<Span>,
    /// What arrives.
    value: ExprId,
}

/// Findings of the `inverted-tls-switch` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let sinks = body.exprs().flat_map(|id| sinks(body, id));
    sinks.filter_map(|sink| judge(body, lint, &sink)).collect()
}

fn sinks(body: &BodyCx<'_>, id: ExprId) -> Vec<Sink> {
    match body.kind(id) {
        ExprKind::MethodCall { method, args, .. } => {
            arguments(body, id, args, Some((method.sym, method.span)))
        }
        ExprKind::Call { callee, args } => {
            let name = match body.kind(*callee) {
                ExprKind::Path(path) => path.last().map(|s| (s.name.sym, s.name.span)),
                _ => None,
            };
            arguments(body, id, args, name)
        }
        ExprKind::Struct { fields, .. } => {
            let sink =
                |f: &crate::ir::FieldInit| Sink { name: f.name.sym, span: Some(f.name.span), value: f.value };
            fields.iter().map(sink).collect()
        }
        ExprKind::Assign { target, op: None, value } => match body.kind(*target) {
            ExprKind::Field { name, .. } => {
                vec![Sink { name: name.sym, span: Some(name.span), value: *value }]
            }
            _ => Vec::new(),
        },
        ExprKind::Block(block) | ExprKind::Async(block) => {
            block.stmts.iter().filter_map(|s| variable(body, s)).collect()
        }
        _ => Vec::new(),
    }
}

/// A parameter by its declared name; if that says nothing, the function by its own, if there is no other argument.
fn arguments(
    body: &BodyCx<'_>,
    call: ExprId,
    args: &[ExprId],
    function: Option<(Symbol, Span)>,
) -> Vec<Sink> {
    let declared = parameters(body, call);
    let sink = |(n, &value): (usize, &ExprId)| {
        let parameter = declared.get(n).copied().flatten();
        if let Some(name) = parameter.filter(|p| polarity(&Words::of(p.as_str())).is_some()) {
            return Some(Sink { name, span: None, value });
        }
        let (name, span) = function.filter(|_| args.len() == 1)?;
        Some(Sink { name, span: Some(span), value })
    };
    args.iter().enumerate().filter_map(sink).collect()
}

/// Names of the parameters of a function of the workspace.
fn parameters(body: &BodyCx<'_>, call: ExprId) -> Vec<Option<Symbol>> {
    let Some(Callee::Def(def)) = body.types.callees.get(&call) else { return Vec::new() };
    let def = body.cx.map.def(*def);
    let ir = body.cx.program.file(def.file);
    let ItemKind::Fn(func) = &ir.items[def.item].kind else { return Vec::new() };
    // `Type::f(x, a)` passes the receiver as the first argument.
    let explicit = matches!(body.kind(call), ExprKind::Call { .. }) && func.self_param.is_some();
    let name = |p: &crate::ir::Param| match &ir.pats[p.pat].kind {
        PatKind::Bind { name, .. } => Some(name.sym),
        _ => None,
    };
    std::iter::repeat_n(None, usize::from(explicit)).chain(func.params.iter().map(name)).collect()
}

fn variable(body: &BodyCx<'_>, stmt: &Stmt) -> Option<Sink> {
    let Stmt::Let { pat, value: Some(value), .. } = stmt else { return None };
    let PatKind::Bind { name, .. } = &body.ir.pats[*pat].kind else { return None };
    Some(Sink { name: name.sym, span: Some(name.span), value: *value })
}

fn judge(body: &BodyCx<'_>, lint: &Lint, sink: &Sink) -> Option<Finding> {
    let target = Words::of(sink.name.as_str());
    let wanted = polarity(&target)?;
    let given_name = switch_name(body, sink.value)?;
    let given = Words::of(given_name.as_str());
    let found = polarity(&given)?;
    // "require" alone is said of many things; the place itself must be about TLS then.
    let in_context =
        target.has_any(TLS) || given.has_any(TLS) && !target.has_any(&["require", "required", "requires"]);
    let opposite = wanted != found && in_context && may_be_switch(body, sink.value);
    opposite.then(|| report(body, lint, sink, given_name, found))
}

/// The name of a variable, a field or a getter; nothing for a negation or anything computed.
fn switch_name(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let mut at = id;
    loop {
        at = match body.kind(at) {
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
            ExprKind::Path(path) => return path.last().map(|s| s.name.sym),
            ExprKind::Field { name, .. } => return Some(name.sym),
            ExprKind::MethodCall { receiver, method, args, .. } => match method.sym.as_str() {
                "clone" | "copied" | "cloned" | "into" | "unwrap_or" | "unwrap_or_default" | "unwrap" => {
                    *receiver
                }
                _ if args.is_empty() => return Some(method.sym),
                _ => return None,
            },
            _ => return None,
        };
    }
}

fn may_be_switch(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.types.of(id).peel() {
        Ty::Unknown | Ty::Param(_) => true,
        Ty::Prim(name) => *name == "bool",
        ty if ty.is_ext("std::option::Option") => {
            let inner = ty.arg(0);
            !inner.is_known() || inner == Ty::bool()
        }
        _ => false,
    }
}

fn report(body: &BodyCx<'_>, lint: &Lint, sink: &Sink, given: Symbol, found: Polarity) -> Finding {
    let span = body.span(sink.value);
    let name = sink.name;
    let message = format!("`{name}` gets `{given}`, which means the opposite");
    let says = match found {
        Polarity::Omits => "if this is true, something is not verified",
        Polarity::Examines => "if this is true, something is verified",
    };
    let mut finding = body.finding(lint, span, says, message);
    if let Some(place) = sink.span {
        let says = match found {
            Polarity::Omits => "if this is true, it is verified",
            Polarity::Examines => "if this is true, it is not verified",
        };
        finding.context.push(Label::new(place, says));
    }
    finding.help.push(format!("negate the value: `!{}`", body.snippet(sink.value)));
    let edit = Edit { span: span.start(), text: "!".to_owned() };
    let plain = matches!(
        body.kind(sink.value),
        ExprKind::Path(_) | ExprKind::Field { .. } | ExprKind::MethodCall { .. }
    );
    if plain && body.types.of(sink.value) == &Ty::bool() {
        finding.fixes.push(Fix {
            message: "negate the value".to_owned(),
            edits: vec![edit],
            applicability: Applicability::Unsafe,
        });
    }
    finding
}
