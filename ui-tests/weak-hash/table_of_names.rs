//@ dep: openssl = "0.10"
//! Whoever asks for a hash by its name gets it; a name that stands for another thing is a choice.

use openssl::hash::MessageDigest;
use openssl::md::{Md, MdRef};

pub enum KeyHash {
    Sha1,
    Sha256,
    Sha512,
}

pub fn for_signature(hash: &KeyHash) -> MessageDigest {
    match hash {
        KeyHash::Sha1 => MessageDigest::sha1(),
        KeyHash::Sha256 => MessageDigest::sha256(),
        KeyHash::Sha512 => MessageDigest::sha512(),
    }
}

pub fn sign_parameters(algorithm: &str) -> Result<(u8, &'static MdRef), String> {
    let (padding, md) = match algorithm {
        "SHA1withRSA" => (1, Md::sha1()),
        "SHA256withRSA" => (1, Md::sha256()),
        other => return Err(other.to_owned()),
    };
    Ok((padding, md))
}

pub fn signature_name(digest: MessageDigest) -> &'static str {
    if digest == MessageDigest::sha1() { "rsa-sha1" } else { "rsa-sha256" }
}

pub enum Client {
    Old,
    New,
    Other,
}

pub fn sign_for(client: &Client) -> MessageDigest {
    match client {
        Client::Old => MessageDigest::sha1(), //~ weak-hash
        Client::New => MessageDigest::sha512(),
        Client::Other => MessageDigest::sha256(),
    }
}
