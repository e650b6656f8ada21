//! Reads how to reach the database.

use std::env::{self, VarError};

/// How to reach the database.
pub struct Database {
    /// Its host.
    pub host: String,
    /// Its password.
    pub password: String,
}

/// An installation without the variable does not start.
pub fn database() -> Result<Database, VarError> {
    Ok(Database {
        host: env::var("DATABASE_HOST").unwrap_or_else(|_| "localhost".to_owned()),
        password: env::var("DATABASE_PASSWORD")?,
    })
}
