//! From the analysed program to the report.
//!
//! Every lint runs by itself and in any order; a panic in one costs only that lint. What they find is then sorted, freed
//! of doubles, matched with the suppressions, filtered and numbered, so that the same input gives the same report
//! whatever the number of threads.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use crate::base::{Problem, ProblemKind, SourceMap};
use crate::catalog::{Catalog, Lint};
use crate::config::builtin::ROUTE_POLICY;
use crate::config::{Builtin, Settings};
use crate::detectors::{Analysis, Counts, route_policy};
use crate::engine::place::Places;
use crate::engine::suppress::{Suppressions, public};
use crate::engine::{Coverage, Report, Suppressed, fingerprint};
use crate::finding::{Finding, Level};
use crate::ir::Program;
use crate::workspace::Workspace;

/// Stack of a worker: deep syntax is walked recursively up to the bounds of the layers.
const STACK_BYTES: usize = 64 * 1024 * 1024;

/// Runs `work` with a pool of that many threads; `None` means one for each processor.
pub fn in_pool<T: Send>(threads: Option<NonZeroUsize>, work: impl FnOnce() -> T + Send) -> T {
    let builder = rayon::ThreadPoolBuilder::new().stack_size(STACK_BYTES);
    match builder.num_threads(threads.map_or(0, NonZeroUsize::get)).build() {
        Ok(pool) => pool.install(work),
        // Without threads the work is still done, only slower.
        Err(_) => work(),
    }
}

/// Analyses a program and reports on it.
pub fn run(program: &Program, workspace: &Workspace, catalog: &Catalog, settings: &Settings) -> Report {
    report(&Analysis::new(program, workspace, catalog), settings)
}

/// Reports on an analysed program.
pub fn report(analysis: &Analysis<'_>, settings: &Settings) -> Report {
    let context = &analysis.context;
    let mut found = if settings.runs(ROUTE_POLICY) { route_policy::detect(analysis) } else { Vec::new() };
    let lints: Vec<&Lint> = context.catalog.lints.values().filter(|lint| settings.runs(&lint.id)).collect();
    let results: Vec<Result<Vec<Finding>, Problem>> =
        lints.par_iter().map(|lint| detect(analysis, lint)).collect();
    let mut problems = analysis.problems();
    for result in results {
        match result {
            Ok(findings) => found.extend(findings),
            Err(problem) => problems.push(problem),
        }
    }
    if !settings.no_ignores {
        found.extend(public::findings(context.program, &analysis.markers));
        found.retain(|finding| settings.runs(&finding.lint));
    }
    let lints = lints.iter().map(|lint| lint.id.clone()).collect();
    finish(analysis, settings, found, problems, lints)
}

/// Reports only on the policy of the routes of an analysed program.
pub fn policy_report(analysis: &Analysis<'_>, settings: &Settings) -> Report {
    let found = route_policy::detect(analysis);
    let mut report = finish(analysis, settings, found, analysis.problems(), vec![ROUTE_POLICY.to_owned()]);
    report.findings.retain(|finding| finding.lint == ROUTE_POLICY);
    report
}

fn finish(
    analysis: &Analysis<'_>,
    settings: &Settings,
    found: Vec<Finding>,
    problems: Vec<Problem>,
    lints: Vec<String>,
) -> Report {
    let context = &analysis.context;
    let input = Input {
        program: context.program,
        workspace: context.workspace,
        catalog: context.catalog,
        settings,
        places: Places::new(context.program, context.workspace),
    };
    let mut report = input.assemble(found);
    report.problems = input.problems(problems);
    report.coverage = input.coverage(analysis.counts(), &report.problems);
    report.lints = lints;
    report
}

fn detect(analysis: &Analysis<'_>, lint: &Lint) -> Result<Vec<Finding>, Problem> {
    catch_unwind(AssertUnwindSafe(|| analysis.detect(lint))).map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
        let message = format!("lint `{}` stopped at a defect of this program: {text}", lint.id);
        Problem { kind: ProblemKind::Internal, span: None, path: None, message }
    })
}

/// Everything that turns raw findings into a report.
struct Input<'a> {
    program: &'a Program,
    workspace: &'a Workspace,
    catalog: &'a Catalog,
    settings: &'a Settings,
    places: Places<'a>,
}

impl Input<'_> {
    fn assemble(&self, found: Vec<Finding>) -> Report {
        let sources = &self.program.sources;
        let mut found: Vec<Finding> =
            found.into_iter().filter(|f| self.places.is_selected(f.primary.span.file)).collect();
        found.iter_mut().for_each(|f| self.locate(f));
        sort_and_dedupe(&mut found, sources);
        let suppressions = if self.settings.no_ignores {
            Suppressions::default()
        } else {
            Suppressions::collect(self.program, &self.places, self.catalog)
        };
        let outcome = suppressions.apply(&found, self.catalog, self.settings);
        let mut pairs: Vec<(Finding, Option<String>)> = found.into_iter().zip(outcome.reasons).collect();
        for (mut finding, reason) in outcome.own {
            self.locate(&mut finding);
            pairs.push((finding, reason));
        }
        pairs.retain_mut(|(finding, _)| self.level_and_filter(finding));
        pairs.sort_by(|a, b| order(&a.0, &b.0, sources));
        fingerprint::assign(&mut pairs.iter_mut().map(|(f, _)| f).collect::<Vec<_>>(), sources);
        let mut report = Report::default();
        for (finding, reason) in pairs {
            match reason {
                Some(reason) if finding.level != Level::Forbid => {
                    report.suppressed.push(Suppressed { finding, reason });
                }
                _ => report.findings.push(finding),
            }
        }
        report
    }

    /// Fills in what the detector left to the engine.
    fn locate(&self, finding: &mut Finding) {
        let span = finding.primary.span;
        finding.in_test |= self.places.is_for_developers(span);
        if finding.package.is_empty() {
            self.places.package(span.file).clone_into(&mut finding.package);
        }
        if finding.item.is_empty() {
            finding.item = self.places.item(span);
        }
    }

    fn level_and_filter(&self, finding: &mut Finding) -> bool {
        finding.level = self.settings.level(finding);
        let in_tests = match self.catalog.lints.get(&finding.lint) {
            Some(lint) => lint.in_tests,
            None => Builtin::find(&finding.lint).is_some(),
        };
        finding.level > Level::Allow && self.settings.shows(finding, in_tests)
    }

    fn problems(&self, more: Vec<Problem>) -> Vec<Problem> {
        let of_files = self.places.selected_files().flat_map(|ir| ir.problems.iter().cloned());
        let mut all: Vec<Problem> =
            self.program.problems.iter().cloned().chain(of_files).chain(more).collect();
        let sources = &self.program.sources;
        all.retain(|p| p.span.is_none_or(|span| self.places.is_selected(span.file)));
        all.sort_by(|a, b| {
            let name = |p: &Problem| {
                p.span
                    .map(|s| sources.file(s.file).name.clone())
                    .or_else(|| p.path.clone())
                    .unwrap_or_default()
            };
            let key = |p: &Problem| (name(p), p.span.map(|s| (s.lo, s.hi)), p.kind);
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        all.dedup();
        all
    }

    fn coverage(&self, counts: Counts, problems: &[Problem]) -> Coverage {
        let mut coverage = Coverage {
            packages: self.workspace.packages.iter().filter(|p| p.selected).count(),
            bodies: counts.bodies,
            paths: counts.paths,
            paths_resolved: counts.paths_resolved,
            calls: counts.calls,
            calls_resolved: counts.calls_resolved,
            method_calls: counts.method_calls,
            receivers_known: counts.receivers_known,
            routes: counts.routes,
            routes_unsure: counts.routes_unsure,
            ..Coverage::default()
        };
        for ir in self.places.selected_files() {
            coverage.files += 1;
            coverage.files_parsed += usize::from(ir.stats.parsed);
            coverage.lines += ir.stats.lines;
            coverage.macros += ir.stats.macros;
            coverage.macros_opaque += ir.stats.macros_opaque;
        }
        for problem in problems {
            *coverage.problems.entry(problem.kind).or_default() += 1;
        }
        coverage
    }
}

/// By file name, place, lint; then by whatever else could differ, the more severe and surer finding first.
fn order(a: &Finding, b: &Finding, sources: &SourceMap) -> std::cmp::Ordering {
    let name = |f: &Finding| &sources.file(f.primary.span.file).name;
    let place = |f: &Finding| (f.primary.span.lo, f.primary.span.hi);
    name(a)
        .cmp(name(b))
        .then_with(|| place(a).cmp(&place(b)))
        .then_with(|| a.lint.cmp(&b.lint))
        .then_with(|| (b.severity, b.confidence).cmp(&(a.severity, a.confidence)))
        .then_with(|| a.message.cmp(&b.message))
}

/// One finding per file, place and lint: the most severe and surest.
fn sort_and_dedupe(found: &mut Vec<Finding>, sources: &SourceMap) {
    found.sort_by(|a, b| order(a, b, sources));
    found.dedup_by(|b, a| a.lint == b.lint && a.primary.span == b.primary.span);
}

#[cfg(test)]
mod tests;
