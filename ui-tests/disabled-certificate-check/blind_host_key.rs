//@ dep: russh = "0.50"
//! Host keys of SSH servers.

use russh::client::Handler;
use russh::keys::PublicKey;

pub struct AnyHost;

impl Handler for AnyHost {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _key: &PublicKey) -> Result<bool, Self::Error> {
        //~^ disabled-certificate-check
        Ok(true)
    }
}

pub struct KnownHost {
    pub fingerprint: String,
}

impl Handler for KnownHost {
    type Error = russh::Error;

    async fn check_server_key(&mut self, key: &PublicKey) -> Result<bool, Self::Error> {
        Ok(key.fingerprint(Default::default()).to_string() == self.fingerprint)
    }
}

pub struct NoHost;

impl Handler for NoHost {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _key: &PublicKey) -> Result<bool, Self::Error> {
        Ok(false)
    }
}
