//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: url = "2"
//! Begins a login at the provider.

use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, ClientId, CsrfToken, Scope};
use url::Url;

/// Whose code the callback brings cannot be told.
pub fn begin(id: String, provider: AuthUrl) -> Url {
    let client = BasicClient::new(ClientId::new(id)).set_auth_uri(provider);
    let (url, _state) = client
        //~^ discarded-oauth-state
        .authorize_url(CsrfToken::new_random)
        .add_scope(Scope::new("email".to_owned()))
        .url();
    url
}
