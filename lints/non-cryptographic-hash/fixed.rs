//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Links that let somebody download a file without an account.

use hmac::digest::{CtOutput, InvalidLength};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Only who knows the key can sign a path.
pub fn link_signature(key: &[u8], path: &str) -> Result<CtOutput<Hmac<Sha256>>, InvalidLength> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key)?;
    mac.update(path.as_bytes());
    Ok(mac.finalize())
}
