//@ dep: pwhash = "1"
//@ dep: md5crypt = "1"
//! What Unix systems once stored.

pub fn store(password: &str) -> Vec<String> {
    let des = pwhash::unix_crypt::hash(password); //~ weak-kdf
    let md5 = pwhash::md5_crypt::hash(password); //~ weak-kdf
    let sha1 = pwhash::sha1_crypt::hash(password); //~ weak-kdf
    [des, md5, sha1].into_iter().flatten().collect()
}

pub fn store_salted(password: &str, salt: &str) -> Vec<u8> {
    md5crypt::md5crypt(password.as_bytes(), salt.as_bytes()) //~ weak-kdf
}
