//@ dep: axum = "0.8"
//@ dep: axum-extra = { version = "0.10", features = ["cookie"] }
//! Pages for strangers, which send on whom they know; and one that sends away whom it does not know.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;

#[derive(Clone)]
pub struct Account {
    pub name: String,
}

#[derive(Clone, Default)]
pub struct App {
    sessions: Arc<HashMap<String, Account>>,
}

fn session_of(app: &App, jar: &CookieJar) -> Option<Account> {
    jar.get("session").and_then(|cookie| app.sessions.get(cookie.value()).cloned())
}

async fn recovery(State(app): State<App>, jar: CookieJar) -> Response {
    let session = session_of(&app, &jar);
    if session.is_some() {
        return Redirect::to("/").into_response();
    }
    "who are you?".into_response()
}

async fn settings(State(app): State<App>, jar: CookieJar) -> Response {
    let session = session_of(&app, &jar);
    if session.is_none() {
        return Redirect::to("/welcome").into_response();
    }
    "settings".into_response()
}

async fn change(State(app): State<App>, jar: CookieJar, name: String) -> Response {
    let Some(account) = session_of(&app, &jar) else { return Redirect::to("/welcome").into_response() };
    format!("{} is {name}", account.name).into_response()
}

pub fn router(app: App) -> Router {
    Router::new()
        .route("/forgotten", get(recovery))
        .route("/settings", get(settings))
        .route("/settings/name", post(change))
        .with_state(app)
}
