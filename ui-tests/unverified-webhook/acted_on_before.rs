//@ dep: actix-web = "4"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: serde = { version = "1", features = ["derive"] }
//@ dep: serde_json = "1"
//! Events that are verified: first, only when they have been acted on, and behind a record of what has come in.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, ResponseError, web};
use hmac::{Hmac, Mac};
use serde::Deserialize;
use sha2::Sha256;

pub trait Parcels: Send + Sync {
    fn set_state(&self, parcel: u64, state: &str) -> Result<(), Unauthenticated>;
    fn insert_event(&self, body: &[u8]) -> Result<(), Unauthenticated>;
}

pub struct Depot {
    parcels: Box<dyn Parcels>,
    key: Vec<u8>,
}

#[derive(Debug)]
pub struct Unauthenticated;

impl std::fmt::Display for Unauthenticated {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("refused")
    }
}

impl ResponseError for Unauthenticated {
    fn status_code(&self) -> StatusCode {
        StatusCode::UNAUTHORIZED
    }
}

#[derive(Deserialize)]
pub struct Scanned {
    parcel: u64,
}

pub fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/hooks/carrier/delivered", web::post().to(delivered))
        .route("/hooks/carrier/lost", web::post().to(lost))
        .route("/hooks/carrier/found", web::post().to(found));
}

fn verify(request: &HttpRequest, body: &[u8], key: &[u8]) -> Result<(), Unauthenticated> {
    let sent = request.headers().get("x-carrier-signature").ok_or(Unauthenticated)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|_| Unauthenticated)?;
    mac.update(body);
    mac.verify_slice(sent.as_bytes()).map_err(|_| Unauthenticated)
}

async fn delivered(
    request: HttpRequest,
    body: web::Bytes,
    depot: web::Data<Depot>,
) -> Result<HttpResponse, Unauthenticated> {
    verify(&request, &body, &depot.key)?;
    let event: Scanned = serde_json::from_slice(&body).map_err(|_| Unauthenticated)?;
    depot.parcels.set_state(event.parcel, "delivered")?;
    Ok(HttpResponse::Ok().finish())
}

async fn lost(
    request: HttpRequest,
    body: web::Bytes,
    depot: web::Data<Depot>,
) -> Result<HttpResponse, Unauthenticated> {
    let event: Scanned = serde_json::from_slice(&body).map_err(|_| Unauthenticated)?;
    depot.parcels.set_state(event.parcel, "lost")?; //~ unverified-webhook
    verify(&request, &body, &depot.key)?;
    Ok(HttpResponse::Ok().finish())
}

async fn found(
    request: HttpRequest,
    body: web::Bytes,
    depot: web::Data<Depot>,
) -> Result<HttpResponse, Unauthenticated> {
    depot.parcels.insert_event(&body)?;
    verify(&request, &body, &depot.key)?;
    let event: Scanned = serde_json::from_slice(&body).map_err(|_| Unauthenticated)?;
    depot.parcels.set_state(event.parcel, "found")?;
    Ok(HttpResponse::Ok().finish())
}
