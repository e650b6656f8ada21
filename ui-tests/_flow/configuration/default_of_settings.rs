//@ dep: jsonwebtoken = "9"
//! What nobody configures comes out of `Default`.

use jsonwebtoken::EncodingKey;

pub struct Settings {
    pub lifetime: u64,
    pub phrase: String,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { lifetime: 3600, phrase: "correct horse battery staple".to_owned() }
    }
}

pub fn unconfigured() -> EncodingKey {
    let settings = Settings::default();
    EncodingKey::from_secret(settings.phrase.as_bytes()) //~ hardcoded-key
}

pub fn only_lifetime() -> EncodingKey {
    let settings = Settings { lifetime: 60, ..Default::default() };
    EncodingKey::from_secret(settings.phrase.as_bytes()) //~ hardcoded-key
}

pub fn configured(phrase: String) -> EncodingKey {
    let settings = Settings { phrase, ..Settings::default() };
    EncodingKey::from_secret(settings.phrase.as_bytes())
}
