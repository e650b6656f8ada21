//! What a variable is called says more than the field that it comes from.

pub struct Address {
    pub token: Option<String>,
    pub api_token: Option<String>,
}

pub fn token_matches(address: &Address, found: &str) -> bool {
    address.token.as_ref().is_none_or(|label| found == label)
}

pub fn check_access(address: &Address, given: &str) -> bool {
    address.api_token.as_ref().is_some_and(|expected| given == expected) //~ variable-time-comparison
}
