//@ dep: actix-cors = "0.7"
//! Which websites may ask for the temperature.

use actix_cors::Cors;

/// The page of the house.
pub fn cors() -> Cors {
    Cors::default().allowed_origin("https://house.example.org").allowed_methods(["GET"])
}
