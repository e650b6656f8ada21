//@ dep: ring = "0.17"
//! A reference that a value keeps may be written later: nothing is known of the buffer.

use ring::hmac;

pub struct Reader<'a> {
    into: &'a mut [u8],
}

fn reader(into: &mut [u8]) -> Reader<'_> {
    Reader { into }
}

impl Reader<'_> {
    pub fn read(&mut self, from: &[u8]) {
        self.into.copy_from_slice(from);
    }
}

pub fn kept(from: &[u8]) -> hmac::Key {
    let mut key = [0u8; 32];
    reader(&mut key).read(from);
    hmac::Key::new(hmac::HMAC_SHA256, &key)
}

pub fn unread() -> hmac::Key {
    let key = [0u8; 32];
    hmac::Key::new(hmac::HMAC_SHA256, &key) //~ hardcoded-key
}
