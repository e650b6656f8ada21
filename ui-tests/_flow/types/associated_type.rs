//@ dep: aes-gcm = "0.10"
//! What a trait's method returns is the associated type that the impl says.

use aes_gcm::aead::{Aead, Nonce};
use aes_gcm::{Aes256Gcm, Error};

pub trait Opens {
    type Opened;
    fn open(&self) -> Self::Opened;
}

pub struct Codec;

impl Codec {
    pub fn encrypt(&self, _label: &[u8], data: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(data.to_vec())
    }
}

pub struct Safe(Aes256Gcm);
pub struct Shelf;

impl Opens for Safe {
    type Opened = Aes256Gcm;

    fn open(&self) -> Self::Opened {
        self.0.clone()
    }
}

impl Opens for Shelf {
    type Opened = Codec;

    fn open(&self) -> Self::Opened {
        Codec
    }
}

pub fn seal(safe: &Safe, data: &[u8]) -> Result<Vec<u8>, Error> {
    safe.open().encrypt(Nonce::<Aes256Gcm>::from_slice(b"fixed nonce!"), data) //~ hardcoded-nonce
}

pub fn encode(shelf: &Shelf, data: &[u8]) -> Result<Vec<u8>, Error> {
    shelf.open().encrypt(b"fixed label!", data)
}
