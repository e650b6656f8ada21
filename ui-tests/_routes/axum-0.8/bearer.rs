//@ dep: axum = "0.8"
//@ dep: axum-extra = "0.12"
//! An extractor whose credential is told by the pattern that takes it apart, and whose failures are those of the store.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{RequestPartsExt, Router};
use axum_extra::TypedHeader;
use axum_extra::headers::Authorization;
use axum_extra::headers::authorization::Bearer;

pub struct Store;

pub struct StoreError;

impl IntoResponse for StoreError {
    fn into_response(self) -> Response {
        "the store is closed".into_response()
    }
}

pub struct ReaderData {
    pub account: AccountData,
}

pub struct AccountData {
    pub id: u64,
}

impl Store {
    async fn account_by_token(&self, _token: &str) -> Result<AccountData, StoreError> {
        Err(StoreError)
    }
}

pub type CardExtractor = Extractor<false>;

pub struct Extractor<const STRICT: bool = true>(pub AccountData);

impl<const STRICT: bool> FromRequestParts<Store> for Extractor<STRICT> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, store: &Store) -> Result<Self, Response> {
        let TypedHeader(Authorization::<Bearer>(token)) =
            parts.extract_with_state(store).await.map_err(IntoResponse::into_response)?;
        let found = store.account_by_token(token.token()).await;
        let account = found.map_err(IntoResponse::into_response)?;
        Ok(Self(account))
    }
}

impl<const STRICT: bool> OptionalFromRequestParts<Store> for Extractor<STRICT> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, store: &Store) -> Result<Option<Self>, Response> {
        let value = <Self as FromRequestParts<_>>::from_request_parts(parts, store).await.ok();
        Ok(value)
    }
}

pub fn router(base: Option<String>) -> Router<Store> {
    let books = Router::new()
        .route("/books", get(books).post(add))
        .route("/books/{id}/marks", post(mark))
        .route("/version_files", post(pages));
    match base.as_deref() {
        None | Some("/") => books,
        Some(base) => Router::new().nest(base, books),
    }
}

async fn books(_: Option<CardExtractor>) {}
async fn add(Extractor(account): CardExtractor, _title: String) -> String {
    account.id.to_string()
}
async fn mark(_: Extractor) {}
async fn pages(_: String) {}
