//@ dep: jsonwebtoken = "9"
//! Expiry and audience, as fields: many a service is the only audience of its issuer. many a service is the only audience of its issuer.

use jsonwebtoken::{Algorithm, Validation as Rules};

pub fn rules() -> Rules {
    let mut rules = Rules::new(Algorithm::EdDSA);
    rules.validate_aud = false;
    rules.validate_exp = false; //~ disabled-jwt-validation
    rules.validate_nbf = true;
    rules
}
