//! What may be shown of a report. The formats read only this: secrets are masked, hostile characters replaced and spans
//! clamped here, once, so that no format can forget it.

use crate::base::ProblemKind;
use crate::catalog::{Lint, Profile};
use crate::finding::{Applicability, Confidence, Finding, Fix, Level, Severity, StepKind};
use crate::report::Input;
use crate::report::files::{Files, Place};
use crate::report::words;

/// What may be shown of a report.
pub(super) struct View<'a> {
    pub(super) files: Files<'a>,
    pub(super) findings: Vec<Shown<'a>>,
    /// With the reasons given.
    pub(super) suppressed: Vec<(Shown<'a>, String)>,
    pub(super) problems: Vec<ShownProblem>,
}

/// What may be shown of a finding.
pub(super) struct Shown<'a> {
    pub(super) lint: String,
    /// The lint, if it is in the catalog.
    pub(super) about: Option<&'a Lint>,
    pub(super) severity: Severity,
    pub(super) confidence: Confidence,
    pub(super) level: Level,
    pub(super) message: String,
    pub(super) primary: Mark,
    pub(super) context: Vec<Mark>,
    pub(super) flow: Vec<(Mark, StepKind)>,
    pub(super) notes: Vec<String>,
    pub(super) help: Vec<String>,
    pub(super) fixes: Vec<ShownFix>,
    pub(super) item: String,
    pub(super) package: String,
    pub(super) cfg: Option<String>,
    pub(super) in_test: bool,
    pub(super) fingerprint: String,
}

/// A place with a text.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) place: Place,
    pub(super) text: String,
}

/// What may be shown of a fix. Its edits do not overlap and are sorted.
pub(super) struct ShownFix {
    pub(super) message: String,
    pub(super) edits: Vec<Mark>,
    pub(super) applicability: Applicability,
}

/// What may be shown of a problem.
pub(super) struct ShownProblem {
    pub(super) kind: ProblemKind,
    pub(super) file: Option<String>,
    pub(super) place: Option<Place>,
    pub(super) message: String,
}

impl<'a> View<'a> {
    pub(super) fn new(input: &Input<'a>) -> View<'a> {
        let report = input.report;
        let all = report.findings.iter().chain(report.suppressed.iter().map(|s| &s.finding));
        let files = Files::new(input.sources, all);
        let shown = |finding: &Finding| shown(&files, finding, input.catalog.lints.get(&finding.lint));
        let findings = report.findings.iter().map(shown).collect();
        let suppressed = report
            .suppressed
            .iter()
            .map(|s| (shown(&s.finding), files.line(&s.reason, Some(&s.finding))))
            .collect();
        let problems = report
            .problems
            .iter()
            .map(|problem| {
                let place = problem.span.map(|span| files.place(span));
                let file = place.map(|p| files.name(p.file));
                let file = file.or_else(|| problem.path.as_ref().map(|path| files.line(path, None)));
                ShownProblem { kind: problem.kind, file, place, message: files.line(&problem.message, None) }
            })
            .collect();
        View { findings, suppressed, problems, files }
    }
}

fn shown<'a>(files: &Files<'_>, finding: &Finding, about: Option<&'a Lint>) -> Shown<'a> {
    let line = |text: &str| files.line(text, Some(finding));
    let mark = |span, text: &str| Mark { place: files.place(span), text: line(text) };
    let texts = |list: &[String]| list.iter().map(|t| files.lines(t, Some(finding))).collect();
    Shown {
        lint: line(&finding.lint),
        about,
        severity: finding.severity,
        confidence: finding.confidence,
        level: finding.level,
        message: line(&finding.message),
        primary: mark(finding.primary.span, &finding.primary.text),
        context: finding.context.iter().map(|l| mark(l.span, &l.text)).collect(),
        flow: finding.flow.iter().map(|s| (mark(s.span, &s.text), s.kind)).collect(),
        notes: texts(&finding.notes),
        help: texts(&finding.help),
        fixes: finding.fixes.iter().map(|fix| shown_fix(files, finding, fix)).collect(),
        item: line(&finding.item),
        package: line(&finding.package),
        cfg: finding.cfg.as_deref().map(line),
        in_test: finding.in_test,
        fingerprint: line(&finding.fingerprint),
    }
}

/// A text that had to be changed is no longer the text to insert, so such a fix is for reading only; so is one whose
/// edits overlap, and its edits are left out.
fn shown_fix(files: &Files<'_>, finding: &Finding, fix: &Fix) -> ShownFix {
    let mut applicability = fix.applicability;
    let mut edits = Vec::new();
    for edit in &fix.edits {
        let text = super::clean::source(&files.masked(&edit.text, Some(finding)));
        if text != edit.text {
            applicability = Applicability::DisplayOnly;
        }
        edits.push(Mark { place: files.place(edit.span), text });
    }
    edits.sort_by_key(|e| e.place);
    if edits.windows(2).any(|w| w[0].place.file == w[1].place.file && w[0].place.hi > w[1].place.lo) {
        edits.clear();
        applicability = Applicability::DisplayOnly;
    }
    ShownFix { message: files.line(&fix.message, Some(finding)), edits, applicability }
}

impl Shown<'_> {
    /// `severity high, confidence medium`, and if `full` also what the lint refers to.
    pub(super) fn rating(&self, full: bool) -> String {
        let mut out = format!(
            "severity {}, confidence {}",
            words::severity(self.severity),
            words::confidence(self.confidence)
        );
        let Some(lint) = self.about.filter(|_| full) else { return out };
        for cwe in &lint.cwe {
            out.push_str(&format!(", CWE-{cwe}"));
        }
        for asvs in &lint.asvs {
            out.push_str(&format!(", ASVS {asvs}"));
        }
        if lint.profile != Profile::Default {
            out.push_str(&format!(", profile {}", words::profile(lint.profile)));
        }
        out
    }

    /// The notes of the finding, its conditions included.
    pub(super) fn all_notes(&self) -> Vec<String> {
        let mut notes = self.notes.clone();
        notes.extend(self.cfg.as_ref().map(|cfg| format!("this code is compiled only with `cfg({cfg})`")));
        if self.in_test {
            notes.push("this is test code".to_owned());
        }
        notes
    }

    /// Where to read more; a lint outside the catalog has no page.
    pub(super) fn explanation(&self) -> Option<String> {
        self.about.map(|lint| format!("explained by `cargo secure-lint explain {}`", lint.id))
    }

    /// All places, that of the finding first; steps of a flow are numbered, if there are several. A step at the place of
    /// the finding becomes one with it.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let mut primary = self.primary.clone();
        let mut steps = self.numbered_flow();
        if let Some(at) = steps.iter().rposition(|(_, mark)| mark.place == primary.place) {
            let (number, mark) = steps.remove(at);
            let text = if primary.text.is_empty() { &mark.text } else { &primary.text };
            primary.text = format!("{number}{text}");
        }
        let mut marks = vec![primary];
        let steps =
            steps.into_iter().map(|(number, Mark { place, text })| Mark { place, text: number + &text });
        for mark in self.context.iter().cloned().chain(steps) {
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        marks
    }

    fn numbered_flow(&self) -> Vec<(String, Mark)> {
        let several = self.flow.len() > 1;
        let number = |i: usize| if several { format!("{}: ", i + 1) } else { String::new() };
        self.flow.iter().enumerate().map(|(i, (mark, _))| (number(i), mark.clone())).collect()
    }
}

impl ShownFix {
    /// The message, with a remark if the fix is not safe.
    pub(super) fn title(&self) -> String {
        let remark = match self.applicability {
            Applicability::Safe => "",
            Applicability::Unsafe => " (may change behaviour: review it)",
            Applicability::DisplayOnly => " (a sketch: adapt it by hand)",
        };
        format!("{}{remark}", self.message)
    }
}
