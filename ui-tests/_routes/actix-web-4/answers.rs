//@ dep: actix-web = "4"
//! A question that is answered by what to send to strangers, and by nothing for who is known.

use actix_web::{HttpRequest, HttpResponse, web};

pub struct Config {
    pub api_key: String,
}

fn sent_token(request: &HttpRequest) -> Option<String> {
    request.headers().get("Authorization")?.to_str().ok().map(str::to_owned)
}

fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |all, (x, y)| all | (x ^ y)) == 0
}

async fn token_answer(request: &HttpRequest, config: &Config) -> Option<HttpResponse> {
    let token = match sent_token(request) {
        Some(token) => token,
        None => return Some(HttpResponse::BadRequest().body("missing token")),
    };
    if !same(&token, &config.api_key) {
        return Some(HttpResponse::BadRequest().body("invalid token"));
    }
    None
}

fn validate_length(request: &HttpRequest) -> Option<HttpResponse> {
    let length = request.headers().get("content-length")?.to_str().ok()?.parse::<u64>().ok()?;
    (length > 1000).then(|| HttpResponse::Ok().body("this is too much"))
}

async fn rename(request: HttpRequest, config: web::Data<Config>, name: String) -> Result<HttpResponse, actix_web::Error> {
    let token = request.headers().get("X-List-Authorization").and_then(|t| t.to_str().ok());
    let token = token.ok_or_else(|| actix_web::error::ErrorBadRequest("the header is missing"))?;
    if token != config.api_key {
        return Err(actix_web::error::ErrorBadRequest("Invalid session token"));
    }
    insert(&name).await;
    Ok(HttpResponse::Ok().finish())
}

/// Counts requests with a token and answers nobody.
async fn count(request: &HttpRequest) -> Option<HttpResponse> {
    if sent_token(request).is_some() {
        return None;
    }
    None
}

async fn remove(request: HttpRequest, config: web::Data<Config>, id: web::Path<u64>) -> HttpResponse {
    if let Some(answer) = validate_length(&request) {
        return answer;
    }
    if let Some(answer) = token_answer(&request, &config).await {
        return answer;
    }
    delete(*id).await;
    HttpResponse::Ok().finish()
}

async fn add(request: HttpRequest, text: String) -> HttpResponse {
    if let Some(answer) = count(&request).await {
        return answer;
    }
    insert(&text).await;
    HttpResponse::Ok().finish()
}

async fn delete(_id: u64) {}
async fn insert(_text: &str) {}

pub fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::scope("/list").route("/name", web::put().to(rename)).route("/{id}", web::delete().to(remove)).route("", web::post().to(add)),
    );
}
