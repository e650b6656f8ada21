//@ dep: openssl = "0.10"
//! The padding that every instance has.

use openssl::error::ErrorStack;
use openssl::pkey::Private;
use openssl::rsa::{Padding, Rsa};

pub struct Unwrap {
    padding: Padding,
}

impl Unwrap {
    pub fn compatible() -> Self {
        Self { padding: Padding::PKCS1 }
    }

    pub fn unwrap(&self, key: &Rsa<Private>, wrapped: &[u8], out: &mut [u8]) -> Result<usize, ErrorStack> {
        key.private_decrypt(wrapped, out, self.padding) //~ broken-rsa-padding
    }
}

pub struct Chosen {
    padding: Padding,
}

impl Chosen {
    pub fn old() -> Self {
        Self { padding: Padding::PKCS1 }
    }

    pub fn new() -> Self {
        Self { padding: Padding::PKCS1_OAEP }
    }

    pub fn unwrap(&self, key: &Rsa<Private>, wrapped: &[u8], out: &mut [u8]) -> Result<usize, ErrorStack> {
        key.private_decrypt(wrapped, out, self.padding)
    }
}
