//@ dep: jsonwebtoken = "9"
//! A value from outside.

use jsonwebtoken::{Algorithm, Validation};

pub struct Settings {
    pub audience: Option<String>,
    pub sessions_end: bool,
}

pub fn validation(settings: &Settings) -> Validation {
    let mut validation = Validation::new(Algorithm::RS256);
    validation.validate_exp = settings.sessions_end;
    validation.validate_aud = settings.audience.is_some();
    validation
}
