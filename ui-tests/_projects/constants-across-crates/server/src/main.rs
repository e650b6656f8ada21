//! Uses the values of the other crate, which it knows under another name.

mod accounts;

use ring::hmac;

fn main() {
    let first = hmac::Key::new(hmac::HMAC_SHA256, values::MATERIAL); //~ hardcoded-key
    let second = hmac::Key::new(hmac::HMAC_SHA256, values::material()); //~ hardcoded-key
    println!("{:?} {:?} {}", first, second, accounts::root_password(std::env::args().nth(1)).len());
}
