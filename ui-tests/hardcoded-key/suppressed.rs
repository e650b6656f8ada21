//@ dep: aes-gcm = "0.10"
//! With a reason.

use aes_gcm::{Aes128Gcm, KeyInit};

pub fn scrambler() -> Aes128Gcm {
    // secure-lint: allow(hardcoded-key): the specification prints it, it only scrambles
    Aes128Gcm::new(&[3; 16].into())
}
