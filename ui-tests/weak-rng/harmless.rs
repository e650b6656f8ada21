//@ dep: fastrand = "2"
//! Where guessing gains nothing.

use std::time::Duration;

pub fn backoff(attempt: u32) -> Duration {
    Duration::from_millis(fastrand::u64(..100) << attempt)
}

pub fn token_refresh_jitter() -> Duration {
    Duration::from_millis(fastrand::u64(..100))
}

pub fn roll() -> u8 {
    fastrand::u8(1..=6)
}

pub fn shuffled(mut cards: Vec<u8>) -> Vec<u8> {
    fastrand::shuffle(&mut cards);
    cards
}
