//! Base64 with its padding is no `name=` of a query.

pub const WEBHOOK_SECRET: &str = "q7Vd0Z4kYw1mE8sT3uRxPg=="; //~ hardcoded-secret

pub const TOKEN_QUERY: &str = "access_token=";

pub fn session_token(query: &str) -> Option<&str> {
    query.strip_prefix("session_token=")
}
