//@ dep: tower-sessions = "0.14"

use tower_sessions::Session;
use tower_sessions::session::Error;

pub async fn sign_in(session: &Session, user: u64) -> Result<(), Error> {
    fresh(session).await?;
    session.insert("user_id", user).await
}

async fn fresh(session: &Session) -> Result<(), Error> {
    session.cycle_id().await
}
