//@ dep: bcrypt = "0.15"
//! Who changes a password is signed in: the account exists.
use std::collections::HashMap;

pub fn change_password(hashes: &mut HashMap<u64, String>, id: u64, old: &str, new: &str) -> Option<()> {
    let stored = hashes.get(&id)?;
    if !bcrypt::verify(old, stored).unwrap_or(false) {
        return None;
    }
    hashes.insert(id, bcrypt::hash(new, 12).ok()?);
    Some(())
}

pub fn confirm_login_password(hashes: &HashMap<u64, String>, id: u64, password: &str) -> bool {
    let Some(stored) = hashes.get(&id) else { return false };
    bcrypt::verify(password, stored).unwrap_or(false)
}
