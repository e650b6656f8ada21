//! The first account.

pub fn root_password(given: Option<String>) -> String {
    given.unwrap_or(values::DEFAULT_ROOT_PASSWORD.to_string())
}
