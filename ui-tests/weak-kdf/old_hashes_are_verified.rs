//@ dep: pwhash = "1"
//! What was stored before is still verified.

pub fn fits(password: &str, stored: &str) -> bool {
    pwhash::unix::verify(password, stored) || pwhash::md5_crypt::verify(password, stored)
}
