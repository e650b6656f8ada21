//@ dep: warp = "0.3"
//! A secret in a header whose name is a constant, compared with one from the environment, with a failure of the project's own.

use std::env;
use warp::{Filter, Rejection, Reply};

const KEY_HEADER: &str = "X-Auth-Token";

#[derive(Debug)]
struct Turned;

impl warp::reject::Reject for Turned {}

fn keyed() -> impl Filter<Extract = ((),), Error = Rejection> + Clone {
    warp::any().and(warp::header::<String>(KEY_HEADER)).and_then(|key: String| async move {
        let expected = env::var("ADMIN_TOKEN").expect("ADMIN_TOKEN is set");
        if key != expected {
            return Err(warp::reject::custom(Turned));
        }
        Ok::<(), Rejection>(())
    })
}

async fn list() -> Result<impl Reply, Rejection> {
    Ok("all")
}

async fn save(name: String) -> Result<impl Reply, Rejection> {
    std::fs::write("list.txt", name).map_err(|_| warp::reject::custom(Turned))?;
    Ok("saved")
}

pub fn routes() -> impl Filter<Extract = impl Reply, Error = Rejection> + Clone {
    let base = warp::path("list");
    let read = base.and(warp::get()).and(warp::path::end()).and_then(list);
    let write = base
        .and(warp::post())
        .and(warp::path::param::<String>())
        .and(keyed().untuple_one())
        .and_then(save);
    read.or(write)
}
