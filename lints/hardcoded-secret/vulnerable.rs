//! Reads how to reach the database.

use std::env;

/// How to reach the database.
pub struct Database {
    /// Its host.
    pub host: String,
    /// Its password.
    pub password: String,
}

/// An installation without the variable runs, with a password that everybody knows.
pub fn database() -> Database {
    Database {
        host: env::var("DATABASE_HOST").unwrap_or_else(|_| "localhost".to_owned()),
        password: env::var("DATABASE_PASSWORD").unwrap_or_else(|_| "Tr0ub4dor-prod".to_owned()), //~ hardcoded-secret
    }
}
