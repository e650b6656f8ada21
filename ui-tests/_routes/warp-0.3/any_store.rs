//@ dep: warp = "0.3"
//! A store that is only known by its trait: what its bodies refuse, a call of it refuses.

use std::sync::Arc;

use warp::{Filter, Rejection, Reply};

#[derive(Debug)]
pub enum Failure {
    Unauthorized(String),
    Closed,
}

impl warp::reject::Reject for Failure {}

pub trait Store: Send + Sync {
    fn account_of(&self, token: &str) -> Result<u32, Failure>;
    fn page_of(&self, name: &str) -> Result<u32, Failure>;
    fn remove(&self, page: u32) -> Result<(), Failure>;
}

pub struct InMemory {
    tokens: Vec<(String, u32)>,
}

impl Store for InMemory {
    fn account_of(&self, token: &str) -> Result<u32, Failure> {
        let found = self.tokens.iter().find(|(known, _)| known == token);
        found.map(|(_, id)| *id).ok_or_else(|| Failure::Unauthorized(token.to_owned()))
    }

    fn page_of(&self, _name: &str) -> Result<u32, Failure> {
        Err(Failure::Closed)
    }

    fn remove(&self, _page: u32) -> Result<(), Failure> {
        Err(Failure::Closed)
    }
}

fn with<S: Clone + Send>(store: S) -> impl Filter<Extract = (S,), Error = std::convert::Infallible> + Clone {
    warp::any().map(move || store.clone())
}

async fn remove(page: u32, token: String, store: Arc<impl Store>) -> Result<impl Reply, Rejection> {
    let account = store.account_of(&token).map_err(warp::reject::custom)?;
    store.remove(page + account).map_err(warp::reject::custom)?;
    Ok(warp::reply())
}

async fn clear(token: String, store: Arc<impl Store>) -> Result<impl Reply, Rejection> {
    let account = store.account_of(&token).map_err(warp::reject::custom)?;
    store.remove(account).map_err(warp::reject::custom)?;
    Ok(warp::reply())
}

async fn tear(name: String, store: Arc<impl Store>) -> Result<impl Reply, Rejection> {
    let page = store.page_of(&name).map_err(warp::reject::custom)?;
    store.remove(page).map_err(warp::reject::custom)?;
    Ok(warp::reply())
}

pub fn routes(
    store: Arc<impl Store + 'static>,
) -> impl Filter<Extract = (impl Reply,), Error = Rejection> + Clone {
    let token = || warp::header::<String>("authorization");
    let remove_page =
        warp::delete().and(warp::path!("pages" / u32)).and(token()).and(with(store.clone())).and_then(remove);
    let clear_all =
        warp::delete().and(warp::path!("pages")).and(token()).and(with(store.clone())).and_then(clear);
    let tear_out = warp::delete()
        .and(warp::path!("pages" / "torn"))
        .and(warp::header::<String>("x-page"))
        .and(with(store))
        .and_then(tear);
    remove_page.or(clear_all).or(tear_out)
}
