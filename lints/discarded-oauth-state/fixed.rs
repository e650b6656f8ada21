//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: url = "2"
//! Begins a login at the provider.

use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, ClientId, CsrfToken, PkceCodeChallenge, PkceCodeVerifier, Scope};
use url::Url;

/// What the session keeps until the callback comes.
pub struct Begun {
    pub state: CsrfToken,
    pub verifier: PkceCodeVerifier,
}

/// State and verifier stay in the session of the browser.
pub fn begin(id: String, provider: AuthUrl) -> (Url, Begun) {
    let client = BasicClient::new(ClientId::new(id)).set_auth_uri(provider);
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (url, state) = client
        .authorize_url(CsrfToken::new_random)
        .add_scope(Scope::new("email".to_owned()))
        .set_pkce_challenge(challenge)
        .url();
    (url, Begun { state, verifier })
}
