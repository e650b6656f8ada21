//@ dep: actix-web = "4"
//! Functions that configure parts of an application which nobody is seen to start: each part has one address.

use actix_web::{HttpResponse, web};

async fn sign_in() -> HttpResponse {
    HttpResponse::Ok().finish()
}

async fn query() -> HttpResponse {
    HttpResponse::Ok().finish()
}

fn account(config: &mut web::ServiceConfig) {
    config.service(web::resource("/sign-in").route(web::post().to(sign_in)));
}

fn queries(config: &mut web::ServiceConfig) {
    config.service(web::resource("/query").route(web::post().to(query)));
}

pub fn all(config: &mut web::ServiceConfig, reset: bool) {
    config
        .service(web::scope("/account").configure(|part| account(part)))
        .service(web::scope("/api").configure(queries));
    drop(reset);
}

/// A part of an application that is started elsewhere.
pub struct Part {
    pub name: &'static str,
    pub apply: fn(&mut web::ServiceConfig, bool),
}

pub fn parts() -> Vec<Part> {
    vec![Part { name: "all", apply: all }]
}
