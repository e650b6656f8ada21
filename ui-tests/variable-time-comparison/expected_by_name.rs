//! What a function expects that is named for the check of a secret, and for other checks.

pub fn check_scim_token(expected: &str, presented: Option<&str>) -> bool {
    matches!(presented, Some(t) if t == expected) //~ variable-time-comparison
}

pub fn verify_api_key(stored: &[u8], given: &[u8]) -> bool {
    stored == given //~ variable-time-comparison
}

pub fn check_version(expected: &str, given: &str) -> bool {
    expected == given
}

pub fn validate_token_type(expected: &str, given: &str) -> bool {
    given == expected
}

pub fn store_password(stored: &str, given: &str) -> bool {
    stored == given
}
