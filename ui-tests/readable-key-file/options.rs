use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;

fn create(path: &str, mode: u32) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(mode).open(path)
}

pub struct Vault {
    pub secret_key: [u8; 32],
}

impl Vault {
    pub fn export(&self, path: &str) -> io::Result<()> {
        create(path, 0o644)?.write_all(b"data")
    }

    pub fn export_key(&self, path: &str) -> io::Result<()> {
        create(path, 0o644)?.write_all(&self.secret_key) //~ readable-key-file
    }

    pub fn open(&self) -> io::Result<File> {
        OpenOptions::new().create(true).append(true).mode(0o604).open("/etc/service/private.pem") //~ readable-key-file
    }
}
