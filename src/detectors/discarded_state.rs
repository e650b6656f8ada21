//! A login at an OAuth provider whose `state` is drawn and thrown away, without PKCE: nothing ties the callback to the browser
//! that began.
//!
//! ```text
//! let (url, _) = client.authorize_url(CsrfToken::new_random).url();
//! ```
//! Three witnesses are asked for: what the call that makes the address returns to tie the callback to the browser, state and
//! nonce (`oauth/state`), nobody takes; the body draws a fresh one (`oauth/fresh-state`), so that it is not one that the caller keeps; and the request has no
//! challenge (`oauth/no-pkce`).

use crate::base::Span;
use crate::catalog::{AccessPath, Api, Lint, RoleAt};
use crate::detectors::BodyCx;
use crate::detectors::constant_bound::is_callee;
use crate::finding::{Finding, Label};
use crate::flow::holds;
use crate::ir::{ExprId, ExprKind, PatId, PatKind, Stmt};
use crate::resolve::Res;

/// Findings in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let calls = body.flow.arrivals.iter().filter(|a| {
        a.role.role.as_str() == "oauth/no-pkce" && a.role.when.as_ref().is_some_and(|c| holds(c, &a.value))
    });
    calls.filter_map(|arrival| judge(body, lint, arrival.call)).collect()
}

fn judge(body: &BodyCx<'_>, lint: &Lint, call: ExprId) -> Option<Finding> {
    let rows = body.flow.rows.get(&call)?;
    let (api, parts) =
        rows.iter().map(|api| (api, returned_states(api))).find(|(_, parts)| !parts.is_empty())?;
    let dropped: Option<Vec<Span>> = parts.into_iter().map(|part| dropped_part(body, call, part)).collect();
    let dropped = *dropped?.first()?;
    let drawn = body.exprs().find(|&id| draws(body, id))?;
    let message = "the callback of this login cannot be told from a forged one".to_owned();
    let mut finding = body.finding(lint, dropped, "the state is thrown away", message);
    finding.context.push(Label::new(body.span(drawn), "drawn here"));
    finding.notes.extend(api.note.clone());
    finding.help.push(
        "keep the state in the session of the browser and compare it with what the callback brings"
            .to_owned(),
    );
    finding.help.extend(api.instead.as_ref().map(|i| format!("and use {i}")));
    Some(finding)
}

/// Which parts of what the call returns tie the callback to who began.
fn returned_states(api: &Api) -> Vec<usize> {
    let is_state = |role: &&RoleAt| role.role.as_str() == "oauth/state";
    let part = |role: &RoleAt| match &role.at {
        AccessPath::Field(place, name) if **place == AccessPath::Return => name.as_str().parse().ok(),
        _ => None,
    };
    api.roles.iter().filter(is_state).filter_map(part).collect()
}

/// The place where a part of a returned tuple gets no name that is used, or where another part alone is taken.
fn dropped_part(body: &BodyCx<'_>, call: ExprId, part: usize) -> Option<Span> {
    let parent = body.parent(call)?;
    match body.kind(parent) {
        ExprKind::Field { base, name } if *base == call => {
            (name.sym.as_str() != part.to_string()).then_some(name.span)
        }
        ExprKind::Block(block) | ExprKind::Async(block) => block.stmts.iter().find_map(|stmt| match stmt {
            Stmt::Let { pat, value: Some(value), .. } if *value == call => unnamed(body, *pat, part),
            _ => None,
        }),
        _ => None,
    }
}

fn unnamed(body: &BodyCx<'_>, pat: PatId, part: usize) -> Option<Span> {
    let PatKind::Tuple(parts) = &body.ir.pats[pat].kind else { return None };
    // Behind `..` the places of the parts are others.
    let until = parts.iter().position(|&p| matches!(body.ir.pats[p].kind, PatKind::Rest));
    if let Some(rest) = until.filter(|&rest| rest <= part) {
        return (rest + 1 == parts.len()).then(|| body.ir.pats[parts[rest]].span);
    }
    let &state = parts.get(part)?;
    let used = |pat| body.exprs().any(|e| body.local(e) == Some(pat));
    match &body.ir.pats[state].kind {
        PatKind::Wild => Some(body.ir.pats[state].span),
        PatKind::Bind { .. } => (!used(state)).then(|| body.ir.pats[state].span),
        _ => None,
    }
}

/// Whether an expression names what draws a fresh state, and the state goes nowhere but into the request: one that was put into
/// a variable may be kept.
fn draws(body: &BodyCx<'_>, id: ExprId) -> bool {
    names_draw(body, id) && (!is_callee(body, id) || is_given(body, id))
}

/// Whether what is drawn here is an argument, or what a closure returns.
fn is_given(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::MethodCall { args, .. } => return args.contains(&at),
            ExprKind::Closure { .. } => return true,
            ExprKind::Call { .. } => {}
            ExprKind::Block(block) if block.tail == Some(at) => {}
            _ => return false,
        }
        at = parent;
    }
    false
}

fn names_draw(body: &BodyCx<'_>, id: ExprId) -> bool {
    let ExprKind::Path(_) = body.kind(id) else { return false };
    let Some(Res::Ext(ext)) = body.names.exprs.get(&id).map(|found| &found.res) else { return false };
    let externals = &body.cx.types().externals;
    externals.rows(&externals.canonical(ext)).iter().any(|api| {
        api.roles.iter().any(|r| r.at == AccessPath::Use && r.role.as_str() == "oauth/fresh-state")
    })
}
