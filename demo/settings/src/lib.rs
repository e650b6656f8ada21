//! Settings of the demonstration service. Two of them are mistakes that only show where they are used.

use std::env;

/// Encrypts session cookies. A key in the source is known to everybody who has the source.
pub const SESSION_KEY: [u8; 32] = *b"an example key, thirty-two bytes";

/// A nonce may be used once with a key; a constant is used for every message.
pub const SESSION_NONCE: [u8; 12] = [7; 12];

/// Signs links in mails. When the variable is missing, everybody knows the secret.
pub fn link_secret() -> String {
    env::var("LINK_SECRET").unwrap_or_else(|_| "n0t-a-secret-any-more".to_owned())
}

/// The token that administrators send. This one is right: without the variable nobody gets in.
pub fn admin_token() -> Option<String> {
    env::var("ADMIN_TOKEN").ok()
}
