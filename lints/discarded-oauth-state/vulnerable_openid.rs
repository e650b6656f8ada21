//@ dep: openidconnect = { version = "4", default-features = false }
//@ dep: url = "2"
//! Begins a login with OpenID Connect.

use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreJsonWebKeySet};
use openidconnect::{AuthUrl, ClientId, CsrfToken, IssuerUrl, Nonce};
use url::Url;

/// Neither state nor nonce is left when the callback comes.
pub fn begin(id: String, issuer: IssuerUrl, keys: CoreJsonWebKeySet, provider: AuthUrl) -> Url {
    let client = CoreClient::new(ClientId::new(id), issuer, keys).set_auth_uri(provider);
    let flow = CoreAuthenticationFlow::AuthorizationCode;
    client.authorize_url(flow, CsrfToken::new_random, Nonce::new_random).url().0 //~ discarded-oauth-state
}
