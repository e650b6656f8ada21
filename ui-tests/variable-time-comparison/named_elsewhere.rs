//@ dep: axum = "0.7"
//! The name of the secret stands beside the value: at the place where it is kept, in the header that has to come.

use axum::http::HeaderMap;

pub struct Settings {
    values: Vec<(String, String)>,
    pub api_key: String,
    pub realm: String,
}

impl Settings {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

pub fn login(settings: &Settings, attempt: &str) -> bool {
    let expected = settings.get("admin_password").unwrap();
    expected == attempt //~ variable-time-comparison
}

pub fn check_theme(settings: &Settings, attempt: &str) -> bool {
    let expected = settings.get("theme").unwrap();
    expected == attempt
}

pub async fn is_allowed(settings: &Settings, headers: HeaderMap) -> bool {
    let wanted = format!("Bearer {}", settings.api_key);
    headers.get("authorization").is_some_and(|given| given == wanted.as_str()) //~ variable-time-comparison
}

pub async fn is_of_realm(settings: &Settings, headers: HeaderMap) -> bool {
    let wanted = format!("Basic {}", settings.realm);
    headers.get("www-authenticate").is_some_and(|given| given == wanted.as_str())
}

/// Both sides are what the client sent.
pub async fn is_same(first: HeaderMap, second: HeaderMap) -> bool {
    first.get("x-api-key") == second.get("x-api-key")
}
