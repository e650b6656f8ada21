//@ dep: bcrypt = "0.15"
use std::collections::HashMap;

pub struct Denied;

pub fn sign_in(hashes: &HashMap<String, String>, name: &str, password: &str) -> Result<(), Denied> {
    let Some(stored) = hashes.get(name) else { return Err(Denied) }; //~ user-enumeration
    match bcrypt::verify(password, stored) {
        Ok(true) => Ok(()),
        _ => Err(Denied),
    }
}
