//@ dep: sha1 = "0.10"
//! Git names its objects by SHA-1.

use sha1::{Digest, Sha1};

pub struct ObjectId([u8; 20]);

impl ObjectId {
    pub fn of_blob(content: &[u8]) -> ObjectId {
        let mut hasher = Sha1::new();
        hasher.update(format!("blob {}\0", content.len()));
        hasher.update(content);
        ObjectId(hasher.finalize().into())
    }

    pub fn bytes(&self) -> &[u8; 20] {
        &self.0
    }
}
