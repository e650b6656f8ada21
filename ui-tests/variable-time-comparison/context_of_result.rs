//@ dep: anyhow = "1"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: hex = "0.4"
//! An extension of `Result` before a `?` leaves what is inside as it is, whether it is modelled or of the project's own.

use anyhow::{Context, Result, bail};
use hmac::{Hmac, Mac};
use sha2::Sha256;

pub trait Blame<T> {
    fn blame(self, who: &'static str) -> Result<T>;
}

pub fn check_export(export: &[u8], seal: &str, key: &[u8]) -> Result<()> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).context("the key of the export")?;
    mac.update(export);
    let ours = hex::encode(mac.finalize().into_bytes());
    if ours != seal { //~ variable-time-comparison
        bail!("the export was changed");
    }
    Ok(())
}

pub fn check_import(import: &[u8], seal: &str, key: &[u8]) -> Result<bool> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).blame("operator")?;
    mac.update(import);
    Ok(hex::encode(mac.finalize().into_bytes()) == seal) //~ variable-time-comparison
}
