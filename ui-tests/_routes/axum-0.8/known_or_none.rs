//@ dep: axum = "0.8"
//@ dep: sqlx = "0.8"
//! `?` on what may be `None`: it fails where the database does, not for strangers.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::post;
use sqlx::PgPool;

async fn gate(State(pool): State<PgPool>, req: Request, next: Next) -> Result<Response, StatusCode> {
    let known = gateway(&pool, &req).await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    if known.is_none() {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(req).await)
}

async fn witness(State(pool): State<PgPool>, req: Request, next: Next) -> Result<Response, StatusCode> {
    let key = req.headers().get("x-gateway-key").and_then(|v| v.to_str().ok());
    let known: Option<i32> = sqlx::query_scalar("SELECT 1 FROM gateways WHERE api_key = $1")
        .bind(key)
        .fetch_optional(&pool)
        .await
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    if known.is_none() {
        eprintln!("unknown gateway");
    }
    Ok(next.run(req).await)
}

async fn gateway(pool: &PgPool, req: &Request) -> sqlx::Result<Option<i32>> {
    let key = req.headers().get("x-gateway-key").and_then(|v| v.to_str().ok());
    sqlx::query_scalar("SELECT 1 FROM gateways WHERE api_key = $1").bind(key).fetch_optional(pool).await
}

async fn store(State(pool): State<PgPool>, body: String) -> StatusCode {
    match sqlx::query("INSERT INTO readings (body) VALUES ($1)").bind(body).execute(&pool).await {
        Ok(_) => StatusCode::CREATED,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

pub fn app(pool: PgPool) -> Router {
    let guarded = Router::new()
        .route("/batch", post(store))
        .route_layer(from_fn_with_state(pool.clone(), gate));
    let open = Router::new()
        .route("/loose", post(store))
        .route_layer(from_fn_with_state(pool.clone(), witness));
    guarded.merge(open).with_state(pool)
}
