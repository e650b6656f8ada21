//@ dep: actix-web = "4"
//@ dep: paperclip = { version = "0.9", features = ["actix4"] }
//! Routes through the wrappers of a library that describes them.

use actix_web::{App, Error, FromRequest, HttpRequest, HttpResponse, error, test};
use paperclip::actix::{OpenApiExt, api_v2_operation, web};
use std::future::{Ready, ready};

pub struct Member(u64);

impl FromRequest for Member {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut actix_web::dev::Payload) -> Self::Future {
        let token = request.headers().get("authorization").and_then(|value| value.to_str().ok());
        ready(token.and_then(member_of).map(Member).ok_or_else(|| error::ErrorUnauthorized("who are you?")))
    }
}

fn member_of(token: &str) -> Option<u64> {
    token.strip_prefix("Bearer ")?.parse().ok()
}

#[api_v2_operation]
async fn list() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[api_v2_operation]
async fn add(member: Member) -> HttpResponse {
    HttpResponse::Ok().body(member.0.to_string())
}

pub async fn serve() {
    let app = App::new()
        .wrap_api()
        .with_json_spec_at("/api/spec.json")
        .service(
            web::scope("/api").service(
                web::resource("/notes").route(web::get().to(list)).route(web::post().to(add)),
            ),
        )
        .build();
    drop(test::init_service(app).await);
}
