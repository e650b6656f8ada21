//! What callers need to know of a body: what it returns, what it leaves in what it was lent, and where its parameters arrive.
//!
//! A summary speaks of parameters; at a call they are replaced by what is passed. A constant's summary is its value.
//!
//! Example: `fn load(&mut self, raw: &[u8]) { self.key = raw.to_vec() }` returns nothing, and at its end parameter 0 (`self`) is
//! what it was, with parameter 1 in the field `key`.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::{Span, Symbol};
use crate::catalog::{Api, RoleAt};
use crate::flow::eval::{Arrival, BodyFlow};
use crate::flow::facts::Facts;
use crate::flow::value::{OriginKind, Value};
use crate::resolve::DefId;

/// Arrivals of parameters kept for a body; a function that hands on more is a table of its own.
const MAX_SINKS: usize = 24;
/// Calls that a parameter is followed through.
const MAX_VIA: usize = 8;
/// Calls of parameters kept for a body.
const MAX_CALLS: usize = 8;

/// What callers need to know of a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary<'a> {
    /// What it returns, or the value of a constant.
    pub ret: Value,
    /// What `&mut` parameters hold in the end; one that is not listed holds what it did before.
    pub writes: Vec<(usize, Value)>,
    /// Where parameters arrive.
    pub sinks: Vec<Sink<'a>>,
    /// What it calls its parameters with.
    pub calls: Vec<ParamCall>,
    /// Whether something of it was left out because of a bound.
    pub cut: bool,
    /// What else is known of it.
    pub facts: Facts,
}

/// A parameter arrives at a place with a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Sink<'a> {
    /// The parameter; `self` is number 0 in methods.
    pub param: usize,
    /// The field of it, as in [`OriginKind::Param`].
    pub field: Option<Symbol>,
    /// Whether it is the opposite of it that arrives: `!verify`.
    pub negated: bool,
    /// The role of the place.
    pub role: &'a RoleAt,
    /// The row that says so.
    pub api: &'a Api,
    /// The type that the code calls it on, where that is known.
    pub owner: Option<Symbol>,
    /// The places on the way: the argument there, outermost first.
    pub via: Vec<Span>,
}

impl Sink<'_> {
    /// Whether both tell of the same parameter at the same place, by whichever way.
    fn meets(&self, other: &Sink<'_>) -> bool {
        (self.param, self.field, self.negated) == (other.param, other.field, other.negated)
            && self.via.last() == other.via.last()
            && std::ptr::eq(self.role, other.role)
            && std::ptr::eq(self.api, other.api)
    }
}

/// A call of a parameter: `f(x)` where `f` was passed.
#[derive(Clone, Debug, PartialEq)]
pub struct ParamCall {
    /// The parameter.
    pub param: usize,
    /// What it is called with.
    pub args: Vec<Value>,
}

/// Summaries of all bodies evaluated so far, and of fields that always hold the same.
#[derive(Debug, Default)]
pub struct Summaries<'a> {
    known: FxHashMap<DefId, Summary<'a>>,
    fields: Arc<FxHashMap<(DefId, Symbol), Value>>,
}

impl<'a> Summaries<'a> {
    /// The summary of a body, if it was evaluated.
    pub fn get(&self, def: DefId) -> Option<&Summary<'a>> {
        self.known.get(&def)
    }

    /// What a field of a struct holds in every instance, if that is known.
    pub fn field(&self, owner: DefId, name: Symbol) -> Option<&Value> {
        self.fields.get(&(owner, name))
    }

    /// The summaries of the given bodies alone: a small set to add to.
    pub fn only(&self, defs: impl Iterator<Item = DefId>) -> Summaries<'a> {
        let known = defs.filter_map(|def| Some((def, self.known.get(&def)?.clone()))).collect();
        Summaries { known, fields: self.fields.clone() }
    }

    /// Keeps a summary.
    pub fn insert(&mut self, def: DefId, summary: Summary<'a>) {
        self.known.insert(def, summary);
    }

    /// Keeps what a field always holds.
    pub fn insert_field(&mut self, owner: DefId, name: Symbol, value: Value) {
        Arc::make_mut(&mut self.fields).insert((owner, name), value);
    }
}

impl<'a> Summary<'a> {
    /// The summary of an evaluated body. `span_of` gives the place of an arrival's argument.
    pub fn of(flow: &BodyFlow<'a>, facts: Facts, span_of: impl Fn(&Arrival<'a>) -> Span) -> Summary<'a> {
        let (sinks, cut) = sinks(flow, span_of);
        let calls = flow.calls.iter().take(MAX_CALLS).cloned().collect();
        let cut = cut || flow.calls.len() > MAX_CALLS;
        Summary { ret: flow.ret.clone(), writes: flow.writes.clone(), sinks, calls, cut, facts }
    }

    /// The summary of a body of which nothing was seen yet, the beginning of a fixpoint: it returns nothing, and what it
    /// is lent holds nothing.
    pub fn bottom(lent: impl Iterator<Item = usize>) -> Summary<'a> {
        Summary { writes: lent.map(|n| (n, Value::nothing())).collect(), ..Summary::default() }
    }

    /// The summary with unknown added to every value, for a fixpoint that was not reached.
    pub fn widen(&mut self, span: Span) {
        let unknown = Value::unknown(span);
        self.ret = self.ret.join(&unknown);
        self.writes.iter_mut().for_each(|(_, value)| *value = value.join(&unknown));
        self.facts = Facts::default();
    }
}

/// Where parameters arrive, of several ways to one place the shortest; and whether there are more than are kept.
fn sinks<'a>(flow: &BodyFlow<'a>, span_of: impl Fn(&Arrival<'a>) -> Span) -> (Vec<Sink<'a>>, bool) {
    let mut out: Vec<Sink<'a>> = Vec::new();
    let mut cut = false;
    for arrival in &flow.arrivals {
        for origin in arrival.value.origins() {
            let (param, field, negated) = match origin.kind {
                OriginKind::Param(param, field) => (param, field, false),
                OriginKind::Negated(param, field) => (param, field, true),
                _ => continue,
            };
            let via: Vec<Span> =
                std::iter::once(span_of(arrival)).chain(arrival.via.iter().copied()).collect();
            let (role, api, owner) = (arrival.role, arrival.api, arrival.owner);
            let sink = Sink { param, field, negated, role, api, owner, via };
            match out.iter().position(|known| known.meets(&sink)) {
                Some(at) if sink.via.len() < out[at].via.len() => out[at] = sink,
                Some(_) => {}
                None if out.len() < MAX_SINKS && sink.via.len() <= MAX_VIA => out.push(sink),
                None => cut = true,
            }
        }
    }
    (out, cut)
}
