//@ dep: libsodium-sys = "0.2"
//@ dep: libreauth = "0.18"
//@ dep: magma = "0.10"
//! The same libraries with keys that are read or drawn.

use magma::cipher::KeyInit;

pub fn raw(out: &mut [u8], message: &[u8], nonce: &[u8; 24], key: &[u8; 32]) -> i32 {
    unsafe {
        libsodium_sys::crypto_secretbox_easy(
            out.as_mut_ptr(),
            message.as_ptr(),
            message.len() as u64,
            nonce.as_ptr(),
            key.as_ptr(),
        )
    }
}

pub fn pepper() -> Option<libreauth::pass::HashBuilder> {
    let pepper = std::env::var("PASSWORD_PEPPER").ok()?;
    let mut builder = libreauth::pass::HashBuilder::new();
    builder.xhmac_before(pepper.as_bytes());
    Some(builder)
}

pub fn block(key: &[u8; 32]) -> magma::Magma {
    magma::Magma::new(key.into())
}
