//! Names alone say nothing.

pub struct CsrfToken;
pub struct Client;
pub struct Request;

impl CsrfToken {
    pub fn new_random() -> CsrfToken {
        CsrfToken
    }
}

impl Client {
    pub fn authorize_url(&self, _state: fn() -> CsrfToken) -> Request {
        Request
    }
}

impl Request {
    pub fn url(self) -> (String, CsrfToken) {
        (String::new(), CsrfToken)
    }
}

pub fn begin(client: &Client) -> String {
    let (url, _) = client.authorize_url(CsrfToken::new_random).url();
    url
}
