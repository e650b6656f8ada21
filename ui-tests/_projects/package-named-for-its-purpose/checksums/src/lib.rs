//! A package of checksums; what it does with passwords is none.

use md5::{Digest, Md5};

pub struct Sum(Md5);

impl Sum {
    pub fn size() -> usize {
        Md5::output_size()
    }

    pub fn start() -> Sum {
        Sum(Md5::new())
    }
}

pub fn fits(password: &str, stored: &[u8]) -> bool {
    Md5::digest(password).as_slice() == stored //~ weak-hash
}
