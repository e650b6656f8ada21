//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! The id of an application keeps the machine's own apart from those of others; a key that is called one protects.

use hmac::{Hmac, Mac};
use sha2::Sha256;

const CLIENT_APP_ID: &str = "e1e465ce763e4759945c650ac334501f";
const TICKET_KEY: &str = "8f2b61d07c3e4a5f9d10ab77c2e94d36";

pub fn device(machine: &[u8]) -> Vec<u8> {
    under(CLIENT_APP_ID, machine)
}

pub fn ticket(order: &[u8]) -> Vec<u8> {
    under(TICKET_KEY, order) //~ hardcoded-key
}

fn under(key: &str, data: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("any length");
    mac.update(data);
    mac.finalize().into_bytes().to_vec()
}
