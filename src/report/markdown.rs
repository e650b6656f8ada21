//! Markdown for step summaries and comments: a table of all findings and the details of the first ones.
//!
//! Words of findings may hold names from the scanned code, so whatever Markdown or HTML could take for markup is
//! escaped, except balanced backticks.

use std::fmt::Write as _;

use crate::finding::Severity;
use crate::report::view::{Mark, Shown, View};
use crate::report::{Input, clean, words};

/// Most rows of the table.
const ROWS: usize = 1000;
/// Most findings with details; a step summary holds 1 MiB.
const DETAILS: usize = 100;
/// Most lines of source in the details of a finding.
const SNIPPET_LINES: u32 = 20;

/// The page.
pub(super) fn render(view: &View<'_>, input: &Input<'_>) -> String {
    let mut out = format!("## cargo secure-lint: {}\n\n", headline(view));
    if !view.findings.is_empty() {
        table(&mut out, view);
        for finding in view.findings.iter().take(DETAILS) {
            details(&mut out, view, finding);
        }
    }
    let coverage = &input.report.coverage;
    let _ = writeln!(
        out,
        "{} of {} parsed, {} suppressed, {}",
        coverage.files_parsed,
        words::count(coverage.files, "file"),
        words::count(view.suppressed.len(), "finding"),
        words::count(view.problems.len(), "problem"),
    );
    clean::without_commands(out)
}

fn headline(view: &View<'_>) -> String {
    let order = [Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info];
    let counts: Vec<String> = order
        .iter()
        .map(|&s| (view.findings.iter().filter(|f| f.severity == s).count(), s))
        .filter(|&(n, _)| n > 0)
        .map(|(n, s)| format!("{n} {}", words::severity(s)))
        .collect();
    match view.findings.len() {
        0 => "no findings".to_owned(),
        n => format!("{} ({})", words::count(n, "finding"), counts.join(", ")),
    }
}

fn table(out: &mut String, view: &View<'_>) {
    out.push_str("| severity | lint | place | finding |\n|---|---|---|---|\n");
    for finding in view.findings.iter().take(ROWS) {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} |",
            words::severity(finding.severity),
            code(&finding.lint),
            code(&place(view, &finding.primary)),
            escape(&finding.message),
        );
    }
    if view.findings.len() > ROWS {
        let _ = writeln!(out, "\nand {} more", view.findings.len() - ROWS);
    }
    out.push('\n');
}

fn details(out: &mut String, view: &View<'_>, finding: &Shown<'_>) {
    let at = place(view, &finding.primary);
    let _ = writeln!(
        out,
        "<details><summary><code>{}</code> {}: {}</summary>\n",
        html(&finding.lint),
        html(&at),
        html(&finding.message)
    );
    let snippet = view.files.snippet(&finding.primary.place, SNIPPET_LINES);
    let fence = "`".repeat(longest_run(&snippet).max(2) + 1);
    let _ = writeln!(out, "{fence}rust\n{snippet}\n{fence}\n");
    for (i, mark) in finding.marks().iter().enumerate().filter(|(_, m)| !m.text.is_empty()) {
        let at = if i == 0 { String::new() } else { format!("{} ", code(&place(view, mark))) };
        let _ = writeln!(out, "* {at}{}", escape(&mark.text));
    }
    for note in std::iter::once(finding.rating(true)).chain(finding.all_notes()) {
        let _ = writeln!(out, "* {}", escape(&note));
    }
    let fixes: Vec<String> = finding.fixes.iter().map(super::view::ShownFix::title).collect();
    for help in finding.help.iter().chain(&fixes).chain(&finding.explanation()) {
        let _ = writeln!(out, "* help: {}", escape(help));
    }
    out.push_str("\n</details>\n\n");
}

fn place(view: &View<'_>, mark: &Mark) -> String {
    let at = mark.place.start;
    format!("{}:{}:{}", view.files.name(mark.place.file), at.line, at.column)
}

/// A code span; in a table too.
pub(super) fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text) + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{}{pad}{fence}", text.replace('|', "\\|"))
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Prose on one line. Code between single backticks stays code.
pub(super) fn escape(text: &str) -> String {
    let text = text.replace('\n', " ");
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) || text.contains("``") {
        return escape_prose(&text);
    }
    let mut out = String::new();
    for (i, part) in parts.iter().enumerate() {
        if i % 2 == 0 { out.push_str(&escape_prose(part)) } else { out.push_str(&code(part)) }
    }
    out
}

fn escape_prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '!' | '~' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Text inside an HTML element, where Markdown is not read.
fn html(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('@', "&#64;");
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return text;
    }
    let tag = |(i, part): (usize, &&str)| {
        if i % 2 == 0 { (*part).to_owned() } else { format!("<code>{part}</code>") }
    };
    parts.iter().enumerate().map(tag).collect()
}
