//@ dep: argon2 = { version = "0.5", features = ["std"] }
//! The hash is parsed in between; the look-up ends in `?`.
use argon2::password_hash::{PasswordHash, PasswordVerifier};
use argon2::Argon2;

pub struct User {
    pub password_hash: String,
}

pub trait Users {
    fn find_by_mail(&self, mail: &str) -> Option<User>;
}

#[derive(Debug)]
pub enum LoginError {
    Denied,
    Broken,
}

pub fn login(users: &dyn Users, mail: &str, password: &str) -> Result<User, LoginError> {
    let user = users.find_by_mail(mail).ok_or(LoginError::Denied)?; //~ user-enumeration
    let parsed = PasswordHash::new(&user.password_hash).map_err(|_| LoginError::Broken)?;
    Argon2::default()
        .verify_password(password.as_bytes(), &parsed)
        .map_err(|_| LoginError::Denied)?;
    Ok(user)
}
