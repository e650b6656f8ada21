//! A value that is hashed for a table.

use std::hash::{Hash, Hasher};

pub struct Token {
    pub id: u64,
    pub secret: Vec<u8>,
}

impl Hash for Token {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}
