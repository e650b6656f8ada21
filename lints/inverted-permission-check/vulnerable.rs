//@ dep: axum = "0.8"
//! A workshop: only who belongs to a bench may take tools from it.

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, put};

pub struct User {
    pub id: u64,
    pub bench: u64,
}

impl User {
    fn at_bench(&self, bench: u64) -> bool {
        self.bench == bench
    }
}

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<User, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let token = header.to_str().map_err(|_| StatusCode::UNAUTHORIZED)?;
        user_of(token).ok_or(StatusCode::UNAUTHORIZED)
    }
}

fn user_of(token: &str) -> Option<User> {
    let line = std::fs::read_to_string(format!("sessions/{token}")).ok()?;
    let (id, bench) = line.split_once(' ')?;
    Some(User { id: id.parse().ok()?, bench: bench.parse().ok()? })
}

pub fn router() -> Router {
    Router::new()
        .route("/benches/{bench}/tools/{tool}", delete(take).put(bring))
        .route("/benches/{bench}/name", put(rename))
}

async fn bring(user: User, Path((bench, tool)): Path<(u64, u64)>) -> Result<String, StatusCode> {
    if !user.at_bench(bench) {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(format!("{} brings {tool}", user.id))
}

async fn rename(user: User, Path(bench): Path<u64>, name: String) -> Result<String, StatusCode> {
    if !user.at_bench(bench) {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(name)
}

/// Who is at the bench gets nothing, and everybody else gets all.
async fn take(user: User, Path((bench, tool)): Path<(u64, u64)>) -> Result<String, StatusCode> {
    if user.at_bench(bench) { //~ inverted-permission-check
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(format!("{} takes {tool}", user.id))
}
