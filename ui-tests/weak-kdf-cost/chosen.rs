//@ dep: bcrypt = "0.15"
//! Who starts the program may choose a cheap hash.
use bcrypt::BcryptResult;

pub fn stored(password: &str) -> BcryptResult<String> {
    if std::env::var("APP_UNDER_TEST").is_ok() {
        return bcrypt::hash(password, 4);
    }
    bcrypt::hash(password, 12)
}
