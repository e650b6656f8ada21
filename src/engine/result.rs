//! The outcome of a run.

use crate::base::Problem;
use crate::engine::Coverage;
use crate::finding::Finding;

/// The outcome of a run, in a stable order.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Findings at level `Warn` or above that are not suppressed, sorted by (file name, position, lint).
    pub findings: Vec<Finding>,
    /// Findings that a comment or attribute suppresses.
    pub suppressed: Vec<Suppressed>,
    /// What could not be analysed.
    pub problems: Vec<Problem>,
    /// How much was understood.
    pub coverage: Coverage,
    /// Ids of the lints that ran, sorted.
    pub lints: Vec<String>,
}

/// A suppressed finding.
#[derive(Clone, Debug)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// The reason given; empty if none.
    pub reason: String,
}
