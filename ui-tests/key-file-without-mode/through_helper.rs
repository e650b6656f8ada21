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
