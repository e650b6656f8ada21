//@ dep: sodiumoxide = "0.2"
//! The field is written from a variable that is a constant, and from one that is not.

use sodiumoxide::crypto::secretbox::{self, Key};

pub struct Drawer {
    key: Key,
}

impl Drawer {
    pub fn open() -> Option<Drawer> {
        let key = Key::from_slice(b"the-drawer-in-the-hall-has-a-key")?;
        Some(Drawer { key })
    }

    pub fn put(&self, paper: &[u8]) -> Vec<u8> {
        secretbox::seal(paper, &secretbox::gen_nonce(), &self.key) //~ hardcoded-key
    }
}

pub struct Safe {
    key: Key,
}

impl Safe {
    pub fn open(bytes: &[u8]) -> Option<Safe> {
        let key = Key::from_slice(bytes)?;
        Some(Safe { key })
    }

    pub fn put(&self, paper: &[u8]) -> Vec<u8> {
        secretbox::seal(paper, &secretbox::gen_nonce(), &self.key)
    }
}
