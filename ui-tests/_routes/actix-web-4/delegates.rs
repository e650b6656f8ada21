//@ dep: actix-web = "4"
//! Handlers of an old version of an interface that leave the work, and the question who asks, to those of the new one.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, ResponseError, delete, get, patch, post, web};

#[derive(Debug)]
pub enum ApiError {
    Authentication(AuthenticationError),
    NotFound,
    Storage,
}

#[derive(Debug)]
pub enum AuthenticationError {
    InvalidCredentials,
}

impl From<AuthenticationError> for ApiError {
    fn from(error: AuthenticationError) -> Self {
        ApiError::Authentication(error)
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        match self {
            ApiError::Authentication(_) => StatusCode::UNAUTHORIZED,
            ApiError::NotFound => StatusCode::NOT_FOUND,
            ApiError::Storage => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

pub struct Store;

impl Store {
    pub async fn user_by_token(&self, token: &str) -> Result<Option<u64>, ApiError> {
        Ok((!token.is_empty()).then_some(3))
    }

    pub async fn delete(&self, user: u64, id: u64) -> Result<(), ApiError> {
        if user == id { Err(ApiError::NotFound) } else { Ok(()) }
    }

    pub async fn insert(&self, user: u64, text: &str) -> Result<u64, ApiError> {
        if text.is_empty() { Err(ApiError::Storage) } else { Ok(user) }
    }
}

async fn user_of(req: &HttpRequest, store: &Store) -> Result<u64, AuthenticationError> {
    let token = req.headers().get("Authorization").and_then(|t| t.to_str().ok());
    let token = token.ok_or(AuthenticationError::InvalidCredentials)?;
    let found = store.user_by_token(token).await.map_err(|_| AuthenticationError::InvalidCredentials)?;
    found.ok_or(AuthenticationError::InvalidCredentials)
}

pub mod v3 {
    use super::*;

    pub async fn remove(req: HttpRequest, id: web::Path<u64>, store: web::Data<Store>) -> Result<HttpResponse, ApiError> {
        let user = user_of(&req, &store).await?;
        store.delete(user, *id).await?;
        Ok(HttpResponse::NoContent().finish())
    }

    pub async fn add(req: HttpRequest, text: String, store: web::Data<Store>) -> Result<HttpResponse, ApiError> {
        let answer = add_inner(req, &text, &store).await;
        if answer.is_err() {
            tidy_up(&text).await;
        }
        answer
    }

    async fn add_inner(req: HttpRequest, text: &str, store: &Store) -> Result<HttpResponse, ApiError> {
        let user = user_of(&req, store).await?;
        let id = store.insert(user, text).await?;
        Ok(HttpResponse::Ok().json(id))
    }

    async fn tidy_up(_text: &str) {}

    pub async fn touch(_req: HttpRequest, id: web::Path<u64>, store: web::Data<Store>) -> Result<HttpResponse, ApiError> {
        store.insert(*id, "touched").await?;
        Ok(HttpResponse::NoContent().finish())
    }
}

fn flatten_not_found(error: ApiError) -> Result<HttpResponse, ApiError> {
    match error {
        ApiError::NotFound => Ok(HttpResponse::NotFound().body("")),
        other => Err(other),
    }
}

#[delete("/notes/{id}")]
async fn remove(req: HttpRequest, id: web::Path<u64>, store: web::Data<Store>) -> Result<HttpResponse, ApiError> {
    v3::remove(req, id, store).await.or_else(flatten_not_found)
}

#[post("/notes")]
async fn add(req: HttpRequest, text: String, store: web::Data<Store>) -> Result<HttpResponse, ApiError> {
    let response = v3::add(req, text, store).await.or_else(flatten_not_found)?;
    Ok(HttpResponse::build(response.status()).finish())
}

#[patch("/notes/{id}")]
async fn touch(req: HttpRequest, id: web::Path<u64>, store: web::Data<Store>) -> Result<HttpResponse, ApiError> {
    v3::touch(req, id, store).await.or_else(flatten_not_found)
}

/// Looks who it is and does the work for everybody.
#[patch("/notes/{id}/seen")]
async fn seen(req: HttpRequest, id: web::Path<u64>, store: web::Data<Store>) -> Result<HttpResponse, ApiError> {
    let user = user_of(&req, &store).await.unwrap_or(0);
    store.insert(user, "seen").await?;
    Ok(HttpResponse::Ok().json(*id))
}

#[get("/notes")]
async fn list() -> HttpResponse {
    HttpResponse::Ok().finish()
}

pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::scope("/v2").service(remove).service(add).service(touch).service(seen).service(list))
        .service(web::scope("/v3").route("/notes", web::post().to(v3::add)).route("/notes/{id}", web::delete().to(v3::remove)));
}
