//! What the walk over a body finds: where requests pass and with what proof, which addresses are let through.

use crate::base::Span;
use crate::web::credential::{Credential, Proof};
use crate::web::gate::SkipRule;

/// A place where the request passes.
#[derive(Clone, Copy, Debug)]
pub(in crate::web) struct Pass {
    /// Where it is.
    pub(in crate::web) span: Span,
    pub(in crate::web) proof: Proof,
    /// A credential was looked at and found wanting on the way here.
    pub(in crate::web) failed: bool,
    /// A setting leads here.
    pub(in crate::web) conditional: bool,
    /// The address of the request leads here.
    pub(in crate::web) skipped: bool,
    /// What is returned here is `None`.
    pub(in crate::web) empty: bool,
    /// What is returned here holds who asks, if anybody is known.
    pub(in crate::web) carries: bool,
}

/// What the walk found.
#[derive(Clone, Debug, Default)]
pub(in crate::web) struct Outcome {
    pub(in crate::web) passes: Vec<Pass>,
    /// Places where the request ends.
    pub(in crate::web) refusals: usize,
    /// The strongest credential that is demanded anywhere.
    pub(in crate::web) credential: Option<Credential>,
    /// Addresses that are let through.
    pub(in crate::web) skips: Vec<SkipRule>,
    /// A verification that makes no difference: both ways go on.
    pub(in crate::web) unheeded: Option<Span>,
}

impl Outcome {
    /// What the weakest pass proves, those of skipped addresses aside.
    pub(in crate::web) fn weakest(&self) -> Option<Proof> {
        self.passes.iter().filter(|p| !p.skipped).map(|p| p.proof).min()
    }

    /// What the weakest pass proves that returns a value, if some return none.
    pub(in crate::web) fn weakest_value(&self) -> Option<Proof> {
        let some = self.passes.iter().any(|p| p.empty);
        self.passes.iter().filter(|p| some && !p.skipped && !p.empty).map(|p| p.proof).min()
    }

    /// Whether `None` is returned only once somebody is verified, and values to others: the refusal, if there is one.
    pub(in crate::web) fn inverse(&self) -> bool {
        let empty = self.passes.iter().filter(|p| p.empty).map(|p| p.proof).min();
        empty == Some(Proof::Verified) && self.weakest_value() == Some(Proof::None)
    }

    /// Whether every value that is returned without a proof holds who asks, or nobody.
    pub(in crate::web) fn carries(&self) -> bool {
        let mut open = self.passes.iter().filter(|p| !p.skipped && p.proof == Proof::None).peekable();
        open.peek().is_some() && open.all(|p| p.carries)
    }

    /// Whether every pass that proves nothing hangs on a setting.
    pub(in crate::web) fn conditional(&self) -> bool {
        let mut open = self.passes.iter().filter(|p| !p.skipped && p.proof < Proof::Verified).peekable();
        open.peek().is_some() && open.all(|p| p.conditional)
    }

    /// What the strongest pass proves.
    pub(in crate::web) fn strongest(&self) -> Proof {
        self.passes.iter().map(|p| p.proof).max().unwrap_or_default()
    }
}
