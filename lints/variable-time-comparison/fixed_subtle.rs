//@ dep: subtle = "2"
//! Lets a request pass if it shows the API token.

use subtle::ConstantTimeEq;

/// What the administrator configured.
pub struct Settings {
    /// The token of the API.
    pub api_token: String,
}

impl Settings {
    /// `presented` is what stands in the `Authorization` header.
    pub fn accepts(&self, presented: &str) -> bool {
        presented.as_bytes().ct_eq(self.api_token.as_bytes()).into()
    }
}
