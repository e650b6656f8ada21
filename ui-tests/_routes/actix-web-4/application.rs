//@ dep: actix-web = "4"
//! Attributes, scopes, resources, `configure`; the last registered middleware of a scope covers all of it.

use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::ErrorUnauthorized;
use actix_web::middleware::{Next, from_fn};
use actix_web::{App, Error, HttpServer, delete, get, guard, route, web};

async fn require_session(request: ServiceRequest, next: Next<impl actix_web::body::MessageBody>) -> Result<ServiceResponse<impl actix_web::body::MessageBody>, Error> {
    let token = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    if token.is_none_or(|token| !is_valid(token)) {
        return Err(ErrorUnauthorized("sign in first"));
    }
    next.call(request).await
}

fn is_valid(token: &str) -> bool {
    token.len() == 32
}

#[get("/notes/{id}")]
async fn read(id: web::Path<u64>) -> String {
    id.to_string()
}

#[delete("/notes/{id}")]
async fn remove(id: web::Path<u64>) -> String {
    id.to_string()
}

#[route("/both", method = "PUT", method = "PATCH")]
async fn both() -> &'static str {
    "changed"
}

async fn write(text: String) -> String {
    text
}

fn notes(config: &mut web::ServiceConfig) {
    config.service(read).service(remove);
    config.route("/notes", web::post().to(write));
}

pub async fn serve() -> std::io::Result<()> {
    HttpServer::new(|| {
        App::new()
            .service(web::scope("/v1").configure(notes).wrap(from_fn(require_session)).service(both))
            .service(
                web::resource("/files/{name}")
                    .route(web::get().to(write))
                    .route(web::route().guard(guard::Delete()).to(write)),
            )
            .configure(|config| {
                config.route("/direct", web::method(actix_web::http::Method::PUT).to(write));
            })
            .default_service(web::to(write))
    })
    .bind("127.0.0.1:80")?
    .run()
    .await
}
