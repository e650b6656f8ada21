//@ dep: getrandom = "0.3"
//@ dep: hex = "0.4"
//! The token in the link that sets a new password.

/// The token does not tell whose it is; that is stored beside its hash.
pub fn reset_token() -> Result<String, getrandom::Error> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(hex::encode(bytes))
}
