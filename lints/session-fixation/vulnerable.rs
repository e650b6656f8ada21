//@ dep: tower-sessions = "0.14"

use tower_sessions::Session;
use tower_sessions::session::Error;

pub async fn sign_in(session: Session, user: u64) -> Result<(), Error> {
    session.insert("user_id", user).await //~ session-fixation
}
