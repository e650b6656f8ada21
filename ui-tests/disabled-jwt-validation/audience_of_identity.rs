//@ dep: openidconnect = "4"
//! Whose token it is, and who made it.
use openidconnect::core::{CoreClient, CoreIdTokenVerifier};

pub fn any_audience(client: &CoreClient) -> CoreIdTokenVerifier<'_> {
    client.id_token_verifier().require_audience_match(false)
}

pub fn any_issuer(client: &CoreClient) -> CoreIdTokenVerifier<'_> {
    client.id_token_verifier().require_issuer_match(false) //~ disabled-jwt-validation
}
