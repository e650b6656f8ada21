//@ dep: axum = "0.8"
//! A journal that notes who asks, if somebody is known: taking it, and writing to it, demands nothing of anybody.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::map_request;
use axum::routing::{get, post};
use axum::{Json, Router};

#[derive(Clone)]
pub struct Account {
    name: String,
    title: Option<String>,
}

impl Account {
    pub fn username(&self) -> &str {
        &self.name
    }

    pub fn full_name(&self) -> Option<&str> {
        self.title.as_deref()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Account {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, StatusCode> {
        let Some(account) = parts.extensions.get::<Account>() else {
            return Err(StatusCode::UNAUTHORIZED);
        };
        Ok(account.clone())
    }
}

pub struct Journal {
    account: Option<Account>,
}

impl<S: Send + Sync> FromRequestParts<S> for Journal {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, StatusCode> {
        let account: Option<Account> = Account::from_request_parts(parts, state).await.ok();
        Ok(Self { account })
    }
}

impl Journal {
    pub async fn write(&self, pages: &Pages, text: &str) -> Result<(), StatusCode> {
        add_line(pages, self.account.as_ref(), text).await
    }
}

#[derive(Default)]
pub struct Pages;

impl Pages {
    pub fn insert(&self, _by: &str, _text: &str) -> Result<(), StatusCode> {
        Ok(())
    }
}

async fn add_line(pages: &Pages, account: Option<&Account>, text: &str) -> Result<(), StatusCode> {
    let name = account.map(|a| a.username().to_owned()).unwrap_or_default();
    let title = account.map(|a| a.full_name().unwrap_or_default().to_owned()).unwrap_or_default();
    pages.insert(&name, &title)?;
    pages.insert(&name, text)
}

async fn burn(
    State(pages): State<Arc<Pages>>,
    journal: Journal,
    Json(title): Json<String>,
) -> Result<StatusCode, StatusCode> {
    if title.is_empty() {
        return Err(StatusCode::BAD_REQUEST);
    }
    pages.insert("burnt", &title)?;
    journal.write(&pages, &title).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn add(
    State(pages): State<Arc<Pages>>,
    account: Account,
    journal: Journal,
    Json(title): Json<String>,
) -> Result<StatusCode, StatusCode> {
    pages.insert(account.username(), &title)?;
    journal.write(&pages, &title).await?;
    Ok(StatusCode::CREATED)
}

async fn rename(
    State(pages): State<Arc<Pages>>,
    account: Account,
    Json(title): Json<String>,
) -> Result<StatusCode, StatusCode> {
    pages.insert(account.username(), &title)?;
    Ok(StatusCode::OK)
}

async fn list(account: Account) -> String {
    account.username().to_owned()
}

async fn find_account(mut request: Request) -> Request {
    let name = request.headers().get("cookie").and_then(|c| c.to_str().ok()).map(str::to_owned);
    if let Some(name) = name {
        request.extensions_mut().insert(Account { name, title: None });
    }
    request
}

pub fn router(pages: Arc<Pages>) -> Router {
    Router::new()
        .route("/books", get(list).post(add))
        .route("/books/title", post(rename))
        .route("/books/burn", post(burn))
        .layer(map_request(find_account))
        .with_state(pages)
}
