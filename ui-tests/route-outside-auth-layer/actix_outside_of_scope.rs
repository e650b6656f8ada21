//@ dep: actix-web = "4"
//! The same path outside of the scope that is wrapped.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::ErrorUnauthorized;
use actix_web::middleware::{Next, from_fn};
use actix_web::{App, Error, web};

async fn require_session(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if !request.headers().contains_key("authorization") {
        return Err(ErrorUnauthorized("sign in first"));
    }
    next.call(request).await
}

pub fn routes() {
    let _ = App::new()
        .service(
            web::scope("/admin")
                .wrap(from_fn(require_session))
                .route("/users", web::post().to(change))
                .route("/users/{id}", web::put().to(change)),
        )
        .route("/admin/users/{id}/remove", web::post().to(remove)); //~ route-outside-auth-layer
}

async fn change(text: String) -> String {
    text
}

async fn remove() -> &'static str {
    "gone"
}
