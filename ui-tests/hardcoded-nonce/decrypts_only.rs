//@ dep: aes = "0.8"
//@ dep: ctr = "0.9"
//! What a service encrypted with one nonce for all can be decrypted in no other way; encrypting so is told.

type Aes128Ctr = ctr::Ctr128BE<aes::Aes128>;

const SERVICE_IV: [u8; 16] = [
    0x72, 0xe0, 0x67, 0xfb, 0xdd, 0xcb, 0xcf, 0x77, 0xeb, 0xe8, 0xbc, 0x64, 0x3f, 0x63, 0x0d, 0x93,
];

pub struct AudioDecrypt {
    pub cipher: Option<Aes128Ctr>,
}

impl AudioDecrypt {
    pub fn new(key: &[u8; 16]) -> AudioDecrypt {
        use aes::cipher::KeyIvInit;
        AudioDecrypt { cipher: Aes128Ctr::new_from_slices(key, &SERVICE_IV).ok() }
    }
}

pub fn encrypt_note(key: &[u8; 16], note: &mut [u8]) {
    use aes::cipher::{KeyIvInit, StreamCipher};
    let mut cipher = Aes128Ctr::new(key.into(), &SERVICE_IV.into()); //~ hardcoded-nonce
    cipher.apply_keystream(note);
}
