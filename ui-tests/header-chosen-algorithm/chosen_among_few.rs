//@ dep: jsonwebtoken = "9"
//! The header chooses among those that are known.

use jsonwebtoken::errors::{Error, ErrorKind};
use jsonwebtoken::{Algorithm, Validation, decode_header};

pub fn by_match(token: &str) -> Result<Validation, Error> {
    let header = decode_header(token)?;
    match header.alg {
        Algorithm::RS256 | Algorithm::ES256 => Ok(Validation::new(header.alg)),
        _ => Err(ErrorKind::InvalidAlgorithm.into()),
    }
}

pub fn by_list(token: &str, known: &[Algorithm]) -> Result<Validation, Error> {
    let algorithm = decode_header(token)?.alg;
    if !known.contains(&algorithm) {
        return Err(ErrorKind::InvalidAlgorithm.into());
    }
    Ok(Validation::new(algorithm))
}
