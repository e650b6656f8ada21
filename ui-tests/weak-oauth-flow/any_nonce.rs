//@ profile: strict
//@ dep: openidconnect = "4"
//! What is done with the nonce of an ID token.

use openidconnect::core::{CoreIdToken, CoreIdTokenVerifier};
use openidconnect::Nonce;

fn any(_nonce: Option<&Nonce>) -> Result<(), String> {
    Ok(())
}

fn some(nonce: Option<&Nonce>) -> Result<(), String> {
    match nonce {
        Some(_) => Ok(()),
        None => Err("no nonce".to_owned()),
    }
}

pub fn by_closure(token: &CoreIdToken, verifier: &CoreIdTokenVerifier<'_>) -> bool {
    token.claims(verifier, |_: Option<&Nonce>| Ok(())).is_ok() //~ weak-oauth-flow
}

pub fn by_function(token: &CoreIdToken, verifier: &CoreIdTokenVerifier<'_>) -> bool {
    token.claims(verifier, any).is_ok() //~ weak-oauth-flow
}

pub fn looked_at(token: &CoreIdToken, verifier: &CoreIdTokenVerifier<'_>, sent: &Nonce) -> bool {
    token.claims(verifier, some).is_ok() && token.claims(verifier, sent).is_ok()
}
