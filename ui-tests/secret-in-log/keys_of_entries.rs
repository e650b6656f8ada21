//@ dep: tracing = "0.1"
//! The key under which something is looked up in a store of secrets is the name of an entry.

use std::collections::HashMap;

use tracing::{debug, instrument};

pub mod secrets {
    use super::*;

    pub struct Vault {
        pub entries: HashMap<String, String>,
    }

    impl Vault {
        #[instrument(skip(self))]
        pub fn get(&self, key: &str) -> Option<String> {
            self.entries.get(key).cloned()
        }

        pub fn credential_alias(&self, name: &str) -> Option<String> {
            let key = format!("credential-alias.{name}");
            let found = self.entries.get(&key)?;
            debug!("resolving credential alias '{key}'");
            Some(found.clone())
        }

        #[instrument(skip(self))]
        pub fn unlock(&mut self, passphrase: &str) -> usize { //~ secret-in-log
            self.entries.len() + passphrase.len()
        }
    }
}

pub fn forget(secrets_deleted: usize) {
    debug!(secrets_deleted = ?secrets_deleted, "the webhook is gone");
}

pub trait Request {
    const API_KEY: u16;

    fn encode(&self) -> Vec<u8>;
}

pub fn send<R: Request>(request: &R) -> Vec<u8> {
    debug!(api = R::API_KEY, "sending");
    request.encode()
}
