//@ dep: fastrand = "2"
//@ dep: rand = { version = "0.8", features = ["small_rng"] }
//! Names and purposes that need no secret.

use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};

pub struct Backend {
    pub token_url: String,
}

pub fn choose<'a>(tokens: &'a [String]) -> &'a String {
    let token = &tokens[fastrand::usize(..tokens.len())];
    token
}

pub fn request_id() -> String {
    format!("{:08x}", fastrand::u32(..))
}

pub fn temp_name() -> String {
    let name: String = (0..8).map(|_| fastrand::alphanumeric()).collect();
    format!("/tmp/{name}")
}

pub fn session_timeout() -> u64 {
    let session_timeout_jitter = fastrand::u64(..30);
    3600 + session_timeout_jitter
}

pub fn cache_key() -> u64 {
    SmallRng::from_entropy().gen()
}

pub fn both() -> String {
    let token = format!("{:x}{:x}", rand::random::<u128>(), fastrand::u32(..));
    token
}
