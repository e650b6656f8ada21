//@ dep: salvo = "0.84"
//! A board with hoops: one refuses strangers, one only counts.

use salvo::http::StatusCode;
use salvo::prelude::*;

fn author_of(token: &str) -> Option<String> {
    std::fs::read_to_string(format!("sessions/{token}")).ok()
}

#[handler]
async fn sign_in_first(req: &mut Request, res: &mut Response, ctrl: &mut FlowCtrl) {
    let token = req.header::<String>("authorization").unwrap_or_default();
    if author_of(&token).is_none() {
        res.status_code(StatusCode::UNAUTHORIZED);
        ctrl.skip_rest();
    }
}

#[handler]
async fn count(req: &mut Request) {
    println!("{}", req.uri());
}

#[handler]
async fn threads() -> &'static str {
    "none"
}

#[handler]
async fn open_thread(req: &mut Request) -> String {
    let text = req.query::<String>("title").unwrap_or_default();
    let _ = std::fs::write("threads/new", &text);
    text
}

#[handler]
async fn close_thread(req: &mut Request) -> String {
    let id = req.param::<String>("id").unwrap_or_default();
    let _ = std::fs::remove_file(format!("threads/{id}"));
    id
}

#[handler]
async fn pin_thread(req: &mut Request) -> String {
    let id = req.param::<String>("id").unwrap_or_default();
    let _ = std::fs::write(format!("threads/{id}"), "pinned");
    id
}

pub fn router() -> Router {
    Router::new()
        .hoop(count)
        .push(Router::with_path("threads").get(threads))
        .push(
            Router::with_path("threads")
                .hoop(sign_in_first)
                .post(open_thread)
                .push(Router::with_path("{id}").put(pin_thread).delete(close_thread)),
        )
}
