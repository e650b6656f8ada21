//@ dep: axum = "0.8"
//! Results of other things are dropped: a notice, a cache, a check of form that refuses nobody, one that repairs what it finds.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::extract::Path;
use axum::routing::{delete, post};

pub struct User(pub u64);

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<User, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let token = header.to_str().map_err(|_| StatusCode::UNAUTHORIZED)?;
        sessions::user_of(token).map(User).ok_or(StatusCode::UNAUTHORIZED)
    }
}

mod sessions {
    pub fn user_of(token: &str) -> Option<u64> {
        std::fs::read_to_string(format!("sessions/{token}")).ok()?.trim().parse().ok()
    }
}

pub fn router() -> Router {
    Router::new().route("/trees/{id}", delete(fell).post(fell))
}

fn notify(user: &User) -> Result<(), std::io::Error> {
    std::fs::write("notice", user.0.to_string())
}

fn check_disk() -> Result<(), std::io::Error> {
    std::fs::metadata("trees").map(|_| ())
}

/// It counts visits; who may not visit is one reason among others to stop.
fn check_and_count(user: &User) -> Result<u64, StatusCode> {
    if user.0 == 0 {
        return Err(StatusCode::FORBIDDEN);
    }
    std::fs::write("visits", user.0.to_string()).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Ok(user.0)
}

fn is_young(tree: u64) -> bool {
    tree > 1000
}

async fn fell(user: User, Path(tree): Path<u64>) -> &'static str {
    let _ = notify(&user);
    let _ = check_disk();
    let _ = check_and_count(&user);
    let _ = is_young(tree);
    notify(&user).ok();
    "felled"
}

/// It refuses names, not people: the variable only lists them.
fn validate_names(names: &[String]) -> Result<(), String> {
    let forbidden: Vec<&String> = names.iter().filter(|name| name.starts_with('_')).collect();
    if forbidden.is_empty() { Ok(()) } else { Err(format!("reserved: {}", forbidden.len())) }
}

fn validate_settings(names: &[String]) -> Result<usize, String> {
    validate_names(names)?;
    Ok(names.len())
}

pub fn load(names: Vec<String>) -> Vec<String> {
    let _ = validate_settings(&names);
    names
}
