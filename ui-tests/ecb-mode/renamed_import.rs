//@ dep: aes = "0.8"
//@ dep: ecb = "0.1"
//! A renamed import in an alias.

use ecb::Encryptor as Mode;

pub type Sealer = Mode<aes::Aes192>; //~ ecb-mode
