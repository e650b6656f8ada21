//! The analysed program: everything is computed once, findings are kept by lint.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use crate::base::{Problem, ProblemKind};
use crate::catalog::{Catalog, Detector, Lint};
use crate::detectors::{
    BodyCx, Context, comparison, constant_bound, constant_flow, custom, derived_trait, forbidden_use,
    secret_literal,
};
use crate::finding::Finding;
use crate::flow::{Constants, evaluate};
use crate::ir::Program;
use crate::resolve::{DefId, body_of, resolve, resolve_body};
use crate::types::{TypeWorld, infer};
use crate::workspace::Workspace;

/// The analysed program.
pub struct Analysis<'a> {
    /// What detectors read.
    pub context: Context<'a>,
    findings: BTreeMap<String, Vec<Finding>>,
    problems: Vec<Problem>,
    counts: Counts,
}

/// What was resolved, for the coverage statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Bodies of functions, constants and statics.
    pub bodies: usize,
    /// Paths in expressions and patterns.
    pub paths: usize,
    /// Paths that were resolved.
    pub paths_resolved: usize,
    /// Calls of functions and methods.
    pub calls: usize,
    /// Calls whose target is known.
    pub calls_resolved: usize,
    /// Method calls.
    pub method_calls: usize,
    /// Method calls whose receiver's type is known.
    pub receivers_known: usize,
    /// Routes seen.
    pub routes: usize,
    /// Routes whose protection is unsure.
    pub routes_unsure: usize,
}

impl Counts {
    fn add(mut self, other: &Counts) -> Counts {
        self.bodies += other.bodies;
        self.paths += other.paths;
        self.paths_resolved += other.paths_resolved;
        self.calls += other.calls;
        self.calls_resolved += other.calls_resolved;
        self.method_calls += other.method_calls;
        self.receivers_known += other.receivers_known;
        self
    }
}

#[derive(Default)]
struct BodyResult {
    findings: Vec<Finding>,
    problems: Vec<Problem>,
    counts: Counts,
}

impl<'a> Analysis<'a> {
    /// Resolves names, infers types, follows values and runs all detectors, in parallel over bodies.
    pub fn new(program: &'a Program, workspace: &'a Workspace, catalog: &'a Catalog) -> Analysis<'a> {
        let map = resolve(program, workspace, catalog);
        let world = TypeWorld::new(program, &map, catalog, workspace);
        let constants = Constants::new(catalog);
        let context = Context { program, workspace, catalog, map, world, constants };
        let ids: Vec<DefId> = context.map.defs.iter().map(|(id, _)| id).collect();
        let results: Vec<BodyResult> =
            ids.par_iter().filter_map(|&id| analyse_safely(&context, id)).collect();
        let mut findings: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
        let mut problems = Vec::new();
        let mut counts = Counts::default();
        for result in results {
            counts = counts.add(&result.counts);
            problems.extend(result.problems);
            for finding in result.findings {
                findings.entry(finding.lint.clone()).or_default().push(finding);
            }
        }
        for lint in catalog.lints.values() {
            let found = detect_in_items(&context, lint);
            if !found.is_empty() {
                findings.entry(lint.id.clone()).or_default().extend(found);
            }
        }
        Analysis { context, findings, problems, counts }
    }

    /// What a lint finds, in any order, in test code too (marked `in_test`); levels and suppressions are the engine's.
    pub fn detect(&self, lint: &Lint) -> Vec<Finding> {
        self.findings.get(&lint.id).cloned().unwrap_or_default()
    }

    /// Problems met while analysing, apart from those in the program.
    pub fn problems(&self) -> Vec<Problem> {
        self.problems.clone()
    }

    /// What was resolved.
    pub fn counts(&self) -> Counts {
        self.counts
    }
}

/// A defect of this program in one body costs only that body, and is told.
fn analyse_safely(cx: &Context<'_>, id: DefId) -> Option<BodyResult> {
    catch_unwind(AssertUnwindSafe(|| analyse_body(cx, id))).unwrap_or_else(|_| {
        let def = cx.map.def(id);
        let span = cx.program.file(def.file).items[def.item].span;
        let message =
            format!("`{}` could not be analysed because of a defect of this program", cx.map.path_of(id));
        let problems = vec![Problem::at(ProblemKind::Internal, span, message)];
        Some(BodyResult { problems, ..BodyResult::default() })
    })
}

fn analyse_body(cx: &Context<'_>, id: DefId) -> Option<BodyResult> {
    let body = body_of(cx.program, &cx.map, id)?;
    let names = resolve_body(&cx.map, cx.program, id);
    let types = infer(cx.types(), id, &names);
    let flow = evaluate(cx.flow(), id, &names, &types);
    let counts = Counts {
        bodies: 1,
        paths: names.paths,
        paths_resolved: names.resolved,
        calls: types.calls,
        calls_resolved: types.resolved_calls,
        method_calls: types.method_calls,
        receivers_known: types.receivers_known,
        ..Counts::default()
    };
    let problems = flow.problems.clone();
    let body = BodyCx::new(cx, id, body, names, types, flow);
    let findings = cx.catalog.lints.values().flat_map(|lint| detect_in_body(&body, lint)).collect();
    Some(BodyResult { findings, problems, counts })
}

fn detect_in_body(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    match &lint.detector {
        Detector::ForbiddenUse { roles, near, purposes } => {
            forbidden_use::detect(body, lint, roles, near, purposes)
        }
        Detector::ConstantBound { roles } => constant_bound::detect(body, lint, roles),
        Detector::ConstantFlow { to } => constant_flow::detect(body, lint, to),
        Detector::Comparison => comparison::detect(body, lint),
        Detector::SecretLiteral { formats } => secret_literal::detect(body, lint, formats),
        Detector::Custom { name } => custom::by_name(name).map_or_else(Vec::new, |detect| detect(body, lint)),
        Detector::DerivedTrait { .. } | Detector::SecretLog | Detector::RouteGuard => Vec::new(),
    }
}

fn detect_in_items(cx: &Context<'_>, lint: &Lint) -> Vec<Finding> {
    match &lint.detector {
        Detector::DerivedTrait { traits } => derived_trait::detect(cx, lint, traits),
        Detector::SecretLiteral { formats } => secret_literal::attributes::detect(cx, lint, formats),
        _ => Vec::new(),
    }
}
