//@ dep: actix-web = "4"
//@ dep: serde = { version = "1", features = ["derive"] }
//! Builds that are started when a repository has something new.

use std::sync::Mutex;

use actix_web::{HttpRequest, HttpResponse, post, web};

/// What is pushed.
#[derive(serde::Deserialize)]
pub struct Push {
    after: String,
}

/// Commits to build.
pub type Queue = Mutex<Vec<String>>;

const SIGNATURE: &str = "X-Hub-Signature-256";

/// Registers the routes.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(pushed);
}

#[post("/hooks/push")]
async fn pushed(request: HttpRequest, queue: web::Data<Queue>, push: web::Json<Push>) -> HttpResponse {
    let signature = request.headers().get(SIGNATURE); //~ unverified-webhook
    println!("push with the signature {signature:?}");
    match queue.lock() {
        Ok(mut queue) => queue.push(push.into_inner().after),
        Err(_) => return HttpResponse::InternalServerError().finish(),
    }
    HttpResponse::Accepted().finish()
}
