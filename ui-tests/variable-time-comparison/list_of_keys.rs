//! A list of secrets is asked for the one that was given.

use std::collections::HashSet;

pub struct Config {
    pub api_keys: Vec<String>,
    pub key_set: HashSet<String>,
    pub revoked_api_keys: Vec<String>,
    pub tokens: Vec<String>,
    pub access_tokens: Vec<String>,
}

pub fn authorize(config: &Config, given: &String) -> bool {
    config.api_keys.contains(given) //~ variable-time-comparison
}

pub fn verify_token(config: &Config, given: &String) -> bool {
    config.access_tokens.contains(given) //~ variable-time-comparison
}

pub fn verify_in_list(api_keys: &[String], presented: &str) -> bool {
    api_keys.iter().map(String::as_str).collect::<Vec<_>>().contains(&presented) //~ variable-time-comparison
}

pub fn authorize_by_set(config: &Config, given: &String) -> bool {
    config.key_set.contains(given) && !config.revoked_api_keys.contains(given)
}

/// Tokens of a language, and a list that nobody from outside asks.
pub fn check_words(config: &Config, word: &String) -> bool {
    config.tokens.contains(word)
}

pub fn without_doubles(config: &mut Config, more: Vec<String>) {
    for key in more {
        if !config.api_keys.contains(&key) {
            config.api_keys.push(key);
        }
    }
}
