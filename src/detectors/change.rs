//! Whether a comparison asks if something changed, so that nobody is let in by its answer.
//!
//! `if kept != new { kept = new }`, `if kept != new { settings.set_password(new) }`,
//! `if !known.iter().any(|one| one == &new) { known.push(new) }`: what differs is taken over. So does `let token_changed = kept != new`. The way on which the values differ
//! must keep one of them and not leave the function; what is logged, counted or refused there is not kept.

use crate::base::Symbol;
use crate::detectors::BodyCx;
use crate::detectors::purpose::bound_around;
use crate::ir::{BinaryOp, ExprId, ExprKind, UnaryOp};

/// Words of variables that say whether something changed.
const CHANGE: &[&str] = &[
    "change",
    "changed",
    "changes",
    "unchanged",
    "modified",
    "dirty",
    "update",
    "updated",
    "differs",
    "different",
    "rotated",
];
/// Calls around a value that is kept: `Some(new)`, `Set(new.clone())`.
const MAX_AROUND: usize = 4;

/// Whether one of two compared values takes the place of the other, or is kept beside it, if they differ.
pub(super) fn is_taken_over(body: &BodyCx<'_>, comparison: ExprId, (a, b): (ExprId, ExprId)) -> bool {
    let compared = [place(body, a), place(body, b)];
    bound_around(body, comparison).iter().any(|&pat| body.pattern_words(pat).has_any(CHANGE))
        || is_replaced(body, comparison, &compared)
        || way_of_difference(body, comparison).is_some_and(|way| keeps(body, way, &compared))
}

fn place(body: &BodyCx<'_>, id: ExprId) -> String {
    body.snippet(body.peel(id))
}

/// An assignment of the one to the other, wherever it stands after the comparison.
fn is_replaced(body: &BodyCx<'_>, comparison: ExprId, [a, b]: &[String; 2]) -> bool {
    body.exprs().any(|e| match body.kind(e) {
        ExprKind::Assign { op: None, target, value } if body.span(e).lo > body.span(comparison).lo => {
            let (target, value) = (place(body, *target), place(body, *value));
            target == *a && value == *b || target == *b && value == *a
        }
        _ => false,
    })
}

/// The branch that is taken only if the values differ.
fn way_of_difference(body: &BodyCx<'_>, comparison: ExprId) -> Option<ExprId> {
    let is_ne = |method: Symbol| method == *"ne";
    let mut differs = match body.kind(comparison) {
        ExprKind::Binary { op, .. } => *op == BinaryOp::Ne,
        ExprKind::MethodCall { method, .. } => is_ne(method.sym),
        _ => false,
    };
    let mut at = comparison;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Unary { op: UnaryOp::Not, .. } => differs = !differs,
            ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, .. } | ExprKind::Closure { .. } => {}
            ExprKind::MethodCall { method, .. } if matches!(method.sym.as_str(), "any" | "is_some_and") => {}
            ExprKind::If { cond, then, otherwise } if *cond == at => {
                return if differs { Some(*then) } else { *otherwise };
            }
            _ => return None,
        }
        at = parent;
    }
    None
}

/// Whether a branch keeps one of the values and goes on.
fn keeps(body: &BodyCx<'_>, branch: ExprId, compared: &[String; 2]) -> bool {
    let (mut kept, mut leaves) = (false, false);
    body.ir.for_each_expr(branch, &mut |id| match body.kind(id) {
        ExprKind::Return(_) => leaves = true,
        ExprKind::Assign { op: None, value, .. } => kept |= is_one_of(body, *value, compared),
        ExprKind::MethodCall { method, args, .. } if stores(method.sym) => {
            kept |= args.iter().any(|&arg| is_one_of(body, arg, compared));
        }
        _ => {}
    });
    kept && !leaves
}

/// `set_password`, `push`.
fn stores(method: Symbol) -> bool {
    let name = method.as_str();
    name.starts_with("set_") || matches!(name, "set" | "push" | "push_back" | "insert" | "replace")
}

fn is_one_of(body: &BodyCx<'_>, id: ExprId, compared: &[String; 2]) -> bool {
    let mut at = id;
    for _ in 0..MAX_AROUND {
        if compared.contains(&place(body, at)) {
            return true;
        }
        at = match body.kind(body.peel(at)) {
            ExprKind::Call { args, .. } if args.len() == 1 => args[0],
            _ => return false,
        };
    }
    false
}
