//@ dep: md5 = { package = "md-5", version = "0.10" }
//@ dep: sha1 = "0.10"
//@ dep: sha2 = "0.10"
//! Whoever gives the name of an algorithm chooses it, also where each arm gives it the same name; an alias of its own chooses.

use sha2::Digest;

fn run<D: Digest>(data: &[u8]) -> Vec<u8> {
    D::digest(data).to_vec()
}

pub fn digest_of(name: &str, data: &[u8]) -> Option<Vec<u8>> {
    match name {
        "md5" => {
            type D = md5::Md5;
            Some(run::<D>(data))
        }
        "sha256" => {
            type D = sha2::Sha256;
            Some(run::<D>(data))
        }
        "sha512" => {
            type D = sha2::Sha512;
            Some(run::<D>(data))
        }
        _ => None,
    }
}

pub fn account_digest(data: &[u8]) -> Vec<u8> {
    type Account = md5::Md5; //~ weak-hash
    run::<Account>(data)
}

macro_rules! with_digest {
    ($name:expr, fn <$ty:ident> $body:expr) => {
        match $name {
            "md5" => {
                type $ty = md5::Md5;
                $body
            }
            "sha256" => {
                type $ty = sha2::Sha256;
                $body
            }
            "sha384" => {
                type $ty = sha2::Sha384;
                $body
            }
            _ => Vec::new(),
        }
    };
}

pub fn named_digest(name: &str, data: &[u8]) -> Vec<u8> {
    with_digest!(name, fn <H> run::<H>(data))
}
