// Public keys, what is encrypted, ids of keys, and keys of entries.

use std::fs;
use std::io;
use std::path::Path;

pub fn write(dir: &Path, public_key: &[u8], private_key_id: &str) -> io::Result<()> {
    fs::write(dir.join("server.pub"), public_key)?;
    fs::write(dir.join("current"), private_key_id)
}

pub fn write_encrypted(dir: &Path, encrypted_private_key: &[u8]) -> io::Result<()> {
    fs::write(dir.join("server.key.enc"), encrypted_private_key)
}

pub fn note(dir: &Path, key: &str) -> io::Result<()> {
    fs::write(dir.join("last-entry"), key)
}

/// Not a file: what is sent is protected by the channel.
pub fn send(channel: &mut Vec<u8>, private_key: &[u8]) -> io::Result<()> {
    io::Write::write_all(channel, private_key)
}
