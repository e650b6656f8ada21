//@ dep: bcrypt = "0.15"
//! Tests run with a cheap hash, the program does not.
use bcrypt::BcryptResult;

#[cfg(test)]
const COST: u32 = 4;
#[cfg(not(test))]
const COST: u32 = 12;

pub struct Hasher;

impl Hasher {
    #[cfg(not(test))]
    const COST: u32 = 12;
    #[cfg(test)]
    const COST: u32 = 4;

    pub fn stored(&self, password: &str) -> BcryptResult<String> {
        bcrypt::hash(password, Self::COST)
    }
}

pub fn stored(password: &str) -> BcryptResult<String> {
    bcrypt::hash(password, COST)
}
