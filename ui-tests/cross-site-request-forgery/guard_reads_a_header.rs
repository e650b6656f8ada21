//@ dep: actix-web = { version = "4", features = ["cookies"] }
//! Requests of the interface carry their token in a header; the cookie only remembers where a visitor came from.

use std::future::{Ready, ready};

use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::error::ErrorUnauthorized;
use actix_web::{Error, FromRequest, HttpRequest, web};

pub struct Caller(String);

impl FromRequest for Caller {
    type Error = Error;
    type Future = Ready<Result<Caller, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = request.headers().get("authorization").and_then(|value| value.to_str().ok());
        let known = token.and_then(account_of).map(Caller);
        ready(known.ok_or_else(|| ErrorUnauthorized("sign in first")))
    }
}

fn account_of(token: &str) -> Option<String> {
    token.strip_prefix("Bearer ").filter(|token| token.len() == 64).map(str::to_owned)
}

async fn create(caller: Caller, name: web::Form<Vec<(String, String)>>) -> String {
    format!("{} {}", caller.0, name.len())
}

pub fn campaign(name: String) -> Cookie<'static> {
    Cookie::build("campaign", name).secure(true).http_only(true).same_site(SameSite::None).finish()
}

pub fn configure(config: &mut web::ServiceConfig) {
    config.route("/projects", web::post().to(create));
}
