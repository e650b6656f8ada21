//! Handlers that are nothing but an answer: a refusal, or a text.

use crate::ir::{Block, ExprId, ExprKind};
use crate::resolve::Res;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// A handler that is nothing but a refusal: `Response::forbidden("not supported")`.
pub(super) fn refuses_everybody(info: &BodyInfo<'_>) -> bool {
    let ExprKind::Block(Block { stmts, tail: Some(tail) }) = &info.ir.exprs[info.body.root].kind else {
        return false;
    };
    let branches = matches!(info.ir.exprs[*tail].kind, ExprKind::If { .. } | ExprKind::Match { .. });
    fails_always(info, *tail) || stmts.is_empty() && !branches && is_refusal(info, *tail)
}

/// Whether code does nothing but answer: it calls nothing but what makes values.
pub(super) fn only_answers(info: &BodyInfo<'_>, root: ExprId) -> bool {
    const MAKES: &[&str] =
        &["to_string", "to_owned", "into", "into_response", "finish", "body", "json", "with_status", "clone"];
    let mut works = false;
    info.ir.for_each_expr(root, &mut |e| match &info.ir.exprs[e].kind {
        ExprKind::MethodCall { method, .. } => works |= !MAKES.contains(&method.sym.as_str()),
        ExprKind::Call { callee, .. } => {
            let made = match &info.ir.exprs[*callee].kind {
                ExprKind::Path(path) => {
                    path.last().is_some_and(|s| s.name.sym.as_str().starts_with(char::is_uppercase))
                }
                _ => false,
            };
            works |= !made;
        }
        ExprKind::Macro(call) => {
            works |=
                !matches!(call.path.last().map(|s| s.name.sym.as_str()), Some("format" | "json" | "vec"));
        }
        ExprKind::Assign { .. } | ExprKind::Await(_) => works = true,
        _ => {}
    });
    !works
}

/// Whether a body ends in a failure, and does nothing before that and leaves in no other way.
fn fails_always(info: &BodyInfo<'_>, tail: ExprId) -> bool {
    let mut otherwise = false;
    info.ir.for_each_expr(info.body.root, &mut |e| match &info.ir.exprs[e].kind {
        ExprKind::Return(_) => otherwise = true,
        ExprKind::MethodCall { method, .. } => otherwise |= vocab::is_effect(method.sym.as_str()),
        _ => {}
    });
    is_failure(info, tail) && !otherwise
}

/// `Err(not_supported())`: whoever asks.
fn is_failure(info: &BodyInfo<'_>, e: ExprId) -> bool {
    match &info.ir.exprs[e].kind {
        ExprKind::Call { callee, .. } => match &info.ir.exprs[*callee].kind {
            ExprKind::Path(path) => path.last().is_some_and(|s| s.name.sym == "Err"),
            _ => false,
        },
        ExprKind::Try(inner) => is_failure(info, *inner),
        _ => false,
    }
}

/// Whether a value is a refusal, and not only what another one becomes if it fails: `find(id).map_err(|_| NOT_FOUND)`.
fn is_refusal(info: &BodyInfo<'_>, e: ExprId) -> bool {
    let says = |name: &str| vocab::is_refusal(name) || vocab::is_error_answer(name);
    let mut given = Vec::new();
    match &info.ir.exprs[e].kind {
        // What functions of the workspace answer is not in their names: `remove(req).await.or_else(as_not_found)`.
        ExprKind::Path(path) if !matches!(info.names.exprs.get(&e).map(|f| &f.res), Some(Res::Def(_))) => {
            return path.last().is_some_and(|s| says(s.name.sym.as_str()));
        }
        ExprKind::MethodCall { receiver, method, args, .. } => {
            let name = method.sym.as_str();
            let otherwise = name.starts_with("or") || name.contains("_or") || name.contains("_err");
            if says(name) {
                return true;
            }
            given.push(*receiver);
            given.extend(args.iter().filter(|_| !otherwise));
        }
        ExprKind::Closure { .. } => {}
        _ => info.ir.for_each_child(e, &mut |child| given.push(child)),
    }
    given.into_iter().any(|part| is_refusal(info, part))
}
