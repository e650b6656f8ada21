//@ dep: aes-gcm = "0.10"
//! Known answers need known keys.

use aes_gcm::{Aes128Gcm, KeyInit};

pub fn cipher(material: &[u8; 16]) -> Aes128Gcm {
    Aes128Gcm::new(material.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MATERIAL: [u8; 16] = [0xfe; 16];

    #[test]
    fn makes_a_cipher() {
        cipher(&MATERIAL);
        Aes128Gcm::new(&[0; 16].into());
    }
}
