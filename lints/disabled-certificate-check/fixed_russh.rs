//@ dep: russh = "0.50"
//! A backup over SSH.

use russh::client::Handler;
use russh::keys::PublicKey;

/// The server of the backup.
pub struct Server {
    /// As shown by `ssh-keygen -l` on the server.
    pub fingerprint: String,
}

impl Handler for Server {
    type Error = russh::Error;

    async fn check_server_key(&mut self, key: &PublicKey) -> Result<bool, Self::Error> {
        Ok(key.fingerprint(Default::default()).to_string() == self.fingerprint)
    }
}
