//@ dep: http = "1"
//! Headers of a response builder.

use http::{Request, Response};

pub fn answer(request: &Request<()>) -> http::Result<Response<String>> {
    let origin = request.headers().get("origin").and_then(|v| v.to_str().ok()).unwrap_or("*");
    Response::builder()
        .header("Access-Control-Allow-Origin", origin) //~ mirrored-origin
        .header("Access-Control-Allow-Credentials", "true")
        .body(String::new())
}
