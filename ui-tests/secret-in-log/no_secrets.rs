//@ dep: log = "0.4"
//@ dep: anyhow = "1"
//! Names and messages that only sound secret.

use std::collections::HashMap;

use log::{debug, error, warn};

const PASSWORD_VARIABLE: &str = "APP_PASSWORD";

#[derive(Debug)]
pub enum TokenKind {
    Word,
    Number,
}

pub fn missing() -> anyhow::Result<String> {
    std::env::var(PASSWORD_VARIABLE).map_err(|_| anyhow::anyhow!("set the password in {PASSWORD_VARIABLE}"))
}

pub fn cache(entries: &HashMap<String, u32>, key: &str) -> Option<u32> {
    debug!("looks for the key {key}");
    entries.get(key).copied()
}

pub fn partition(messages_key: &[u8]) -> u8 {
    debug!("the partition of the messages key {messages_key:?}");
    messages_key.iter().fold(0, |sum, b| sum ^ b)
}

pub fn next(token: &str) -> anyhow::Result<TokenKind> {
    match token.parse::<u32>() {
        Ok(_) => Ok(TokenKind::Number),
        Err(_) if token.is_empty() => anyhow::bail!("unexpected token {token}"),
        Err(_) => Ok(TokenKind::Word),
    }
}

pub fn kinds(token: TokenKind, attempts: u32, password_error: &str) {
    debug!("{token:?} {attempts}");
    error!("{password_error}");
}

pub fn levels(reset_token_lifetime: u64, secret: &Option<u32>) {
    warn!("{reset_token_lifetime} {secret:?}");
}

#[cfg(test)]
mod tests {
    #[test]
    fn passwords() {
        let password = String::from_utf8_lossy(b"abc").to_string();
        assert!(password.len() == 3, "{password}");
        println!("{password}");
    }
}
