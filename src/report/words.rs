//! The words for levels, severities and the like, the same in all formats.

use crate::base::ProblemKind;
use crate::catalog::Profile;
use crate::finding::{Applicability, Confidence, Level, Severity, StepKind};

pub(super) fn level(level: Level) -> &'static str {
    if level >= Level::Deny { "error" } else { "warning" }
}

pub(crate) fn lint_level(level: Level) -> &'static str {
    match level {
        Level::Allow => "allow",
        Level::Warn => "warn",
        Level::Deny => "deny",
        Level::Forbid => "forbid",
    }
}

pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Low => "low",
        Severity::Medium => "medium",
        Severity::High => "high",
        Severity::Critical => "critical",
    }
}

pub(crate) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

pub(crate) fn profile(profile: Profile) -> &'static str {
    match profile {
        Profile::Default => "default",
        Profile::Strict => "strict",
        Profile::Audit => "audit",
    }
}

pub(super) fn step(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Source => "source",
        StepKind::Through => "through",
        StepKind::Sink => "sink",
    }
}

pub(super) fn applicability(applicability: Applicability) -> &'static str {
    match applicability {
        Applicability::Safe => "safe",
        Applicability::Unsafe => "unsafe",
        Applicability::DisplayOnly => "display-only",
    }
}

pub(super) fn problem(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::UnreadableFile => "unreadable-file",
        ProblemKind::Unparsed => "unparsed",
        ProblemKind::MissingModule => "missing-module",
        ProblemKind::LimitExceeded => "limit-exceeded",
        ProblemKind::PartlyFollowed => "partly-followed",
        ProblemKind::OpaqueMacro => "opaque-macro",
        ProblemKind::UnknownRoute => "unknown-route",
        ProblemKind::UnknownEntry => "unknown-entry",
        ProblemKind::Internal => "internal",
    }
}

/// `a finding`, `2 findings`.
pub(crate) fn count(n: usize, word: &str) -> String {
    if n == 1 { format!("1 {word}") } else { format!("{n} {word}s") }
}
