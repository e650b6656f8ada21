//! Whether a comparison asks if something changed, so that nobody is let in by its answer.
//!
//! `if kept != new { kept = new }`, `if kept != new { settings.set_password(new) }`,
//! `if !known.iter().any(|one| one == &new) { known.push(new) }`: what differs is taken over. So does `let token_changed = kept != new`. The way on which the values differ
//! must keep one of them and not leave the function; what is logged, counted or refused there is not kept. With `if kept == new { return false }` it is the rest
//! of the block. Where equality is said to be a duplicate, nobody is let in by it either.

use crate::base::Symbol;
use crate::detectors::BodyCx;
use crate::detectors::purpose::bound_around;
use crate::detectors::words::Words;
use crate::ir::{BinaryOp, ExprId, ExprKind, Literal, Stmt, UnaryOp};

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
/// Words of variables, texts and variants that say that something is there twice.
const DUPLICATE: &[&str] = &["duplicate", "duplicated", "duplicates"];
/// Words of what has come in the place of something.
const NEWER: &[&str] = &["new", "fresh", "refreshed", "updated", "next", "renewed"];
/// Words of what was there before.
const OLDER: &[&str] =
    &["old", "sent", "previous", "prev", "current", "cached", "last", "stale", "existing", "used"];
/// Calls around a value that is kept: `Some(new)`, `Set(new.clone())`.
const MAX_AROUND: usize = 4;

/// Whether one of two compared values takes the place of the other, or is kept beside it, if they differ.
pub(super) fn is_taken_over(body: &BodyCx<'_>, comparison: ExprId, (a, b): (ExprId, ExprId)) -> bool {
    let compared = [place(body, a), place(body, b)];
    let bound = bound_around(body, comparison);
    let named = |words: &[&str]| bound.iter().any(|&pat| body.pattern_words(pat).has_any(words));
    if named(CHANGE)
        || named(DUPLICATE)
        || is_replaced(body, comparison, &compared)
        || are_of_ages(body, a, b)
    {
        return true;
    }
    let Some(ways) = ways(body, comparison) else { return false };
    ways.differing.is_some_and(|way| keeps(body, way, &compared))
        || ways.equal.is_some_and(|way| names_duplicate(body, way))
        || ways.equal.is_none() && ways.differing.is_some_and(|way| hands_on(body, way, &compared))
        || ways.differing.is_none() && ways.equal.is_some_and(|way| stays(body, way, &compared))
}

/// `fresh_token != sent_token`: the same thing before and after.
fn are_of_ages(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    let [a, b] = [body.words(a), body.words(b)];
    let follows = |new: &Words, old: &Words| new.has_any(NEWER) && old.has_any(OLDER) && !old.has_any(NEWER);
    follows(&a, &b) || follows(&b, &a)
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

/// The branches that a comparison chooses from.
struct Ways {
    /// Taken only if the values are equal.
    equal: Option<ExprId>,
    /// Taken only if they differ.
    differing: Option<ExprId>,
}

fn ways(body: &BodyCx<'_>, comparison: ExprId) -> Option<Ways> {
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
            ExprKind::Block(block) if block.tail == Some(at) => {}
            ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, .. } | ExprKind::Closure { .. } => {}
            ExprKind::MethodCall { method, .. } if matches!(method.sym.as_str(), "any" | "is_some_and") => {}
            ExprKind::If { cond, then, otherwise } if *cond == at => {
                return Some(match differs {
                    true => Ways { equal: *otherwise, differing: Some(*then) },
                    false => Ways { equal: Some(*then), differing: *otherwise },
                });
            }
            _ => return None,
        }
        at = parent;
    }
    None
}

/// `Some("Duplicate token")`, `Err(Error::DuplicateKey)`.
fn names_duplicate(body: &BodyCx<'_>, way: ExprId) -> bool {
    let mut found = false;
    body.ir.for_each_expr(way, &mut |id| {
        let words = match body.kind(id) {
            ExprKind::Literal(Literal::Str(text)) => Words::of(text),
            ExprKind::Path(path) => {
                path.last().map_or_else(Words::default, |s| Words::of(s.name.sym.as_str()))
            }
            _ => return,
        };
        found |= words.has_any(DUPLICATE);
    });
    found
}

/// Whether a branch puts one of the values into a record and goes on, as a request that brings the other side up to date.
fn hands_on(body: &BodyCx<'_>, branch: ExprId, compared: &[String; 2]) -> bool {
    let (mut handed, mut leaves) = (false, false);
    body.ir.for_each_expr(branch, &mut |id| match body.kind(id) {
        ExprKind::Return(_) => leaves = true,
        ExprKind::Struct { fields, .. } => {
            handed |= fields.iter().any(|field| is_one_of(body, field.value, compared));
        }
        _ => {}
    });
    handed && !leaves
}

/// Whether everything stays as it is if the values are equal, `{ return false }`, and one of them is kept in what comes after.
fn stays(body: &BodyCx<'_>, way: ExprId, compared: &[String; 2]) -> bool {
    let ExprKind::Block(inner) = body.kind(way) else { return false };
    let left = match (&inner.stmts[..], inner.tail) {
        ([], Some(tail)) => tail,
        ([Stmt::Expr(expr, _)], None) => *expr,
        _ => return false,
    };
    let after = body.span(way).hi;
    is_nothing(body, left)
        && body.exprs().any(|id| match body.kind(id) {
            ExprKind::Assign { op: None, value, .. } if body.span(id).lo > after => {
                is_one_of(body, *value, compared)
                    || matches!(body.kind(*value), ExprKind::Struct { fields, .. }
                        if fields.iter().any(|field| is_one_of(body, field.value, compared)))
            }
            _ => false,
        })
}

/// `return`, `return false`, `return None`, `continue`.
fn is_nothing(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(id) {
        ExprKind::Continue | ExprKind::Return(None) => true,
        ExprKind::Return(Some(value)) => {
            matches!(body.kind(*value), ExprKind::Literal(Literal::Bool(false)))
                || body.name(*value).is_some_and(|name| name == "None")
        }
        _ => false,
    }
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
