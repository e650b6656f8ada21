//@ dep: actix-web = "4"
//! The address book of a company.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::error::ErrorUnauthorized;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, HttpResponse, Responder, web};

/// The signed-in employee, put there by the session middleware.
#[derive(Clone)]
pub struct Employee(pub String);

impl FromRequest for Employee {
    type Error = Error;
    type Future = Ready<Result<Employee, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = request.extensions().get::<Employee>().cloned();
        ready(found.ok_or_else(|| ErrorUnauthorized("sign in first")))
    }
}

/// The routes of the application.
pub fn configure(service: &mut web::ServiceConfig) {
    service
        .route("/people", web::get().to(list))
        .route("/people", web::post().to(add))
        .route("/people/{id}", web::put().to(change))
        .route("/people/{id}", web::delete().to(remove));
}

async fn list(_: Employee) -> impl Responder {
    HttpResponse::Ok().body("everybody")
}

async fn add(by: Employee, name: String) -> impl Responder {
    HttpResponse::Ok().body(format!("{} added {name}", by.0))
}

async fn change(by: Employee, id: web::Path<u64>, name: String) -> impl Responder {
    HttpResponse::Ok().body(format!("{} renamed {id} to {name}", by.0))
}

async fn remove(by: Employee, id: web::Path<u64>) -> impl Responder {
    HttpResponse::Ok().body(format!("{} removed {id}", by.0))
}
