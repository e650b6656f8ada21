//@ dep: zeroize = "1"
//! Text and bytes, also in containers, and a wrapper that does not hide.

use zeroize::Zeroizing;

#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub host: String,
    pub client_secret: Option<String>, //~ secret-in-debug
    pub private_key: Vec<u8>,
    pub api_tokens: Vec<String>,
    pub password: Zeroizing<String>,
    pub master_key: [u8; 32],
}
