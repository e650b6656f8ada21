//@ profile: audit
//! What is too weak to interrupt is listed for a reviewer.

#[derive(Debug)]
pub struct Message {
    pub token: String, //~ secret-in-debug
    pub signature: Vec<u8>,
}
