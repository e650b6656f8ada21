//@ dep: axum = "0.8"
//! Routers in the fields of structs: a builder whose methods add to its router, and a struct of routes that may be replaced.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{MethodRouter, delete, get, post};
use axum::Router;

const VERSION: &str = "v1";

pub struct ServerBuilder {
    router: Router,
    strict: bool,
}

impl ServerBuilder {
    pub fn new() -> Self {
        Self { router: Router::new(), strict: true }
    }

    pub fn with_queries(self) -> Self {
        let queries = Router::new().route("/query", post(query)).route("/explain", get(explain));
        Self { router: self.router.nest(&format!("/{VERSION}"), queries), ..self }
    }

    pub fn with_admin(self) -> Self {
        Self { router: self.router.nest("/admin", Router::new().route("/stop", post(stop))), ..self }
    }

    pub fn lenient(mut self) -> Self {
        self.strict = false;
        self
    }

    pub fn build(self) -> Router {
        self.router.route("/status", get(status)).layer(from_fn(known))
    }
}

pub fn server(admin: bool) -> Router {
    let mut builder = ServerBuilder::new().with_queries();
    if admin {
        builder = builder.with_admin();
    }
    builder.lenient().build()
}

/// Nobody is seen to build one: plugins do.
pub struct Extras {
    router: Router,
}

impl Extras {
    pub fn with_import(self) -> Self {
        Self { router: self.router.route("/import", post(import)) }
    }
}

pub struct TableRoutes {
    pub create: MethodRouter,
    pub remove: MethodRouter,
}

impl Default for TableRoutes {
    fn default() -> Self {
        Self { create: post(create_table), remove: delete(remove_table) }
    }
}

impl TableRoutes {
    pub fn into_router(self) -> Router {
        Router::new().route("/", self.create).route("/{table}", self.remove)
    }
}

pub fn tables(routes: TableRoutes) -> Router {
    Router::new().nest("/tables", routes.into_router())
}


async fn known(request: Request, next: Next) -> Result<Response, StatusCode> {
    let token = request.headers().get("authorization").ok_or(StatusCode::UNAUTHORIZED)?;
    if token.as_bytes() != b"Bearer of-the-config" {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

async fn query(_: String) {}
async fn explain() {}
async fn stop() {}
async fn status() {}
async fn import(_: String) {}
async fn create_table(_: String) {}
async fn remove_table() {}
