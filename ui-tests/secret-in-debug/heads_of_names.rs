//! The head of a name says what it is: the bounds of a token are none, its text is.

#[derive(Debug)]
pub struct Role {
    pub token_bound_cidrs: Option<Vec<String>>,
    pub token_policies: Vec<String>,
    pub password_value: String, //~ secret-in-debug
}

/// What a chain issues.
#[derive(Debug)]
pub struct TokenIssuance {
    pub token_ticker: Vec<u8>,
    pub token_supply: String,
}

/// An entry of a shell's history: a working directory.
#[derive(Debug)]
pub struct Entry {
    pub cmdline: String,
    pub pwd: String,
    pub real_pwd: String,
}

#[derive(Debug)]
pub struct Database {
    pub host: String,
    pub admin_pwd: String, //~ secret-in-debug
}

#[derive(Debug)]
pub struct Challenge {
    pub salt: [u8; 4],
}

#[derive(Debug)]
pub enum Authentication {
    Md5Password(Challenge),
    Done,
}

/// Sent to the other side in the clear.
#[derive(Debug)]
pub struct EncapsulatedSecret(pub Vec<u8>);
