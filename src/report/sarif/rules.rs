//! Lints as SARIF rules.

use std::collections::BTreeSet;

use super::model::{Configuration, Help, Rule, RuleProperties, Text};
use crate::catalog::Lint;
use crate::finding::{Confidence, Severity};
use crate::report::Input;
use crate::report::view::View;

/// Most characters of a description that code scanning takes.
const DESCRIPTION: usize = 1024;

/// Ids of the lints that ran and of those that found something, sorted.
pub(super) fn ids(view: &View<'_>, input: &Input<'_>) -> Vec<String> {
    let found = view.findings.iter().chain(view.suppressed.iter().map(|(f, _)| f)).map(|f| f.lint.clone());
    input.report.lints.iter().cloned().chain(found).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The rule of a lint; only its id is known of one that is not in the catalog.
pub(super) fn rule(id: &str, lint: Option<&Lint>) -> Rule {
    let summary = lint.map_or(id, |lint| &lint.summary);
    let page = lint.map_or(summary, |lint| &lint.page);
    let page = if page.trim().is_empty() { summary } else { page };
    let severity = lint.map_or(Severity::Medium, |lint| lint.severity);
    let confidence = lint.map_or(Confidence::Medium, |lint| lint.confidence);
    Rule {
        id: id.to_owned(),
        name: camel(id),
        short_description: Text { text: cut(summary) },
        full_description: Text { text: cut(first_paragraph(page).unwrap_or(summary)) },
        help: Help { text: page.to_owned(), markdown: page.to_owned() },
        default_configuration: Configuration { level: level(severity, confidence) },
        properties: RuleProperties {
            tags: tags(lint),
            precision: precision(confidence),
            security_severity: security_severity(severity),
            asvs: lint.map_or_else(Vec::new, |lint| lint.asvs.clone()),
        },
    }
}

/// `weak-hash` is shown as `WeakHash`.
fn camel(id: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|c| c.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    id.split(['-', '_']).map(word).collect()
}

fn cut(text: &str) -> String {
    text.chars().take(DESCRIPTION).collect()
}

/// The first paragraph that is prose.
fn first_paragraph(page: &str) -> Option<&str> {
    page.split("\n\n").map(str::trim).find(|p| !p.is_empty() && !p.starts_with(['#', '`', '|', '-', '<']))
}

/// As the levels are without settings: what is surely bad is an error.
fn level(severity: Severity, confidence: Confidence) -> &'static str {
    match severity {
        Severity::Info => "note",
        Severity::High | Severity::Critical if confidence == Confidence::High => "error",
        _ => "warning",
    }
}

fn tags(lint: Option<&Lint>) -> Vec<String> {
    let cwe = lint.map_or(&[][..], |lint| &lint.cwe);
    std::iter::once("security".to_owned())
        .chain(cwe.iter().map(|n| format!("external/cwe/cwe-{n:03}")))
        .collect()
}

fn precision(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}

fn security_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "3.0",
        Severity::Info => "1.0",
    }
}
