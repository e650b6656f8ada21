//@ dep: tower-http = { version = "0.5", features = ["cors"] }
//@ dep: salvo-cors = "1"
//@ dep: poem = "3"
//! Constructors that mirror everything, and one that restricts nothing.

use poem::middleware::Cors;
use tower_http::cors::CorsLayer;

pub fn tower() -> CorsLayer {
    CorsLayer::very_permissive() //~ permissive-cors
}

pub fn salvo() -> salvo_cors::Cors {
    salvo_cors::Cors::very_permissive() //~ permissive-cors
}

pub fn unrestricted() -> Cors {
    Cors::new().allow_credentials(true) //~ permissive-cors
}

pub fn restricted() -> Cors {
    Cors::new().allow_origin("https://notes.example.org").allow_credentials(true)
}
