//@ dep: aes = "0.8"
//@ dep: blowfish = { version = "0.9", features = ["bcrypt"] }
//@ dep: cast5 = "0.11"
//@ dep: cfb-mode = "0.8"
//@ dep: des = "0.8"
//! A format offers many ciphers, and a password hash is made of one.

use aes::Aes128;
use blowfish::Blowfish;
use cast5::Cast5;
use cfb_mode::Decryptor;
use cfb_mode::cipher::{AsyncStreamCipher, InvalidLength, KeyIvInit};
use des::TdesEde3;

pub enum Symmetric {
    TripleDes,
    Cast5,
    Blowfish,
    Aes128,
}

pub fn decrypt(with: &Symmetric, key: &[u8], iv: &[u8], data: &mut [u8]) -> Result<(), InvalidLength> {
    match with {
        Symmetric::TripleDes => {
            Decryptor::<TdesEde3>::new_from_slices(key, iv)?.decrypt(data);
        }
        Symmetric::Cast5 => Decryptor::<Cast5>::new_from_slices(key, iv)?.decrypt(data),
        Symmetric::Blowfish => Decryptor::<Blowfish>::new_from_slices(key, iv)?.decrypt(data),
        Symmetric::Aes128 => Decryptor::<Aes128>::new_from_slices(key, iv)?.decrypt(data),
    }
    Ok(())
}

pub fn by_length(key: &[u8], iv: &[u8], data: &mut [u8]) -> Result<(), InvalidLength> {
    match key.len() {
        8 => Decryptor::<Blowfish>::new_from_slices(key, iv)?.decrypt(data), //~ weak-cipher
        16 => Decryptor::<Aes128>::new_from_slices(key, iv)?.decrypt(data),
        _ => return Err(InvalidLength),
    }
    Ok(())
}

/// The slow set-up of bcrypt.
pub fn bcrypt_state(rounds: u32, salt: &[u8], password: &[u8]) -> Blowfish {
    let mut state = Blowfish::bc_init_state();
    state.salted_expand_key(salt, password);
    for _ in 0..rounds {
        state.bc_expand_key(password);
        state.bc_expand_key(salt);
    }
    state
}
