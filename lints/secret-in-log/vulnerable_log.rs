//@ dep: log = "0.4"
//! Connection to the mail server.

/// How to sign in there.
pub struct Mailbox {
    /// The server.
    pub host: String,
    /// The account.
    pub user: String,
    /// Its password.
    pub password: String,
}

impl Mailbox {
    /// Tells what is about to happen.
    pub fn announce(&self) {
        log::debug!("signing in to {} as {} with {:?}", self.host, self.user, self.password); //~ secret-in-log
    }
}
