//@ dep: sha1 = "0.10"
//@ dep: md5 = "0.7"
//@ dep: svix-ksuid = "0.8"
//! The same row, the same id: nobody decides by it who may do what.

use sha1::{Digest, Sha1};

pub struct Alert {
    pub org: String,
    pub name: String,
}

pub fn ksuid_from_hash(alert: &Alert) -> svix_ksuid::Ksuid {
    let mut hasher = Sha1::new();
    hasher.update(&alert.org);
    hasher.update(&alert.name);
    let hash = hasher.finalize();
    svix_ksuid::Ksuid::from_bytes(hash.into())
}

pub fn document_id_of(text: &str) -> String {
    let digest = Sha1::digest(text);
    format!("{digest:x}")
}

pub fn hue(user: &str) -> u8 {
    md5::compute(user).0[0]
}

pub struct Page {
    pub slug: String,
}

pub fn page(title: &str) -> Page {
    let hash = format!("{:x}", md5::compute(title));
    Page { slug: hash[..8].to_owned() }
}
