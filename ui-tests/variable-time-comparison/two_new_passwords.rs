//! The user types a new password twice: nobody guesses.

pub fn typed_alike(new_password: &str, new_password_again: &str) -> bool {
    new_password == new_password_again
}
