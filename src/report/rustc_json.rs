//! JSON lines as `cargo check --message-format json` prints them, for rust-analyzer and other readers of cargo.
//!
//! One `compiler-message` per finding, then one `compiler-artifact` per selected target, which tells an editor to drop
//! the findings of the run before, then `build-finished`. Lints are named `secure_lint::<id>`: readers split a code at
//! its `::` into tool and lint. Suggestions live in children, as rustfix expects.

use serde::Serialize;
use serde_json::Value;

use crate::finding::{Applicability, Level};
use crate::report::files::Files;
use crate::report::text::{self, Printer};
use crate::report::view::{Mark, Shown, View};
use crate::report::{Input, RenderedAs, Style, clean, words};
use crate::workspace::{Package, Target, TargetKind};

#[derive(Serialize)]
struct CompilerMessage<'a> {
    reason: &'static str,
    package_id: &'a str,
    manifest_path: String,
    target: Value,
    message: Diagnostic,
}

#[derive(Serialize)]
struct Artifact<'a> {
    reason: &'static str,
    package_id: &'a str,
    manifest_path: String,
    target: Value,
    profile: Profile,
    features: [&'static str; 0],
    filenames: [&'static str; 0],
    executable: Option<&'static str>,
    fresh: bool,
}

#[derive(Serialize)]
struct Profile {
    opt_level: &'static str,
    debuginfo: u32,
    debug_assertions: bool,
    overflow_checks: bool,
    test: bool,
}

#[derive(Serialize)]
struct Finished {
    reason: &'static str,
    success: bool,
}

#[derive(Serialize)]
struct Diagnostic {
    #[serde(rename = "$message_type")]
    message_type: &'static str,
    message: String,
    code: Option<Code>,
    level: &'static str,
    spans: Vec<Span>,
    children: Vec<Diagnostic>,
    rendered: Option<String>,
}

#[derive(Serialize)]
struct Code {
    code: String,
    explanation: Option<String>,
}

#[derive(Serialize)]
struct Span {
    file_name: String,
    byte_start: usize,
    byte_end: usize,
    line_start: u32,
    line_end: u32,
    column_start: u32,
    column_end: u32,
    is_primary: bool,
    text: Vec<Line>,
    label: Option<String>,
    suggested_replacement: Option<String>,
    suggestion_applicability: Option<&'static str>,
    expansion: Option<&'static str>,
}

#[derive(Serialize)]
struct Line {
    text: String,
    highlight_start: u32,
    highlight_end: u32,
}

/// The lines; without findings if there is nothing to render them as.
pub(super) fn render(view: &View<'_>, input: &Input<'_>, rendered: Option<RenderedAs>) -> String {
    let mut out = String::new();
    if let Some(rendered) = rendered {
        let mut printer = Printer::new(&Style { color: rendered == RenderedAs::Ansi, ..Style::default() });
        for finding in &view.findings {
            let text = match rendered {
                RenderedAs::Short => text::short_line(&view.files, finding),
                RenderedAs::Plain | RenderedAs::Ansi => printer.finding(&view.files, finding),
            };
            out.push_str(&message(&view.files, finding, input, text));
        }
    }
    for package in input.workspace.packages.iter().filter(|p| p.selected) {
        for target in package.targets.iter().filter(|t| t.selected) {
            out.push_str(&artifact(package, target));
        }
    }
    let success = view.findings.iter().all(|f| f.level < Level::Deny);
    out.push_str(&json_line(&Finished { reason: "build-finished", success }));
    out
}

fn json_line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).expect("texts, numbers and string keys only");
    text.push('\n');
    text
}

fn message(files: &Files<'_>, finding: &Shown<'_>, input: &Input<'_>, rendered: String) -> String {
    let packages = &input.workspace.packages;
    let package = packages
        .iter()
        .filter(|p| p.name == finding.package)
        .max_by_key(|p| p.selected)
        .or_else(|| packages.iter().find(|p| p.selected));
    let target = package.and_then(|p| target_of(p, &files.raw(finding.primary.place.file).path));
    json_line(&CompilerMessage {
        reason: "compiler-message",
        package_id: package.map_or("", |p| &p.id),
        manifest_path: package.map_or_else(String::new, |p| p.manifest_path.to_string_lossy().into_owned()),
        target: target_json(target),
        message: diagnostic(files, finding, rendered),
    })
}

fn artifact(package: &Package, target: &Target) -> String {
    json_line(&Artifact {
        reason: "compiler-artifact",
        package_id: &package.id,
        manifest_path: package.manifest_path.to_string_lossy().into_owned(),
        target: target_json(Some(target)),
        profile: Profile {
            opt_level: "0",
            debuginfo: 0,
            debug_assertions: true,
            overflow_checks: true,
            test: target.kind == TargetKind::Test,
        },
        features: [],
        filenames: [],
        executable: None,
        fresh: false,
    })
}

/// The target a file most likely belongs to: the one whose root it is, else the one whose root lies deepest above it.
fn target_of<'p>(package: &'p Package, path: &std::path::Path) -> Option<&'p Target> {
    let depth = |target: &Target| {
        if target.src_path == path {
            return usize::MAX;
        }
        let dir = target.src_path.parent().filter(|dir| path.starts_with(dir));
        dir.map_or(0, |dir| dir.components().count())
    };
    let best = |t: &&Target| (depth(t), t.selected, std::cmp::Reverse(t.kind));
    package.targets.iter().max_by_key(best)
}

/// The target as cargo prints it, or the like of it where cargo did not.
fn target_json(target: Option<&Target>) -> Value {
    let Some(target) = target else {
        return fallback_target("lib", "unknown", "", 2021);
    };
    match serde_json::from_str(&target.json) {
        Ok(value @ Value::Object(_)) => value,
        _ => {
            let kind = match target.kind {
                TargetKind::Lib => "lib",
                TargetKind::Bin => "bin",
                TargetKind::Example => "example",
                TargetKind::Test => "test",
                TargetKind::Bench => "bench",
                TargetKind::BuildScript => "custom-build",
            };
            fallback_target(kind, &target.name, &target.src_path.to_string_lossy(), target.edition)
        }
    }
}

fn fallback_target(kind: &str, name: &str, src_path: &str, edition: u16) -> Value {
    let crate_type = if kind == "lib" { "lib" } else { "bin" };
    serde_json::json!({
        "kind": [kind], "crate_types": [crate_type], "name": name, "src_path": src_path,
        "edition": edition.to_string(), "doc": false, "doctest": false, "test": false,
    })
}

fn diagnostic(files: &Files<'_>, finding: &Shown<'_>, rendered: String) -> Diagnostic {
    let marks = finding.marks();
    let spans = marks.iter().enumerate().map(|(i, mark)| span(files, mark, i == 0)).collect();
    let notes = std::iter::once(finding.rating(true)).chain(finding.all_notes());
    let mut children: Vec<Diagnostic> = notes.map(|note| child("note", note, Vec::new())).collect();
    let help = finding.help.iter().cloned().chain(finding.explanation());
    children.extend(help.map(|help| child("help", help, Vec::new())));
    for fix in &finding.fixes {
        let spans = fix.edits.iter().map(|edit| suggestion(files, edit, fix.applicability)).collect();
        children.push(child("help", fix.message.clone(), spans));
    }
    Diagnostic {
        message_type: "diagnostic",
        message: finding.message.clone(),
        code: Some(Code { code: format!("secure_lint::{}", finding.lint), explanation: None }),
        level: words::level(finding.level),
        spans,
        children,
        rendered: Some(rendered),
    }
}

fn child(level: &'static str, message: String, spans: Vec<Span>) -> Diagnostic {
    let message_type = "diagnostic";
    Diagnostic { message_type, message, code: None, level, spans, children: Vec::new(), rendered: None }
}

fn suggestion(files: &Files<'_>, edit: &Mark, applicability: Applicability) -> Span {
    let applicability = match applicability {
        Applicability::Safe => "MachineApplicable",
        Applicability::Unsafe => "MaybeIncorrect",
        Applicability::DisplayOnly => "HasPlaceholders",
    };
    Span {
        label: None,
        suggested_replacement: Some(edit.text.clone()),
        suggestion_applicability: Some(applicability),
        ..span(files, edit, true)
    }
}

fn span(files: &Files<'_>, mark: &Mark, is_primary: bool) -> Span {
    let place = &mark.place;
    let line = |number: u32| {
        let text = clean::source(&files.text(place.file)[files.line_range(place.file, number)]);
        let past_end = text.chars().count() as u32 + 1;
        Line {
            highlight_start: if number == place.start.line { place.start.column } else { 1 },
            highlight_end: if number == place.end.line { place.end.column } else { past_end },
            text,
        }
    };
    Span {
        file_name: files.name(place.file),
        byte_start: place.lo,
        byte_end: place.hi,
        line_start: place.start.line,
        line_end: place.end.line,
        column_start: place.start.column,
        column_end: place.end.column,
        is_primary,
        text: (place.start.line..=place.end.line).map(line).collect(),
        label: (!mark.text.is_empty()).then(|| mark.text.clone()),
        suggested_replacement: None,
        suggestion_applicability: None,
        expansion: None,
    }
}
