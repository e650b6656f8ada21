//@ dep: warp = "0.3"
//! Filters put together by a method of a trait of the program, which every filter has.

use warp::filters::BoxedFilter;
use warp::{Filter, Rejection, Reply};

/// A shorter `or`.
pub trait Either: Filter<Error = Rejection> + Sized + Send + Sync + 'static {
    fn either<F>(self, other: F) -> BoxedFilter<Self::Extract>
    where
        F: Filter<Extract = Self::Extract, Error = Rejection> + Clone + Send + Sync + 'static,
    {
        self.or(other).unify().boxed()
    }
}

impl<F> Either for F where F: Filter<Error = Rejection> + Sized + Send + Sync + 'static {}

async fn show() -> Result<String, Rejection> {
    Ok(String::new())
}

async fn publish(text: String) -> Result<String, Rejection> {
    Ok(text)
}

async fn withdraw(text: String) -> Result<String, Rejection> {
    Ok(text)
}

pub fn routes() -> impl Filter<Extract = impl Reply, Error = Rejection> + Clone {
    let shown = warp::path("blocks").and(warp::path::end()).and_then(show);
    let head = warp::path("head").and(warp::path::end()).and_then(show);
    let published = warp::path("blocks").and(warp::path::end()).and(warp::body::json()).and_then(publish);
    let withdrawn = warp::path("pool").and(warp::path::end()).and(warp::body::json()).and_then(withdraw);
    warp::get().and(shown.either(head)).or(warp::post().and(published.either(withdrawn)))
}
