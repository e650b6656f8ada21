//@ dep: actix-web = "4"
//! A function that is asked whether a scope or resource is for the request at all may ask for a credential.

use actix_web::guard::{self, GuardContext};
use actix_web::web::{self, ServiceConfig, post};
use actix_web::HttpResponse;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(
            web::scope("/tasks")
                .guard(guard::fn_guard(by_clockwork))
                .route("/sweep", post().to(sweep))
                .route("/wind", post().to(wind)),
        )
        .service(web::resource("/bells").guard(guard::fn_guard(in_the_morning)).route(post().to(ring)));
}

fn by_clockwork(ctx: &GuardContext<'_>) -> bool {
    let Ok(expected) = std::env::var("CLOCKWORK_TOKEN") else { return false };
    ctx.head().headers().get("x-clockwork-token").is_some_and(|v| v.as_bytes() == expected.as_bytes())
}

fn in_the_morning(ctx: &GuardContext<'_>) -> bool {
    ctx.head().uri.path().ends_with("morning")
}

async fn sweep() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

async fn wind() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

async fn ring() -> HttpResponse {
    HttpResponse::NoContent().finish()
}
