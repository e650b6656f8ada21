//@ dep: jsonwebtoken = "9"
//! A field of a struct of options, assigned twice.

use jsonwebtoken::{Algorithm, Validation};

pub fn bad() -> Validation {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.validate_exp = true;
    validation.validate_exp = false; //~ disabled-jwt-validation
    validation
}

pub fn good() -> Validation {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.validate_exp = false;
    validation.set_audience(&["shop"]);
    validation.validate_exp = true;
    validation
}
