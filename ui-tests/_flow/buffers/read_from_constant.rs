//@ dep: aes-gcm = "0.10"
//! Reading from a cursor over a constant gives the constant; reading from a file does not.

use std::fs::File;
use std::io::{Cursor, Read};

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes128Gcm, Key};

const IMAGE: &[u8] = b"LDGR0123456789abcdef";

pub fn constant() -> std::io::Result<Aes128Gcm> {
    let mut reader = Cursor::new(IMAGE);
    let mut header = [0u8; 4];
    let mut material = [0u8; 16];
    reader.read_exact(&mut header)?;
    reader.read_exact(&mut material)?;
    Ok(Aes128Gcm::new(Key::<Aes128Gcm>::from_slice(&material))) //~ hardcoded-key
}

pub fn from_file() -> std::io::Result<Aes128Gcm> {
    let mut reader = File::open("/run/ledger/image")?;
    let mut header = [0u8; 4];
    let mut material = [0u8; 16];
    reader.read_exact(&mut header)?;
    reader.read_exact(&mut material)?;
    Ok(Aes128Gcm::new(Key::<Aes128Gcm>::from_slice(&material)))
}
