//@ dep: warp = "0.3"
//! Which websites may ask for the calendar.

use warp::filters::cors::Cors;

/// The one that shows it.
pub fn cors() -> Cors {
    warp::cors()
        .allow_origin("https://calendar.example.org")
        .allow_methods(vec!["GET", "POST"])
        .allow_credentials(true)
        .build()
}
