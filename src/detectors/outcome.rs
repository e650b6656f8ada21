//! What a digest is for, told by what happens to it.
//!
//! It is followed from the hash through conversions, encodings and variables of the same body to where it ends. Two ends say that
//! nobody gains from a collision, if no name says otherwise: the key under which a map or set is asked, and a comparison that notices
//! a change: equal leaves, since there is nothing to do, and different goes on with the work. Where different is refused (`Err`, `false`,
//! `bail!`), the comparison is a check and excuses nothing.
//!
//! Example: `if Some(&digest) == last.as_ref() { return Ok(Unchanged); }` before an upload.

use rustc_hash::FxHashSet;

use crate::catalog::purpose::Outcome;
use crate::detectors::BodyCx;
use crate::detectors::purpose::bound_around;
use crate::detectors::words::Words;
use crate::ir::{BinaryOp, Block, ExprId, ExprKind, Literal, MacroForm, PatId, Stmt, UnaryOp};
use crate::types::Ty;

/// Bindings are followed this far.
const MAX_BINDINGS: usize = 4;
/// Methods of maps and sets that take a key first.
const LOOKS_UP: &[&str] = &["contains", "contains_key", "entry", "get", "get_mut", "insert", "remove"];
/// Methods that run a closure for a value and hand on what it gives.
const RUNS: &[&str] = &["and_then", "map", "map_or", "map_or_else", "or_else", "then", "unwrap_or_else"];
/// Words of texts that tell of a failed check.
const REFUSES: &[&str] =
    &["corrupt", "corrupted", "denied", "fail", "failed", "forbidden", "invalid", "mismatch", "wrong"];

/// Where a digest ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// The key under which a map or set is asked.
    Key,
    /// An operand of a comparison.
    Compared(ExprId),
    /// The result of the function.
    Returned,
}

/// What happens to the digest that an expression begins.
pub(super) fn outcomes(body: &BodyCx<'_>, id: ExprId) -> Vec<Outcome> {
    let outcome = |end: End| match end {
        End::Key => Some(Outcome::Key),
        End::Compared(comparison) => notices_change(body, comparison).then_some(Outcome::Change),
        End::Returned => None,
    };
    ends(body, id).into_iter().filter_map(outcome).collect()
}

/// Whether a digest is, or is part of, what the function gives.
pub(super) fn is_returned(body: &BodyCx<'_>, id: ExprId) -> bool {
    ends(body, id).contains(&End::Returned)
}

fn ends(body: &BodyCx<'_>, id: ExprId) -> Vec<End> {
    let mut out = Vec::new();
    let mut known: FxHashSet<PatId> = FxHashSet::default();
    let mut new: Vec<ExprId> = vec![id];
    for _ in 0..MAX_BINDINGS {
        let mut locals: Vec<PatId> = Vec::new();
        for at in new {
            let (last, end) = climb(body, at);
            match end {
                Some(end) => out.push(end),
                None => locals.extend(bound_around(body, last)),
            }
        }
        locals.retain(|&local| known.insert(local));
        if locals.is_empty() {
            break;
        }
        let paths = body.exprs().filter(|&e| matches!(body.kind(e), ExprKind::Path(_)));
        new = paths.filter(|&e| body.local(e).is_some_and(|local| locals.contains(&local))).collect();
    }
    out
}

/// The outermost expression that is the digest in another form, and the end if that is one.
fn climb(body: &BodyCx<'_>, id: ExprId) -> (ExprId, Option<End>) {
    let mut at = id;
    loop {
        let Some(parent) = body.parent(at) else { return (at, Some(End::Returned)) };
        match body.kind(parent) {
            ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, .. } => {
                return (at, Some(End::Compared(parent)));
            }
            ExprKind::MethodCall { .. } if is_key(body, parent, at) => return (at, Some(End::Key)),
            ExprKind::Return(_) => return (at, Some(End::Returned)),
            _ if hands_on(body, parent, at) => at = parent,
            _ => return (at, None),
        }
    }
}

/// Whether an expression is its part in another form: `hex::encode(x)`, `x.into()`, `format!("{x:x}")`, `{ ..; x }`.
fn hands_on(body: &BodyCx<'_>, whole: ExprId, part: ExprId) -> bool {
    match body.kind(whole) {
        ExprKind::Call { callee, args } => *callee == part || args.len() == 1,
        ExprKind::MethodCall { receiver, method, args, .. } => {
            let closure = matches!(body.kind(part), ExprKind::Closure { .. });
            *receiver == part
                || closure && RUNS.contains(&method.sym.as_str())
                || args.len() == 1 && Words::of(method.sym.as_str()).has("encode")
        }
        ExprKind::Macro(call) => match &call.form {
            MacroForm::Expr(inner) => *inner == part,
            MacroForm::Format(format) => {
                format.leading.is_empty() && call.path.last().is_some_and(|s| s.name.sym == "format")
            }
            _ => false,
        },
        ExprKind::Block(Block { tail, .. }) => *tail == Some(part),
        ExprKind::If { cond, .. } => *cond != part,
        ExprKind::Match { scrutinee, .. } => *scrutinee != part,
        ExprKind::Index { base, .. } => *base == part,
        ExprKind::Ref { .. }
        | ExprKind::Cast { .. }
        | ExprKind::Try(_)
        | ExprKind::Await(_)
        | ExprKind::Closure { .. }
        | ExprKind::Unary { op: UnaryOp::Deref, .. } => true,
        _ => false,
    }
}

/// Whether a call asks a map, a set or a cache under the name of its argument.
fn is_key(body: &BodyCx<'_>, call: ExprId, key: ExprId) -> bool {
    let ExprKind::MethodCall { receiver, method, args, .. } = body.kind(call) else { return false };
    if args.first() != Some(&key) || !LOOKS_UP.contains(&method.sym.as_str()) {
        return false;
    }
    let map = body.cx.types().innermost(body.types.of(*receiver));
    let Ty::Adt(res, _) = map.peel() else { return false };
    let name = body.cx.map.name_of(res).unwrap_or_default();
    ["Map", "Set", "Cache"].iter().any(|kind| name.ends_with(kind))
}

/// Whether a comparison decides between nothing to do and work.
fn notices_change(body: &BodyCx<'_>, comparison: ExprId) -> bool {
    let ExprKind::Binary { op, .. } = body.kind(comparison) else { return false };
    let mut equal = *op == BinaryOp::Eq;
    let mut at = comparison;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Unary { op: UnaryOp::Not, .. } => equal = !equal,
            ExprKind::Binary { op: BinaryOp::And, .. } => {}
            ExprKind::If { cond, then, otherwise } if *cond == at => {
                return if equal {
                    leaves_content(body, *then) && goes_on(body, parent, *otherwise)
                } else {
                    !leaves(body, *then) && !refuses(body, *then)
                };
            }
            _ => return false,
        }
        at = parent;
    }
    false
}

/// Whether a block leaves without saying yes or no.
fn leaves_content(body: &BodyCx<'_>, block: ExprId) -> bool {
    leaves(body, block) && !refuses(body, block) && !says(body, block, true)
}

/// Whether what runs otherwise, or after, is work: not the refusal that a check ends with.
fn goes_on(body: &BodyCx<'_>, branch: ExprId, otherwise: Option<ExprId>) -> bool {
    if let Some(otherwise) = otherwise {
        return !refuses(body, otherwise);
    }
    let mut at = branch;
    while let Some(parent) = body.parent(at) {
        if let ExprKind::Block(block) | ExprKind::Async(block) = body.kind(parent)
            && block.tail != Some(at)
        {
            return last_of(block).is_none_or(|last| last == at || !is_refusal(body, last));
        }
        at = parent;
    }
    true
}

fn last_of(block: &Block) -> Option<ExprId> {
    block.tail.or_else(|| match block.stmts.last() {
        Some(Stmt::Expr(last, _)) => Some(*last),
        _ => None,
    })
}

/// Whether a block ends with leaving what is around it.
fn leaves(body: &BodyCx<'_>, block: ExprId) -> bool {
    let last = match body.kind(block) {
        ExprKind::Block(block) => last_of(block),
        _ => Some(block),
    };
    last.is_some_and(|last| match body.kind(last) {
        ExprKind::Return(_) | ExprKind::Continue | ExprKind::Break(_) => true,
        ExprKind::Macro(call) => call.leaves,
        _ => false,
    })
}

/// Whether anything in a block says no.
fn refuses(body: &BodyCx<'_>, block: ExprId) -> bool {
    let mut found = says(body, block, false);
    body.ir.for_each_expr(block, &mut |id| found |= is_refusal(body, id));
    found
}

/// `Err(..)`, `bail!(..)`, `false`, `None`, a text that tells of a failure.
fn is_refusal(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(id) {
        ExprKind::Return(Some(value)) => is_refusal(body, *value),
        ExprKind::Call { callee, args } => {
            let name = body.name(*callee);
            name.is_some_and(|name| name == "Err")
                || name.is_some_and(|name| name == "Ok") && args.iter().any(|&arg| is_refusal(body, arg))
        }
        ExprKind::Path(path) => path.last().is_some_and(|s| s.name.sym == "None"),
        ExprKind::Literal(Literal::Bool(value)) => !value,
        ExprKind::Literal(Literal::Str(text)) => Words::of(text).has_any(REFUSES),
        ExprKind::Macro(call) => call.leaves,
        _ => false,
    }
}

fn says(body: &BodyCx<'_>, block: ExprId, answer: bool) -> bool {
    let mut found = false;
    body.ir.for_each_expr(block, &mut |id| {
        found |= matches!(body.kind(id), ExprKind::Literal(Literal::Bool(value)) if *value == answer);
    });
    found
}
