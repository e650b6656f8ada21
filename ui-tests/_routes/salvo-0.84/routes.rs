//@ dep: salvo = { version = "0.84", features = ["jwt-auth"] }
//! Paths relative to the parent, hoops that cover what is pushed later, one that ends the request, one that only loads.

use salvo::http::StatusCode;
use salvo::prelude::*;

#[handler]
async fn hello() -> &'static str {
    "hello"
}

#[handler]
async fn create(req: &mut Request) -> String {
    format!("{:?}", req.uri())
}

#[endpoint]
async fn remove(req: &mut Request) -> String {
    format!("{:?}", req.uri())
}

#[handler]
async fn signed_in(req: &mut Request, depot: &mut Depot, res: &mut Response, ctrl: &mut FlowCtrl) {
    match req.header::<String>("authorization").and_then(|token| verify_session(&token)) {
        Some(user) => {
            depot.insert("user", user);
        }
        None => {
            res.status_code(StatusCode::UNAUTHORIZED);
            ctrl.skip_rest();
        }
    }
}

#[handler]
async fn load_user(req: &mut Request, depot: &mut Depot) {
    if let Some(user) = req.header::<String>("authorization").and_then(|token| verify_session(&token)) {
        depot.insert("user", user);
    }
}

fn verify_session(token: &str) -> Option<String> {
    token.strip_prefix("Bearer ").map(str::to_owned)
}

fn notes() -> Router {
    Router::with_path("notes").post(create).push(Router::with_path("{id}").delete(remove))
}

pub fn router() -> Router {
    Router::with_path("api/v1")
        .goal(hello)
        .push(Router::new().push(notes()).hoop(signed_in))
        .push(Router::with_path("guests").hoop(load_user).append(vec![Router::with_path("notes").post(create)]))
}
