//@ dep: argon2 = { package = "rust-argon2", version = "3" }
//@ dep: orion = "0.18"
//@ dep: dryoc = "2"
//@ dep: scrypt = "0.11"
//@ dep: sha-crypt = "0.5"
//! The same with parameters that are enough, unknown, or judged by no policy.

pub fn fields(password: &[u8], salt: &[u8]) -> argon2::Result<String> {
    let config = argon2::Config { mem_cost: 65536, time_cost: 3, ..argon2::Config::default() };
    argon2::hash_encoded(password, salt, &config)
}

pub fn presets(password: &[u8], salt: &[u8]) -> argon2::Result<String> {
    argon2::hash_encoded(password, salt, &argon2::Config::owasp1())
}

pub fn cost(memory: u32) -> Result<orion::pwhash::CostParams, orion::errors::UnknownCryptoError> {
    orion::pwhash::CostParams::new(2, memory, 1)
}

pub fn interactive(password: &[u8]) -> Result<dryoc::pwhash::VecPwHash, dryoc::Error> {
    dryoc::pwhash::PwHash::hash(&password.to_vec(), dryoc::pwhash::Config::interactive())
}

pub fn recommended() -> scrypt::Params {
    scrypt::Params::recommended()
}

pub fn crypt(password: &str) -> Result<String, sha_crypt::CryptError> {
    sha_crypt::sha512_simple(password, &sha_crypt::Sha512Params::new(10_000)?)
}
