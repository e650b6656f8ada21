//@ dep: getrandom = "0.3"
//! The token of a new session.

/// No token without random bytes.
pub fn session_token() -> Result<[u8; 32], getrandom::Error> {
    let mut token = [0; 32];
    getrandom::fill(&mut token)?;
    Ok(token)
}
