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
        let known = !self.password.is_empty();
        log::debug!("signing in to {} as {}, password given: {known}", self.host, self.user);
    }
}
