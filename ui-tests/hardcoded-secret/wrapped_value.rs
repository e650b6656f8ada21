//@ dep: serde_json = "1"
//! A constructor around the value of a setting.

use serde_json::Value;

pub struct Settings(Vec<(String, Value)>);

impl Settings {
    pub fn with_value(mut self, name: &str, value: Value) -> Settings {
        self.0.push((name.to_owned(), value));
        self
    }
}

pub fn settings() -> Settings {
    Settings(Vec::new())
        .with_value("debug", Value::Bool(true))
        .with_value("secret_key", Value::String("insecure-dev-key".to_string())) //~ hardcoded-secret
}
