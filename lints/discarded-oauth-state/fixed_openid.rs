//@ dep: openidconnect = { version = "4", default-features = false }
//@ dep: url = "2"
//! Begins a login with OpenID Connect.

use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreJsonWebKeySet};
use openidconnect::{AuthUrl, ClientId, CsrfToken, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier};
use url::Url;

/// State, nonce and verifier stay in the session of the browser.
pub fn begin(
    id: String,
    issuer: IssuerUrl,
    keys: CoreJsonWebKeySet,
    provider: AuthUrl,
) -> (Url, (CsrfToken, Nonce, PkceCodeVerifier)) {
    let client = CoreClient::new(ClientId::new(id), issuer, keys).set_auth_uri(provider);
    let flow = CoreAuthenticationFlow::AuthorizationCode;
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let request = client.authorize_url(flow, CsrfToken::new_random, Nonce::new_random);
    let (url, state, nonce) = request.set_pkce_challenge(challenge).url();
    (url, (state, nonce, verifier))
}
