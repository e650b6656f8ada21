//@ dep: warp = "0.3"
//! Which websites may ask for the state of the build.

use warp::filters::cors::Builder;

/// All.
pub fn cors() -> Builder {
    warp::cors().allow_any_origin().allow_methods(vec!["GET"]) //~ any-origin-cors
}
