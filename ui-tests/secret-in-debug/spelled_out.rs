//@ dep: hex = "0.4"
//@ dep: base64 = "0.22"
// All of the secret, in other letters.

use base64::Engine;
use std::fmt;

pub struct KeyPair {
    pub public: Vec<u8>,
    pub secret: Vec<u8>,
}

impl fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyPair")
            .field("public", &hex::encode(&self.public))
            .field("secret", &hex::encode(&self.secret)) //~ secret-in-debug
            .finish()
    }
}

pub struct Group {
    pub exporter_secret: Vec<u8>,
}

fn pretty_bytes(bytes: &[u8]) -> String {
    format!("{bytes:02x?}")
}

impl fmt::Debug for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Group").field("exporter_secret", &pretty_bytes(&self.exporter_secret)).finish() //~ secret-in-debug
    }
}

pub struct Relay {
    pub secret: Vec<u8>,
}

impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = base64::engine::general_purpose::STANDARD;
        f.debug_struct("Relay").field("secret", &text.encode(&self.secret)).finish() //~ secret-in-debug
    }
}

fn short_hex(bytes: &[u8]) -> String {
    hex::encode(&bytes[..2])
}

pub struct Peer {
    pub secret: Vec<u8>,
}

impl fmt::Debug for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Peer").field("secret", &short_hex(&self.secret)).finish()
    }
}
