//! All bodies, in the order of their references.
//!
//! First names and types of every body, in parallel, and what they do to fields; then, level by level ([`graph::levels`]), values,
//! what `see` reads of them and the summary for the callers. What is no longer needed of a body is dropped at once, so memory
//! holds one level's values at a time.
//!
//! Bodies that call each other are evaluated until their summaries are stable, from summaries that say nothing: values only
//! grow, so few rounds are enough. What is not stable after [`RECURSION_ROUNDS`] becomes unknown and is counted.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::base::{Problem, ProblemKind};
use crate::detectors::references::{Nodes, edges};
use crate::detectors::{BodyCx, Context, Counts};
use crate::flow::fields::{self, Candidates, FieldKey, Resolved};
use crate::flow::{BodyFlow, Facts, FieldWrites, Summaries, Summary, Value};
use crate::flow::{dispatch, effects, evaluate, graph, verification};
use crate::resolve::{Body, BodyRes, DefId, body_of, resolve_body};
use crate::types::{BodyTypes, infer};

/// Rounds in which bodies that call each other learn of each other.
const RECURSION_ROUNDS: usize = 8;

/// What came out of one body.
#[derive(Default)]
pub struct BodyResult<T> {
    /// What the caller read from the body.
    pub seen: T,
    /// What could not be analysed.
    pub problems: Vec<Problem>,
    /// What was resolved.
    pub counts: Counts,
    /// What a function without parameters returns, or the value of a constant.
    pub result: Option<(DefId, Value)>,
}

/// Names and types of a body.
pub(super) struct Prepared {
    pub(super) def: DefId,
    pub(super) names: BodyRes,
    pub(super) types: BodyTypes,
}

impl Prepared {
    fn resolved(&self) -> Resolved<'_> {
        Resolved { def: self.def, names: &self.names, types: &self.types }
    }
}

/// Reads a body while its values are there.
type See<'s, T> = &'s (dyn for<'b> Fn(&BodyCx<'b>) -> T + Sync);

/// What one node of the graph gave.
enum Done<'c, T> {
    Body(DefId, Box<Summary<'c>>, BodyResult<T>),
    Field(FieldKey, Value),
}

/// Everything that evaluation reads of the program.
struct Plan<'p> {
    prepared: &'p [Prepared],
    nodes: &'p Nodes,
    candidates: &'p Candidates,
    edges: Vec<Vec<usize>>,
}

/// All bodies after their analysis, to look at some once more.
pub struct Bodies<'c> {
    prepared: Vec<Prepared>,
    edges: Vec<Vec<usize>>,
    nodes: Nodes,
    summaries: Summaries<'c>,
}

impl<'c> Bodies<'c> {
    /// Lets `see` read those that refer to one of these functions, in an order of its own.
    pub fn callers<T: Send>(&self, cx: &'c Context<'_>, of: &FxHashSet<DefId>, see: See<'_, T>) -> Vec<T> {
        let wanted: FxHashSet<usize> = of.iter().filter_map(|&def| self.nodes.body(def)).collect();
        let calls = |n: &usize| self.edges[*n].iter().any(|m| wanted.contains(m));
        let callers: Vec<usize> = match wanted.is_empty() {
            true => Vec::new(),
            false => (0..self.prepared.len()).filter(calls).collect(),
        };
        let look = |&n: &usize| {
            let one = &self.prepared[n];
            let found = body_of(cx.program, &cx.map, one.def)?;
            let flow = evaluate(cx.flow(), &self.summaries, one.def, &one.names, &one.types);
            Some(see(&BodyCx::new(cx, one.def, found, &one.names, &one.types, flow, &self.summaries)))
        };
        callers.par_iter().filter_map(|n| safely(cx, self.prepared[*n].def, || look(n)).ok()?).collect()
    }
}

/// Analyses every body and lets `see` read each. The result is in an order of its own, the same for the same program.
pub fn analyse<'c, T: Default + Send>(
    cx: &'c Context<'_>,
    see: See<'_, T>,
) -> (Vec<BodyResult<T>>, Bodies<'c>) {
    let ids: Vec<DefId> = cx.map.defs.iter().map(|(id, _)| id).collect();
    let prepared: Vec<Prepared> =
        ids.par_iter().filter_map(|&id| safely(cx, id, || prepare(cx, id)).ok()?).collect();
    let writes: Vec<FieldWrites> =
        prepared.par_iter().map(|p| fields::writes_in(cx.flow(), p.resolved())).collect();
    let candidates = fields::candidates(cx.flow(), prepared.iter().map(|p| p.def).zip(&writes));
    drop(writes);
    let nodes = Nodes::new(&prepared, &candidates);
    let edges = edges(cx, &prepared, &candidates, &nodes);
    let plan = Plan { prepared: &prepared, nodes: &nodes, candidates: &candidates, edges };
    let mut summaries = Summaries::default();
    let mut results = Vec::with_capacity(prepared.len());
    for level in graph::levels(&plan.edges) {
        let done: Vec<Vec<Done<'_, T>>> =
            level.par_iter().map(|nodes| component(cx, &plan, &summaries, nodes, see)).collect();
        for one in done.into_iter().flatten() {
            match one {
                Done::Field((owner, name), value) => summaries.insert_field(owner, name, value),
                Done::Body(def, summary, result) => {
                    summaries.insert(def, *summary);
                    results.push(result);
                }
            }
        }
    }
    let edges = plan.edges;
    (results, Bodies { prepared, edges, nodes, summaries })
}

fn prepare(cx: &Context<'_>, def: DefId) -> Option<Prepared> {
    body_of(cx.program, &cx.map, def)?;
    let names = resolve_body(&cx.map, cx.program, def);
    let types = infer(cx.types(), def, &names);
    Some(Prepared { def, names, types })
}

/// Evaluates the bodies of one component and detects in them.
fn component<'c, T: Default>(
    cx: &'c Context<'_>,
    plan: &Plan<'_>,
    summaries: &Summaries<'c>,
    nodes: &[usize],
    see: See<'_, T>,
) -> Vec<Done<'c, T>> {
    let recursive = nodes.len() > 1 || plan.edges[nodes[0]].contains(&nodes[0]);
    if !recursive {
        return match plan.prepared.get(nodes[0]) {
            Some(one) => vec![body(cx, summaries, one, see)],
            None => field(cx, plan, summaries, nodes[0]).into_iter().collect(),
        };
    }
    let bodies: Vec<usize> = nodes.iter().copied().filter(|&n| n < plan.prepared.len()).collect();
    let (own, problem) = fixpoint(cx, plan, summaries, &bodies);
    let mut done: Vec<Done<'c, T>> = bodies.iter().map(|&n| body(cx, &own, &plan.prepared[n], see)).collect();
    if let Some(Done::Body(.., result)) = done.first_mut() {
        result.problems.extend(problem);
    }
    done
}

/// The summaries of bodies that call each other.
fn fixpoint<'c>(
    cx: &'c Context<'_>,
    plan: &Plan<'_>,
    summaries: &Summaries<'c>,
    nodes: &[usize],
) -> (Summaries<'c>, Option<Problem>) {
    let below = nodes.iter().flat_map(|&n| &plan.edges[n]).filter_map(|&m| plan.prepared.get(m));
    let mut own = summaries.only(below.map(|p| p.def));
    for &n in nodes {
        own.insert(plan.prepared[n].def, bottom(cx, plan.prepared[n].def));
    }
    let mut changed: FxHashSet<usize> = nodes.iter().copied().collect();
    for _ in 0..RECURSION_ROUNDS {
        let mut now = FxHashSet::default();
        for &n in nodes {
            let concerned = plan.edges[n].iter().any(|m| changed.contains(m) || now.contains(m));
            if !concerned {
                continue;
            }
            let summary = summarise(cx, &own, &plan.prepared[n]);
            if own.get(plan.prepared[n].def) != Some(&summary) {
                own.insert(plan.prepared[n].def, summary);
                now.insert(n);
            }
        }
        if now.is_empty() {
            return (own, None);
        }
        changed = now;
    }
    for &n in nodes {
        let def = plan.prepared[n].def;
        let mut summary = own.get(def).cloned().unwrap_or_default();
        summary.widen(span_of(cx, def));
        own.insert(def, summary);
    }
    let message =
        format!("values of {} functions that call each other are not followed to the end", nodes.len());
    let problem = Problem::at(ProblemKind::PartlyFollowed, span_of(cx, plan.prepared[nodes[0]].def), message);
    (own, Some(problem))
}

fn bottom<'c>(cx: &Context<'_>, def: DefId) -> Summary<'c> {
    let found = body_of(cx.program, &cx.map, def);
    let lent = found.and_then(|f| f.func).map(|func| {
        effects::lent(cx.program.file(cx.map.def(def).file), func).map(|(n, _)| n).collect::<Vec<_>>()
    });
    Summary::bottom(lent.unwrap_or_default().into_iter())
}

/// What a field always holds.
fn field<'c, T>(
    cx: &'c Context<'_>,
    plan: &Plan<'_>,
    summaries: &Summaries<'c>,
    node: usize,
) -> Option<Done<'c, T>> {
    let key = plan.nodes.field(node)?;
    let writes: Vec<_> = plan.candidates[&key]
        .iter()
        .filter_map(|&(def, value)| Some((plan.prepared[plan.nodes.body(def)?].resolved(), value)))
        .collect();
    let value = safely(cx, key.0, || fields::value_of(cx.flow(), summaries, &writes)).ok()??;
    Some(Done::Field(key, value))
}

fn summarise<'c>(cx: &'c Context<'_>, summaries: &Summaries<'c>, one: &Prepared) -> Summary<'c> {
    let flow = safely(cx, one.def, || evaluate(cx.flow(), summaries, one.def, &one.names, &one.types));
    flow.map_or_else(|_| nothing_known(cx, one.def), |flow| summary_of(cx, one.def, &flow, Facts::default()))
}

fn summary_of<'c>(cx: &'c Context<'_>, def: DefId, flow: &BodyFlow<'c>, facts: Facts) -> Summary<'c> {
    let ir = cx.program.file(cx.map.def(def).file);
    Summary::of(flow, facts, |arrival| ir.exprs[arrival.arg].span)
}

/// The summary of a body that could not be analysed.
fn nothing_known<'c>(cx: &Context<'_>, def: DefId) -> Summary<'c> {
    let mut summary = bottom(cx, def);
    summary.widen(span_of(cx, def));
    summary
}

fn body<'c, T: Default>(
    cx: &'c Context<'_>,
    summaries: &Summaries<'c>,
    one: &Prepared,
    see: See<'_, T>,
) -> Done<'c, T> {
    let outcome = safely(cx, one.def, || {
        let flow = evaluate(cx.flow(), summaries, one.def, &one.names, &one.types);
        let found = body_of(cx.program, &cx.map, one.def)?;
        let facts = facts_of(cx, summaries, one, found, &flow);
        let summary = summary_of(cx, one.def, &flow, facts);
        Some((summary, seen(cx, summaries, one, found, flow, see)))
    });
    let (summary, mut result) = match outcome {
        Ok(Some(done)) => done,
        Ok(None) => (nothing_known(cx, one.def), BodyResult::default()),
        Err(problem) => {
            (nothing_known(cx, one.def), BodyResult { problems: vec![problem], ..BodyResult::default() })
        }
    };
    if summary.cut {
        let message = "not everything that this function hands on is followed";
        result.problems.push(Problem::at(ProblemKind::PartlyFollowed, span_of(cx, one.def), message));
    }
    Done::Body(one.def, Box::new(summary), result)
}

fn facts_of<'c>(
    cx: &'c Context<'_>,
    summaries: &Summaries<'c>,
    one: &Prepared,
    found: Body<'_>,
    flow: &BodyFlow<'c>,
) -> Facts {
    let ir = cx.program.file(found.file);
    let mut facts = Facts::of(ir, found.func, found.root, flow);
    let data = cx.map.def(one.def);
    let targets = |call| dispatch::targets(&cx.map, &one.types, call, data.in_test);
    if let Some(func) = found.func {
        let body = (data.name, func, found.root);
        facts.verifies = verification::verifies(ir, body, (flow, &facts), summaries, &targets);
    }
    facts
}

fn seen<'c, T>(
    cx: &'c Context<'_>,
    summaries: &Summaries<'c>,
    one: &Prepared,
    found: Body<'_>,
    flow: BodyFlow<'c>,
    see: See<'_, T>,
) -> BodyResult<T> {
    let problems = flow.problems.clone();
    let bare = found.func.is_none_or(|f| f.params.is_empty() && f.self_param.is_none());
    let result = bare.then(|| (one.def, flow.ret.clone()));
    let body = BodyCx::new(cx, one.def, found, &one.names, &one.types, flow, summaries);
    BodyResult { seen: see(&body), problems, counts: counts(one), result }
}

fn counts(one: &Prepared) -> Counts {
    Counts {
        bodies: 1,
        paths: one.names.paths,
        paths_resolved: one.names.resolved,
        calls: one.types.calls,
        calls_resolved: one.types.resolved_calls,
        method_calls: one.types.method_calls,
        receivers_known: one.types.receivers_known,
        ..Counts::default()
    }
}

/// A defect of this program in one body costs only that body, and is told.
fn safely<T>(cx: &Context<'_>, id: DefId, work: impl FnOnce() -> T) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let span = span_of(cx, id);
        let message =
            format!("`{}` could not be analysed because of a defect of this program", cx.map.path_of(id));
        Problem::at(ProblemKind::Internal, span, message)
    })
}

fn span_of(cx: &Context<'_>, id: DefId) -> crate::base::Span {
    let def = cx.map.def(id);
    cx.program.file(def.file).items[def.item].head
}
