//@ dep: redis = "0.27"
//@ dep: aes-gcm = "0.10"

use std::fs::{self, File};
use std::io::{self, Write};

use aes_gcm::aead::{Aead, Nonce};
use aes_gcm::{AeadCore, Aes256Gcm, aead::OsRng};
use redis::Commands;

pub struct Login {
    pub user: String,
    pub password: String,
}

pub fn to_file(login: &Login) -> io::Result<()> {
    fs::write("/var/lib/agent/login", &login.password) //~ cleartext-storage
}

pub fn to_text(login: &Login) -> io::Result<()> {
    fs::write("/var/lib/agent/login", format!("{}:{}", login.user, login.password)) //~ cleartext-storage
}

pub fn appended(mut file: File, mnemonic: &str) -> io::Result<()> {
    file.write_all(mnemonic.as_bytes()) //~ cleartext-storage
}

pub fn to_store(connection: &mut redis::Connection, login: &Login) -> redis::RedisResult<()> {
    connection.set(format!("login:{}", login.user), &login.password) //~ cleartext-storage
}

pub fn sealed(cipher: &Aes256Gcm, password: &str) -> io::Result<()> {
    let nonce: Nonce<Aes256Gcm> = Aes256Gcm::generate_nonce(&mut OsRng);
    let sealed = cipher.encrypt(&nonce, password.as_bytes()).map_err(|_| io::ErrorKind::Other)?;
    fs::write("/var/lib/agent/login", [nonce.as_slice(), &sealed].concat())
}

pub fn hashed(password_hash: &str) -> io::Result<()> {
    fs::write("/var/lib/agent/login", password_hash)
}

pub fn user(login: &Login) -> io::Result<()> {
    fs::write("/var/lib/agent/user", &login.user)
}
