//@ dep: jsonwebtoken = "9"
//! Options of the caller.

use jsonwebtoken::Validation;

pub fn bad(validation: &mut Validation) {
    validation.validate_exp = true;
    validation.validate_exp = false; //~ disabled-jwt-validation
}

pub fn good(validation: &mut Validation) {
    validation.validate_exp = false;
    validation.validate_exp = true;
}
