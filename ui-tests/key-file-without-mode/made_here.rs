//@ dep: tokio = { version = "1", features = ["full"] }
// What makes the text has the name, not the variable.

use std::path::Path;

pub struct KeyPair;

impl KeyPair {
    pub fn private_key_to_pem(&self) -> Vec<u8> {
        Vec::new()
    }
    pub fn public_key_to_pem(&self) -> Vec<u8> {
        Vec::new()
    }
}

pub async fn write(dir: &Path, pair: &KeyPair) -> std::io::Result<()> {
    let bytes = pair.private_key_to_pem();
    tokio::fs::write(dir.join("tls.pem"), &bytes).await?; //~ key-file-without-mode
    let open = pair.public_key_to_pem();
    tokio::fs::write(dir.join("tls.pub"), &open).await
}
