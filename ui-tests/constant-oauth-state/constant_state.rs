//@ dep: oauth2 = "5"
//@ dep: openidconnect = "4"
//! A state and a nonce that are the same for each login.

use oauth2::{CsrfToken, PkceCodeChallenge};
use openidconnect::Nonce;

pub fn state() -> CsrfToken {
    CsrfToken::new("login".to_owned()) //~ constant-oauth-state
}

pub fn nonce() -> Nonce {
    Nonce::new("1234".into()) //~ constant-oauth-state
}

pub fn read_back(state: String) -> (CsrfToken, Nonce, PkceCodeChallenge) {
    let (challenge, _verifier) = PkceCodeChallenge::new_random_sha256();
    (CsrfToken::new(state), Nonce::new_random(), challenge)
}
