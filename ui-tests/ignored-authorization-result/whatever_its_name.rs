//@ dep: axum = "0.8"
//@ dep: sqlx = "0.8"
//! Functions that only ask whether somebody may, under names that do not say so.

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, post};

pub struct Member {
    pub id: u64,
}

impl<S: Send + Sync> FromRequestParts<S> for Member {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Member, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let token = header.to_str().map_err(|_| StatusCode::UNAUTHORIZED)?;
        sessions::user_of(token).map(|id| Member { id }).ok_or(StatusCode::UNAUTHORIZED)
    }
}

mod sessions {
    pub fn user_of(token: &str) -> Option<u64> {
        std::fs::read_to_string(format!("sessions/{token}")).ok()?.trim().parse().ok()
    }
}

pub struct Boat {
    id: u64,
    lent_to: u64,
}

impl Boat {
    fn rowed_by(&self, member: &Member) -> Result<(), StatusCode> {
        if self.lent_to == member.id { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }

    /// Keeps where it is, and lets nobody but its rower do so.
    fn moor(&self, member: &Member) -> Result<(), StatusCode> {
        if self.lent_to != member.id {
            return Err(StatusCode::FORBIDDEN);
        }
        harbour::insert(self.id)
    }

    fn floats(&self) -> Result<(), StatusCode> {
        if self.id > 0 { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

mod harbour {
    use axum::http::StatusCode;

    pub fn insert(boat: u64) -> Result<(), StatusCode> {
        std::fs::write("harbour", boat.to_string()).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
    }
}

pub trait Rights {
    fn sails(&self, boat: u64) -> impl Future<Output = Result<(), StatusCode>> + Send;
}

impl Rights for Member {
    async fn sails(&self, boat: u64) -> Result<(), StatusCode> {
        if load(boat).lent_to == self.id { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

fn load(id: u64) -> Boat {
    Boat { id, lent_to: id / 10 }
}

fn rower(member: &Member, id: u64) -> Result<Boat, StatusCode> {
    let boat = load(id);
    boat.rowed_by(member)?;
    Ok(boat)
}

pub fn router() -> Router {
    Router::new()
        .route("/boats/{id}", delete(sink).put(paint).patch(rename))
        .route("/boats/{id}/mast", post(step))
        .route("/boats/{id}/berth", post(berth))
}

async fn sink(member: Member, Path(id): Path<u64>) -> StatusCode {
    let boat = load(id);
    let _ = boat.rowed_by(&member); //~ ignored-authorization-result
    remove(boat.id)
}

async fn paint(member: Member, Path(id): Path<u64>) -> StatusCode {
    let allowed = rower(&member, id); //~ ignored-authorization-result
    tracing::debug!("painting {id}: {}", allowed.is_ok());
    remove(id)
}

async fn rename(member: Member, Path(id): Path<u64>) -> StatusCode {
    let _ = member.sails(id).await; //~ ignored-authorization-result
    remove(id)
}

async fn step(member: Member, Path(id): Path<u64>) -> Result<StatusCode, StatusCode> {
    let boat = rower(&member, id)?;
    let _ = boat.floats();
    Ok(remove(boat.id))
}

async fn berth(member: Member, Path(id): Path<u64>) -> Result<StatusCode, StatusCode> {
    let boat = rower(&member, id)?;
    let _ = boat.moor(&member);
    let allowed = rower(&member, id);
    tracing::debug!("{}", allowed.is_ok());
    allowed.map(|boat| remove(boat.id))
}

fn remove(id: u64) -> StatusCode {
    match std::fs::remove_file(format!("boats/{id}")) {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::NOT_FOUND,
    }
}
