//@ dep: aes = "0.8"
//! The permutation of one block is how modes are built.

use aes::Aes128;
use aes::cipher::{Block, BlockEncrypt, KeyInit};

pub fn header_mask(key: &[u8; 16], sample: &[u8; 16]) -> [u8; 16] {
    let mut block = Block::<Aes128>::from(*sample);
    Aes128::new(key.into()).encrypt_block(&mut block);
    block.into()
}
