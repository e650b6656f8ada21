//@ dep: aes = "0.8"
//@ dep: openssl = "0.10"
//! The permutation of one block is how modes are built.

use aes::Aes128;
use aes::cipher::{Block, BlockEncrypt, KeyInit};

pub fn header_mask(key: &[u8; 16], sample: &[u8; 16]) -> [u8; 16] {
    let mut block = Block::<Aes128>::from(*sample);
    Aes128::new(key.into()).encrypt_block(&mut block);
    block.into()
}

/// A round of a cipher that keeps the format is one block.
fn aes_ecb_block(key: &[u8; 32], block: &[u8; 16]) -> Result<Vec<u8>, openssl::error::ErrorStack> {
    use openssl::symm::{Cipher, Crypter, Mode};
    let mut out = vec![0; 32];
    let mut crypter = Crypter::new(Cipher::aes_256_ecb(), Mode::Encrypt, key, None)?;
    crypter.pad(false);
    crypter.update(block, &mut out)?;
    Ok(out)
}
