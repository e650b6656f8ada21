//@ dep: actix-web = "4"
//@ dep: actix-web-httpauth = "0.8"
//! Validators of bearer tokens: one that lets unknown tokens pass, one that refuses them, and one that says who is known and leaves the
//! question to others.

use actix_web::dev::ServiceRequest;
use actix_web::error::ErrorUnauthorized;
use actix_web::{Error, HttpMessage, HttpResponse, web};
use actix_web_httpauth::extractors::bearer::BearerAuth;
use actix_web_httpauth::middleware::HttpAuthentication;

#[derive(Clone)]
pub struct Worker(u64);

pub trait Queue: Send + Sync {
    fn worker(&self, token: &str) -> Option<Worker>;
    fn push(&self, job: u64, line: &str);
    fn drop_job(&self, job: u64);
}

type Jobs = web::Data<dyn Queue>;

fn jobs(request: &ServiceRequest) -> &Jobs {
    request.app_data::<Jobs>().expect("a queue")
}

async fn heedless(request: ServiceRequest, bearer: BearerAuth) -> Result<ServiceRequest, (Error, ServiceRequest)> { //~ middleware-never-rejects
    if let Some(worker) = jobs(&request).worker(bearer.token()) {
        request.extensions_mut().insert(worker);
    } else {
        println!("unknown token");
    }
    Ok(request)
}

async fn strict(request: ServiceRequest, bearer: BearerAuth) -> Result<ServiceRequest, (Error, ServiceRequest)> {
    match jobs(&request).worker(bearer.token()) {
        Some(worker) => {
            request.extensions_mut().insert(worker);
            Ok(request)
        }
        None => Err((ErrorUnauthorized("unknown token"), request)),
    }
}

async fn loads(
    request: ServiceRequest,
    bearer: Option<BearerAuth>,
) -> Result<ServiceRequest, (Error, ServiceRequest)> {
    if let Some(worker) = bearer.and_then(|bearer| jobs(&request).worker(bearer.token())) {
        request.extensions_mut().insert(worker);
    }
    Ok(request)
}

pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(
            web::scope("/workers")
                .wrap(HttpAuthentication::bearer(heedless))
                .route("/jobs/{id}/log", web::post().to(append)),
        )
        .service(
            web::scope("/owners")
                .wrap(HttpAuthentication::bearer(strict))
                .route("/jobs/{id}", web::delete().to(remove)),
        )
        .service(
            web::scope("/desk")
                .wrap(HttpAuthentication::with_fn(loads))
                .route("/jobs/{id}/note", web::post().to(append)),
        );
}

async fn append(jobs: Jobs, id: web::Path<u64>, line: String) -> HttpResponse {
    jobs.push(*id, &line);
    HttpResponse::Ok().finish()
}

async fn remove(jobs: Jobs, id: web::Path<u64>) -> HttpResponse {
    jobs.drop_job(*id);
    HttpResponse::Ok().finish()
}
