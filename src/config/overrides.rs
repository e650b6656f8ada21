//! One layer of settings: what somebody said, everything else left open.

use crate::catalog::Profile;
use crate::finding::{Confidence, Level, Severity};

/// A layer of settings. `None`, `false` and empty mean "not said here".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Levels in the order given; later ones win.
    pub levels: Vec<(Level, String)>,
    /// Which lints run.
    pub profile: Option<Profile>,
    /// The least severity that is reported.
    pub min_severity: Option<Severity>,
    /// The least confidence that is reported.
    pub min_confidence: Option<Confidence>,
    /// Whether test code is reported on.
    pub include_tests: Option<bool>,
    /// Whether suppressions are without effect.
    pub no_ignores: Option<bool>,
    /// Whether a suppression must give a reason.
    pub require_reason: Option<bool>,
}

impl Overrides {
    /// This layer with another one on top of it.
    #[must_use]
    pub fn then(mut self, upper: Overrides) -> Overrides {
        self.levels.extend(upper.levels);
        Overrides {
            levels: self.levels,
            profile: upper.profile.or(self.profile),
            min_severity: upper.min_severity.or(self.min_severity),
            min_confidence: upper.min_confidence.or(self.min_confidence),
            include_tests: upper.include_tests.or(self.include_tests),
            no_ignores: upper.no_ignores.or(self.no_ignores),
            require_reason: upper.require_reason.or(self.require_reason),
        }
    }
}
