//@ dep: bcrypt = "0.17"

use bcrypt::{DEFAULT_COST, hash_with_result};

pub struct User {
    pub password_hash: String,
}

pub fn create(password: String) -> Option<User> {
    let password_hash = bcrypt::hash(password, DEFAULT_COST).ok()?; //~ truncated-password
    Some(User { password_hash })
}

pub fn change(user: &mut User, password: &[u8]) -> bool {
    match hash_with_result(password, 12) { //~ truncated-password
        Ok(parts) => {
            user.password_hash = parts.to_string();
            true
        }
        Err(_) => false,
    }
}
