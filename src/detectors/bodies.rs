//! All bodies, in the order of their references.
//!
//! First names and types of every body, in parallel; then, level by level ([`graph::levels`]), values, what `see` reads of them and the summary
//! for the callers. What is no longer needed of a body is dropped at once, so memory holds one level's values at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::base::{Problem, ProblemKind};
use crate::detectors::{BodyCx, Context, Counts};
use crate::flow::{BodyFlow, Summaries, Summary, Value, evaluate, graph};
use crate::ir::ExprKind;
use crate::resolve::{BodyRes, DefId, DefKind, PathRes, Res, body_of, resolve_body};
use crate::types::{BodyTypes, Callee, infer};

/// Rounds in which bodies that call each other learn of each other.
const RECURSION_ROUNDS: usize = 2;

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
struct Prepared {
    def: DefId,
    names: BodyRes,
    types: BodyTypes,
}

/// Reads a body while its values are there.
type See<'s, T> = &'s (dyn for<'b> Fn(&BodyCx<'b>) -> T + Sync);

/// Analyses every body and lets `see` read each. The result is in an order of its own, the same for the same program.
pub fn analyse<T: Default + Send>(cx: &Context<'_>, see: See<'_, T>) -> Vec<BodyResult<T>> {
    let ids: Vec<DefId> = cx.map.defs.iter().map(|(id, _)| id).collect();
    let prepared: Vec<Prepared> =
        ids.par_iter().filter_map(|&id| safely(cx, id, || prepare(cx, id)).ok()?).collect();
    let index: FxHashMap<DefId, usize> = prepared.iter().enumerate().map(|(i, p)| (p.def, i)).collect();
    let edges: Vec<Vec<usize>> = prepared.par_iter().map(|p| references(cx, p, &index)).collect();
    let mut summaries = Summaries::default();
    let mut results = Vec::with_capacity(prepared.len());
    for level in graph::levels(&edges) {
        let done: Vec<Vec<(DefId, Summary<'_>, BodyResult<T>)>> =
            level.par_iter().map(|nodes| component(cx, &summaries, &prepared, nodes, &edges, see)).collect();
        for (def, summary, result) in done.into_iter().flatten() {
            summaries.insert(def, summary);
            results.push(result);
        }
    }
    results
}

fn prepare(cx: &Context<'_>, def: DefId) -> Option<Prepared> {
    body_of(cx.program, &cx.map, def)?;
    let names = resolve_body(&cx.map, cx.program, def);
    let types = infer(cx.types(), def, &names);
    Some(Prepared { def, names, types })
}

/// The bodies that a body calls or names.
fn references(cx: &Context<'_>, prepared: &Prepared, index: &FxHashMap<DefId, usize>) -> Vec<usize> {
    let calls = prepared
        .types
        .callees
        .values()
        .filter_map(|c| if let Callee::Def(id) = c { Some(*id) } else { None });
    let values = prepared.names.exprs.iter().filter_map(|(&expr, found)| match found {
        PathRes { res: Res::Def(id), rest: 0 } => {
            matches!(cx.map.def(*id).kind, DefKind::Const | DefKind::Static).then_some(*id)
        }
        PathRes { res, rest: 1 } => {
            let owner = if let Res::Impl(id) = res { cx.map.impls[*id].self_ty.as_ref()? } else { res };
            let body = body_of(cx.program, &cx.map, prepared.def)?;
            let ExprKind::Path(path) = &cx.program.file(body.file).exprs[expr].kind else { return None };
            cx.map.associated(owner, path.last()?.name.sym)
        }
        _ => None,
    });
    let mut out: Vec<usize> = calls.chain(values).filter_map(|id| index.get(&id).copied()).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Evaluates the bodies of one component and detects in them.
fn component<'c, T: Default>(
    cx: &'c Context<'_>,
    summaries: &Summaries<'c>,
    prepared: &[Prepared],
    nodes: &[usize],
    edges: &[Vec<usize>],
    see: See<'_, T>,
) -> Vec<(DefId, Summary<'c>, BodyResult<T>)> {
    let recursive = nodes.len() > 1 || edges[nodes[0]].contains(&nodes[0]);
    if !recursive {
        let one = &prepared[nodes[0]];
        return vec![body(cx, summaries, one, see)];
    }
    let mut own = summaries.only(nodes.iter().flat_map(|&n| &edges[n]).map(|&m| prepared[m].def));
    for _ in 1..RECURSION_ROUNDS {
        let round: Vec<_> = nodes.iter().map(|&n| summarise(cx, &own, &prepared[n])).collect();
        round.into_iter().for_each(|(def, summary)| own.insert(def, summary));
    }
    nodes.iter().map(|&n| body(cx, &own, &prepared[n], see)).collect()
}

fn summarise<'c>(cx: &'c Context<'_>, summaries: &Summaries<'c>, one: &Prepared) -> (DefId, Summary<'c>) {
    let flow = safely(cx, one.def, || evaluate(cx.flow(), summaries, one.def, &one.names, &one.types));
    (one.def, flow.map_or_else(|_| Summary::default(), |flow| summary_of(cx, one.def, &flow)))
}

fn summary_of<'c>(cx: &'c Context<'_>, def: DefId, flow: &BodyFlow<'c>) -> Summary<'c> {
    let ir = cx.program.file(cx.map.def(def).file);
    Summary::of(flow, |arrival| ir.exprs[arrival.arg].span)
}

fn body<'c, T: Default>(
    cx: &'c Context<'_>,
    summaries: &Summaries<'c>,
    one: &Prepared,
    see: See<'_, T>,
) -> (DefId, Summary<'c>, BodyResult<T>) {
    let outcome = safely(cx, one.def, || {
        let flow = evaluate(cx.flow(), summaries, one.def, &one.names, &one.types);
        let summary = summary_of(cx, one.def, &flow);
        let problems = flow.problems.clone();
        let found = body_of(cx.program, &cx.map, one.def)?;
        let bare = found.func.is_none_or(|f| f.params.is_empty() && f.self_param.is_none());
        let result = bare.then(|| (one.def, flow.ret.clone()));
        let body = BodyCx::new(cx, one.def, found, &one.names, &one.types, flow);
        Some((summary, BodyResult { seen: see(&body), problems, counts: counts(one), result }))
    });
    match outcome {
        Ok(Some((summary, result))) => (one.def, summary, result),
        Ok(None) => (one.def, Summary::default(), BodyResult::default()),
        Err(problem) => {
            (one.def, Summary::default(), BodyResult { problems: vec![problem], ..BodyResult::default() })
        }
    }
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
        let def = cx.map.def(id);
        let span = cx.program.file(def.file).items[def.item].span;
        let message =
            format!("`{}` could not be analysed because of a defect of this program", cx.map.path_of(id));
        Problem::at(ProblemKind::Internal, span, message)
    })
}
