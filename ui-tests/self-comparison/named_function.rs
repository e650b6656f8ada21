//@ dep: subtle = "2"
//! Functions whose names say that they compare.

use subtle::{Choice, ConstantTimeEq};

pub fn verify_tag(expected: &[u8], received: &[u8]) -> bool {
    expected.len() == received.len() && expected.ct_eq(expected).into() //~ self-comparison
}

pub struct Tag([u8; 16]);

impl ConstantTimeEq for Tag {
    fn ct_eq(&self, other: &Tag) -> Choice {
        let _ = other;
        self.0.ct_eq(&self.0) //~ self-comparison
    }
}
