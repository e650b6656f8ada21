//! Two byte strings that are gone through side by side, up to the first difference:
//! `for (a, b) in tag.iter().zip(given) { if a != b { return false } }`, `tag.iter().zip(given).all(|(a, b)| a == b)`,
//! `for i in 0..tag.len() { if tag[i] != given[i] { return false } }`.

use crate::detectors::BodyCx;
use crate::flow::leaves_at_difference;
use crate::ir::{BinaryOp, ExprId, ExprKind, LoopKind};

/// Steps from a comparison to its loop.
const MAX_STEPS: usize = 8;
/// Methods that go through something and change none of it.
const ITERATES: &[&str] = &["iter", "into_iter", "bytes", "copied", "cloned", "by_ref"];

/// What a call of `zip` puts side by side, if it is compared up to the first difference.
pub(super) fn operands(body: &BodyCx<'_>, zip: ExprId) -> Option<(ExprId, ExprId)> {
    let ExprKind::MethodCall { receiver, method, args, .. } = body.kind(zip) else { return None };
    let pair = (whole(body, *receiver), whole(body, *args.first()?));
    (method.sym == "zip" && stops_early(body, zip)).then_some(pair)
}

/// What is compared by `a[i] != b[i]` in a loop that is left at the first difference: the whole of both.
pub(super) fn indexed(body: &BodyCx<'_>, (a, b): (ExprId, ExprId)) -> Option<(ExprId, ExprId)> {
    let (ExprKind::Index { base, index }, ExprKind::Index { base: other, index: same }) =
        (body.kind(a), body.kind(b))
    else {
        return None;
    };
    let together = body.local(*index).is_some() && body.local(*index) == body.local(*same);
    (together && in_leaving_loop(body, a)).then_some((*base, *other))
}

fn in_leaving_loop(body: &BodyCx<'_>, id: ExprId) -> bool {
    let outer = std::iter::successors(Some(id), |&at| body.parent(at));
    outer.take(MAX_STEPS).any(|at| match body.kind(at) {
        ExprKind::Loop { body: inner, .. } => leaves_at_difference(body.ir, *inner),
        _ => false,
    })
}

fn whole(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = id;
    while let ExprKind::MethodCall { receiver, method, .. } = body.kind(at)
        && ITERATES.contains(&method.sym.as_str())
    {
        at = *receiver;
    }
    at
}

fn stops_early(body: &BodyCx<'_>, zip: ExprId) -> bool {
    let Some(parent) = body.parent(zip) else { return false };
    match body.kind(parent) {
        ExprKind::Loop { kind: LoopKind::For(_, over), body: inner } => {
            *over == zip && leaves_at_difference(body.ir, *inner)
        }
        ExprKind::MethodCall { method, args, .. } if matches!(method.sym.as_str(), "all" | "any") => {
            args.first().is_some_and(|&f| compares(body, f))
        }
        _ => false,
    }
}

/// `|(a, b)| a == b`.
fn compares(body: &BodyCx<'_>, closure: ExprId) -> bool {
    let ExprKind::Closure { body: inner, .. } = body.kind(closure) else { return false };
    matches!(body.kind(*inner), ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, .. })
}
