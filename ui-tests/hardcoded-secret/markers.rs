//! The first and last lines of a key, without the key.

pub const BEGIN: &str = "-----BEGIN PRIVATE KEY-----";
pub const END: &str = "-----END PRIVATE KEY-----\n";

pub fn is_private_key(text: &str) -> bool {
    text.starts_with(BEGIN) && text.trim_end().ends_with("-----END PRIVATE KEY-----")
}

pub fn armour(body: &str) -> String {
    format!("-----BEGIN RSA PRIVATE KEY-----\n{body}\n-----END RSA PRIVATE KEY-----\n")
}
