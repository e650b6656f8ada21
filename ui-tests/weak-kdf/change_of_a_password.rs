//@ dep: pwhash = "1"
//! Who changes a password has an old one: that is no old format.

pub fn change(old: &str, new: &str, stored: &str) -> Option<String> {
    pwhash::unix::verify(old, stored).then(|| pwhash::md5_crypt::hash(new).ok())? //~ weak-kdf
}
