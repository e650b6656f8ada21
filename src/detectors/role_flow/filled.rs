//! Secrets that are filled or put together after they were named: `let mut key = [0; 32]; rng.fill_bytes(&mut key)`.
//!
//! Such a variable is a constant, or empty, where it is bound, so the binding says nothing. What it holds is read where it is used
//! later, and of a parameter that is lent, at the end of the body.

use rustc_hash::FxHashSet;

use crate::catalog::RoleFlow;
use crate::detectors::BodyCx;
use crate::detectors::bindings::Binding;
use crate::detectors::role_flow::{Names, Sink, source};
use crate::flow::Value;
use crate::ir::{ExprId, ExprKind, Name, PatId, PatKind};

/// The variables and lent parameters with the name of a secret that hold something of the lint later.
pub(super) fn sinks<'v>(body: &'v BodyCx<'_>, params: &RoleFlow, names: &Names<'_>) -> Vec<Sink<'v>> {
    let mut seen: FxHashSet<PatId> = FxHashSet::default();
    let mut out = Vec::new();
    let uses = body.exprs().filter(|&id| matches!(body.kind(id), ExprKind::Path(_)));
    // What is lent to be filled once more is not what it holds in the end.
    let refilled = |id: ExprId| {
        body.parent(id).is_some_and(|p| matches!(body.kind(p), ExprKind::Ref { mutable: true, .. }))
    };
    for (id, local) in uses.filter(|&id| !refilled(id)).filter_map(|id| Some((id, body.local(id)?))) {
        let value = body.flow.of(id);
        if source(value, params).is_none() || !seen.insert(local) {
            continue;
        }
        let bound = body.initializer(local);
        if bound.is_some_and(|first| source(body.flow.of(first), params).is_none()) {
            out.extend(sink(body, names, local, id, value));
        }
    }
    out.extend(lent(body, params, names));
    out
}

/// What parameters that are lent hold in the end.
fn lent<'v>(body: &'v BodyCx<'_>, params: &RoleFlow, names: &Names<'_>) -> Vec<Sink<'v>> {
    let Some(func) = body.body.func else { return Vec::new() };
    let found = body.flow.writes.iter().filter(|(_, value)| source(value, params).is_some());
    let found = found.filter_map(|(n, value)| {
        let pat = func.params.get(n.checked_sub(1)?)?.pat;
        let used = body.exprs().find(|&id| body.local(id) == Some(pat))?;
        sink(body, names, pat, used, value)
    });
    found.collect()
}

fn sink<'v>(
    body: &BodyCx<'_>,
    names: &Names<'_>,
    local: PatId,
    used: ExprId,
    value: &'v Value,
) -> Option<Sink<'v>> {
    let PatKind::Bind { name: Name { sym, .. }, .. } = body.ir.pats[local].kind else { return None };
    let place = body.span(used);
    let binding = Binding { name: sym, place, value: used, what: "variable", strong: true };
    names.mean(&binding, body).then(|| Sink { expr: used, place, value, via: &[], what: format!("`{sym}`") })
}
