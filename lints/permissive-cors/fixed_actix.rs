//@ dep: actix-cors = "0.7"
//! Which websites may ask the server of the web mail.

use actix_cors::Cors;

/// The one that shows the mail.
pub fn cors() -> Cors {
    Cors::default().allowed_origin("https://mail.example.org").allow_any_header().supports_credentials()
}
