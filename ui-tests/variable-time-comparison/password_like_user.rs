//! Whether a new password is the name of its user is no comparison of secrets.

pub fn is_weak(password: &str, user: &str) -> bool {
    password.len() < 8 || password == user
}

pub fn verify_login(password: &str, stored_password: &str) -> bool {
    password == stored_password //~ variable-time-comparison
}
