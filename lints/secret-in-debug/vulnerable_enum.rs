//! How the client proves who it is.

/// Errors of the client carry this value, and errors are logged.
#[derive(Clone, Debug)]
pub enum Credentials {
    /// Not at all.
    Anonymous,
    /// By a token of the account.
    Bearer {
        /// The account.
        account: String,
        /// The token as it is sent.
        access_token: String, //~ secret-in-debug
    },
}
