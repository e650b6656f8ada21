//! Secrets by what they are bound to: constants, fields, variables, keys of a map or setting.

use crate::base::{Span, Symbol};
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::secret_literal::content::{Worth, worth, worth_as_default};
use crate::detectors::secret_literal::finish;
use crate::detectors::secret_literal::form::is_default;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::flow::{Origin, Value};
use crate::ir::{ExprId, ExprKind, Literal, PatKind, Stmt};
use crate::resolve::DefKind;

/// Words of functions that make test data, and of what they make.
const TESTING: &[&str] = &["test", "tests", "testing", "mock", "fixture", "dummy", "fake"];

/// Constructors around a value that are looked through.
const MAX_AROUND: usize = 3;

/// What a text is bound to.
struct Binding {
    name: Symbol,
    place: Span,
    value: ExprId,
    what: &'static str,
    /// Weak texts count too.
    strong: bool,
}

/// Literals bound to names of secrets, with their places.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<(Span, Finding)> {
    let mut bindings: Vec<Binding> = item(body).into_iter().collect();
    for id in body.exprs() {
        in_expr(body, id, &mut bindings);
    }
    bindings.iter().filter_map(|b| judge(body, lint, b)).collect()
}

/// The constant or static whose body this is.
fn item(body: &BodyCx<'_>) -> Option<Binding> {
    let def = body.cx.map.def(body.def);
    let what = match def.kind {
        DefKind::Const => "constant",
        DefKind::Static => "static",
        DefKind::Fn | DefKind::Method(_) => "function",
        _ => return None,
    };
    let place = body.ir.items[def.item].name?.span;
    Some(Binding { name: def.name, place, value: body.body.root, what, strong: what != "function" })
}

fn in_expr(body: &BodyCx<'_>, id: ExprId, out: &mut Vec<Binding>) {
    match body.kind(id) {
        ExprKind::Struct { fields, .. } => {
            out.extend(fields.iter().map(|f| Binding {
                name: f.name.sym,
                place: f.name.span,
                value: f.value,
                what: "field",
                strong: true,
            }));
        }
        ExprKind::Assign { target, value, op: None } => {
            let name = body.name(*target);
            out.extend(name.map(|name| Binding {
                name,
                place: body.span(*target),
                value: *value,
                what: "variable",
                strong: true,
            }));
        }
        ExprKind::Map(pairs) => out.extend(pairs.iter().filter_map(|&(k, v)| keyed(body, k, v, true))),
        ExprKind::MethodCall { method, args, .. } if args.len() == 2 => {
            let sets = method.sym.as_str() == "insert" || method.sym.as_str().starts_with("set");
            out.extend(keyed(body, args[0], args[1], sets));
        }
        ExprKind::Tuple(items) if items.len() == 2 => out.extend(keyed(body, items[0], items[1], false)),
        ExprKind::Block(block) | ExprKind::Async(block) => {
            for stmt in &block.stmts {
                if let Stmt::Let { pat, value: Some(value), .. } = stmt
                    && let PatKind::Bind { name, .. } = &body.ir.pats[*pat].kind
                {
                    let (name, place) = (name.sym, name.span);
                    out.push(Binding { name, place, value: *value, what: "variable", strong: true });
                }
            }
        }
        _ => {}
    }
}

/// A literal key with its value: `("secret_key", "..")`.
fn keyed(body: &BodyCx<'_>, key: ExprId, value: ExprId, strong: bool) -> Option<Binding> {
    let ExprKind::Literal(Literal::Str(text)) = body.kind(body.peel(key)) else { return None };
    Some(Binding { name: Symbol::new(text), place: body.span(key), value, what: "setting", strong })
}

fn judge(body: &BodyCx<'_>, lint: &Lint, binding: &Binding) -> Option<(Span, Finding)> {
    let words = Words::of(binding.name.as_str());
    if !words.name_credential() {
        return None;
    }
    let value =
        if binding.what == "function" { &body.flow.ret } else { body.flow.of(content(body, binding.value)) };
    let (text, origin) = only_text(value)?;
    // A constant is reported where it is written, if it says what it is.
    let elsewhere = !body.span(body.body.root).contains(origin.span);
    if elsewhere
        && (binding.what == "function"
            || body.cx.item_around(origin.span).is_none_or(|name| is_public(&Words::of(name))))
    {
        return None;
    }
    // A function that makes test data says so, and so does what it makes.
    let owner = Words::of(body.cx.map.def(body.def).name.as_str());
    if owner.has_any(TESTING) && Words::of(&text).has_any(TESTING) {
        return None;
    }
    let default = words.has("default") || is_default(body);
    // A known password in a constant may be what a guard refuses; where it is a fallback, that is told.
    let item = matches!(binding.what, "constant" | "static");
    let worth = if default && !item { worth_as_default(&text, &words) } else { worth(&text, &words) };
    let telling = default || words.has_any(&["password", "passwd"]);
    let confidence = match worth {
        Worth::Name => return None,
        Worth::Word if binding.strong && telling || default => Confidence::Medium,
        Worth::Word => Confidence::Low,
        Worth::Secret => Confidence::Medium,
    };
    let message =
        format!("the {} `{}` holds a secret that is written in the source code", binding.what, binding.name);
    let mut finding = body.finding(lint, origin.span, "known to everybody who has the source", message);
    finding.confidence = confidence;
    finding.context.push(Label::new(binding.place, ""));
    finish(&mut finding, origin.span);
    Some((origin.span, finding))
}

/// What constructors of libraries are put around: `Value::String("..".to_string())`.
fn content(body: &BodyCx<'_>, value: ExprId) -> ExprId {
    let mut at = value;
    for _ in 0..MAX_AROUND {
        let ExprKind::Call { callee, args } = body.kind(at) else { break };
        let ([only], ExprKind::Path(path)) = (&args[..], body.kind(*callee)) else { break };
        if !path.last().is_some_and(|s| s.name.sym.as_str().starts_with(char::is_uppercase)) {
            break;
        }
        at = *only;
    }
    at
}

/// Whether a constant has a name of something that is no secret.
pub(super) fn is_public(words: &Words) -> bool {
    words.has_any(&["user", "username", "name", "id", "dummy", "example"])
        || words.has_pair("access", "key") && !words.has("secret")
}

/// The text, if the value can be nothing else.
fn only_text(value: &Value) -> Option<(String, &Origin)> {
    let [origin] = value.origins() else { return None };
    let bytes = origin.constant()?.bytes()?;
    let text = std::str::from_utf8(bytes).ok()?;
    (!text.is_empty()).then(|| (text.to_owned(), origin))
}
