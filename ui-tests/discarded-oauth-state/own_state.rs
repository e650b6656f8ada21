//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: url = "2"
//! The state is made elsewhere, and kept there.

use oauth2::basic::BasicClient;
use oauth2::CsrfToken;
use url::Url;

pub fn of_the_session(client: &BasicClient, session: &str) -> Url {
    let state = CsrfToken::new(session.to_owned());
    let (url, _) = client.authorize_url(|| state).url();
    url
}

pub fn drawn_before(client: &BasicClient) -> (Url, String) {
    let state = CsrfToken::new_random();
    let kept = state.secret().clone();
    let (url, _) = client.authorize_url(move || state).url();
    (url, kept)
}
