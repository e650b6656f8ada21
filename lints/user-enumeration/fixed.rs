//@ dep: bcrypt = "0.15"
use std::collections::HashMap;

pub struct Denied;

pub fn sign_in(
    hashes: &HashMap<String, String>,
    nobody: &str,
    name: &str,
    password: &str,
) -> Result<(), Denied> {
    let stored = hashes.get(name);
    let fits = bcrypt::verify(password, stored.map_or(nobody, String::as_str));
    match (stored, fits) {
        (Some(_), Ok(true)) => Ok(()),
        _ => Err(Denied),
    }
}
