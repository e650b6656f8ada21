//@ dep: jsonwebtoken = "9"
//@ dep: serde_json = "1"

use jsonwebtoken::errors::Error;
use jsonwebtoken::{DecodingKey, Validation, decode, decode_header};
use serde_json::Value;

pub fn claims(token: &str, key: &DecodingKey) -> Result<Value, Error> {
    let header = decode_header(token)?;
    let validation = Validation::new(header.alg); //~ header-chosen-algorithm
    Ok(decode::<Value>(token, key, &validation)?.claims)
}
