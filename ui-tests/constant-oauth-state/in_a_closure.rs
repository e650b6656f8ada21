//@ dep: oauth2 = "4"
//! The state comes from a closure.
use oauth2::basic::BasicClient;
use oauth2::{CsrfToken, PkceCodeChallenge, Scope};

const STATE: &str = "shop";

pub fn begin(client: &BasicClient, challenge: PkceCodeChallenge) -> String {
    let (url, _state) = client
        .authorize_url(|| CsrfToken::new(STATE.to_string())) //~ constant-oauth-state
        .add_scope(Scope::new("email".into()))
        .set_pkce_challenge(challenge)
        .url();
    url.to_string()
}
