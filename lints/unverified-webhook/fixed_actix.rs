//@ dep: actix-web = "4"
//@ dep: hex = "0.4"
//@ dep: hmac = "0.12"
//@ dep: serde = { version = "1", features = ["derive"] }
//@ dep: serde_json = "1"
//@ dep: sha2 = "0.10"
//! Builds that are started when a repository has something new.

use std::sync::Mutex;

use actix_web::{HttpRequest, HttpResponse, post, web};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// What is pushed.
#[derive(serde::Deserialize)]
pub struct Push {
    after: String,
}

/// Commits to build, and the secret that the forge shares.
pub struct App {
    queue: Mutex<Vec<String>>,
    secret: Vec<u8>,
}

const SIGNATURE: &str = "X-Hub-Signature-256";

/// Registers the routes.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(pushed);
}

#[post("/hooks/push")]
async fn pushed(request: HttpRequest, app: web::Data<App>, body: web::Bytes) -> HttpResponse {
    let header = request.headers().get(SIGNATURE).and_then(|h| h.to_str().ok());
    let signature = header.and_then(|h| h.strip_prefix("sha256=")).and_then(|h| hex::decode(h).ok());
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&app.secret) else {
        return HttpResponse::InternalServerError().finish();
    };
    mac.update(&body);
    if mac.verify_slice(&signature.unwrap_or_default()).is_err() {
        return HttpResponse::BadRequest().finish();
    }
    let Ok(push) = serde_json::from_slice::<Push>(&body) else { return HttpResponse::BadRequest().finish() };
    match app.queue.lock() {
        Ok(mut queue) => queue.push(push.after),
        Err(_) => return HttpResponse::InternalServerError().finish(),
    }
    HttpResponse::Accepted().finish()
}
