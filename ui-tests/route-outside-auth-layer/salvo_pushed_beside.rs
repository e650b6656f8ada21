//@ dep: salvo = "0.84"
//! A hoop covers the router that it is on and what is pushed there; the order is all the same.

use salvo::http::StatusCode;
use salvo::prelude::*;

#[handler]
async fn members_only(req: &mut Request, res: &mut Response, ctrl: &mut FlowCtrl) {
    let token = req.header::<String>("authorization").unwrap_or_default();
    if !is_member(&token) {
        res.status_code(StatusCode::UNAUTHORIZED);
        ctrl.skip_rest();
    }
}

fn is_member(token: &str) -> bool {
    std::fs::exists(format!("members/{token}")).unwrap_or(false)
}

#[handler]
async fn write() -> &'static str {
    "written"
}

#[handler]
async fn erase() -> &'static str {
    "gone"
}

pub fn router() -> Router {
    Router::with_path("pages")
        .push(Router::with_path("{id}").push(Router::with_path("text").post(write).put(write)).hoop(members_only))
        .push(Router::with_path("{id}/text").delete(erase)) //~ route-outside-auth-layer
}
