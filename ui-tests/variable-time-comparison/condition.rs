//! In conditions, equal and not equal.

pub struct Settings {
    pub api_key: String,
}

pub fn accept(settings: &Settings, presented: &str) -> Result<(), &'static str> {
    if presented != settings.api_key { //~ variable-time-comparison
        return Err("wrong key");
    }
    Ok(())
}

pub fn accept_quietly(settings: &Settings, presented: &[u8]) -> bool {
    if settings.api_key.as_bytes() == presented { true } else { false } //~ variable-time-comparison
}
