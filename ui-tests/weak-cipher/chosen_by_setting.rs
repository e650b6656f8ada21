//@ dep: russh = "0.54"
//! Old ciphers for old devices, where a setting asks for them.

use std::borrow::Cow;

use russh::{Preferred, cipher};

pub struct Options {
    pub allow_insecure_algos: Option<bool>,
    pub compress: bool,
}

pub fn preferred(options: &Options) -> Preferred {
    if options.allow_insecure_algos.unwrap_or(false) {
        Preferred { cipher: Cow::Borrowed(&[cipher::AES_256_CTR, cipher::TRIPLE_DES_CBC]), ..Preferred::DEFAULT }
    } else {
        Preferred::DEFAULT
    }
}

pub fn always(options: &Options) -> Preferred {
    if options.compress {
        Preferred { cipher: Cow::Borrowed(&[cipher::TRIPLE_DES_CBC]), ..Preferred::COMPRESSED } //~ weak-cipher
    } else {
        Preferred::DEFAULT
    }
}
