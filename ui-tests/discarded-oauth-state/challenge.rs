//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: url = "2"
//! With PKCE the verifier ties the callback to the browser.

use oauth2::basic::BasicClient;
use oauth2::{CsrfToken, PkceCodeChallenge, PkceCodeVerifier};
use url::Url;

pub fn begin(client: &BasicClient) -> (Url, PkceCodeVerifier) {
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (url, _) = client.authorize_url(CsrfToken::new_random).set_pkce_challenge(challenge).url();
    (url, verifier)
}
