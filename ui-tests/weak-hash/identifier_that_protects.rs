//@ dep: sha1 = "0.10"
//@ dep: md5 = "0.7"
//! An id that opens a session, and a look-up by id that makes none.

use std::collections::HashMap;

use sha1::{Digest, Sha1};

pub fn session_id(user: &str, now: u64) -> String {
    format!("{:x}", md5::compute(format!("{user}{now}"))) //~ weak-hash
}

pub struct Invoice {
    pub text: String,
}

pub fn find_by_id(invoices: &HashMap<u64, Invoice>, id: u64, expected: &[u8]) -> bool {
    let Some(invoice) = invoices.get(&id) else { return false };
    let digest = Sha1::digest(&invoice.text); //~ weak-hash
    digest.as_slice() == expected
}

pub fn signing_key_id(der: &[u8]) -> Vec<u8> {
    Sha1::digest(der).to_vec() //~ weak-hash
}
