//@ dep: bcrypt = "0.15"
//! The way without an account verifies against a hash of nobody.
use std::collections::HashMap;

pub fn login(hashes: &HashMap<String, String>, nobody: &str, name: &str, password: &str) -> bool {
    let Some(stored) = hashes.get(name) else {
        let _ = bcrypt::verify(password, nobody);
        return false;
    };
    bcrypt::verify(password, stored).unwrap_or(false)
}

pub fn authenticate(hashes: &HashMap<String, String>, nobody: &str, name: &str, password: &str) -> bool {
    match hashes.get(name) {
        Some(stored) => bcrypt::verify(password, stored).unwrap_or(false),
        None => spend_time(password, nobody),
    }
}

fn spend_time(password: &str, nobody: &str) -> bool {
    let _ = bcrypt::verify(password, nobody);
    false
}

pub fn check_login(hashes: &HashMap<String, String>, nobody: &str, name: &str, password: &str) -> bool {
    let (hash, exists) = match hashes.get(name) {
        Some(stored) => (stored.as_str(), true),
        None => (nobody, false),
    };
    bcrypt::verify(password, hash).unwrap_or(false) && exists
}
