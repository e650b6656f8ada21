//@ dep: actix-cors = "0.7"
//! Which websites may ask for the temperature.

use actix_cors::Cors;

/// All.
pub fn cors() -> Cors {
    Cors::default().allow_any_origin().allowed_methods(["GET"]) //~ any-origin-cors
}
