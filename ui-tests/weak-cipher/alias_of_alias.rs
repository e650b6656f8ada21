//@ dep: cbc = "0.1"
//@ dep: des = "0.8"
//! The first alias names the cipher; the others and their uses add nothing.

use cbc::cipher::{InvalidLength, KeyIvInit};

type Block = des::TdesEde2; //~ weak-cipher
type Mode = cbc::Encryptor<Block>;
type Sealer = Mode;

pub fn sealer(key: &[u8], iv: &[u8]) -> Result<Sealer, InvalidLength> {
    Sealer::new_from_slices(key, iv)
}
