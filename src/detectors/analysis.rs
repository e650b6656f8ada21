//! The analysed program: everything is computed once, findings are kept by lint.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Problem;
use crate::catalog::{Catalog, Detector, Lint};
use crate::detectors::blind_verifier::Verifiers;
use crate::detectors::bodies::BodyResult;
use crate::detectors::callers::{Asked, Known, Waiting};
use crate::detectors::constant_flow::fresh_key;
use crate::detectors::derived_trait::printed::{self, Printed};
use crate::detectors::derived_trait::{Seen, by_hand, handed};
use crate::detectors::{
    BodyCx, Context, blind_verifier, bodies, broken_guard, callers, comparison, constant_bound,
    constant_flow, cookie_text, custom, declared_guard, default_field, derived_trait, dropped_identity,
    fast_hash, forbidden_use, forged_request, kdf_cost, made_up, method_outlier, mirrored_origin,
    repeating_key, role_flow, route_guard, secret_literal, secret_log, state_changing_get, stored_secret,
    unowned_object, unverified_webhook, url_secret, user_enumeration, wrong_action,
};
use crate::finding::{Confidence, Finding};
use crate::ir::Program;
use crate::resolve::DefId;
use crate::web::{Defect, Marker, Outlier, Route, Routes, Verdict, WebCx, collect_all};
use crate::workspace::Workspace;

/// The analysed program.
pub struct Analysis<'a> {
    /// What detectors read.
    pub context: Context<'a>,
    /// Routes of web applications, judged.
    pub routes: Vec<Route>,
    /// Comments that say that a handler is for everybody.
    pub markers: Vec<Marker>,
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

/// What detectors read of one body.
#[derive(Default)]
struct InBody {
    found: Vec<Finding>,
    /// Findings that those who call the function have a say in.
    waiting: Vec<Waiting>,
    printed: Vec<printed::Print>,
    made_up: made_up::Seen,
    made: Vec<DefId>,
    by_hand: Vec<by_hand::ShownByHand>,
    verifiers: blind_verifier::Seen,
    keys: fresh_key::Seen,
}

impl InBody {
    fn new(body: &BodyCx<'_>, catalog: &Catalog, verifiers: &Verifiers) -> InBody {
        let lints = || catalog.lints.values();
        let mut found: Vec<Finding> = lints().flat_map(|lint| detect_in_body(body, lint)).collect();
        yield_to_better(&mut found, catalog);
        let keys = fresh_key::in_body(body, &found, catalog);
        let made_up = made_up::in_body(body, &found, catalog);
        let waiting = callers::waiting(body, &mut found, catalog);
        InBody {
            found,
            waiting,
            printed: printed::in_body(body),
            made_up,
            made: handed::made_in(body),
            by_hand: by_hand::in_body(body),
            verifiers: verifiers.in_body(body),
            keys,
        }
    }
}

impl<'a> Analysis<'a> {
    /// Resolves names, infers types, follows values and runs all detectors, in parallel over bodies.
    pub fn new(program: &'a Program, workspace: &'a Workspace, catalog: &'a Catalog) -> Analysis<'a> {
        let mut context = Context::new(program, workspace, catalog);
        let verifiers = Verifiers::new(&context);
        let (analysed, bodies) = bodies::analyse(&context, &|body| InBody::new(body, catalog, &verifiers));
        let seen = analysed.iter().map(|result| &result.seen);
        let verifiers = blind_verifier::questions(seen.clone().map(|one| &one.verifiers));
        let asked = Asked::new(seen.flat_map(|one| &one.waiting), verifiers);
        let answers = bodies.callers(&context, &asked.functions(), &|body| asked.in_body(body));
        let known = Known::new(answers.into_iter().flatten());
        drop(bodies);
        let mut findings: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
        let mut printed = Vec::new();
        let mut made_up = Vec::new();
        let mut made = FxHashSet::default();
        let mut by_hand: FxHashMap<DefId, Vec<_>> = FxHashMap::default();
        let mut late = Vec::new();
        let mut problems = Vec::new();
        let mut counts = Counts::default();
        for BodyResult { seen, problems: own, counts: add, result } in analysed {
            context.results.extend(result);
            counts = counts.add(&add);
            problems.extend(own);
            printed.extend(seen.printed);
            made_up.push(seen.made_up);
            made.extend(seen.made);
            seen.by_hand.into_iter().for_each(|part| by_hand.entry(part.owner).or_default().push(part));
            late.push((seen.verifiers, seen.keys));
            for finding in
                seen.found.into_iter().chain(seen.waiting.into_iter().filter_map(|w| known.settle(w)))
            {
                findings.entry(finding.lint.clone()).or_default().push(finding);
            }
        }
        let merged = |l: &&Lint| matches!(l.detector, Detector::RoleFlow(_) | Detector::ForbiddenUse { .. });
        for lint in catalog.lints.values().filter(merged) {
            findings.entry(lint.id.clone()).and_modify(role_flow::once_for_each_source);
        }
        settle(late, &known, &mut findings);
        let Routes { routes, defects, outliers, problems: unfollowed, markers } =
            collect_all(&WebCx { types: context.types(), workspace });
        problems.extend(unfollowed);
        let listed = || routes.iter().filter(|r| r.is_listed());
        counts.routes = listed().count();
        counts.routes_unsure = listed().filter(|r| r.verdict == Verdict::Unsure).count();
        let seen = Seen { printed: Printed::new(&context, printed), made, by_hand };
        for lint in catalog.lints.values() {
            let found = detect_in_items(&context, lint, &seen, (&routes, &defects, &outliers));
            if !found.is_empty() {
                findings.entry(lint.id.clone()).or_default().extend(found);
            }
        }
        yield_of_routes(&mut findings, catalog);
        forged_request::raise(&context, catalog, &routes, &mut findings);
        for lint in catalog.lints.values().filter(|l| matches!(l.detector, Detector::SecretLiteral(_))) {
            findings.entry(lint.id.clone()).and_modify(secret_literal::once_for_each_secret);
        }
        made_up::settle(&made_up, &mut findings);
        Analysis { context, routes, markers, findings, problems, counts }
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

/// What only all bodies together tell: whether the keys beside constant nonces are fresh, and where blind verifiers are made.
fn settle(
    late: Vec<(blind_verifier::Seen, fresh_key::Seen)>,
    known: &Known,
    findings: &mut BTreeMap<String, Vec<Finding>>,
) {
    let (verifying, keys): (Vec<_>, Vec<_>) = late.into_iter().unzip();
    fresh_key::settle(keys, findings.values_mut().flatten());
    for finding in blind_verifier::settle(verifying, known) {
        findings.entry(finding.lint.clone()).or_default().push(finding);
    }
}

/// Of two lints that judge the same in one body the one with the better evidence speaks.
fn yield_to_better(found: &mut Vec<Finding>, catalog: &Catalog) {
    let spoken: Vec<String> = found.iter().map(|f| f.lint.clone()).collect();
    found.retain(|f| {
        let better = catalog.lints.get(&f.lint).map_or(&[][..], |lint| &lint.yields_to);
        !better.iter().any(|lint| spoken.contains(lint))
    });
}

/// Of two lints that judge the same route the one with the better evidence speaks.
fn yield_of_routes(findings: &mut BTreeMap<String, Vec<Finding>>, catalog: &Catalog) {
    let about_routes = |l: &&Lint| matches!(l.detector, Detector::RouteGuard(_) | Detector::DeclaredGuard);
    let item = |f: &Finding| (f.package.clone(), f.item.clone());
    let mut better: Vec<(String, BTreeSet<(String, String)>)> = Vec::new();
    for lint in catalog.lints.values().filter(about_routes).filter(|l| !l.yields_to.is_empty()) {
        let sure = |f: &&Finding| f.confidence > Confidence::Low;
        let spoken = lint.yields_to.iter().filter_map(|id| findings.get(id)).flatten();
        better.push((lint.id.clone(), spoken.filter(sure).map(item).collect()));
    }
    for (id, items) in better {
        findings.entry(id).and_modify(|found| found.retain(|f| !items.contains(&item(f))));
    }
}

fn detect_in_body(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    match &lint.detector {
        Detector::ForbiddenUse(wanted) => forbidden_use::detect(body, lint, wanted),
        Detector::ConstantBound(wanted) => constant_bound::detect(body, lint, wanted),
        Detector::DefaultField { fields } => default_field::detect(body, lint, fields),
        Detector::UrlSecret(wanted) => url_secret::detect(body, lint, wanted),
        Detector::StoredSecret(wanted) => stored_secret::detect(body, lint, wanted),
        Detector::RepeatingKey(wanted) => repeating_key::detect(body, lint, wanted),
        Detector::CookieText { words } => cookie_text::detect(body, lint, words),
        Detector::MirroredOrigin => mirrored_origin::detect(body, lint),
        Detector::ConstantFlow { to } => constant_flow::detect(body, lint, to),
        Detector::RoleFlow(params) => role_flow::detect(body, lint, params),
        Detector::FastHash(wanted) => fast_hash::detect(body, lint, wanted),
        Detector::UserEnumeration(wanted) => user_enumeration::detect(body, lint, wanted),
        Detector::KdfCost { policies, purposes } => kdf_cost::detect(body, lint, policies, purposes),
        Detector::Comparison { instead } => comparison::detect(body, lint, instead),
        Detector::SecretLiteral(forms) => secret_literal::detect(body, lint, forms),
        Detector::Custom { name } => custom::by_name(name).map_or_else(Vec::new, |detect| detect(body, lint)),
        Detector::SecretLog(words) => secret_log::detect(body, lint, words),
        Detector::WrongAction(wanted) => wrong_action::detect(body, lint, wanted),
        Detector::DerivedTrait(_)
        | Detector::RouteGuard(_)
        | Detector::BrokenGuard(_)
        | Detector::MethodOutlier
        | Detector::DroppedIdentity { .. }
        | Detector::UnownedObject
        | Detector::DeclaredGuard
        | Detector::UnverifiedWebhook(_)
        | Detector::ForgedRequest(_)
        | Detector::StateChangingGet(_) => Vec::new(),
    }
}

/// What is found outside of bodies: in items, and in routes and what should guard them.
fn detect_in_items(
    cx: &Context<'_>,
    lint: &Lint,
    seen: &Seen,
    (routes, defects, outliers): (&[Route], &[Defect], &[Outlier]),
) -> Vec<Finding> {
    match &lint.detector {
        Detector::RouteGuard(lacks) => route_guard::detect(cx, lint, *lacks, routes),
        Detector::MethodOutlier => method_outlier::detect(cx, lint, outliers),
        Detector::BrokenGuard(what) => broken_guard::detect(cx, lint, *what, defects),
        Detector::DroppedIdentity { reading } => dropped_identity::detect(cx, lint, reading, routes),
        Detector::DeclaredGuard => declared_guard::detect(cx, lint, routes),
        Detector::UnownedObject => unowned_object::detect(cx, lint, routes),
        Detector::UnverifiedWebhook(wanted) => unverified_webhook::detect(cx, lint, wanted, routes),
        Detector::WrongAction(_) => wrong_action::detect_routes(cx, lint, routes),
        Detector::StateChangingGet(wanted) => state_changing_get::detect(cx, lint, wanted, routes),
        Detector::DerivedTrait(wanted) => derived_trait::detect(cx, lint, wanted, seen),
        Detector::ForbiddenUse(wanted) => forbidden_use::detect_aliases(cx, lint, wanted),
        Detector::SecretLiteral(forms) => secret_literal::attributes::detect(cx, lint, &forms.formats),
        _ => Vec::new(),
    }
}
