//! SARIF 2.1.0, shaped for code scanning: every lint that ran is a rule, also one without results, so that the rules do
//! not change with the code; locations are relative to the workspace root.
//!
//! Column numbers count Unicode code points. Snippets are masked like everything else.

mod line_hash;
mod model;
mod rules;

use std::collections::BTreeMap;

use crate::base::ProblemKind;
use crate::catalog::Catalog;
use crate::finding::{Applicability, Level, Severity, StepKind};
use crate::report::coverage::Coverage;
use crate::report::files::{Files, Place};
use crate::report::json::pretty;
use crate::report::view::{Mark, Shown, ShownFix, ShownProblem, View};
use crate::report::{Input, words};
use model::{
    Artifact, ArtifactChange, ArtifactLocation, Automation, CodeFlow, Content, ContextRegion, Descriptor,
    Driver, FlowLocation, Invocation, Location, Log, LogicalLocation, Notification, PhysicalLocation, Region,
    Replacement, Result, Run, RunProperties, SarifFix, Suppression, Text, ThreadFlow, Tool,
};

/// Most results that code scanning takes.
const RESULTS: usize = 25_000;
/// Most lines of source in a region.
const SNIPPET_LINES: u32 = 20;
/// What relative locations are relative to.
const ROOT: &str = "%SRCROOT%";

/// The log, indented.
pub(super) fn render(view: &View<'_>, input: &Input<'_>) -> String {
    let rules = rules::ids(view, input);
    let mut writer = Writer {
        files: &view.files,
        index: rules.iter().enumerate().map(|(i, id)| (id.as_str(), i)).collect(),
        artifacts: Vec::new(),
        hashes: BTreeMap::new(),
    };
    let (kept, left_out) = most_severe(&view.findings);
    let mut results: Vec<Result> = kept.into_iter().map(|finding| writer.result(finding, None)).collect();
    if input.suppressed {
        let room = RESULTS.saturating_sub(results.len());
        results.extend(view.suppressed.iter().take(room).map(|(f, reason)| writer.result(f, Some(reason))));
    }
    let mut notifications: Vec<Notification> =
        view.problems.iter().filter_map(|p| writer.notification(p)).collect();
    if left_out > 0 {
        let text =
            format!("{left_out} findings of lower severity are left out, {RESULTS} are the most that fit");
        notifications.push(Notification { level: "warning", ..Notification::of(text, "result-limit") });
    }
    let internal = view.problems.iter().any(|p| p.kind == ProblemKind::Internal);
    pretty(&Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: driver(&rules, input.catalog) },
            automation_details: Automation { id: "cargo-secure-lint/" },
            invocations: [Invocation {
                execution_successful: !internal,
                tool_execution_notifications: notifications,
            }],
            original_uri_base_ids: BTreeMap::from([(ROOT, Descriptor::of("the root of the workspace"))]),
            artifacts: artifacts(&writer),
            results,
            column_kind: "unicodeCodePoints",
            properties: RunProperties { coverage: Coverage::from(&input.report.coverage) },
        }],
    })
}

/// The findings that fit, in their order, and how many do not.
fn most_severe<'v, 'a>(findings: &'v [Shown<'a>]) -> (Vec<&'v Shown<'a>>, usize) {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse((findings[i].level >= Level::Deny, findings[i].severity)));
    order.truncate(RESULTS);
    order.sort_unstable();
    let left_out = findings.len() - order.len();
    (order.into_iter().map(|i| &findings[i]).collect(), left_out)
}

fn driver(ids: &[String], catalog: &Catalog) -> Driver {
    Driver {
        name: env!("CARGO_PKG_NAME"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: ids.iter().map(|id| rules::rule(id, catalog.lints.get(id))).collect(),
    }
}

fn artifacts(writer: &Writer<'_, '_>) -> Vec<Artifact> {
    let artifact = |&file: &usize| Artifact {
        location: ArtifactLocation { index: None, ..location_of(writer.files, file) },
        source_language: "rust",
    };
    writer.artifacts.iter().map(artifact).collect()
}

fn location_of(files: &Files<'_>, file: usize) -> ArtifactLocation {
    let name = &files.raw(file).name;
    let absolute = name.starts_with('/');
    let encoded = percent_encoded(name);
    ArtifactLocation {
        uri: if absolute { format!("file://{encoded}") } else { encoded },
        uri_base_id: (!absolute).then_some(ROOT),
        index: None,
    }
}

/// A path as part of a URI.
pub(super) fn percent_encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte))
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Words as a SARIF message, where `[text](target)` would be a link.
fn message(text: &str) -> Text {
    Text { text: text.replace("](", "\\](") }
}

struct Writer<'v, 'a> {
    files: &'v Files<'a>,
    index: BTreeMap<&'v str, usize>,
    artifacts: Vec<usize>,
    /// Per file, the hash of each line.
    hashes: BTreeMap<usize, Vec<String>>,
}

impl Writer<'_, '_> {
    fn result(&mut self, finding: &Shown<'_>, reason: Option<&String>) -> Result {
        let related = |(i, mark): (usize, &Mark)| Location { id: Some(i + 1), ..self.location(mark) };
        let related_locations = finding.context.iter().enumerate().map(related).collect();
        let mut location = self.location(&Mark { text: String::new(), ..finding.primary.clone() });
        location.physical_location.context_region = Some(self.lines(&finding.primary.place));
        let name = [&finding.package, &finding.item].map(String::as_str);
        let name: Vec<&str> = name.into_iter().filter(|n| !n.is_empty()).collect();
        if !name.is_empty() {
            location.logical_locations = vec![LogicalLocation { fully_qualified_name: name.join("::") }];
        }
        let label = &finding.primary.text;
        let separator = if label.is_empty() { "" } else { ": " };
        Result {
            rule_id: finding.lint.clone(),
            rule_index: self.index.get(finding.lint.as_str()).copied(),
            level: level(finding),
            message: message(&format!("{}{separator}{label}", finding.message)),
            locations: [location],
            related_locations,
            code_flows: self.code_flows(finding),
            partial_fingerprints: self.fingerprints(finding),
            suppressions: reason
                .map(|reason| {
                    let justification = (!reason.is_empty()).then(|| reason.clone());
                    Suppression { kind: "inSource", status: "accepted", justification }
                })
                .into_iter()
                .collect(),
            fixes: finding.fixes.iter().filter_map(|fix| self.fix(fix)).collect(),
        }
    }

    /// The lines of a place as they stand.
    fn lines(&self, place: &Place) -> ContextRegion {
        let text = self.files.snippet(place, SNIPPET_LINES);
        let end_line = place.end.line.min(place.start.line + SNIPPET_LINES - 1);
        ContextRegion { start_line: place.start.line, end_line, snippet: Text { text } }
    }

    fn artifact(&mut self, file: usize) -> ArtifactLocation {
        let known = self.artifacts.iter().rposition(|&f| f == file);
        let index = known.unwrap_or_else(|| {
            self.artifacts.push(file);
            self.artifacts.len() - 1
        });
        ArtifactLocation { index: Some(index), ..location_of(self.files, file) }
    }

    fn location(&mut self, mark: &Mark) -> Location {
        Location {
            id: None,
            physical_location: PhysicalLocation {
                artifact_location: self.artifact(mark.place.file),
                region: region(&mark.place),
                context_region: None,
            },
            logical_locations: Vec::new(),
            message: (!mark.text.is_empty()).then(|| message(&mark.text)),
        }
    }

    fn code_flows(&mut self, finding: &Shown<'_>) -> Vec<CodeFlow> {
        if finding.flow.is_empty() {
            return Vec::new();
        }
        let locations = finding.flow.iter().map(|(mark, kind)| FlowLocation {
            location: self.location(mark),
            importance: if *kind == StepKind::Through { "important" } else { "essential" },
        });
        vec![CodeFlow { thread_flows: [ThreadFlow { locations: locations.collect() }] }]
    }

    fn fingerprints(&mut self, finding: &Shown<'_>) -> BTreeMap<&'static str, String> {
        let place = &finding.primary.place;
        let files = self.files;
        let hashes =
            self.hashes.entry(place.file).or_insert_with(|| line_hash::of_lines(&files.raw(place.file).text));
        let line = hashes.get(place.start.line as usize - 1).cloned();
        let mut out: BTreeMap<_, _> =
            line.into_iter().map(|hash| ("primaryLocationLineHash", hash)).collect();
        if !finding.fingerprint.is_empty() {
            out.insert("secureLint/v1", finding.fingerprint.clone());
        }
        out
    }

    /// A fix that may be applied; one for reading only is left to the message.
    fn fix(&mut self, fix: &ShownFix) -> Option<SarifFix> {
        if fix.edits.is_empty() || fix.applicability == Applicability::DisplayOnly {
            return None;
        }
        let mut changes: Vec<(usize, ArtifactChange)> = Vec::new();
        for edit in &fix.edits {
            if changes.last().is_none_or(|(file, _)| *file != edit.place.file) {
                let artifact_location = self.artifact(edit.place.file);
                changes
                    .push((edit.place.file, ArtifactChange { artifact_location, replacements: Vec::new() }));
            }
            let replacement = Replacement {
                deleted_region: region(&edit.place),
                inserted_content: Content { text: edit.text.clone() },
            };
            changes.last_mut().expect("pushed above").1.replacements.push(replacement);
        }
        let artifact_changes = changes.into_iter().map(|(_, change)| change).collect();
        Some(SarifFix { description: message(&fix.title()), artifact_changes })
    }

    /// What failed, as opposed to what was not understood, which the coverage counts.
    fn notification(&mut self, problem: &ShownProblem) -> Option<Notification> {
        if matches!(problem.kind, ProblemKind::OpaqueMacro | ProblemKind::UnknownRoute) {
            return None;
        }
        let file = problem.file.as_deref().unwrap_or("");
        let place = problem.place.map(|place| Mark { place, text: String::new() });
        let text = match &place {
            None if !file.is_empty() => format!("{file}: {}", problem.message),
            _ => problem.message.clone(),
        };
        Some(Notification {
            level: if problem.kind == ProblemKind::Internal { "error" } else { "warning" },
            locations: place.iter().map(|mark| self.location(mark)).collect(),
            ..Notification::of(text, words::problem(problem.kind))
        })
    }
}

fn level(finding: &Shown<'_>) -> &'static str {
    match finding.level {
        Level::Deny | Level::Forbid => "error",
        _ if finding.severity == Severity::Info => "note",
        _ => "warning",
    }
}

fn region(place: &Place) -> Region {
    Region {
        start_line: place.start.line,
        start_column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
    }
}
