//@ dep: scrypt = "0.11"
//! `n` alone is not the cost: a larger `p` makes up for it.
use scrypt::Params;
use scrypt::errors::InvalidParams;

pub fn light() -> Result<Params, InvalidParams> {
    Params::new(10, 8, 1, 32) //~ weak-kdf-cost
}

pub fn parallel() -> Result<Params, InvalidParams> {
    Params::new(15, 8, 3, 32)
}

pub fn recommended() -> Params {
    Params::recommended()
}

#[cfg(test)]
mod tests {
    #[test]
    fn fast() {
        super::Params::new(4, 8, 1, 32).unwrap();
    }
}
