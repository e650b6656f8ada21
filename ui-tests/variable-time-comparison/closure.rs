//! In the closure of a search.

pub fn is_known(api_tokens: &[String], presented: &str) -> bool {
    api_tokens.iter().any(|api_token| api_token == presented) //~ variable-time-comparison
}
