//! The project's own JSON. Its shape is a promise: `docs/json.md` shows it, and a change that could break a reader
//! raises [`VERSION`].

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::LineCol;
use crate::finding::Level;
use crate::report::coverage::Coverage;
use crate::report::files::{Files, Place};
use crate::report::view::{Mark, Shown, ShownFix, ShownProblem, View};
use crate::report::{Input, words};

/// Version of the shape.
const VERSION: u32 = 1;
/// Most lines of source that a finding carries.
const SNIPPET_LINES: u32 = 20;

#[derive(Serialize)]
struct Document {
    version: u32,
    tool: Tool,
    findings: Vec<Finding>,
    suppressed: Vec<Suppressed>,
    problems: Vec<Problem>,
    coverage: Coverage,
    summary: Summary,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Finding {
    lint: String,
    severity: &'static str,
    confidence: &'static str,
    level: &'static str,
    message: String,
    package: String,
    item: String,
    file: String,
    start: Position,
    end: Position,
    label: String,
    labels: Vec<Label>,
    flow: Vec<Step>,
    notes: Vec<String>,
    help: Vec<String>,
    fixes: Vec<Fix>,
    cwe: Vec<u32>,
    asvs: Vec<String>,
    cfg: Option<String>,
    in_test: bool,
    fingerprint: String,
    snippet: Snippet,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
    byte: usize,
}

#[derive(Serialize)]
struct Label {
    file: String,
    start: Position,
    end: Position,
    text: String,
}

#[derive(Serialize)]
struct Step {
    kind: &'static str,
    file: String,
    line: u32,
    column: u32,
    text: String,
}

#[derive(Serialize)]
struct Fix {
    message: String,
    applicability: &'static str,
    edits: Vec<Label>,
}

#[derive(Serialize)]
struct Snippet {
    line: u32,
    text: String,
}

#[derive(Serialize)]
struct Suppressed {
    reason: String,
    finding: Finding,
}

#[derive(Serialize)]
struct Problem {
    kind: &'static str,
    file: Option<String>,
    line: Option<u32>,
    message: String,
}

#[derive(Serialize)]
struct Summary {
    findings: usize,
    denied: usize,
    suppressed: usize,
    problems: usize,
    by_severity: BTreeMap<&'static str, usize>,
    by_lint: BTreeMap<String, usize>,
}

/// The document, indented.
pub(super) fn render(view: &View<'_>, input: &Input<'_>) -> String {
    let files = &view.files;
    let document = Document {
        version: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        findings: view.findings.iter().map(|f| finding(files, f)).collect(),
        suppressed: view
            .suppressed
            .iter()
            .map(|(f, reason)| Suppressed { reason: reason.clone(), finding: finding(files, f) })
            .collect(),
        problems: view.problems.iter().map(problem).collect(),
        coverage: Coverage::from(&input.report.coverage),
        summary: summary(view),
    };
    pretty(&document)
}

/// Indented JSON and a line end.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("texts, numbers and string keys only");
    text.push('\n');
    text
}

fn finding(files: &Files<'_>, shown: &Shown<'_>) -> Finding {
    let place = &shown.primary.place;
    let (start, end) = positions(place);
    let about = shown.about;
    Finding {
        lint: shown.lint.clone(),
        severity: words::severity(shown.severity),
        confidence: words::confidence(shown.confidence),
        level: words::lint_level(shown.level),
        message: shown.message.clone(),
        package: shown.package.clone(),
        item: shown.item.clone(),
        file: files.name(place.file),
        start,
        end,
        label: shown.primary.text.clone(),
        labels: shown.context.iter().map(|mark| label(files, mark)).collect(),
        flow: shown.flow.iter().map(|(mark, kind)| step(files, mark, words::step(*kind))).collect(),
        notes: shown.notes.clone(),
        help: shown.help.clone(),
        fixes: shown.fixes.iter().map(|f| fix(files, f)).collect(),
        cwe: about.map_or_else(Vec::new, |lint| lint.cwe.clone()),
        asvs: about.map_or_else(Vec::new, |lint| lint.asvs.clone()),
        cfg: shown.cfg.clone(),
        in_test: shown.in_test,
        fingerprint: shown.fingerprint.clone(),
        snippet: Snippet { line: place.start.line, text: files.snippet(place, SNIPPET_LINES) },
    }
}

fn positions(place: &Place) -> (Position, Position) {
    let position = |at: LineCol, byte| Position { line: at.line, column: at.column, byte };
    (position(place.start, place.lo), position(place.end, place.hi))
}

fn label(files: &Files<'_>, mark: &Mark) -> Label {
    let (start, end) = positions(&mark.place);
    Label { file: files.name(mark.place.file), start, end, text: mark.text.clone() }
}

fn step(files: &Files<'_>, mark: &Mark, kind: &'static str) -> Step {
    let LineCol { line, column } = mark.place.start;
    Step { kind, file: files.name(mark.place.file), line, column, text: mark.text.clone() }
}

fn fix(files: &Files<'_>, fix: &ShownFix) -> Fix {
    Fix {
        message: fix.message.clone(),
        applicability: words::applicability(fix.applicability),
        edits: fix.edits.iter().map(|edit| label(files, edit)).collect(),
    }
}

fn problem(problem: &ShownProblem) -> Problem {
    Problem {
        kind: words::problem(problem.kind),
        file: problem.file.clone(),
        line: problem.place.map(|p| p.start.line),
        message: problem.message.clone(),
    }
}

fn summary(view: &View<'_>) -> Summary {
    let mut summary = Summary {
        findings: view.findings.len(),
        denied: view.findings.iter().filter(|f| f.level >= Level::Deny).count(),
        suppressed: view.suppressed.len(),
        problems: view.problems.len(),
        by_severity: BTreeMap::new(),
        by_lint: BTreeMap::new(),
    };
    for finding in &view.findings {
        *summary.by_severity.entry(words::severity(finding.severity)).or_default() += 1;
        *summary.by_lint.entry(finding.lint.clone()).or_default() += 1;
    }
    summary
}
