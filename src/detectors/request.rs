//! Whether a value was read from what a client sent.
//!
//! By its role, or because something on the way to it has a type that holds data of a request: in
//! `headers.get("x-token").map(|h| h.to_str())` that is `headers`. The way goes over receivers, fields, arguments of helpers, and from a
//! variable to what its pattern takes apart: a `let`, an arm, a condition, a loop, the call that a closure is given to, a parameter. A text
//! that begins empty is what is added to it. The headers of an answer are no data of a request, though they have the same type.

use crate::detectors::BodyCx;
use crate::ir::{ExprId, ExprKind, Literal, PatId};
use crate::resolve::Res;
use crate::types::Ty;

/// The role of such data, and of types that hold it.
const DATA: &str = "request/data";
/// Steps on the way to where a value comes from.
const MAX_STEPS: usize = 24;
/// Methods that add to a text or to bytes.
const ADDS: &[&str] = &["push_str", "extend_from_slice", "extend", "put", "put_slice", "write_all"];
/// Additions to one text that are followed.
const MAX_ADDED: usize = 4;
/// Names of answers.
const ANSWERS: &[&str] = &["response", "resp", "res"];

/// Whether a value was read from a request.
pub(super) fn from_request(body: &BodyCx<'_>, id: ExprId) -> bool {
    is_read(body, id, MAX_STEPS)
}

/// Whether a value was read from the headers of an answer: who asked has it from whom it trusts.
pub(super) fn from_answer(body: &BodyCx<'_>, id: ExprId) -> bool {
    let way = std::iter::successors(Some(id), |&at| before(body, at));
    way.take(MAX_STEPS).any(|at| is_of_answer(body, at))
}

fn is_read(body: &BodyCx<'_>, id: ExprId, steps: usize) -> bool {
    let mut at = id;
    for left in (0..steps).rev() {
        if is_of_answer(body, at) {
            return false;
        }
        let holds = |local| parameter_holds(body, local) || is_filled(body, local, left);
        if is_request(body, at) || variable(body, at).is_some_and(holds) {
            return true;
        }
        let Some(next) = before(body, at) else { return false };
        at = next;
    }
    false
}

fn variable(body: &BodyCx<'_>, id: ExprId) -> Option<PatId> {
    if let ExprKind::Path(_) = body.kind(id) { body.local(id) } else { None }
}

/// What an expression takes its value from.
fn before(body: &BodyCx<'_>, id: ExprId) -> Option<ExprId> {
    match body.kind(id) {
        ExprKind::Path(_) => body.taken_from(body.local(id)?),
        ExprKind::MethodCall { receiver, .. } => Some(*receiver),
        ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => Some(*base),
        ExprKind::Call { args, .. } => args.first().copied(),
        ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => Some(*operand),
        ExprKind::Try(inner) | ExprKind::Await(inner) => Some(*inner),
        _ => None,
    }
}

/// `response.headers()`.
fn is_of_answer(body: &BodyCx<'_>, id: ExprId) -> bool {
    let ExprKind::MethodCall { receiver, method, .. } = body.kind(id) else { return false };
    matches!(method.sym.as_str(), "headers" | "headers_mut")
        && body.name(*receiver).is_some_and(|name| ANSWERS.contains(&name.as_str()))
}

/// Whether a variable begins empty, and something of a request is added to it.
fn is_filled(body: &BodyCx<'_>, local: PatId, steps: usize) -> bool {
    if !body.initializer(local).is_some_and(|made| is_empty(body, made)) {
        return false;
    }
    let added = body.exprs().filter_map(|id| match body.kind(id) {
        ExprKind::MethodCall { receiver, method, args, .. } if ADDS.contains(&method.sym.as_str()) => {
            args.first().copied().filter(|_| body.local(body.peel(*receiver)) == Some(local))
        }
        _ => None,
    });
    added.take(MAX_ADDED).any(|arg| is_read(body, arg, steps))
}

/// `String::new()`, `String::from("")`, `Vec::with_capacity(n)`.
fn is_empty(body: &BodyCx<'_>, made: ExprId) -> bool {
    match body.kind(body.peel(made)) {
        ExprKind::Call { callee, args } => {
            let name = body.name(*callee);
            name.is_some_and(|name| matches!(name.as_str(), "new" | "with_capacity" | "default"))
                || matches!(&args[..], [only] if body.text(*only).is_some_and(|text| text.is_empty()))
        }
        ExprKind::Literal(Literal::Str(text)) => text.is_empty(),
        _ => false,
    }
}

/// Whether an expression is data of a request by itself.
pub(super) fn is_request(body: &BodyCx<'_>, id: ExprId) -> bool {
    body.flow.of(id).role(DATA).is_some() || holds_request(body, body.types.of(id))
}

fn holds_request(body: &BodyCx<'_>, ty: &Ty) -> bool {
    let Ty::Adt(Res::Ext(ext), _) = ty.peel() else { return false };
    let model = body.cx.catalog.type_model(ext.path, ext.krate.version.as_ref());
    model.is_some_and(|m| m.roles.iter().any(|r| r.as_str() == DATA))
}

/// Whether a variable is a parameter, or a part of one, whose type holds data of a request: `Json(event): Json<Event>`.
fn parameter_holds(body: &BodyCx<'_>, local: PatId) -> bool {
    let Some(func) = body.body.func else { return false };
    let Some(sig) = body.cx.world.table.sig(body.def) else { return false };
    let mut params = func.params.iter().zip(&sig.params);
    params.any(|(param, ty)| holds_request(body, ty) && body.ir.pattern_binds(param.pat, local))
}
