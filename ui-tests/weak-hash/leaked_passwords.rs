//@ dep: sha1 = "0.10"
//! Only the first characters of the hash leave the machine.

use sha1::{Digest, Sha1};

pub fn range_query(password: &str) -> (String, String) {
    let hash = format!("{:X}", Sha1::digest(password));
    (format!("https://api.pwnedpasswords.com/range/{}", &hash[..5]), hash[5..].to_owned())
}
