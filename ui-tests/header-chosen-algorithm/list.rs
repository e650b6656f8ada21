//@ dep: jsonwebtoken = "9"
//! As a list.

use jsonwebtoken::errors::Error;
use jsonwebtoken::{Validation, decode_header};

pub fn validation(token: &str) -> Result<Validation, Error> {
    let mut validation = Validation::default();
    validation.algorithms = vec![decode_header(token)?.alg]; //~ header-chosen-algorithm
    Ok(validation)
}
