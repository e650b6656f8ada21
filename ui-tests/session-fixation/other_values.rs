//@ dep: tower-sessions = "0.14"
//@ dep: actix-session = "0.10"

use std::collections::HashMap;
use tower_sessions::Session;
use tower_sessions::session::Error;

pub async fn begin(session: &Session, state: &str) -> Result<(), Error> {
    session.insert("oauth_state", state).await?;
    session.insert("csrf_token", state).await
}

pub fn add_to_cart(session: &actix_session::Session, item: u32) -> bool {
    session.insert("cart", vec![item]).is_ok()
}

pub fn index(session: &mut HashMap<String, u64>, user: u64) {
    session.insert("user_id".to_owned(), user);
}

pub async fn under_a_key(session: &Session, key: &str, value: u64) -> Result<(), Error> {
    session.insert(key, value).await
}
