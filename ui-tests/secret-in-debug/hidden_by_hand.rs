//@ dep: our-macros = "1"
//! A `Debug` by hand that shows a placeholder, a part, or that there is something.

use std::fmt;

pub struct Connection {
    pub endpoint: String,
    pub auth_token: String,
    pub api_key: String,
    pub password: Option<String>,
    pub private_key: Vec<u8>,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Connection { endpoint, auth_token, api_key, .. } = self;
        f.debug_struct("Connection")
            .field("endpoint", endpoint)
            .field("auth_token", &mask(auth_token))
            .field("api_key", &&api_key[..4])
            .field("password", &self.password.is_some())
            .field("private_key", &self.private_key.len())
            .finish()
    }
}

fn mask(text: &str) -> String {
    "*".repeat(text.len())
}

pub struct Hidden(String);

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hidden({} characters)", self.0.len())
    }
}

pub struct Account {
    pub name: String,
    pub password: Hidden,
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account").field("name", &self.name).field("password", &self.password).finish()
    }
}

/// A derive of the project that leaves out what is marked.
#[derive(our_macros::Debug)]
pub struct PrivateKey {
    #[sensitive]
    value: Vec<u8>,
}

pub struct Bundle {
    pub chain: Vec<Vec<u8>>,
    pub private_key: PrivateKey,
}

impl fmt::Debug for Bundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bundle").field("chain", &self.chain).field("private_key", &self.private_key).finish()
    }
}

// What is called a key is an id where the secret is hidden.
pub struct Access {
    pub key: String,
    pub secret: String,
}

impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access").field("key", &self.key).field("secret", &"****").finish()
    }
}
