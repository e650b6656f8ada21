//! A derived comparison of a configuration is not a decision about a guess.

#[derive(Clone, PartialEq, Eq)]
pub struct Settings {
    pub host: String,
    pub api_token: String,
}

pub fn changed(old: &Settings, new: &Settings) -> bool {
    old != new
}
