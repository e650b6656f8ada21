// The file is made by a small function of the project.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

fn save(content: &[u8], path: &Path) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(content)
}

pub fn keep(dir: &Path, private_key: &[u8], cert_pem: &[u8]) -> io::Result<()> {
    save(cert_pem, &dir.join("server.crt"))?;
    save(private_key, &dir.join("server.key")) //~ key-file-without-mode
}

pub struct Secret {
    bytes: Vec<u8>,
}

impl Secret {
    fn secret(&self) -> &[u8] {
        &self.bytes
    }

    pub fn store_secret(&self, path: &Path) -> io::Result<()> {
        std::fs::write(path, self.secret()) //~ key-file-without-mode
    }
}

/// It calls what it is given a key, and is told of there.
fn save_key(private_key: &[u8], path: &Path) -> io::Result<()> {
    let text = private_key.to_vec();
    std::fs::write(path, text) //~ key-file-without-mode
}

pub fn keep_another(dir: &Path, private_key: &[u8]) -> io::Result<()> {
    save_key(private_key, &dir.join("another.key"))
}
