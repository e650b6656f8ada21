//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: url = "2"
//! Begins a login at the provider.

use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, ClientId, CsrfToken, PkceCodeChallenge};
use url::Url;

/// Whoever knows the state of one login knows that of all.
pub fn begin(id: String, provider: AuthUrl, challenge: PkceCodeChallenge) -> (Url, CsrfToken) {
    let client = BasicClient::new(ClientId::new(id)).set_auth_uri(provider);
    client.authorize_url(|| CsrfToken::new("login".to_owned())).set_pkce_challenge(challenge).url() //~ constant-oauth-state
}
