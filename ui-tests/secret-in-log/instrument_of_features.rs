//@ dep: tracing = "0.1"
//! What is recorded in builds that say that they are dangerous, what finds an entry, and what everybody's build records.

#[cfg_attr(feature = "dangerous-crypto-debug", tracing::instrument)]
pub fn derive(password: &str, salt: &str) -> usize {
    password.len() + salt.len()
}

pub struct CredentialCache;

impl CredentialCache {
    #[tracing::instrument(skip(self, make_value))]
    pub fn get_or_insert(&mut self, key: &str, make_value: fn() -> u8) -> u8 {
        if key.is_empty() { 0 } else { make_value() }
    }
}

#[cfg_attr(feature = "telemetry", tracing::instrument)]
pub fn unlock(password: &str) -> usize { //~ secret-in-log
    password.len()
}
