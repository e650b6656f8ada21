//@ dep: jsonwebtoken = "9"
//! How tokens are checked.

use jsonwebtoken::{Algorithm, Validation};

/// Clocks may differ by half a minute, no more.
pub fn validation() -> Validation {
    let mut validation = Validation::new(Algorithm::RS256);
    validation.leeway = 30;
    validation
}
