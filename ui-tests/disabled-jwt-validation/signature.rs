//@ dep: jsonwebtoken = "9"
//! In a closure and on a builder in a variable.

use jsonwebtoken::{Algorithm, Validation};

pub fn validation() -> Validation {
    let relax = |mut validation: Validation| {
        validation.insecure_disable_signature_validation(); //~ disabled-jwt-validation
        validation
    };
    relax(Validation::new(Algorithm::HS256))
}
