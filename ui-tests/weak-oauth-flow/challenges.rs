//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: url = "2"
//! Begins a login at the provider.

use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, ClientId, CsrfToken, PkceCodeChallenge, PkceCodeVerifier};
use url::Url;

pub fn plain(id: String, provider: AuthUrl) -> (Url, PkceCodeVerifier) {
    let client = BasicClient::new(ClientId::new(id)).set_auth_uri(provider);
    let (challenge, verifier) = PkceCodeChallenge::new_random_plain(); //~ weak-oauth-flow
    (client.authorize_url(CsrfToken::new_random).set_pkce_challenge(challenge).url().0, verifier)
}

pub fn sometimes(id: String, provider: AuthUrl, challenge: Option<PkceCodeChallenge>) -> Url {
    let client = BasicClient::new(ClientId::new(id)).set_auth_uri(provider);
    let mut request = client.authorize_url(CsrfToken::new_random);
    if let Some(challenge) = challenge {
        request = request.set_pkce_challenge(challenge);
    }
    request.url().0
}

pub fn implicit(id: String, provider: AuthUrl) -> Url {
    let client = BasicClient::new(ClientId::new(id)).set_auth_uri(provider);
    client.authorize_url(CsrfToken::new_random).use_implicit_flow().url().0 //~ weak-oauth-flow
}
