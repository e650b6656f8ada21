//! Whether a value was read from what a client sent.
//!
//! By its role, or because something on the way to it has a type that holds data of a request: in
//! `headers.get("x-token").map(|h| h.to_str())` that is `headers`. The way goes over receivers, fields, arguments of helpers, and from a
//! variable to what its pattern takes apart: a `let`, an arm, a condition, a loop, the call that a closure is given to, a parameter.

use crate::detectors::BodyCx;
use crate::ir::{ExprId, ExprKind, PatId};
use crate::resolve::Res;
use crate::types::Ty;

/// The role of such data, and of types that hold it.
const DATA: &str = "request/data";
/// Steps on the way to where a value comes from.
const MAX_STEPS: usize = 24;

/// Whether a value was read from a request.
pub(super) fn from_request(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut at = id;
    for _ in 0..MAX_STEPS {
        if is_request(body, at) {
            return true;
        }
        let next = match body.kind(at) {
            ExprKind::Path(_) => match body.local(at) {
                Some(local) if parameter_holds(body, local) => return true,
                Some(local) => body.taken_from(local),
                None => None,
            },
            ExprKind::MethodCall { receiver, .. } => Some(*receiver),
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => Some(*base),
            ExprKind::Call { args, .. } => args.first().copied(),
            ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => Some(*operand),
            ExprKind::Try(inner) | ExprKind::Await(inner) => Some(*inner),
            _ => None,
        };
        let Some(next) = next else { return false };
        at = next;
    }
    false
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
