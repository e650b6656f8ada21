//! A finding: one report of one lint at one place. Plain data that knows neither lints nor reports.

use crate::base::Span;

/// How bad it is if it is true. Independent of [`Confidence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Weakens a defence.
    Low,
    /// Exploitable under conditions.
    Medium,
    /// Exploitable.
    High,
    /// Exploitable at once, by anybody.
    Critical,
}

/// How often a finding of this kind is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Often wrong; shown in the `audit` profile only.
    Low,
    /// Mostly true.
    Medium,
    /// Practically always true.
    High,
}

/// The level a lint is set to; as in rustc.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not reported.
    Allow,
    /// Reported.
    Warn,
    /// Reported, and the exit code is 1.
    Deny,
    /// As deny, and suppressions do not work.
    Forbid,
}

/// A place with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// One lower-case phrase; may be empty.
    pub text: String,
}

impl Label {
    /// A label.
    pub fn new(span: Span, text: impl Into<String>) -> Label {
        Label { span, text: text.into() }
    }
}

/// A step of the way of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowStep {
    /// The place.
    pub span: Span,
    /// What happens there, e.g. "the key comes from here".
    pub text: String,
    /// Its part in the flow.
    pub kind: StepKind,
}

/// Parts of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Where the value begins.
    Source,
    /// Where it passes.
    Through,
    /// Where it must not arrive.
    Sink,
}

/// A proposed change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// A phrase that begins with a verb.
    pub message: String,
    /// The edits, not overlapping.
    pub edits: Vec<Edit>,
    /// Whether it may be applied unseen.
    pub applicability: Applicability,
}

/// A replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// Whether a fix may be applied unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// Keeps the meaning, or repairs only the defect.
    Safe,
    /// May change behaviour.
    Unsafe,
    /// To be read only.
    DisplayOnly,
}

/// One report of one lint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Id of the lint.
    pub lint: String,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// Level after all settings; detectors leave it at `Warn`.
    pub level: Level,
    /// One lower-case sentence without a full stop that names value and place.
    pub message: String,
    /// The place of the finding; its label may be empty.
    pub primary: Label,
    /// Further places that explain it.
    pub context: Vec<Label>,
    /// The way of the value, source first, if values flow.
    pub flow: Vec<FlowStep>,
    /// Additional facts, one phrase each.
    pub notes: Vec<String>,
    /// What to do, beginning with a verb.
    pub help: Vec<String>,
    /// Proposed changes.
    pub fixes: Vec<Fix>,
    /// Path of the enclosing item, e.g. `auth::Session::verify`; for fingerprints and SARIF logical locations.
    pub item: String,
    /// Name of the package.
    pub package: String,
    /// Under which cfg condition the code exists, if it is not always there.
    pub cfg: Option<String>,
    /// Whether it lies in test code.
    pub in_test: bool,
    /// Parts of the source that are secrets and must be masked wherever they are shown.
    pub secrets: Vec<Span>,
    /// Identity that survives moves and unrelated edits; set by the engine.
    pub fingerprint: String,
}

impl Finding {
    /// A finding with everything optional empty. Severity, confidence and level are the lint's and may be changed.
    pub fn new(
        lint: &str,
        severity: Severity,
        confidence: Confidence,
        message: String,
        primary: Label,
    ) -> Finding {
        Finding {
            lint: lint.to_owned(),
            severity,
            confidence,
            level: Level::Warn,
            message,
            primary,
            context: Vec::new(),
            flow: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            fixes: Vec::new(),
            item: String::new(),
            package: String::new(),
            cfg: None,
            in_test: false,
            secrets: Vec::new(),
            fingerprint: String::new(),
        }
    }
}
