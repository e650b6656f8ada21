//! How the client proves who it is.

use std::fmt;

/// Errors of the client carry this value, and errors are logged.
#[derive(Clone)]
pub enum Credentials {
    /// Not at all.
    Anonymous,
    /// By a token of the account.
    Bearer {
        /// The account.
        account: String,
        /// The token as it is sent.
        access_token: String,
    },
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Credentials::Anonymous => f.write_str("Anonymous"),
            Credentials::Bearer { account, .. } => {
                f.debug_struct("Bearer").field("account", account).finish_non_exhaustive()
            }
        }
    }
}
