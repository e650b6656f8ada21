//@ dep: jsonwebtoken = "9"
//@ dep: rand = "0.8"
//! Characters picked from a constant table are no constant; a part of a constant is one.

use jsonwebtoken::EncodingKey;
use rand::Rng;

const TABLE: [char; 8] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const LETTERS: &[u8; 16] = b"qwertyuiopasdfgh";

pub fn picked() -> EncodingKey {
    let mut rng = rand::thread_rng();
    let mut text = String::new();
    for _ in 0..32 {
        text.push(TABLE[rng.gen_range(0..TABLE.len())]);
    }
    EncodingKey::from_secret(text.as_bytes())
}

pub fn part() -> EncodingKey {
    EncodingKey::from_secret(&LETTERS[..8]) //~ hardcoded-key
}
