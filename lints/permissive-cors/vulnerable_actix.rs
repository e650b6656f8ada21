//@ dep: actix-cors = "0.7"
//! Which websites may ask the server of the web mail.

use actix_cors::Cors;

/// Every website, with the cookies of the user.
pub fn cors() -> Cors {
    Cors::permissive() //~ permissive-cors
}
