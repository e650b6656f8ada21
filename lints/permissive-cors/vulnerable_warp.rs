//@ dep: warp = "0.3"
//! Which websites may ask for the calendar.

use warp::filters::cors::Cors;

/// All, with the cookies of the user.
pub fn cors() -> Cors {
    warp::cors()
        .allow_any_origin()
        .allow_methods(vec!["GET", "POST"])
        .allow_credentials(true) //~ permissive-cors
        .build()
}
