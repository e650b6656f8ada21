//@ dep: djangohashers = "1.8"
//! The algorithm is a variant.

use djangohashers::{Algorithm, make_password_with_algorithm};

pub fn store(password: &str) -> String {
    make_password_with_algorithm(password, Algorithm::UnsaltedMD5) //~ weak-kdf
}

pub fn store_well(password: &str) -> String {
    make_password_with_algorithm(password, Algorithm::Argon2)
}
