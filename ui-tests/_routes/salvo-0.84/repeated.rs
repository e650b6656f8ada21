//@ dep: salvo = "0.84"
//! Routers that a loop over a table or a `fold` puts together.

use salvo::prelude::*;

const VERSIONS: &[&str] = &["v1", "v2"];

#[handler]
async fn list() -> &'static str {
    "all"
}

#[handler]
async fn status() -> &'static str {
    "up"
}

#[handler]
async fn search() -> &'static str {
    "found"
}

pub fn router() -> Router {
    let mut client = Router::with_path("client");
    for version in ["v3", "r0"] {
        client = client.push(Router::with_path(version).push(Router::with_path("rooms").get(list)));
    }
    for (path, open) in [("a", true), ("b", false)] {
        if open {
            client = client.push(Router::with_path(path).get(status));
        }
    }
    let api = VERSIONS.iter().fold(Router::with_path("api"), |router, version| {
        router.push(Router::with_path(*version).push(Router::with_path("search").get(search)))
    });
    Router::new().push(client).push(api)
}
