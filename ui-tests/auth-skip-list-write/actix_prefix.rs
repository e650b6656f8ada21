//@ dep: actix-web = "4"
//! A prefix of the wrapped scope is open; a handler below it has a guard of its own.

use std::future::{Ready, ready};

use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::ErrorUnauthorized;
use actix_web::middleware::{Next, from_fn};
use actix_web::{App, Error, FromRequest, HttpRequest, web};

fn user_of(token: &str) -> Option<User> {
    std::fs::read_to_string(format!("users/{token}")).ok()?.trim().parse().ok().map(User)
}

async fn signed_in(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if request.path().starts_with("/shop/cart") { //~ auth-skip-list-write
        return next.call(request).await;
    }
    let cookie = request.cookie("session").ok_or_else(|| ErrorUnauthorized("sign in first"))?;
    if user_of(cookie.value()).is_none() {
        return Err(ErrorUnauthorized("sign in again"));
    }
    next.call(request).await
}

pub struct User(pub u64);

impl FromRequest for User {
    type Error = Error;
    type Future = Ready<Result<User, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = request.headers().get("authorization").and_then(|value| value.to_str().ok());
        ready(token.and_then(user_of).ok_or_else(|| ErrorUnauthorized("sign in first")))
    }
}

pub fn routes() {
    let _ = App::new().service(
        web::scope("/shop")
            .wrap(from_fn(signed_in))
            .route("/cart", web::put().to(fill))
            .route("/cart/pay", web::post().to(pay))
            .route("/orders", web::post().to(fill)),
    );
}

async fn fill(text: String) -> String {
    text
}

async fn pay(user: User) -> String {
    user.0.to_string()
}
