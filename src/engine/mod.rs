//! Runs the analysis, applies levels and suppressions, sorts: the [`Report`].

pub mod coverage;
pub mod fingerprint;
pub mod place;
pub mod result;
pub mod run;
pub mod suppress;

pub use coverage::Coverage;
pub use result::{Report, Suppressed};
pub use run::{in_pool, policy_report, report, run};
