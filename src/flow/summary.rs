//! What callers need to know of a body: what it returns, and where its parameters arrive.
//!
//! A summary speaks of parameters; at a call they are replaced by what is passed. A constant's summary is its value.

use rustc_hash::FxHashMap;

use crate::base::{Span, Symbol};
use crate::catalog::{Api, RoleAt};
use crate::flow::eval::{Arrival, BodyFlow};
use crate::flow::value::{OriginKind, Value};
use crate::resolve::DefId;

/// Arrivals of parameters kept for a body; a function that hands on more is a table of its own.
const MAX_SINKS: usize = 24;
/// Calls that a parameter is followed through.
const MAX_VIA: usize = 4;

/// What callers need to know of a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary<'a> {
    /// What it returns, or the value of a constant.
    pub ret: Value,
    /// Where parameters arrive.
    pub sinks: Vec<Sink<'a>>,
}

/// A parameter arrives at a place with a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Sink<'a> {
    /// The parameter; `self` is number 0 in methods.
    pub param: usize,
    /// The field of it.
    pub field: Option<Symbol>,
    /// The role of the place.
    pub role: &'a RoleAt,
    /// The row that says so.
    pub api: &'a Api,
    /// The places on the way: the argument there, outermost first.
    pub via: Vec<Span>,
}

/// Summaries of all bodies evaluated so far.
#[derive(Debug, Default)]
pub struct Summaries<'a> {
    known: FxHashMap<DefId, Summary<'a>>,
}

impl<'a> Summaries<'a> {
    /// The summary of a body, if it was evaluated.
    pub fn get(&self, def: DefId) -> Option<&Summary<'a>> {
        self.known.get(&def)
    }

    /// The summaries of the given bodies alone: a small set to add to.
    pub fn only(&self, defs: impl Iterator<Item = DefId>) -> Summaries<'a> {
        Summaries { known: defs.filter_map(|def| Some((def, self.known.get(&def)?.clone()))).collect() }
    }

    /// Keeps a summary.
    pub fn insert(&mut self, def: DefId, summary: Summary<'a>) {
        self.known.insert(def, summary);
    }
}

impl<'a> Summary<'a> {
    /// The summary of an evaluated body. `span_of` gives the place of an arrival's argument.
    pub fn of(flow: &BodyFlow<'a>, span_of: impl Fn(&Arrival<'a>) -> Span) -> Summary<'a> {
        let mut sinks: Vec<Sink<'a>> = Vec::new();
        for arrival in &flow.arrivals {
            for origin in arrival.value.origins() {
                let OriginKind::Param(param, field) = origin.kind else { continue };
                let via: Vec<Span> =
                    std::iter::once(span_of(arrival)).chain(arrival.via.iter().copied()).collect();
                let sink = Sink { param, field, role: arrival.role, api: arrival.api, via };
                if sinks.len() < MAX_SINKS && sink.via.len() <= MAX_VIA && !sinks.contains(&sink) {
                    sinks.push(sink);
                }
            }
        }
        Summary { ret: flow.ret.clone(), sinks }
    }
}
