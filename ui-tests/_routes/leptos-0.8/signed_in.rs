//@ dep: leptos = "0.8"
//@ dep: leptos_axum = "0.8"
//@ dep: tower-sessions = "0.14"
//! Helpers that refuse by a sentence, and functions that only read although all are sent by POST.

use leptos::prelude::*;
use tower_sessions::Session;

pub struct Reader {
    pub id: i64,
    pub keeper: bool,
}

pub struct Shelf;

impl Shelf {
    pub async fn insert(&self, _owner: i64, _title: &str) -> Result<(), ServerFnError> {
        Ok(())
    }

    pub async fn titles(&self) -> Result<Vec<String>, ServerFnError> {
        Ok(Vec::new())
    }
}

pub async fn current() -> Result<Option<Reader>, ServerFnError> {
    let session: Session = leptos_axum::extract().await.map_err(|e| ServerFnError::new(format!("{e:?}")))?;
    session.get::<Reader>("reader").await.map_err(|e| ServerFnError::new(e.to_string()))
}

pub async fn reader() -> Result<Reader, ServerFnError> {
    current().await?.ok_or_else(|| ServerFnError::new("sign in first"))
}

pub async fn keeper() -> Result<Reader, ServerFnError> {
    let reader = reader().await?;
    if !reader.keeper {
        return Err(ServerFnError::new("keepers only"));
    }
    Ok(reader)
}

#[server]
pub async fn titles() -> Result<Vec<String>, ServerFnError> {
    Shelf.titles().await
}

#[server(endpoint = "whoami")]
pub async fn whoami() -> Result<Option<i64>, ServerFnError> {
    Ok(current().await?.map(|r| r.id))
}

#[server(endpoint = "lend")]
pub async fn lend(title: String) -> Result<(), ServerFnError> {
    let reader = reader().await?;
    Shelf.insert(reader.id, &title).await
}

#[server(endpoint = "sort_out")]
pub async fn sort_out(title: String) -> Result<(), ServerFnError> {
    keeper().await?;
    Shelf.insert(0, &title).await
}

#[server(endpoint = "donate")]
pub async fn donate(title: String) -> Result<(), ServerFnError> {
    let reader = current().await.ok().flatten();
    Shelf.insert(reader.map_or(0, |r| r.id), &title).await
}
