//@ dep: argon2 = "0.5"
//! The cost of these is set by parameters.

use argon2::{Algorithm, Argon2, Params, Version};

pub fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

/// Faster for graphics cards than the others, and what a format of password safes prescribes.
pub fn hasher_of_a_safe() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2d, Version::V0x13, Params::default())
}
