//@ dep: md-5 = "0.10"
//! Every way to make the hasher; what is done with it afterwards is not reported again.

use md5::{Digest, Md5};

pub struct Approval {
    hasher: Md5,
}

impl Approval {
    pub fn new() -> Approval {
        Approval { hasher: Md5::default() } //~ weak-hash
    }

    pub fn of(prefix: &[u8]) -> Approval {
        Approval { hasher: Md5::new_with_prefix(prefix) } //~ weak-hash
    }

    pub fn add(&mut self, data: &[u8]) {
        self.hasher.update(data);
    }

    pub fn done(self) -> Vec<u8> {
        self.hasher.finalize().to_vec()
    }
}
