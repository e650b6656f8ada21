use std::fs;
use std::io;
use std::path::Path;

pub fn store_private_key(path: &Path, private_key_pem: &str) -> io::Result<()> {
    fs::write(path, private_key_pem) //~ key-file-without-mode
}
