//@ dep: jsonwebtoken = "10"
//! An expired licence is told from a forged one.

use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};

#[derive(serde::Deserialize)]
pub struct Licence {
    pub exp: u64,
    pub seats: u32,
}

pub enum Status {
    Valid(u32),
    Expired,
}

pub fn read(token: &str, key: &DecodingKey) -> jsonwebtoken::errors::Result<Licence> {
    let mut validation = Validation::new(Algorithm::RS256);
    validation.validate_exp = false;
    Ok(decode::<Licence>(token, key, &validation)?.claims)
}

pub fn status(licence: &Licence, now: u64) -> Status {
    if licence.exp < now { Status::Expired } else { Status::Valid(licence.seats) }
}

pub fn of_anybody(token: &str, key: &DecodingKey) -> jsonwebtoken::errors::Result<Licence> {
    let mut validation = Validation::new(Algorithm::RS256);
    validation.insecure_disable_signature_validation(); //~ disabled-jwt-validation
    Ok(decode::<Licence>(token, key, &validation)?.claims)
}
