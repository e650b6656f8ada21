//@ dep: openidconnect = "4"
//! The verifier of the standard claims is one as any other. The audience alone is worth a look only.

use openidconnect::core::CoreIdTokenVerifier;

pub fn any_signature(verifier: CoreIdTokenVerifier<'static>) -> CoreIdTokenVerifier<'static> {
    verifier.insecure_disable_signature_check() //~ disabled-jwt-validation
}

pub fn any_audience(verifier: CoreIdTokenVerifier<'static>) -> CoreIdTokenVerifier<'static> {
    verifier.require_audience_match(false)
}

pub fn own_audience(verifier: CoreIdTokenVerifier<'static>) -> CoreIdTokenVerifier<'static> {
    verifier.require_audience_match(true)
}
