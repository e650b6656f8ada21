//@ dep: warp = "0.3"
//! Which websites may ask for the state of the build.

use warp::filters::cors::Builder;

/// The page that shows it.
pub fn cors() -> Builder {
    warp::cors().allow_origin("https://builds.example.org").allow_methods(vec!["GET"])
}
