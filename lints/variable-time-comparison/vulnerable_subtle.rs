//! Lets a request pass if it shows the API token.

/// What the administrator configured.
pub struct Settings {
    /// The token of the API.
    pub api_token: String,
}

impl Settings {
    /// `presented` is what stands in the `Authorization` header.
    pub fn accepts(&self, presented: &str) -> bool {
        presented == self.api_token //~ variable-time-comparison
    }
}
