//@ dep: bcrypt = "0.15"

pub fn create(password: &str) -> Result<String, bcrypt::BcryptError> {
    bcrypt::hash(password, bcrypt::DEFAULT_COST)
}
