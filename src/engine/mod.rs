//! Runs the analysis, applies levels and suppressions, sorts: the [`Report`].

pub mod coverage;
pub mod result;

pub use coverage::Coverage;
pub use result::{Report, Suppressed};
