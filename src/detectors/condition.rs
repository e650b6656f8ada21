//! Whether the user of the program chose a condition: an option, a setting, a variable of the environment, a parameter that
//! says yes or no.
//!
//! What a condition reads decides. A field, a truth value that the function received, and anything named like a setting is a
//! choice, and so is whether somebody asked for everything (`origins.contains("*")`); a test of data (`host.ends_with(".example.org")`, `attempt > 3`) or of an outcome (`connect().is_err()`) is none.
//! A variable is judged by what it was initialised with.

use crate::detectors::BodyCx;
use crate::detectors::request::from_request;
use crate::detectors::words::Words;
use crate::flow::Const;
use crate::ir::{BinaryOp, Block, ExprId, ExprKind, Literal, MacroForm, Stmt, UnaryOp};
use crate::resolve::{PathRes, Res};
use crate::types::Ty;

/// Parts of parts of a condition are looked at this deep.
const MAX_DEPTH: usize = 12;

/// Words in names of settings and options, and of the states that they choose.
const CHOICES: &[&str] = &[
    "accept",
    "allow",
    "arg",
    "args",
    "argument",
    "arguments",
    "cfg",
    "cli",
    "conf",
    "config",
    "configuration",
    "danger",
    "dangerous",
    "debug",
    "dev",
    "develop",
    "development",
    "disable",
    "disabled",
    "enable",
    "enabled",
    "env",
    "environment",
    "feature",
    "features",
    "flag",
    "flags",
    "http",
    "https",
    "ignore",
    "insecure",
    "local",
    "localhost",
    "loopback",
    "matches",
    "mode",
    "no",
    "opt",
    "option",
    "options",
    "opts",
    "prod",
    "production",
    "profile",
    "secure",
    "selfsigned",
    "setting",
    "settings",
    "skip",
    "ssl",
    "strict",
    "test",
    "testing",
    "tls",
    "trust",
    "var",
    "verification",
    "verify",
];

/// Words of names that say that a defence is left out. Those of defences are not among them: what `if config.verify { .. }` does
/// is meant to be strong.
const WEAKENING: &[&str] = &[
    "danger",
    "dangerous",
    "debug",
    "dev",
    "develop",
    "development",
    "disable",
    "disabled",
    "ignore",
    "insecure",
    "invalid",
    "localhost",
    "loopback",
    "no",
    "selfsigned",
    "skip",
    "testing",
    "unsafe",
    "unsecure",
    "untrusted",
    "unverified",
    "without",
];

/// Words in names of switches that say how careful a function is.
const DEFENDING: &[&str] =
    &["accept", "allow", "check", "lenient", "relaxed", "secure", "strict", "trust", "validate", "verify"];

/// The first condition chosen by the user under which an expression runs, innermost first.
pub fn choice_around(body: &BodyCx<'_>, id: ExprId) -> Option<ExprId> {
    choices_around(body, id).next()
}

/// A parameter that alone decides whether an expression runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Flag {
    /// Which one, `self` not counted.
    pub nth: usize,
    /// What it has to be.
    pub on: bool,
}

/// The parameter that alone decides whether an expression runs, and is named for what it leaves out: `strict`, off, in
/// `fn client(strict: bool) { if !strict { accept_anything() } }`.
pub(super) fn flag_around(body: &BodyCx<'_>, id: ExprId) -> Option<Flag> {
    let chosen = choice_around(body, id)?;
    let [cond] = body.conditions(id)[..] else { return None };
    let mut at = id;
    let mut on = loop {
        let parent = body.parent(at)?;
        match body.kind(parent) {
            ExprKind::If { cond, then, .. } if *cond == chosen => break *then == at,
            _ => at = parent,
        }
    };
    let mut read = body.peel(cond);
    while let ExprKind::Unary { op: UnaryOp::Not, operand } = body.kind(read) {
        read = body.peel(*operand);
        on = !on;
    }
    let speaks = names_any(body, cond, WEAKENING) || names_any(body, cond, DEFENDING);
    let local = body.local(read).filter(|_| cond == chosen && speaks)?;
    let nth = body.body.func?.params.iter().position(|param| param.pat == local)?;
    Some(Flag { nth, on })
}

/// The first condition chosen by the user under which a function of this name is called, where it speaks of a defence that is left
/// out, or of a setting while the name does: `if config.tls { connect_tls() }` and `if self.keys.is_none() { read_unverified() }`
/// are no choices to be weaker.
pub fn choice_to_weaken(body: &BodyCx<'_>, id: ExprId, name: &Words) -> Option<ExprId> {
    let named = name.has_any(WEAKENING) || is_negated(name);
    let speaks = |cond| names_weaker(body, cond) || named && names_any(body, cond, CHOICES);
    choices_around(body, id).find(|&cond| speaks(cond))
}

/// Whether an expression runs only where the user chose a setting that leaves a defence out: `if config.debug.dump_tokens`.
pub fn chosen_to_weaken(body: &BodyCx<'_>, id: ExprId) -> bool {
    body.conditions(id)
        .into_iter()
        .filter(|&cond| is_choice(body, cond, true, 0))
        .any(|cond| names_weaker(body, cond))
}

fn choices_around<'b>(body: &'b BodyCx<'_>, id: ExprId) -> impl Iterator<Item = ExprId> + 'b {
    let chosen = |cond: &ExprId| is_choice(body, *cond, true, 0) || names_wildcard(body, *cond);
    // Whoever sends a request is not the user of the program.
    let sent = |cond: &ExprId| {
        let mut found = false;
        body.ir.for_each_expr(*cond, &mut |part| found |= from_request(body, part));
        found
    };
    // Functions leave early for many reasons: there the names must speak of a choice.
    let names_choice = |cond: &ExprId| names_any(body, *cond, CHOICES);
    let left = std::iter::once(id).flat_map(|id| exits_before(body, id)).filter(names_choice);
    body.conditions(id).into_iter().chain(left).filter(chosen).filter(move |cond| !sent(cond))
}

/// `do_not_verify`: a defence with `not` before it.
fn is_negated(name: &Words) -> bool {
    ["check", "require", "validate", "verify"].iter().any(|defence| name.has_pair("not", defence))
}

/// Whether any name in a condition says that a defence is left out.
fn names_weaker(body: &BodyCx<'_>, cond: ExprId) -> bool {
    let mut negated = false;
    body.ir.for_each_expr(cond, &mut |part| negated |= is_negated(&body.words(part)));
    negated || names_any(body, cond, WEAKENING)
}

/// Whether any name in a condition has one of the words.
fn names_any(body: &BodyCx<'_>, cond: ExprId, words: &[&str]) -> bool {
    let mut found = false;
    body.ir.for_each_expr(cond, &mut |part| found |= body.words(part).has_any(words));
    found
}

/// Whether a condition tests for the text that stands for everything.
fn names_wildcard(body: &BodyCx<'_>, cond: ExprId) -> bool {
    let mut found = false;
    body.ir.for_each_expr(cond, &mut |part| {
        found |= matches!(body.flow.of(part).single(), Some(Const::Str(text)) if &**text == "*");
    });
    found
}

/// Conditions under which the code before an expression leaves: `if verify { return client; }`.
pub(super) fn exits_before(body: &BodyCx<'_>, id: ExprId) -> Vec<ExprId> {
    let mut out = Vec::new();
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        if let ExprKind::Block(block) | ExprKind::Async(block) = body.kind(parent) {
            let upto = body.span(at).lo;
            let before =
                block.stmts.iter().filter_map(|s| if let Stmt::Expr(e, _) = s { Some(*e) } else { None });
            for stmt in before.filter(|&e| body.span(e).hi <= upto) {
                if let ExprKind::If { cond, then, otherwise: None } = body.kind(stmt)
                    && leaves(body, *then)
                {
                    out.push(*cond);
                }
            }
        }
        at = parent;
    }
    out
}

fn leaves(body: &BodyCx<'_>, id: ExprId) -> bool {
    let ExprKind::Block(Block { stmts, tail, .. }) = body.kind(id) else { return false };
    let last = tail.or_else(|| match stmts.last() {
        Some(Stmt::Expr(e, _)) => Some(*e),
        _ => None,
    });
    last.is_some_and(|e| matches!(body.kind(e), ExprKind::Return(_)))
}

/// `alone` says that the expression itself is the truth value or the value that is matched, not a part of a test.
fn is_choice(body: &BodyCx<'_>, id: ExprId, alone: bool, depth: usize) -> bool {
    if depth > MAX_DEPTH {
        return false;
    }
    if body.flow.of(id).role("env/value").is_some() {
        return true;
    }
    let inner = |id: ExprId, alone: bool| is_choice(body, id, alone, depth + 1);
    match body.kind(id) {
        ExprKind::Field { .. } => true,
        ExprKind::Path(_) => is_chosen_name(body, id, alone, depth),
        ExprKind::Literal(Literal::Str(text)) => Words::of(text).has_any(CHOICES),
        ExprKind::Unary { op: UnaryOp::Not | UnaryOp::Deref, operand } => inner(*operand, alone),
        ExprKind::Ref { operand, .. } | ExprKind::Cast { operand, .. } => inner(*operand, alone),
        ExprKind::Let { value, .. } => inner(*value, true),
        ExprKind::Try(value) | ExprKind::Await(value) => inner(*value, alone),
        ExprKind::Tuple(items) => items.iter().any(|&item| inner(item, alone)),
        ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, lhs, rhs } => {
            inner(*lhs, true) || inner(*rhs, true)
        }
        ExprKind::Binary { lhs, rhs, .. } => {
            let whole = |other: ExprId| is_state(body, other);
            inner(*lhs, whole(*rhs)) || inner(*rhs, whole(*lhs))
        }
        ExprKind::MethodCall { receiver, method, args, .. } => {
            Words::of(method.sym.as_str()).has_any(CHOICES)
                || inner(*receiver, alone && args.is_empty())
                || args.iter().any(|&arg| inner(arg, false))
        }
        ExprKind::Call { callee, args } => {
            body.words(*callee).has_any(CHOICES) || args.iter().any(|&arg| inner(arg, false))
        }
        ExprKind::Match { scrutinee, .. } => inner(*scrutinee, true),
        ExprKind::Macro(call) => match &call.form {
            _ if call.path.last().is_some_and(|s| s.name.sym.as_str() == "cfg") => true,
            MacroForm::Expr(only) => inner(*only, alone),
            _ => false,
        },
        _ => false,
    }
}

/// A path: a constant or parameter that is itself the truth value, or anything named like a setting.
fn is_chosen_name(body: &BodyCx<'_>, id: ExprId, alone: bool, depth: usize) -> bool {
    if body.words(id).has_any(CHOICES) {
        return true;
    }
    if let Some(PathRes { res: Res::Local(local), rest: 0 }) = body.names.exprs.get(&id)
        && let Some(value) = body.initializer(*local)
    {
        return is_choice(body, value, alone, depth + 1);
    }
    alone && says_yes_or_no(body.types.of(id))
}

/// Whether a value of this type can be a switch: a truth value, an enum of the workspace, or not known; no text or number.
fn says_yes_or_no(ty: &Ty) -> bool {
    match ty.peel() {
        Ty::Prim(name) => name.as_str() == "bool",
        Ty::Adt(Res::Ext(ext), args) => {
            let optional = ext.path.as_str() == "std::option::Option";
            optional && args.first().is_none_or(says_yes_or_no)
        }
        _ => true,
    }
}

/// Whether an operand of a comparison names a state: a variant, constant or truth value.
fn is_state(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(id) {
        ExprKind::Literal(Literal::Bool(_)) => true,
        ExprKind::Path(_) => {
            !matches!(body.names.exprs.get(&id), Some(PathRes { res: Res::Local(_), rest: 0 }) | None)
        }
        _ => false,
    }
}
