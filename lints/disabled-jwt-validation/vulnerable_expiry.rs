//@ dep: jsonwebtoken = "9"
//! How tokens are checked.

use jsonwebtoken::{Algorithm, Validation};

/// A token that leaked once is valid for ever.
pub fn validation() -> Validation {
    let mut validation = Validation::new(Algorithm::RS256);
    validation.validate_exp = false; //~ disabled-jwt-validation
    validation
}
