//@ dep: blake3 = "1"
//@ dep: chacha20 = "0.9"
//! A key derived from constant material is told where the material goes in; one derived from what is given is right.

use blake3::derive_key;
use chacha20::ChaCha20;
use chacha20::cipher::KeyIvInit;

pub fn constant(nonce: &[u8; 12]) -> ChaCha20 {
    let key = derive_key("ledger 2024-02-01 storage", b"correct horse battery staple"); //~ hardcoded-key
    ChaCha20::new(&key.into(), nonce.into())
}

pub fn given(shared: &[u8], nonce: &[u8; 12]) -> ChaCha20 {
    let key = derive_key("ledger 2024-02-01 storage", shared);
    ChaCha20::new(&key.into(), nonce.into())
}
