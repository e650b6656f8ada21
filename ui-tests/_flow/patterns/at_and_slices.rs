//@ dep: ring = "0.17"
//! `x @ ..` names the whole, `[first, rest @ ..]` the parts of an array.

use ring::hmac;

pub fn rest() -> hmac::Key {
    let all = [1, 83, 69, 67, 82, 69, 84];
    let [version, key @ ..] = all;
    println!("version {version}");
    hmac::Key::new(hmac::HMAC_SHA256, &key) //~ hardcoded-key
}

pub fn whole(given: &[u8]) -> hmac::Key {
    let key @ [_, ..] = given else { panic!("empty key") };
    hmac::Key::new(hmac::HMAC_SHA256, key)
}

pub fn named(wanted: Option<&'static str>) -> hmac::Key {
    match wanted.or(Some("named-by-a-pattern")) {
        all @ Some(_) => hmac::Key::new(hmac::HMAC_SHA256, all.expect("just matched").as_bytes()), //~ hardcoded-key
        None => hmac::Key::new(hmac::HMAC_SHA256, &[]),
    }
}
