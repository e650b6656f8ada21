//@ dep: argon2 = "0.5"
//@ dep: reqwest = "0.12"
//! Passwords that open nothing: of no account, and of a hash that is thrown away.

use argon2::{Argon2, PasswordHasher, password_hash::SaltString};
use reqwest::{Client, RequestBuilder};

fn hash(argon: &Argon2<'_>, salt: &SaltString, plain: &str) -> Result<String, argon2::password_hash::Error> {
    Ok(argon.hash_password(plain.as_bytes(), salt)?.to_string())
}

pub fn milliseconds(argon: &Argon2<'_>, salt: &SaltString) -> Result<u128, argon2::password_hash::Error> {
    let start = std::time::Instant::now();
    let _ = hash(argon, salt, "Quai-7-Rotterdam")?;
    Ok(start.elapsed().as_millis())
}

pub fn first_account(argon: &Argon2<'_>, salt: &SaltString) -> Result<String, argon2::password_hash::Error> {
    hash(argon, salt, "Quai-7-Rotterdam") //~ hardcoded-secret
}

pub fn download(client: &Client, address: &str, password: Option<String>) -> RequestBuilder {
    let password = password.unwrap_or_else(|| "anonymous".to_owned());
    client.get(address).basic_auth("ftp", Some(password))
}

pub fn upload(client: &Client, address: &str) -> RequestBuilder {
    client.put(address).basic_auth("ftp", Some("this is not a good passphrase")) //~ hardcoded-secret
}

pub mod devmode {
    /// Of the account in the container that is started beside it.
    pub const CLIENT_SECRET: &str = "R8A6KFeyxJsMDBhjfHbpZTIF0GWt43HP";
}

pub fn as_slow_without_an_account(
    argon: &Argon2<'_>,
    salt: &SaltString,
    known: Option<&str>,
    word: &str,
) -> Result<String, argon2::password_hash::Error> {
    match known {
        Some(_) => hash(argon, salt, word),
        None => hash(argon, salt, "no such account"),
    }
}
