//! Chooses the keys.

use ledger_store::{KeySource, Signer, load, preset};

struct Environment;

impl KeySource for Environment {
    fn key(&self) -> Vec<u8> {
        std::env::var("LEDGER_KEY").expect("LEDGER_KEY is set").into_bytes()
    }
}

fn main() {
    let text = std::fs::read("ledger").unwrap_or_default();
    let good = Signer::new(&Environment);
    println!("{:?}", good.sign(&text));

    let mut key = [0u8; 16];
    preset(&mut key);
    let bad = Signer::with_key(key.to_vec());
    println!("{:?}", bad.sign(&text)); //~ hardcoded-key

    let mut raw = [0u8; 16];
    raw.copy_from_slice(&text[..16]);
    load(&mut key, &raw);
    println!("{:?}", Signer::with_key(key.to_vec()).sign(&text));
}
