//@ dep: pwhash = "1"

pub fn register(password: &str) -> Result<String, pwhash::error::Error> {
    pwhash::md5_crypt::hash(password) //~ weak-kdf
}
