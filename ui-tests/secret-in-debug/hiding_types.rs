//@ dep: secrecy = "0.10"
//! Types that hide their content.

use std::fmt;

use secrecy::{SecretBox, SecretString};

pub struct Hidden(String);

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")
    }
}

impl Hidden {
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

#[derive(Debug)]
pub struct Settings {
    pub password: SecretString,
    pub token: Option<SecretString>,
    pub private_key: SecretBox<Vec<u8>>,
    pub api_key: Hidden,
    pub old_api_keys: Vec<Hidden>,
}
