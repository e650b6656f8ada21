//@ dep: rocket_cors = "0.6"
//! Which websites may ask for the notes.

use rocket_cors::{AllowedOrigins, CorsOptions};

/// All, with the cookies of the user.
pub fn options() -> CorsOptions {
    CorsOptions { //~ permissive-cors
        allowed_origins: AllowedOrigins::all(),
        allow_credentials: true,
        ..Default::default()
    }
}
