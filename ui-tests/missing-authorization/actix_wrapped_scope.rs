//@ dep: actix-web = "4"
//! A middleware around a scope covers all of it, also what is registered after `wrap`.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::ErrorUnauthorized;
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, web};

async fn require_session(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if !request.headers().contains_key("authorization") {
        return Err(ErrorUnauthorized("sign in first"));
    }
    next.call(request).await
}

pub fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::scope("/admin")
            .route("/users", web::post().to(change))
            .wrap(from_fn(require_session))
            .route("/users/{id}", web::delete().to(change)),
    );
}

async fn change(text: String) -> String {
    text
}
