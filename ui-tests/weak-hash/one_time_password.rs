//@ dep: hmac = "0.12"
//@ dep: sha1 = "0.10"
//! RFC 4226 prescribes HMAC-SHA1, which collisions do not touch.

use hmac::digest::InvalidLength;
use hmac::{Hmac, Mac};
use sha1::Sha1;

pub fn hotp(seed: &[u8], counter: u64) -> Result<u32, InvalidLength> {
    let mut mac = Hmac::<Sha1>::new_from_slice(seed)?;
    mac.update(&counter.to_be_bytes());
    let bytes = mac.finalize().into_bytes();
    let at = usize::from(bytes[19] & 15);
    let word = u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    Ok((word & 0x7fff_ffff) % 1_000_000)
}
