//! Workflow commands of GitHub Actions, the most severe first: a step shows ten of each kind.

use crate::finding::Level;
use crate::report::view::{Shown, View};
use crate::report::words;

/// One command per finding.
pub(super) fn render(view: &View<'_>) -> String {
    let mut findings: Vec<&Shown<'_>> = view.findings.iter().collect();
    findings.sort_by_key(|f| std::cmp::Reverse((f.level >= Level::Deny, f.severity)));
    findings.into_iter().map(|finding| command(view, finding)).collect()
}

fn command(view: &View<'_>, finding: &Shown<'_>) -> String {
    let place = &finding.primary.place;
    let mut message = finding.message.clone();
    if !finding.primary.text.is_empty() {
        message = format!("{message}: {}", finding.primary.text);
    }
    for note in std::iter::once(finding.rating(true)).chain(finding.all_notes()) {
        message.push_str(&format!("\nnote: {note}"));
    }
    for help in finding.help.iter().chain(&finding.explanation()) {
        message.push_str(&format!("\nhelp: {help}"));
    }
    format!(
        "::{level} file={file},line={},endLine={},col={},endColumn={},title={title}::{message}\n",
        place.start.line,
        place.end.line,
        place.start.column,
        place.end.column,
        level = words::level(finding.level),
        file = property(&view.files.name(place.file)),
        title = property(&finding.lint),
        message = data(&message),
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
