//@ profile: audit
//! Format strings with a secret in the query.

use std::fmt::Write;

pub fn socket(base: &str, token: &str) -> String {
    format!("{base}/ws?access_token={token}") //~ secret-in-url
}

pub fn extend(url: &mut String, session: &str) -> std::fmt::Result {
    write!(url, "&session_id={}", session) //~ secret-in-url
}

pub struct Client {
    secret: String,
}

impl Client {
    pub fn exchange(&self, code: &str) -> String {
        let query = format!("?code={code}&client_secret={}", self.secret); //~ secret-in-url
        query
    }
}
