//@ dep: secrecy = "0.10"
//! The wrapper has no comparison, so people take the content out.

use secrecy::{ExposeSecret, SecretString};

pub fn accept(expected: &SecretString, presented: &str) -> bool {
    expected.expose_secret() == presented //~ variable-time-comparison
}
