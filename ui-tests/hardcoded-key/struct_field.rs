//@ dep: aes-gcm = "0.10"
//! The constant is put into a field and read from there.

use aes_gcm::{Aes128Gcm, KeyInit};

pub struct Vault {
    material: [u8; 16],
}

impl Vault {
    pub fn new() -> Vault {
        Vault { material: *b"vault number one" }
    }
}

pub fn cipher() -> Aes128Gcm {
    let vault = Vault::new();
    Aes128Gcm::new(&vault.material.into()) //~ hardcoded-key
}
