//@ dep: getrandom = "0.3"
//! The token of a new session.

/// Zeros, if the system has no random bytes to give.
pub fn session_token() -> [u8; 32] {
    let mut token = [0; 32];
    let _ = getrandom::fill(&mut token); //~ ignored-random-error
    token
}
