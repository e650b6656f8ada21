//@ dep: getrandom = "0.3"
//! The key of a new volume.

/// 32 random bytes.
pub fn volume_key() -> Result<Vec<u8>, getrandom::Error> {
    let mut key = vec![0; 32];
    getrandom::fill(&mut key)?;
    Ok(key)
}
