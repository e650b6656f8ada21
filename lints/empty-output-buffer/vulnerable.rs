//@ dep: getrandom = "0.3"
//! The key of a new volume.

/// No bytes at all: room for 32 is not 32 of them.
pub fn volume_key() -> Result<Vec<u8>, getrandom::Error> {
    let mut key = Vec::with_capacity(32);
    getrandom::fill(&mut key)?; //~ empty-output-buffer
    Ok(key)
}
