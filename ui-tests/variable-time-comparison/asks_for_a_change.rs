//! What is asked is whether something has to be written anew.

pub struct Integration {
    pub access_token: String,
}

pub fn update(kept: &Integration, access_token: Option<String>) -> bool {
    let token_is_changed = access_token.as_ref().is_some_and(|token| token != &kept.access_token);
    token_is_changed
}

pub fn allowed(kept: &Integration, access_token: Option<String>) -> bool {
    access_token.as_ref().is_some_and(|token| token == &kept.access_token) //~ variable-time-comparison
}
