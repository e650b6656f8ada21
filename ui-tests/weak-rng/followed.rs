//@ dep: fastrand = "2"
//@ dep: rand = { version = "0.8", features = ["small_rng"] }
//@ dep: hex = "0.4"
//@ dep: sha2 = "0.10"
//! The way from the generator to the secret: through text, functions, fields, hashes.

use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

const CHARSET: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

pub fn picked() -> String {
    let mut rng = SmallRng::from_entropy(); //~ weak-rng
    let password: String = (0..16).map(|_| CHARSET[rng.gen_range(0..CHARSET.len())] as char).collect();
    password
}

fn letters(n: usize) -> String {
    (0..n).map(|_| fastrand::alphanumeric()).collect()
}

pub struct Account {
    pub reset_token: String,
    pub color: String,
}

pub fn account() -> Account {
    Account { reset_token: letters(32), color: letters(6) } //~ weak-rng
}

pub struct Sessions {
    rng: SmallRng,
}

impl Sessions {
    pub fn open(&mut self) -> String {
        let session_token = format!("{:016x}", self.rng.gen::<u64>()); //~ weak-rng
        session_token
    }

    pub fn delay(&mut self) -> u64 {
        self.rng.gen_range(0..100)
    }
}

pub fn api_key() -> String {
    hex::encode(Sha256::digest(fastrand::u64(..).to_be_bytes())) //~ weak-rng
}

fn letters_of<R: Rng>(rng: &mut R) -> String {
    (0..22).map(|_| CHARSET[rng.gen_range(0..CHARSET.len())] as char).collect()
}

pub fn csrf() -> String {
    let mut rng = SmallRng::from_entropy(); //~ weak-rng
    let csrf_token = letters_of(&mut rng);
    csrf_token
}
