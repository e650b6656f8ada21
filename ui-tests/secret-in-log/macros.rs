//@ dep: log = "0.4"
//@ dep: anyhow = "1"
//! What counts as a place that tells.

use anyhow::{bail, ensure};

pub fn positional(password: &str) {
    log::error!("cannot sign in with {}", password); //~ secret-in-log
}

pub fn named(password: &str) {
    log::error!("cannot sign in with {given}", given = password); //~ secret-in-log
}

pub fn leveled(api_key: String) {
    log::log!(log::Level::Warn, "{api_key:?}"); //~ secret-in-log
}

pub fn refused(api_key: &str) -> anyhow::Result<()> {
    ensure!(api_key.len() > 20, "the key {api_key} is too short"); //~ secret-in-log
    if api_key.starts_with('-') {
        bail!("bad key {api_key}"); //~ secret-in-log
    }
    Ok(())
}

pub fn gives_up(private_key: &str) {
    panic!("cannot read {}", private_key); //~ secret-in-log
}

pub fn several(password: &str, client_secret: &str) {
    log::warn!("{} and {}", password, client_secret); //~ secret-in-log
}
