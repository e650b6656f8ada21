//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"

use hmac::digest::MacError;
use hmac::{Hmac, Mac};
use sha2::Sha256;

pub enum Event {
    Paid(u64),
}

pub fn receive(mut mac: Hmac<Sha256>, body: &[u8], tag: &[u8]) -> Result<Event, MacError> {
    mac.update(body);
    mac.verify_slice(tag)?;
    Ok(Event::Paid(body.len() as u64))
}
