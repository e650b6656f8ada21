//@ dep: secrecy = "0.10"
//! What a visitor sends to sign in.

use secrecy::SecretString;

/// `{:?}` prints a placeholder in place of the password.
#[derive(Debug)]
pub struct SignIn {
    /// The account.
    pub account: String,
    /// The password as typed.
    pub password: SecretString,
}
