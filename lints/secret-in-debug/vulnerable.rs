//! What a visitor sends to sign in.

/// `{:?}` in a log line or an error message prints the password.
#[derive(Debug)]
pub struct SignIn {
    /// The account.
    pub account: String,
    /// The password as typed.
    pub password: String, //~ secret-in-debug
}
