//@ dep: tracing = "0.1"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! The name stands elsewhere, or there is none.

use hmac::{Hmac, Mac};
use sha2::Sha256;
use tracing::{error, warn};

pub struct Account {
    pub name: String,
    pub password: String,
}

pub fn a_variable_of_another_name(account: &Account) {
    let given = account.password.trim().to_string();
    warn!("refused {given}"); //~ secret-in-log
}

pub fn used_as_a_key(text: &str, data: &[u8]) -> Option<Vec<u8>> {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(text.as_bytes()) else {
        error!("cannot use {text}"); //~ secret-in-log
        return None;
    };
    mac.update(data);
    Some(mac.finalize().into_bytes().to_vec())
}

fn shared_secret() -> String {
    std::fs::read_to_string("/run/shared").unwrap_or_default()
}

pub fn of_a_getter() {
    warn!("the peers have {}", shared_secret()); //~ secret-in-log
}

pub mod login {
    pub fn a_vague_name_in_a_telling_place(token: &str) {
        tracing::info!("signs in with {}", token); //~ secret-in-log
    }
}
