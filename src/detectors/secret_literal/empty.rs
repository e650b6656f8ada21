//! An empty text takes the place of what is missing: `unwrap_or_default()`, `unwrap_or_else(|_| { warn!(".."); String::new() })`.
//!
//! Who asks afterwards whether it is empty knows of it: `if secret.is_empty() { return Err(Missing) }`.

use crate::detectors::BodyCx;
use crate::ir::{Block, ExprId, ExprKind, Literal, PatId, Stmt};

/// What is asked for, where an empty text stands in for it.
pub(super) fn replaced(body: &BodyCx<'_>, id: ExprId) -> Option<ExprId> {
    let ExprKind::MethodCall { receiver, method, args, .. } = body.kind(id) else { return None };
    let empty = match (method.sym.as_str(), &args[..]) {
        ("unwrap_or_default", []) => true,
        ("unwrap_or" | "unwrap_or_else", [instead]) => is_empty(body, given(body, *instead)),
        _ => false,
    };
    empty.then_some(*receiver)
}

/// What a closure gives, or a value itself.
fn given(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = id;
    loop {
        at = match body.kind(at) {
            ExprKind::Closure { body: inner, .. } => *inner,
            ExprKind::Block(Block { tail: Some(tail), .. }) => *tail,
            _ => return at,
        };
    }
}

/// `String::new()`, `"".to_owned()`.
fn is_empty(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(body.peel(id)) {
        ExprKind::Literal(Literal::Str(text)) => text.is_empty(),
        ExprKind::Path(path) => path.segments.len() == 2 && is_new_text(&body.snippet(id)),
        ExprKind::Call { args, .. } => {
            args.is_empty() && is_new_text(body.snippet(id).trim_end_matches("()"))
        }
        _ => false,
    }
}

fn is_new_text(path: &str) -> bool {
    matches!(path, "String::new" | "String::default" | "Default::default")
}

/// Whether the variable that an expression is put into is asked whether it is empty.
pub(super) fn is_asked_after(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Some(local) = kept_in(body, id) else { return false };
    body.exprs().any(|call| match body.kind(call) {
        ExprKind::MethodCall { receiver, method, .. } => {
            method.sym == *"is_empty" && body.local(body.chain_root(*receiver)) == Some(local)
        }
        _ => false,
    })
}

/// The variable of a `let` with this value.
fn kept_in(body: &BodyCx<'_>, id: ExprId) -> Option<PatId> {
    let (ExprKind::Block(block) | ExprKind::Async(block)) = body.kind(body.parent(id)?) else { return None };
    block.stmts.iter().find_map(|stmt| match stmt {
        Stmt::Let { pat, value: Some(value), .. } if *value == id => Some(*pat),
        _ => None,
    })
}
