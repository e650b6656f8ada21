//! What becomes of a switch in a builder: replaced by a later setter, or never set at all.
//!
//! The lints are those of [`constant_bound`](super::constant_bound), which asks here. A write is judged at the setter, where the
//! bad value stands; it has no effect if every use of the builder comes after another write of the same field. A default is
//! judged where the value is used (a role at `argument[0].field(secure)`) and reported at the constructor that gave it.
//!
//! A default is weaker evidence than a value that somebody wrote: the names around must say that it matters, else confidence
//! is low.

use crate::base::Symbol;
use crate::catalog::{Api, Lint, Witnesses};
use crate::detectors::BodyCx;
use crate::detectors::condition::choice_around;
use crate::detectors::witnesses::{Weight, weight};
use crate::finding::{Confidence, Finding, Label};
use crate::flow::{Arrival, Origin, Value};
use crate::ir::ExprId;

/// What a write into a builder achieves.
pub enum Effect {
    /// Nothing: it is replaced before anything reads it.
    None,
    /// It stays.
    Full,
    /// It stays unless the user chose otherwise by this condition.
    Unless(ExprId),
}

/// What becomes of the constant that arrives at a setter.
pub fn effect_of(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> Effect {
    effect_on(body, &arrival.value, field_written(arrival))
}

/// What becomes of the constants of a value in a field.
pub fn effect_on(body: &BodyCx<'_>, value: &Value, field: Symbol) -> Effect {
    let writes = &body.flow.switch_writes;
    let origins: Vec<&Origin> = value.constants().map(|(_, origin)| origin).collect();
    let replacing: Vec<&[ExprId]> = origins.iter().map(|o| writes.replacing(o, field)).collect();
    if origins.is_empty() || replacing.iter().any(|by| by.is_empty()) {
        return Effect::Full;
    }
    if !origins.iter().any(|o| writes.is_observed(o, field)) {
        return Effect::None;
    }
    let choice = replacing.into_iter().flatten().find_map(|&by| choice_around(body, by));
    choice.map_or(Effect::Full, Effect::Unless)
}

/// The field that a setter writes; a field itself is its own.
fn field_written(arrival: &Arrival<'_>) -> Symbol {
    let written = arrival.api.flows.iter().find_map(|(from, to)| {
        let from_here = *from == arrival.role.at;
        to.fields().last().copied().filter(|_| from_here)
    });
    written.unwrap_or_else(|| arrival.api.name())
}

/// A finding about a default that was never replaced on any way.
pub fn default_left(
    body: &BodyCx<'_>,
    lint: &Lint,
    arrival: &Arrival<'_>,
    what: &str,
    words: &Witnesses,
) -> Option<Finding> {
    if !arrival.value.origins().iter().all(Origin::is_default) {
        return None;
    }
    let origin = arrival.value.origins().first()?;
    let field = arrival.role.at.fields().last().copied()?;
    let made = body.exprs().find(|&e| body.span(e) == origin.span);
    let sink = body.span(arrival.arg);
    let message = format!("`{field}` is never set, which {what}");
    let label = format!("`{field}` is never set");
    let at = if made.is_some() { origin.span } else { sink };
    let mut finding = body.finding(lint, at, &label, message);
    match made {
        Some(_) => finding.context.push(Label::new(sink, "used here")),
        None => {
            let begins = format!("made here, with the default of `{field}`");
            finding.flow = body.cx.way(origin, &begins, sink, &arrival.via, "used here");
        }
    }
    finding.help.push(advice(arrival.api, field));
    match weight(body, arrival.arg, origin.span, words) {
        Weight::Silent => return None,
        Weight::Sensitive => {}
        Weight::Harmless | Weight::Unknown => finding.confidence = Confidence::Low,
    }
    Some(finding)
}

fn advice(api: &Api, field: Symbol) -> String {
    match &api.instead {
        Some(instead) => format!("use {instead}"),
        None => format!("set `{field}`"),
    }
}
