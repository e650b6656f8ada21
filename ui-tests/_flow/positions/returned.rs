//@ dep: ring = "0.17"
//! Of two parameters the function returns the second.

use ring::hmac::{HMAC_SHA256, Key};

fn chosen<'m>(label: &[u8], material: &'m [u8]) -> &'m [u8] {
    if label.is_empty() { &material[1..] } else { material }
}

pub fn constant(label: &[u8]) -> Key {
    Key::new(HMAC_SHA256, chosen(label, b"correct horse battery staple")) //~ hardcoded-key
}

pub fn constant_label(material: &[u8]) -> Key {
    Key::new(HMAC_SHA256, chosen(b"a label that everybody may know", material))
}
