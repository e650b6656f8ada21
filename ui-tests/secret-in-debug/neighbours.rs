//! Names that mean something else in the company they keep.

use std::collections::BTreeMap;

#[derive(Debug)]
pub struct HistoryEntry {
    pub command: String,
    pub home: String,
    pub pwd: String,
}

#[derive(Debug)]
pub struct AdminUser {
    pub name: String,
    pub pwd: String, //~ secret-in-debug
}

#[derive(Debug)]
pub struct User {
    pub language_code: String,
    pub postal_code: String,
}

#[derive(Debug)]
pub struct Salt {
    pub salt: [u8; 4],
}

#[derive(Debug)]
pub enum Authentication {
    Md5Password(Salt),
}

#[derive(Debug)]
pub struct UserPublicKeyCredential {
    pub key: String,
}

#[derive(Debug)]
pub struct EncryptedCredentials {
    pub secret: String,
}

#[derive(Debug)]
pub struct SessionSettings {
    pub tokens: BTreeMap<String, u64>,
    pub page_token: String,
    pub token_policies: Vec<String>,
}
