//@ dep: warp = "0.3"
//! Who asks is given to the handlers by a filter; one drops it, and the body says whose address is changed.

use serde::Deserialize;
use warp::{Filter, Rejection, Reply, reject};

pub struct Account {
    pub id: u64,
}

#[derive(Debug)]
struct Stranger;

impl reject::Reject for Stranger {}

fn account() -> impl Filter<Extract = (Account,), Error = Rejection> + Clone {
    warp::header::optional::<String>("authorization").and_then(|token: Option<String>| async move {
        match token.and_then(|token| id_of(&token)) {
            Some(id) => Ok(Account { id }),
            None => Err(reject::custom(Stranger)),
        }
    })
}

fn id_of(token: &str) -> Option<u64> {
    std::fs::read_to_string(format!("accounts/{token}")).ok()?.parse().ok()
}

#[derive(Deserialize)]
pub struct Address {
    account_id: u64,
    street: String,
}

pub fn routes() -> impl Filter<Extract = (impl Reply,), Error = Rejection> + Clone {
    let me = warp::path("me");
    let show = me.and(warp::get()).and(account()).and_then(show);
    let name = warp::path!("me" / "name").and(warp::put()).and(account()).and(warp::body::json()).and_then(rename);
    let mail = warp::path!("me" / "mail").and(warp::put()).and(account()).and(warp::body::json()).and_then(mail);
    let address =
        warp::path!("me" / "address").and(warp::put()).and(account()).and(warp::body::json()).and_then(move_house);
    let phone = warp::path!("me" / "phone").and(warp::put()).and(account()).and(warp::body::json()).and_then(phone);
    show.or(name).or(mail).or(phone).or(address)
}

async fn show(account: Account) -> Result<String, Rejection> {
    std::fs::read_to_string(format!("names/{}", account.id)).map_err(|_| reject::not_found())
}

async fn rename(account: Account, name: String) -> Result<impl Reply, Rejection> {
    save(account.id, &name)
}

async fn mail(account: Account, mail: String) -> Result<impl Reply, Rejection> {
    save(account.id, &mail)
}

async fn phone(account: Account, phone: String) -> Result<impl Reply, Rejection> {
    save(account.id, &phone)
}

async fn move_house(_account: Account, address: Address) -> Result<impl Reply, Rejection> { //~ identity-extracted-and-dropped
    save(address.account_id, &address.street)
}

fn save(id: u64, text: &str) -> Result<String, Rejection> {
    std::fs::write(format!("names/{id}"), text).map_err(|_| reject::not_found())?;
    Ok(text.to_owned())
}
