//@ dep: tracing = "0.1"
//! What something is looked up by, and what opens something.

use std::collections::{HashMap, HashSet};

pub struct Vault {
    entries: HashMap<String, String>,
}

impl Vault {
    pub fn get(&self, name: &str) -> Option<&String> {
        self.entries.get(name)
    }
}

pub fn read_secret(vault: &Vault, vault_key: &str) -> String {
    if let Some(found) = vault.get(vault_key) {
        return found.clone();
    }
    tracing::warn!("vault key {vault_key} not found");
    String::new()
}

pub fn warn_once(seen: &mut HashSet<String>, legacy_key: &str) {
    if seen.insert(legacy_key.to_owned()) {
        tracing::warn!("secret {} is deprecated", legacy_key);
    }
}

pub fn cached(cache: &HashMap<String, u32>, api_key: &str) -> Option<u32> {
    let found = cache.get(api_key).copied();
    tracing::warn!("{api_key} is used up"); //~ secret-in-log
    found
}

pub fn unlock(vault_key: &str) {
    tracing::warn!("vault is opened with {vault_key}"); //~ secret-in-log
}

/// The names of variables that hold secrets.
pub fn warn_of_secret(old_key: &str, canonical_key: &str) {
    tracing::warn!("Environment variable {} of a secret is deprecated; use {} instead", old_key, canonical_key);
}

/// Objects of a store have keys that everybody may know.
pub struct Vault {
    bucket: String,
}

impl Vault {
    pub fn exists(&self, key: &str) {
        tracing::info!("Looking for an object in bucket {} under key {}", self.bucket, key);
    }
}

pub struct Tables;

impl Tables {
    pub fn get_entry(&self, table: u32, key: &str) -> Option<String> {
        Some(format!("{table}{key}"))
    }

    pub fn get_secret(&self, key: &str) -> Option<String> {
        tracing::trace!(key, "getting secret");
        self.get_entry(7, key)
    }

    pub fn open_secret(&self, key: &str) -> bool {
        tracing::trace!(key, "opening secret"); //~ secret-in-log
        key.len() == 32
    }
}
