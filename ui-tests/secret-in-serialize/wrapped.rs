//@ dep: serde = { version = "1", features = ["derive"] }

use serde::{Serialize, Serializer};

pub struct Hidden(String);

impl Serialize for Hidden {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("hidden")
    }
}

impl Hidden {
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

#[derive(Serialize)]
pub struct User {
    pub name: String,
    pub password: Hidden,
}
