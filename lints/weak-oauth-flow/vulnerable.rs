//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: url = "2"
//! Begins a login at the provider.

use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, ClientId, CsrfToken, Scope};
use url::Url;

/// Whoever reads the code in a log can use it.
pub fn begin(id: String, provider: AuthUrl) -> (Url, CsrfToken) {
    let client = BasicClient::new(ClientId::new(id)).set_auth_uri(provider);
    client.authorize_url(CsrfToken::new_random).add_scope(Scope::new("email".to_owned())).url() //~ weak-oauth-flow
}
