//@ dep: rocket_cors = "0.6"
//! A chain of setters, and a default that any origin is allowed.

use rocket_cors::{AllowedOrigins, CorsOptions};

pub fn chain() -> CorsOptions {
    CorsOptions::default()
        .allowed_origins(AllowedOrigins::all())
        .allow_credentials(true) //~ permissive-cors
}

pub fn default_origins() -> CorsOptions {
    CorsOptions::default().allow_credentials(true) //~ permissive-cors
}

pub fn named() -> CorsOptions {
    CorsOptions::default()
        .allowed_origins(AllowedOrigins::some_exact(&["https://notes.example.org"]))
        .allow_credentials(true)
}
