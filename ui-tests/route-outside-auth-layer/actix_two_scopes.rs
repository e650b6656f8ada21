//@ dep: actix-web = "4"
//! One of two scopes with the same routes is wrapped.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::ErrorUnauthorized;
use actix_web::middleware::{Next, from_fn};
use actix_web::{App, Error, web};

async fn signed_in(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let cookie = request.cookie("session").ok_or_else(|| ErrorUnauthorized("sign in first"))?;
    if !is_known(cookie.value()) {
        return Err(ErrorUnauthorized("sign in again"));
    }
    next.call(request).await
}

fn is_known(session: &str) -> bool {
    std::fs::exists(format!("sessions/{session}")).unwrap_or(false)
}

pub fn routes() {
    let _ = App::new()
        .service(
            web::scope("/v2")
                .wrap(from_fn(signed_in))
                .route("/tickets", web::post().to(sell))
                .route("/tickets/{id}", web::delete().to(refund)),
        )
        .service(
            web::scope("/v1")
                .route("/tickets", web::post().to(sell)) //~ route-outside-auth-layer
                .route("/tickets/{id}", web::delete().to(refund)), //~ route-outside-auth-layer
        );
}

async fn sell(text: String) -> String {
    text
}

async fn refund() -> &'static str {
    "refunded"
}
