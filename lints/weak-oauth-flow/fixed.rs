//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: url = "2"
//! Begins a login at the provider.

use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, ClientId, CsrfToken, PkceCodeChallenge, PkceCodeVerifier, Scope};
use url::Url;

/// The code is worth nothing without the verifier, which stays in the session.
pub fn begin(id: String, provider: AuthUrl) -> (Url, CsrfToken, PkceCodeVerifier) {
    let client = BasicClient::new(ClientId::new(id)).set_auth_uri(provider);
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let request = client.authorize_url(CsrfToken::new_random).add_scope(Scope::new("email".to_owned()));
    let (url, state) = request.set_pkce_challenge(challenge).url();
    (url, state, verifier)
}
