//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: url = "2"
//! Begins a login at the provider.

use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, ClientId, CsrfToken, PkceCodeChallenge};
use url::Url;

/// Each login has a state of its own.
pub fn begin(id: String, provider: AuthUrl, challenge: PkceCodeChallenge) -> (Url, CsrfToken) {
    let client = BasicClient::new(ClientId::new(id)).set_auth_uri(provider);
    client.authorize_url(CsrfToken::new_random).set_pkce_challenge(challenge).url()
}
