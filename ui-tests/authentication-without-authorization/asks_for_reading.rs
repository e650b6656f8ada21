//@ dep: axum = "0.8"
//! Who may read a thing need not be who may remove it.

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, put};

pub struct Guide {
    id: u64,
    scopes: Vec<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for Guide {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Guide, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok()).ok_or(StatusCode::UNAUTHORIZED)?;
        let id = std::fs::read_to_string(token).ok().and_then(|id| id.parse().ok()).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(Guide { id, scopes: Vec::new() })
    }
}

impl Guide {
    fn demand(&self, scope: &str) -> Result<(), StatusCode> {
        if self.scopes.iter().any(|s| s == scope) { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }
}

pub struct Rules<'g> {
    guide: &'g Guide,
}

impl Rules<'_> {
    fn can_read(&self, map: u64) -> Result<u64, StatusCode> {
        if map / 100 == self.guide.id { Ok(map) } else { Err(StatusCode::FORBIDDEN) }
    }

    fn can_write(&self, map: u64) -> Result<u64, StatusCode> {
        if map / 10 == self.guide.id { Ok(map) } else { Err(StatusCode::FORBIDDEN) }
    }
}

pub fn router() -> Router {
    Router::new()
        .route("/maps/{id}", delete(burn).put(draw))
        .route("/maps/{id}/star", delete(unstar))
        .route("/tours/{id}", delete(cancel).put(rename))
        .route("/views/{id}", delete(forget))
}

async fn burn(guide: Guide, Path(id): Path<u64>) -> Result<StatusCode, StatusCode> {
    let map = Rules { guide: &guide }.can_read(id)?; //~ authentication-without-authorization
    Ok(remove(map))
}

async fn draw(guide: Guide, Path(id): Path<u64>) -> Result<StatusCode, StatusCode> {
    let map = Rules { guide: &guide }.can_write(id)?;
    Ok(remove(map))
}

/// The star is that of the guide.
async fn unstar(guide: Guide, Path(id): Path<u64>) -> Result<StatusCode, StatusCode> {
    let map = Rules { guide: &guide }.can_read(id)?;
    Ok(remove(map + guide.id))
}

async fn cancel(guide: Guide, Path(id): Path<u64>) -> Result<StatusCode, StatusCode> {
    guide.demand("tours:read")?; //~ authentication-without-authorization
    if id / 10 != guide.id {
        return Err(StatusCode::NOT_FOUND);
    }
    Ok(remove(id))
}

async fn rename(guide: Guide, Path(id): Path<u64>) -> Result<StatusCode, StatusCode> {
    guide.demand("tours:read")?;
    guide.demand("tours:write")?;
    if id / 10 != guide.id {
        return Err(StatusCode::NOT_FOUND);
    }
    Ok(remove(id))
}

/// Nothing but reading is asked for anywhere: a view is no more than that.
async fn forget(guide: Guide, Path(id): Path<u64>) -> Result<StatusCode, StatusCode> {
    guide.demand("views:read")?;
    if id / 10 != guide.id {
        return Err(StatusCode::NOT_FOUND);
    }
    Ok(remove(id))
}

fn remove(id: u64) -> StatusCode {
    std::fs::remove_file(id.to_string()).map_or(StatusCode::NOT_FOUND, |()| StatusCode::NO_CONTENT)
}
