//@ profile: strict
//@ dep: jsonwebtoken = "9"
//! Lists of algorithms, of one family and of two.

use jsonwebtoken::{Algorithm, Validation};

pub fn two() -> Validation {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.algorithms = vec![Algorithm::HS256, Algorithm::RS256]; //~ header-chosen-algorithm
    validation
}

pub fn one() -> Validation {
    let mut validation = Validation::new(Algorithm::RS256);
    validation.algorithms = vec![Algorithm::RS256, Algorithm::PS256, Algorithm::ES256];
    validation
}
