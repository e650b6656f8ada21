//@ dep: ring = "0.17"
//! By another name in between, by a library whose algorithm is an argument.
use ring::digest;

pub struct LoginForm {
    pub passphrase: String,
}

pub fn verifier(form: LoginForm) -> Vec<u8> {
    let input = form.passphrase;
    let bytes = input.as_bytes();
    digest::digest(&digest::SHA256, bytes).as_ref().to_vec() //~ weak-password-hash
}
