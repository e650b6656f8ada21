//@ dep: russh = "0.50"
//! One of the places that make it is reached whatever the user chose.

use std::sync::Arc;

use russh::client::{self, Config, Handle, Handler};
use russh::keys::PublicKey;

struct AnyHost;

impl Handler for AnyHost {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _key: &PublicKey) -> Result<bool, Self::Error> { //~ disabled-certificate-check
        Ok(true)
    }
}

async fn connect_insecure(config: Arc<Config>) -> Result<Handle<AnyHost>, russh::Error> {
    client::connect(config, ("db.example.org", 22), AnyHost).await
}

async fn probe(config: Arc<Config>) -> Result<Handle<AnyHost>, russh::Error> {
    client::connect(config, ("db.example.org", 22), AnyHost).await
}

pub async fn greet(config: Arc<Config>, insecure: bool) -> Result<bool, russh::Error> {
    match insecure {
        true => Ok(connect_insecure(config).await?.is_closed()),
        false => Ok(false),
    }
}

pub async fn alive(config: Arc<Config>) -> Result<bool, russh::Error> {
    Ok(!probe(config).await?.is_closed())
}
