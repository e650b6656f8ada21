//@ dep: ring = "0.17"
//! Patterns take tuples, structs and options apart, however deep.

use ring::hmac;

struct Pair {
    name: &'static str,
    secret: &'static str,
}

pub fn secret() -> hmac::Key {
    let all = (1, Some(Pair { name: "billing", secret: "nested-in-a-tuple" }));
    let (_, Some(Pair { secret, .. })) = all else { panic!("it is there") };
    hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()) //~ hardcoded-key
}

pub fn name() -> hmac::Key {
    let all = (1, Some(Pair { name: "billing", secret: "of-no-consequence" }));
    let (_, Some(Pair { name, .. })) = all else { panic!("it is there") };
    let secret = std::env::var(name).expect("the environment is complete");
    hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes())
}
