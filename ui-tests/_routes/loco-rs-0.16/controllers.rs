//@ dep: loco-rs = "0.16"
//@ dep: axum = "0.8"
//@ dep: serde = { version = "1", features = ["derive"] }
//! Routes of controllers, a prefix that stands before those added after it, library guards and one of the application.

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::StatusCode;
use axum::middleware::{from_fn, Next};
use loco_rs::app::AppContext;
use loco_rs::controller::AppRoutes;
use loco_rs::prelude::*;

mod models {
    pub mod users {
        pub struct Model {
            pub id: i32,
        }
    }
}

mod notes {
    use loco_rs::prelude::*;

    use super::models::users;

    pub async fn list(State(ctx): State<AppContext>) -> Result<Response> {
        format::json(all(&ctx.db).await?)
    }

    pub async fn add(auth: auth::JWT, State(ctx): State<AppContext>) -> Result<Response> {
        format::json(insert(&ctx.db, auth.claims.pid).await?)
    }

    pub async fn update(auth: auth::JWTWithUser<users::Model>, Path(id): Path<i32>) -> Result<Response> {
        format::json(change(auth.user.id, id).await?)
    }

    pub async fn remove(Path(id): Path<i32>, State(ctx): State<AppContext>) -> Result<Response> {
        delete_by_id(&ctx.db, id).await?;
        format::empty()
    }

    pub fn routes() -> Routes {
        Routes::new()
            .prefix("notes")
            .add("/", get(list))
            .add("/", post(add))
            .add("/{id}", put(update))
            .add("/{id}", delete(remove))
    }
}

mod keys {
    use loco_rs::controller::middleware::auth::ApiToken;
    use loco_rs::prelude::*;

    use super::models::users;

    pub async fn rotate(token: ApiToken<users::Model>) -> Result<Response> {
        format::json(token.user.id)
    }

    pub fn routes() -> Routes {
        Routes::at("keys").add("/rotate", post(rotate))
    }
}

async fn operators_only(request: Request, next: Next) -> std::result::Result<Response, StatusCode> {
    let token = request.headers().get("x-api-key").ok_or(StatusCode::UNAUTHORIZED)?;
    if !operator_key(token) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

async fn restart() -> Result<Response> {
    format::empty()
}

async fn ping() -> Result<Response> {
    format::empty()
}

pub fn routes(_ctx: &AppContext) -> AppRoutes {
    AppRoutes::with_default_routes()
        .add_route(Routes::new().add("/ping", get(ping)))
        .prefix("/api")
        .add_route(notes::routes())
        .nest_prefix("/v2")
        .add_routes(vec![keys::routes()])
        .nest_route("/ops", Routes::new().add("/restart", post(restart)).layer(from_fn(operators_only)))
}
