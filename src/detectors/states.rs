//! Settings of a builder that are harmless alone and not together: any origin, and credentials.
//!
//! Which they are is said by the states of the builder's type. Every call of one of its rows, and every struct expression of it,
//! gives a value with fields; the finding stands at the first that fulfils a state, where the one before did not. The other
//! settings are labels. Setters that return nothing are not followed.
//!
//! Example: of `Cors::default().allow_any_origin().max_age(9).supports_credentials()` the last call is told, with the first as
//! label.

use crate::base::{Span, Symbol};
use crate::catalog::{Api, Lint, Role, State};
use crate::detectors::BodyCx;
use crate::detectors::builder_state::{Effect, effect_on};
use crate::detectors::constant_bound::{effect, finish, method_span, unless};
use crate::finding::{Finding, Label};
use crate::flow::{Value, holds};
use crate::ir::{ExprId, ExprKind};
use crate::resolve::Res;

/// A call or struct expression after which a builder is in a state.
struct Completed<'a> {
    id: ExprId,
    state: &'a State,
    /// How to call the type.
    name: &'a str,
    api: Option<&'a Api>,
}

/// Findings about builders in a state with one of the roles.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, roles: &[Role]) -> Vec<Finding> {
    let found =
        body.exprs().filter_map(|id| completed_at(body, id)).filter(|c| roles.contains(&c.state.role));
    found.filter_map(|completed| report(body, lint, &completed)).collect()
}

/// Takes out what is told as part of a state with another role: any origin, where credentials are added.
pub fn leave_out_parts(body: &BodyCx<'_>, roles: &[Role], findings: &mut Vec<Finding>) {
    if findings.is_empty() {
        return;
    }
    let others =
        body.exprs().filter_map(|id| completed_at(body, id)).filter(|c| !roles.contains(&c.state.role));
    let parts: Vec<Span> = others.flat_map(|c| settings(body, &c)).map(|(_, set, _)| set).collect();
    findings.retain(|f| !parts.iter().any(|p| p.contains(f.primary.span) || f.primary.span.contains(*p)));
}

fn completed_at<'a>(body: &BodyCx<'a>, id: ExprId) -> Option<Completed<'a>> {
    let (owner, api) = owner_of(body, id)?;
    let value = body.flow.of(id);
    value.fields().next()?;
    let model = body.cx.catalog.type_model(owner, None)?;
    let before = match body.kind(id) {
        ExprKind::MethodCall { receiver, .. } => Some(body.flow.of(*receiver)),
        _ => None,
    };
    let ended = |state: &State| before.is_some_and(|v| fulfils(state, v));
    let state = model.states.iter().find(|state| fulfils(state, value) && !ended(state))?;
    let name = model.display.as_deref().unwrap_or_else(|| last_segment(owner));
    Some(Completed { id, state, name, api })
}

/// The type whose value an expression makes or changes, and the row that says so.
fn owner_of<'a>(body: &BodyCx<'a>, id: ExprId) -> Option<(Symbol, Option<&'a Api>)> {
    match body.kind(id) {
        ExprKind::MethodCall { .. } | ExprKind::Call { .. } => {
            let api = *body.flow.rows.get(&id)?.first()?;
            let (owner, _) = api.path.as_str().rsplit_once("::")?;
            Some((Symbol::new(owner), Some(api)))
        }
        ExprKind::Struct { .. } => {
            let Res::Ext(ext) = &body.names.exprs.get(&id)?.res else { return None };
            Some((body.cx.types().externals.canonical(ext).path, None))
        }
        _ => None,
    }
}

/// Whether a value is in a state on every way.
fn fulfils(state: &State, value: &Value) -> bool {
    state.when.iter().all(|(name, any)| {
        let Some((_, field)) = value.fields().find(|(field, _)| field == name) else { return false };
        let element = field.element();
        any.iter().any(|condition| holds(condition, field) || holds(condition, &element))
    })
}

/// The fields of a state, where each was set, and whether it is a default.
fn settings(body: &BodyCx<'_>, completed: &Completed<'_>) -> Vec<(Symbol, Span, bool)> {
    let value = body.flow.of(completed.id);
    let fields = completed.state.when.iter().filter_map(|(name, _)| value.fields().find(|(f, _)| f == name));
    let set = fields.filter_map(|(name, value)| Some((name, value.origins().first()?)));
    let place = |at: Span| body.exprs().find(|&e| body.span(e) == at).map_or(at, |e| method_span(body, e));
    set.map(|(name, origin)| (name, place(origin.span), origin.is_default())).collect()
}

/// The finding unless a later write ends the state.
fn report(body: &BodyCx<'_>, lint: &Lint, completed: &Completed<'_>) -> Option<Finding> {
    let Completed { id, state, name, api } = *completed;
    let at = method_span(body, id);
    let what = effect(state.role);
    let mut finding = body.finding(lint, at, what, format!("this `{name}` {what}"));
    for (field, set, default) in settings(body, completed).into_iter().filter(|s| !at.contains(s.1)) {
        let text = match default {
            true => format!("together with the default of `{field}`"),
            false => format!("together with `{field}`, set here"),
        };
        finding.context.push(Label::new(set, &text));
    }
    for (field, value) in body.flow.of(id).fields().filter(|(f, _)| state.when.iter().any(|w| w.0 == *f)) {
        match effect_on(body, value, field) {
            Effect::None => return None,
            Effect::Unless(cond) => finding = unless(body, finding, cond),
            Effect::Full => {}
        }
    }
    Some(finish(body, finding, id, api, true))
}

fn last_segment(path: Symbol) -> &'static str {
    path.as_str().rsplit("::").next().unwrap_or_default()
}
