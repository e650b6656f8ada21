//@ dep: bcrypt = "0.15"
//! What fails early does not depend on the account.
use std::collections::HashMap;

pub fn login(hashes: &HashMap<String, String>, nobody: &str, name: &str, password: &str) -> Result<bool, &'static str> {
    let name = Some(name).filter(|n| !n.is_empty()).ok_or("no name")?;
    let stored = hashes.get(name).map(String::as_str).unwrap_or(nobody);
    bcrypt::verify(password, stored).map_err(|_| "the hash is broken")
}
