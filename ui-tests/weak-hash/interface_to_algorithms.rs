//@ dep: sha1 = "0.10"
//@ dep: sha2 = "0.10"
//! An interface to algorithms gives whoever calls it what they ask for, by a name or an object identifier.

use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

pub enum Hash {
    Sha1,
    Sha256,
    Sha512,
}

pub fn signing_input(hash: &Hash, message: &[u8]) -> Vec<u8> {
    match hash {
        Hash::Sha1 => Sha1::digest(message).to_vec(),
        Hash::Sha256 => Sha256::digest(message).to_vec(),
        Hash::Sha512 => Sha512::digest(message).to_vec(),
    }
}

pub fn verify_certificate(oid: &str, signed: &[u8], signature: &[u8]) -> bool {
    let digest = match oid {
        "1.2.840.10045.4.1" => Sha1::digest(signed).to_vec(),
        "1.2.840.10045.4.3.2" => Sha256::digest(signed).to_vec(),
        "1.2.840.10045.4.3.4" => Sha512::digest(signed).to_vec(),
        _ => return false,
    };
    digest.len() == signature.len()
}

pub fn signature_by_size(size: usize, message: &[u8]) -> Vec<u8> {
    match size {
        20 => Sha1::digest(message).to_vec(), //~ weak-hash
        32 => Sha256::digest(message).to_vec(),
        _ => Sha512::digest(message).to_vec(),
    }
}

pub fn password_hash(hash: &Hash, password: &[u8]) -> Vec<u8> {
    match hash {
        Hash::Sha1 => Sha1::digest(password).to_vec(), //~ weak-hash
        Hash::Sha256 => Sha256::digest(password).to_vec(), //~ weak-password-hash
        Hash::Sha512 => Sha512::digest(password).to_vec(),
    }
}
