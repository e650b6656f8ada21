//@ dep: actix-web = "4"
//! The name of a header is a constant, and a function of its own reads it.

use actix_web::{HttpRequest, HttpResponse, Responder, delete, post};

const RUNNER: &str = "X-Runner-Key";
const CACHE: &str = "X-Cache-Key";

fn header<'a>(request: &'a HttpRequest, name: &str) -> Result<&'a str, String> {
    let value = request.headers().get(name).ok_or_else(|| "missing".to_owned())?;
    value.to_str().map_err(|error| error.to_string())
}

fn runner(known: &[String], request: &HttpRequest) -> Result<(), String> {
    let given = header(request, RUNNER)?;
    if !known.iter().any(|one| one == given) {
        return Err("nobody knows this runner".to_owned());
    }
    Ok(())
}

fn cached(known: &[String], request: &HttpRequest) -> Result<(), String> {
    let given = header(request, CACHE)?;
    if !known.iter().any(|one| one == given) {
        return Err("not there".to_owned());
    }
    Ok(())
}

fn known() -> Vec<String> {
    std::env::var("RUNNERS").unwrap_or_default().split(',').map(str::to_owned).collect()
}

#[post("/jobs")]
async fn take_job(request: HttpRequest) -> impl Responder {
    let found = runner(&known(), &request);
    let Ok(()) = found else { return HttpResponse::Forbidden().finish() };
    std::fs::remove_file("job").ok();
    HttpResponse::Ok().finish()
}

#[delete("/jobs")]
async fn drop_jobs(request: HttpRequest) -> impl Responder {
    if cached(&known(), &request).is_err() {
        return HttpResponse::NotFound().finish();
    }
    std::fs::remove_file("job").ok();
    HttpResponse::Ok().finish()
}

pub fn routes(config: &mut actix_web::web::ServiceConfig) {
    config.service(take_job).service(drop_jobs);
}
