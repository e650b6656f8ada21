//@ dep: ring = "0.17"
//! Three arms, of which the last leaves the constant.

use ring::hmac::{HMAC_SHA256, Key};

pub enum Source {
    File,
    Given(Vec<u8>),
    None,
}

pub fn open(source: Source) -> std::io::Result<Key> {
    let mut material = b"correct horse battery staple".to_vec();
    match source {
        Source::File => material = std::fs::read("/run/secrets/seal")?,
        Source::Given(given) => material = given,
        Source::None => {}
    }
    Ok(Key::new(HMAC_SHA256, &material)) //~ hardcoded-key
}

pub fn closed(source: Source) -> std::io::Result<Key> {
    let mut material = b"correct horse battery staple".to_vec();
    match source {
        Source::File => material = std::fs::read("/run/secrets/seal")?,
        Source::Given(given) => material = given,
        Source::None => return Err(std::io::ErrorKind::NotFound.into()),
    }
    Ok(Key::new(HMAC_SHA256, &material))
}
