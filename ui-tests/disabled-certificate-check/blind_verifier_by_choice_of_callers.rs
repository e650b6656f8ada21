//@ dep: russh = "0.50"
//! The function that makes it is called only if the user of the program asked for it.

use std::sync::Arc;

use russh::client::{self, Config, Handle, Handler};
use russh::keys::PublicKey;

struct AnyHost;

impl Handler for AnyHost {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _key: &PublicKey) -> Result<bool, Self::Error> {
        Ok(true)
    }
}

pub struct Known(Vec<u8>);

impl Handler for Known {
    type Error = russh::Error;

    async fn check_server_key(&mut self, key: &PublicKey) -> Result<bool, Self::Error> {
        Ok(key.to_bytes().is_ok_and(|bytes| bytes == self.0))
    }
}

async fn connect_insecure(config: Arc<Config>) -> Result<Handle<AnyHost>, russh::Error> {
    client::connect(config, ("db.example.org", 22), AnyHost).await
}

async fn connect_known(config: Arc<Config>, key: Vec<u8>) -> Result<Handle<Known>, russh::Error> {
    client::connect(config, ("db.example.org", 22), Known(key)).await
}

pub async fn greet(config: Arc<Config>, insecure: bool, key: Vec<u8>) -> Result<bool, russh::Error> {
    if insecure {
        Ok(connect_insecure(config).await?.is_closed())
    } else {
        Ok(connect_known(config, key).await?.is_closed())
    }
}
