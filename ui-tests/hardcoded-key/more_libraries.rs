//@ dep: libsodium-sys = "0.2"
//@ dep: libreauth = "0.18"
//@ dep: magma = "0.10"
//@ dep: secp256k1 = "0.28"
//! Keys of libraries that are rarely met.

use libsodium_sys::crypto_secretbox_easy;
use magma::cipher::KeyInit;

const KEY: [u8; 32] = *b"0123456789abcdef0123456789abcdef";

pub fn raw(out: &mut [u8], message: &[u8], nonce: &[u8; 24]) -> i32 {
    unsafe {
        crypto_secretbox_easy(out.as_mut_ptr(), message.as_ptr(), message.len() as u64, nonce.as_ptr(), KEY.as_ptr()) //~ hardcoded-key
    }
}

pub fn pepper() -> libreauth::pass::HashBuilder {
    let mut builder = libreauth::pass::HashBuilder::new();
    builder.xhmac_before(b"a pepper for all users of this"); //~ hardcoded-key
    builder
}

pub fn block() -> magma::Magma {
    magma::Magma::new(b"yellow submarine yellow submarin".into()) //~ hardcoded-key
}

pub fn wallet() -> secp256k1::SecretKey {
    secp256k1::SecretKey::from_hashed_data::<secp256k1::hashes::sha256::Hash>(b"correct horse battery staple") //~ hardcoded-key
}
