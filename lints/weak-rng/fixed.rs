//@ dep: rand = "0.8"
//! The token in the link that sets a new password.

use rand::Rng;
use rand::distributions::Alphanumeric;
use rand::rngs::OsRng;

/// Drawn from the generator of the operating system.
pub fn reset_token() -> String {
    OsRng.sample_iter(Alphanumeric).take(32).map(char::from).collect()
}
