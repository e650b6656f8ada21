//@ dep: actix-web = "4"
//! What wraps an application or a scope covers the routes that are registered later too.

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
        .service(web::scope("/shows").route("", web::post().to(plan)).route("/{id}", web::put().to(plan)))
        .wrap(from_fn(signed_in))
        .route("/tickets", web::post().to(plan))
        .route("/tickets/{id}", web::delete().to(refund));
}

async fn plan(text: String) -> String {
    text
}

async fn refund() -> &'static str {
    "refunded"
}
