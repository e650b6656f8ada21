//@ dep: argon2 = { package = "rust-argon2", version = "3" }
//@ dep: orion = "0.18"
//@ dep: dryoc = "2"
//@ dep: argon2rs = "0.2"
//@ dep: argonautica = "0.2"
//! Parameters in the fields of a struct, in a preset, or fixed by the library.

pub fn fields(password: &[u8], salt: &[u8]) -> argon2::Result<String> {
    let config = argon2::Config { mem_cost: 4096, time_cost: 1, ..argon2::Config::default() };
    argon2::hash_encoded(password, salt, &config) //~ weak-kdf-cost
}

pub fn assigned(password: &[u8], salt: &[u8]) -> argon2::Result<Vec<u8>> {
    let mut config = argon2::Config::default();
    config.mem_cost = 1024;
    argon2::hash_raw(password, salt, &config) //~ weak-kdf-cost
}

pub fn cost(password: &orion::pwhash::Password) -> Result<orion::pwhash::PasswordHash, orion::errors::UnknownCryptoError> {
    let cost = orion::pwhash::CostParams::new(1, 1024, 1)?; //~ weak-kdf-cost
    orion::pwhash::hash_password(password, &cost)
}

pub fn preset(password: &[u8]) -> Result<dryoc::pwhash::VecPwHash, dryoc::Error> {
    let config = dryoc::pwhash::Config::interactive().with_opslimit(1).with_memlimit(1024 * 1024);
    dryoc::pwhash::PwHash::hash(&password.to_vec(), config) //~ weak-kdf-cost
}

pub fn fixed(password: &str, salt: &str) -> [u8; 32] {
    argon2rs::argon2i_simple(password, salt) //~ weak-kdf-cost
}

pub fn chained(password: &str) -> Result<String, argonautica::Error> {
    let mut hasher = argonautica::Hasher::default();
    hasher.configure_iterations(2).configure_memory_size(1024).with_password(password).hash() //~ weak-kdf-cost
}
