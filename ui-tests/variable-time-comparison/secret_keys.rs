//! A `secret_key` is shown to be let in, like an API key; a key that encrypts is not.

pub struct Account {
    pub secret_key: String,
    pub encryption_secret_key: String,
}

pub fn authenticate(account: &Account, given: &str) -> bool {
    account.secret_key == given //~ variable-time-comparison
}

pub fn authorize(account: &Account, secret_access_key: &str) -> Result<(), String> {
    if !account.secret_key.eq(secret_access_key) { //~ variable-time-comparison
        return Err("denied".to_owned());
    }
    Ok(())
}

/// The one that encrypts is looked for, not shown.
pub fn is_current(account: &Account, candidate: &str) -> bool {
    account.encryption_secret_key == candidate
}
