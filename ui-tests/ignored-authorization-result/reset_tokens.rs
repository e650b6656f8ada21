//@ dep: axum = "0.8"
//@ dep: bcrypt = "0.15"
//! Who has lost a password sends a token: it is never read, it is looked up and only told of, or it is asked for.

use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};

pub struct Reset {
    email: String,
    token: String,
    password: String,
}

pub struct Store;

impl Store {
    async fn find(&self, token: &str) -> Option<String> {
        std::fs::read_to_string(format!("tokens/{token}")).ok()
    }

    async fn update(&self, email: &str, hash: &str) {
        let _ = std::fs::write(format!("users/{email}"), hash);
    }
}

pub fn router() -> Router {
    Router::new()
        .route("/password/reset", post(reset_unread))
        .route("/password/reset/again", post(reset_told))
        .route("/password/reset/right", post(reset_asked))
        .route("/password/reset/whole", post(reset_whole))
}

fn hashed(form: &Reset) -> Result<String, StatusCode> {
    bcrypt::hash(&form.password, 12).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

async fn reset_unread(Json(form): Json<Reset>) -> Result<StatusCode, StatusCode> {
    //~^ ignored-authorization-result
    let hash = bcrypt::hash(&form.password, 12).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Store.update(&form.email, &hash).await;
    Ok(StatusCode::NO_CONTENT)
}

async fn reset_told(Json(form): Json<Reset>) -> Result<StatusCode, StatusCode> {
    let known = Store.find(&form.token).await;
    if known.is_none() { //~ ignored-authorization-result
        eprintln!("wrong token for {}", form.email);
    }
    let hash = bcrypt::hash(&form.password, 12).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Store.update(&form.email, &hash).await;
    Ok(StatusCode::NO_CONTENT)
}

async fn reset_asked(Json(form): Json<Reset>) -> Result<StatusCode, StatusCode> {
    let known = Store.find(&form.token).await;
    if known.is_none() {
        eprintln!("wrong token for {}", form.email);
    }
    let email = known.ok_or(StatusCode::UNAUTHORIZED)?;
    let hash = bcrypt::hash(&form.password, 12).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Store.update(&email, &hash).await;
    Ok(StatusCode::NO_CONTENT)
}

async fn reset_whole(Json(form): Json<Reset>) -> Result<StatusCode, StatusCode> {
    let email = owner(&form).await?;
    let hash = hashed(&form)?;
    Store.update(&email, &hash).await;
    Ok(StatusCode::NO_CONTENT)
}

async fn owner(form: &Reset) -> Result<String, StatusCode> {
    Store.find(&form.token).await.ok_or(StatusCode::UNAUTHORIZED)
}
