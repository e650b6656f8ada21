//@ dep: base64 = "0.22"
//@ dep: sha1 = "0.10"
//! RFC 6455 prescribes SHA-1; the constant of the handshake is the witness.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha1::{Digest, Sha1};

const GUID: &[u8] = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

pub fn accept(key: &[u8]) -> String {
    let mut hasher = Sha1::new();
    hasher.update(key);
    hasher.update(GUID);
    STANDARD.encode(hasher.finalize())
}
