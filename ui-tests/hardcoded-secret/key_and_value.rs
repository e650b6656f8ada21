//@ dep: serde_json = "1"
//! Name and value are two arguments, also inside of a macro.

use std::collections::HashMap;

use serde_json::{Value, json};

pub fn settings() -> HashMap<&'static str, Value> {
    let mut settings = HashMap::new();
    settings.insert("secret_key", json!("Quai-7-Rotterdam")); //~ hardcoded-secret
    settings.insert("theme", json!("dark-blue-and-green"));
    settings
}

pub fn body() -> Value {
    json!({ "user": "root", "password": "Quai-7-Rotterdam" }) //~ hardcoded-secret
}
