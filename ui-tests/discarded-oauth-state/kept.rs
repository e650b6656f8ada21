//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: openidconnect = { version = "4", default-features = false }
//@ dep: url = "2"
//! The state is kept, handed out or compared.

use oauth2::basic::BasicClient;
use oauth2::CsrfToken;
use url::Url;

pub fn returned(client: &BasicClient) -> (Url, CsrfToken) {
    client.authorize_url(CsrfToken::new_random).url()
}

pub fn named(client: &BasicClient) -> (Url, String) {
    let (url, state) = client.authorize_url(CsrfToken::new_random).url();
    (url, state.secret().clone())
}

pub fn underscored_and_used(client: &BasicClient, kept: &mut Vec<String>) -> Url {
    let (url, _state) = client.authorize_url(CsrfToken::new_random).url();
    kept.push(_state.secret().clone());
    url
}

pub fn only_the_state(client: &BasicClient) -> CsrfToken {
    client.authorize_url(CsrfToken::new_random).url().1
}

/// The identity token is compared with the nonce.
pub fn nonce(client: &openidconnect::core::CoreClient) -> (Url, openidconnect::Nonce) {
    let flow = openidconnect::core::CoreAuthenticationFlow::AuthorizationCode;
    let request =
        client.authorize_url(flow, openidconnect::CsrfToken::new_random, openidconnect::Nonce::new_random);
    let (url, _, nonce) = request.url();
    (url, nonce)
}
