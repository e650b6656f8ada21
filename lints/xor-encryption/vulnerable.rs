//! Saves the password of a mailbox.

use std::path::Path;

/// Hides the password under the key of the installation.
pub fn save(file: &Path, password: &str, key: &[u8]) -> std::io::Result<()> {
    let mut out = Vec::with_capacity(password.len());
    for (i, byte) in password.bytes().enumerate() {
        out.push(byte ^ key[i % key.len()]); //~ xor-encryption
    }
    std::fs::write(file, out)
}
