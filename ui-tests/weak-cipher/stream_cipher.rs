//@ dep: rc4 = "0.1"
//! A broken stream cipher.

use rc4::consts::U16;
use rc4::{Key, KeyInit, Rc4, StreamCipher};

pub fn apply(key: &Key<U16>, data: &mut [u8]) {
    let mut cipher = Rc4::<U16>::new(key); //~ weak-cipher
    cipher.apply_keystream(data);
}
