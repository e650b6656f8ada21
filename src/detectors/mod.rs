//! One function per shape of misuse.

pub mod analysis;

pub use analysis::{Analysis, Counts};
