//@ dep: actix-web = "4"
//! Sensors are known by a layer; one handler lets the body say which sensor it is.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::ErrorUnauthorized;
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{self, Json, ReqData, ServiceConfig};
use actix_web::{Error, HttpMessage, HttpResponse};
use serde::Deserialize;

#[derive(Clone)]
pub struct SensorIdentity(pub u64);

async fn sensor(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let token = request.headers().get(AUTHORIZATION).and_then(|v| v.to_str().ok());
    let known = token.and_then(sensor_of).ok_or_else(|| ErrorUnauthorized("unknown sensor"))?;
    request.extensions_mut().insert(known);
    next.call(request).await
}

fn sensor_of(token: &str) -> Option<SensorIdentity> {
    std::fs::read_to_string(format!("sensors/{token}")).ok()?.parse().ok().map(SensorIdentity)
}

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(
        web::scope("/sensor")
            .wrap(from_fn(sensor))
            .route("/alive", web::post().to(alive))
            .route("/orders", web::get().to(orders))
            .route("/done", web::post().to(done))
            .route("/values", web::post().to(values))
            .route("/places", web::post().to(places)),
    );
}

async fn alive(me: ReqData<SensorIdentity>) -> HttpResponse {
    save(me.0, "alive")
}

async fn orders(me: ReqData<SensorIdentity>) -> String {
    std::fs::read_to_string(format!("orders/{}", me.0)).unwrap_or_default()
}

async fn done(me: ReqData<SensorIdentity>, text: String) -> HttpResponse {
    save(me.0, &text)
}

#[derive(Deserialize)]
pub struct Batch {
    sensor_id: u64,
    text: String,
}

async fn values(batch: Json<Batch>) -> HttpResponse { //~ identity-extracted-and-dropped
    save(batch.sensor_id, &batch.text)
}

#[derive(Deserialize)]
pub struct Place {
    place_id: u64,
    text: String,
}

async fn places(me: ReqData<SensorIdentity>, place: Json<Place>) -> HttpResponse {
    save(place.place_id ^ me.0, &place.text)
}

fn save(id: u64, text: &str) -> HttpResponse {
    let _ = std::fs::write(format!("values/{id}"), text);
    HttpResponse::NoContent().finish()
}
