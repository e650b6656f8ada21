//@ dep: totp-rs = "5"
//! The shared secret of one-time passwords.

use totp_rs::{Algorithm, Secret, TOTP};

pub fn of_everybody() -> Option<TOTP> {
    let secret = Secret::Encoded("KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU".to_string()).to_bytes().ok()?; //~ hardcoded-secret
    TOTP::new(Algorithm::SHA1, 6, 1, 30, secret).ok()
}

pub fn of_one(kept: String) -> Option<TOTP> {
    let secret = Secret::Encoded(kept).to_bytes().ok()?;
    TOTP::new(Algorithm::SHA1, 6, 1, 30, secret).ok()
}
