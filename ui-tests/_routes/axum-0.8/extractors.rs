//@ dep: axum = "0.8"
//@ dep: axum-extra = "0.10"
//! Guards by what they do: nested, generic, derived, optional, under a setting; names say nothing.

use axum::Router;
use axum::extract::{Extension, FromRequestParts};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::post;
use axum_extra::TypedHeader;
use axum_extra::headers::{Authorization, authorization::Bearer};

pub struct Settings {
    pub open: bool,
}

/// Refuses, whatever it is called.
pub struct MaybeGuest(pub u64);

impl FromRequestParts<Settings> for MaybeGuest {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &Settings) -> Result<Self, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let Ok(id) = verify_token(header.to_str().unwrap_or_default()) else {
            return Err(StatusCode::FORBIDDEN);
        };
        Ok(MaybeGuest(id))
    }
}

/// Lets everybody in, whatever it is called.
pub struct AuthorizedUser(pub Option<u64>);

impl FromRequestParts<Settings> for AuthorizedUser {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, settings: &Settings) -> Result<Self, StatusCode> {
        match MaybeGuest::from_request_parts(parts, settings).await {
            Ok(guest) => Ok(AuthorizedUser(Some(guest.0))),
            Err(_) => Ok(AuthorizedUser(None)),
        }
    }
}

/// A guard in a guard, with a role.
pub struct Admin<T>(pub u64, pub std::marker::PhantomData<T>);

impl<T> FromRequestParts<Settings> for Admin<T> {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, settings: &Settings) -> Result<Self, StatusCode> {
        let user = MaybeGuest::from_request_parts(parts, settings).await?;
        if !is_admin(user.0) {
            return Err(StatusCode::FORBIDDEN);
        }
        Ok(Admin(user.0, std::marker::PhantomData))
    }
}

/// Refuses only under a setting.
pub struct Sometimes;

impl FromRequestParts<Settings> for Sometimes {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, settings: &Settings) -> Result<Self, StatusCode> {
        if !settings.open {
            MaybeGuest::from_request_parts(parts, settings).await?;
        }
        Ok(Sometimes)
    }
}

#[derive(FromRequestParts)]
pub struct Both {
    pub user: MaybeGuest,
    pub extension: Extension<u32>,
}

type Alias = Admin<u8>;

fn verify_token(token: &str) -> Result<u64, ()> {
    token.parse().map_err(|_| ())
}

fn is_admin(id: u64) -> bool {
    id == 1
}

pub fn router() -> Router<Settings> {
    Router::new()
        .route("/refused", post(refused))
        .route("/never", post(never))
        .route("/optional", post(optional))
        .route("/fallible", post(fallible))
        .route("/admin", post(admin))
        .route("/setting", post(setting))
        .route("/derived", post(derived))
        .route("/bearer", post(bearer))
        .route("/extension", post(extension))
        .route("/closure", post(|_: MaybeGuest| async { "in" }))
}

async fn refused(_: MaybeGuest) {}
async fn never(_: AuthorizedUser) {}
async fn optional(_: Option<MaybeGuest>) {}
async fn fallible(_: Result<MaybeGuest, StatusCode>) {}
async fn admin(_: Alias) {}
async fn setting(_: Sometimes) {}
async fn derived(_: Both) {}
async fn bearer(_: TypedHeader<Authorization<Bearer>>) {}
async fn extension(_: Extension<u64>) {}
