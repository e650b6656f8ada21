//@ dep: rocket_cors = "0.6"
//! Which websites may ask for the notes.

use rocket_cors::{AllowedOrigins, CorsOptions};

/// The one that shows them.
pub fn options() -> CorsOptions {
    CorsOptions {
        allowed_origins: AllowedOrigins::some_exact(&["https://notes.example.org"]),
        allow_credentials: true,
        ..Default::default()
    }
}
