//@ dep: sha256 = "1"
//! The password is a part of a text that is put together before; the name is short.

pub fn hash_pwd(pwd: &str, salt: &str) -> String {
    let salted = format!("{pwd}{salt}");
    sha256::digest(salted) //~ weak-password-hash
}

pub fn hash_token(token: &str) -> String {
    sha256::digest(token)
}
