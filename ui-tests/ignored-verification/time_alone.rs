//@ dep: bcrypt = "0.15"
//! An unknown user takes as long as a known one.

const DUMMY_HASH: &str = "$2b$12$KIXQJ9d9WlW8Z8n0l1Z2EeYh1zq8oZ2pKc1yJxq2nqkq3t6y8m2Ge";

pub fn login(password: &str, stored: Option<&str>) -> Result<(), String> {
    let Some(stored) = stored else {
        let _ = bcrypt::verify(password, DUMMY_HASH);
        return Err("wrong name or password".to_owned());
    };
    if bcrypt::verify(password, stored).unwrap_or(false) { Ok(()) } else { Err("wrong name or password".to_owned()) }
}

pub fn refused(password: &str, stored: &str, locked: bool) -> Result<(), String> {
    if locked {
        let _ = bcrypt::verify(password, stored);
        return Err("the account is locked".to_owned());
    }
    if bcrypt::verify(password, stored).unwrap_or(false) { Ok(()) } else { Err("wrong password".to_owned()) }
}
