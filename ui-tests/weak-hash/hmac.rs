//@ dep: hmac = "0.12"
//@ dep: md-5 = "0.10"
//@ dep: sha1 = "0.10"
//! A message authentication code over a weak hash is not forged by collisions.

use hmac::Hmac;
use md5::Md5;
use sha1::Sha1;

type Old = Hmac<Sha1>;

pub fn macs(key: &[u8]) -> Option<(Old, Hmac<Md5>)> {
    use hmac::Mac;
    Some((Old::new_from_slice(key).ok()?, Hmac::<Md5>::new_from_slice(key).ok()?))
}
