//@ dep: argon2 = { package = "rust-argon2", version = "2" }
//@ dep: openssl = "0.10"
//@ dep: bcrypt = "0.15"
//! `Ok(false)` says that the password is wrong.

pub struct Denied;

pub fn question_mark(password: &str, stored: &str) -> Result<(), bcrypt::BcryptError> {
    bcrypt::verify(password, stored)?; //~ ignored-verification
    Ok(())
}

pub fn pattern(password: &[u8], stored: &str) -> bool {
    if let Ok(_) = argon2::verify_encoded(stored, password) {
        //~^ ignored-verification
        return true;
    }
    false
}

pub fn arms(password: &[u8], stored: &str) -> Result<(), Denied> {
    match argon2::verify_encoded(stored, password) {
        //~^ ignored-verification
        Ok(_) => Ok(()),
        Err(_) => Err(Denied),
    }
}

// The key comes out of a closure before it.
pub fn signed_by(leaf: &openssl::x509::X509, issuer: &openssl::x509::X509) -> bool {
    issuer.public_key().and_then(|key| leaf.verify(&key)).is_ok() //~ ignored-verification
}

pub fn truly_signed_by(leaf: &openssl::x509::X509, issuer: &openssl::x509::X509) -> bool {
    issuer.public_key().and_then(|key| leaf.verify(&key)).unwrap_or(false)
}
