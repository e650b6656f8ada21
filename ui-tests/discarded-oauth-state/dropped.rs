//@ dep: oauth2 = { version = "5", default-features = false }
//@ dep: url = "2"
//! Ways to lose the state.

use oauth2::{AuthUrl, Client, CsrfToken, basic::BasicClient};
use url::Url;

pub struct Login {
    client: BasicClient,
}

impl Login {
    pub fn wildcard(&self) -> Url {
        let (url, _) = self.client.authorize_url(CsrfToken::new_random).url(); //~ discarded-oauth-state
        url
    }

    pub fn rest(&self) -> Url {
        let (url, ..) = self.client.authorize_url(CsrfToken::new_random).url(); //~ discarded-oauth-state
        url
    }

    pub fn first_part(&self) -> String {
        self.client.authorize_url(|| CsrfToken::new_random_len(32)).url().0.to_string() //~ discarded-oauth-state
    }

    pub fn never_read(&self) -> Url {
        let request = self.client.authorize_url(CsrfToken::new_random);
        let (url, csrf) = request.url(); //~ discarded-oauth-state
        url
    }
}
