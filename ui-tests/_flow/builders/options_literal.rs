//@ dep: jsonwebtoken = "9"
//! Options written as a struct, whose field is assigned afterwards.

use jsonwebtoken::Validation;

pub fn bad() -> Validation {
    Validation { validate_exp: false, ..Validation::default() } //~ disabled-jwt-validation
}

pub fn good() -> Validation {
    let mut validation = Validation { validate_exp: false, ..Validation::default() };
    validation.validate_exp = true;
    validation
}
