// The comparison of a credential is written by hand, and whoever asks for it uses that.
//@ dep: secrecy = "0.10"
//@ dep: subtle = "2"

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;

pub struct ApiKey(SecretString);

impl PartialEq for ApiKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret() //~ variable-time-comparison
    }
}

pub struct AccessToken(SecretString);

impl PartialEq for AccessToken {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret().as_bytes().ct_eq(other.0.expose_secret().as_bytes()).into()
    }
}

/// A record is compared to see what has changed.
pub struct Upstream {
    pub address: String,
    pub password: SecretString,
}

impl PartialEq for Upstream {
    fn eq(&self, other: &Self) -> bool {
        self.address == other.address && self.password.expose_secret() == other.password.expose_secret()
    }
}

/// Nobody shows it to be let in.
pub struct SecretKey {
    secret: [u8; 32],
}

impl PartialEq for SecretKey {
    fn eq(&self, other: &Self) -> bool {
        self.secret.as_slice() == other.secret.as_slice()
    }
}
