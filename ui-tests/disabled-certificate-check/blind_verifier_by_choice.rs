//@ dep: russh = "0.50"
//! The user of the program asked for it.

use russh::client::Handler;
use russh::keys::PublicKey;

pub struct Args {
    pub insecure: bool,
}

pub struct AnyHost;

impl Handler for AnyHost {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _key: &PublicKey) -> Result<bool, Self::Error> {
        Ok(true)
    }
}

pub fn handler(args: &Args) -> Option<AnyHost> {
    if args.insecure {
        return Some(AnyHost);
    }
    None
}
