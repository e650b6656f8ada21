//@ dep: oauth = { package = "oauth2", version = "4" }
//@ dep: url = "2"
//! Another version under another name.

use oauth::basic::BasicClient as Provider;
use oauth::CsrfToken as State;

pub async fn redirect(provider: &Provider) -> String {
    let (address, _) = provider.authorize_url(State::new_random).url(); //~ discarded-oauth-state
    address.to_string()
}
