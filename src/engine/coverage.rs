//! What was understood and what was not: printed with every report, so that silence can be told from blindness.

use std::collections::BTreeMap;

use crate::base::ProblemKind;

/// Counters of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Selected packages.
    pub packages: usize,
    /// Rust files read.
    pub files: usize,
    /// Files of which every item parsed.
    pub files_parsed: usize,
    /// Lines of these files.
    pub lines: usize,
    /// Bodies of functions, constants and statics.
    pub bodies: usize,
    /// Function-like macro calls.
    pub macros: usize,
    /// Macro calls that were not understood.
    pub macros_opaque: usize,
    /// Paths in expressions and types.
    pub paths: usize,
    /// Paths that were resolved.
    pub paths_resolved: usize,
    /// Calls of functions and methods.
    pub calls: usize,
    /// Calls whose target is known.
    pub calls_resolved: usize,
    /// Method calls.
    pub method_calls: usize,
    /// Method calls whose receiver's type is known.
    pub receivers_known: usize,
    /// Routes seen.
    pub routes: usize,
    /// Routes whose protection is unsure.
    pub routes_unsure: usize,
    /// Problems by kind.
    pub problems: BTreeMap<ProblemKind, usize>,
}
