//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Tags that a function of one's own has spelt out, and comparisons of another form.

use std::fmt::Write;

use hmac::{Hmac, Mac};
use sha2::Sha256;

fn tag(key: &[u8], body: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(body);
    mac.finalize().into_bytes().to_vec()
}

fn mapped(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn pushed(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        out.push_str(&format!("{:02x}", byte));
    }
    out
}

fn written(bytes: &[u8]) -> String {
    let mut out = String::new();
    for byte in bytes {
        write!(out, "{byte:02x}").unwrap();
    }
    out
}

fn folded(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

pub fn by_map(key: &[u8], body: &[u8], header: &str) -> bool {
    mapped(&tag(key, body)) == header //~ variable-time-comparison
}

pub fn by_push(key: &[u8], body: &[u8], header: &str) -> bool {
    pushed(&tag(key, body)) == header //~ variable-time-comparison
}

pub fn by_write(key: &[u8], body: &[u8], header: &str) -> bool {
    written(&tag(key, body)) == header //~ variable-time-comparison
}

pub fn by_fold(key: &[u8], body: &[u8], header: &str) -> bool {
    folded(&tag(key, body)) == header //~ variable-time-comparison
}

pub fn behind_a_prefix(key: &[u8], body: &[u8], header: &str) -> bool {
    header.ends_with(&mapped(&tag(key, body))) //~ variable-time-comparison
}

pub fn only_a_prefix(key: &[u8], body: &[u8], given: &str) -> bool {
    mapped(&tag(key, body)).starts_with(given) //~ variable-time-comparison
}

pub fn by_index(key: &[u8], body: &[u8], given: &[u8]) -> bool {
    let expected = tag(key, body);
    if expected.len() != given.len() {
        return false;
    }
    for i in 0..expected.len() {
        if expected[i] != given[i] { //~ variable-time-comparison
            return false;
        }
    }
    true
}

pub fn by_ordering(key: &[u8], body: &[u8], given: &[u8]) -> bool {
    tag(key, body).as_slice().cmp(given) == std::cmp::Ordering::Equal //~ variable-time-comparison
}

/// All differences are gathered; a list is sorted; a part is looked for in what is no tag.
pub fn others(key: &[u8], body: &[u8], given: &[u8], mut names: Vec<String>) -> bool {
    let expected = tag(key, body);
    let mut different = 0;
    for i in 0..expected.len().min(given.len()) {
        different |= expected[i] ^ given[i];
    }
    names.sort_by(|a, b| a.cmp(b));
    different == 0 && names[0].starts_with("sha256=") && names.contains(&mapped(given))
}
