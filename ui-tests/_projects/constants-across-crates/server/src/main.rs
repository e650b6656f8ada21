//! Uses the values of the other crate, which it knows under another name.

mod accounts;

use ring::hmac;

fn main() {
    let first = hmac::Key::new(hmac::HMAC_SHA256, values::MATERIAL); //~ hardcoded-key
    println!("{:?} {:?} {}", first, returned(), accounts::root_password(std::env::args().nth(1)).len());
}

fn returned() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, values::material()) //~ hardcoded-key
}
