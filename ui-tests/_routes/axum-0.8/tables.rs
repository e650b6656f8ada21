//@ dep: axum = "0.8"
//! Routes that lie in tables: structs that a function makes, with closures or functions in them, pairs, and arms for a verb.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{MethodRouter, delete, get, post, put};

pub struct Entry {
    path: &'static str,
    on: fn() -> MethodRouter,
}

const fn entry(path: &'static str, on: fn() -> MethodRouter) -> Entry {
    Entry { path, on }
}

async fn list() {}
async fn open() {}
async fn close() {}
async fn prune() {}
async fn wipe() {}
async fn rename() {}
async fn look() {}

const OWN: &[Entry] = &[
    entry("/boxes", || get(list).post(open)),
    entry("/boxes/{id}", || delete(close)),
];

static REPAIRS: [Entry; 2] = [Entry { path: "/repairs/prune", on: pruning }, entry("/repairs/wipe", || delete(wipe))];

fn pruning() -> MethodRouter {
    post(prune)
}

fn mount(router: Router, table: &[Entry]) -> Router {
    table.iter().fold(router, |router, entry| router.route(entry.path, (entry.on)()))
}

#[derive(Clone, Copy)]
enum Verb {
    Look,
    Change,
}

struct Row(&'static str, Verb, fn() -> MethodRouter);

const ROWS: &[Row] = &[Row("/shelves", Verb::Look, shelves), Row("/shelves/{id}", Verb::Change, shelf)];

fn shelves() -> MethodRouter {
    get(look)
}

fn shelf() -> MethodRouter {
    put(rename)
}

fn rows() -> Router {
    let (mut open, mut kept) = (Router::new(), Router::new());
    for Row(path, verb, on) in ROWS {
        match verb {
            Verb::Look => open = open.route(path, on()),
            Verb::Change => kept = kept.route(path, on()),
        }
    }
    open.merge(kept.layer(from_fn(ask)))
}

async fn ask(request: Request, next: Next) -> Result<Response, StatusCode> {
    let token = request.headers().get("authorization").ok_or(StatusCode::UNAUTHORIZED)?;
    if token != env!("TOKEN") {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

pub fn app() -> Router {
    Router::new()
        .nest("/v1", mount(Router::new(), OWN).layer(from_fn(ask)))
        .merge(mount(Router::new(), &REPAIRS))
        .merge(rows())
}
