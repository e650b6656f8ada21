//! The error of a call that fills a buffer with random bytes is thrown away: `let _ = getrandom::fill(&mut key);`, `.ok();`.
//!
//! Where it fails the buffer is what it was before, most often zeros. The call is one whose model says that it fills an argument
//! with random bytes and that returns a `Result`; an error that is looked at in any way (`?`, `unwrap`, `is_err()`, a `match`)
//! is not thrown away. What nothing reads may be anything: a variable that only this call names.

use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::body::short_path;
use crate::finding::{Finding, Label};
use crate::ir::{ExprId, ExprKind, PatId, PatKind, Stmt};
use crate::types::Ty;

/// Methods that turn a result into something that says nothing of the error.
const FORGET: &[&str] = &["ok", "err", "unwrap_or_default", "unwrap_or", "unwrap_or_else"];
/// Wrappers around a call that are looked through.
const MAX_AROUND: usize = 4;

/// Findings in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let fills = body.exprs().filter_map(|id| Some((id, filled(body, id)?)));
    fills.filter_map(|(id, buffer)| judge(body, lint, id, buffer)).collect()
}

/// The buffer that a call fills with random bytes, if it may fail.
fn filled(body: &BodyCx<'_>, id: ExprId) -> Option<Option<ExprId>> {
    let args = match body.kind(id) {
        ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. } => args,
        _ => return None,
    };
    let rows = body.flow.rows.get(&id)?;
    let random = |r: &&crate::catalog::RoleAt| r.role.as_str() == "rng/output";
    let fills = rows.iter().any(|api| api.roles.iter().filter(random).any(|r| api.fills.contains(&r.at)));
    let may_fail = body.types.of(id).ext_path() == Some("std::result::Result");
    (fills && may_fail).then(|| args.first().copied())
}

fn judge(body: &BodyCx<'_>, lint: &Lint, call: ExprId, buffer: Option<ExprId>) -> Option<Finding> {
    if buffer.is_some_and(|buffer| is_never_read(body, buffer)) {
        return None;
    }
    let mut at = call;
    for _ in 0..MAX_AROUND {
        let parent = body.parent(at)?;
        match body.kind(parent) {
            ExprKind::Await(_) => {}
            ExprKind::MethodCall { receiver, method, .. }
                if *receiver == at && FORGET.contains(&method.sym.as_str()) && !ends_in(body, parent) => {}
            ExprKind::Block(block) | ExprKind::Async(block) => {
                let thrown = block.stmts.iter().any(|stmt| is_thrown_away(body, stmt, at));
                return thrown.then(|| report(body, lint, call, buffer));
            }
            _ => return None,
        }
        at = parent;
    }
    None
}

/// Whether a closure is given that does not come back: `unwrap_or_else(|e| panic!("{e}"))`.
fn ends_in(body: &BodyCx<'_>, call: ExprId) -> bool {
    let ExprKind::MethodCall { args, .. } = body.kind(call) else { return false };
    let ends = |&arg: &ExprId| match body.kind(arg) {
        ExprKind::Closure { body: inner, .. } => matches!(body.types.of(*inner), Ty::Never),
        _ => false,
    };
    args.iter().any(ends)
}

/// Whether a buffer is a variable of this body that is named once, where it is filled.
fn is_never_read(body: &BodyCx<'_>, buffer: ExprId) -> bool {
    let variable = |id: ExprId| body.local(id).filter(|_| matches!(body.kind(id), ExprKind::Path(_)));
    let mut filled = Vec::new();
    body.ir.for_each_expr(buffer, &mut |part| filled.extend(variable(part)));
    let own = !filled.is_empty() && filled.iter().all(|&local| body.initializer(local).is_some());
    let place = body.span(buffer);
    let elsewhere = |id: ExprId| {
        variable(id).is_some_and(|local| filled.contains(&local)) && !place.contains(body.span(id))
    };
    own && !body.exprs().any(elsewhere)
}

/// Whether a statement does nothing with the value of an expression.
fn is_thrown_away(body: &BodyCx<'_>, stmt: &Stmt, id: ExprId) -> bool {
    match stmt {
        Stmt::Expr(value, _) => *value == id,
        Stmt::Let { pat, value: Some(value), .. } => *value == id && is_nameless(body, *pat),
        _ => false,
    }
}

fn is_nameless(body: &BodyCx<'_>, pat: PatId) -> bool {
    match &body.ir.pats[pat].kind {
        PatKind::Wild => true,
        PatKind::Bind { name, .. } => name.sym.as_str().starts_with('_'),
        _ => false,
    }
}

fn report(body: &BodyCx<'_>, lint: &Lint, call: ExprId, buffer: Option<ExprId>) -> Finding {
    let rows = body.flow.rows.get(&call);
    let api = rows.and_then(|rows| rows.first());
    let callee = api.map_or_else(String::new, |api| short_path(api.path.as_str()));
    let message = format!("the error of `{callee}` is ignored");
    let mut finding = body.finding(lint, body.span(call), "if this fails, nothing was drawn", message);
    if let Some(buffer) = buffer {
        finding.context.push(Label::new(body.span(buffer), "then this is what it was before"));
    }
    finding.help.push(
        "return the error with `?`, or stop with `expect`: there is no key without random bytes".to_owned(),
    );
    finding
}
