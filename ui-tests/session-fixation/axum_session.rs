//@ dep: axum_session = "0.22"

use axum_session::{Session, SessionNullPool};

pub async fn callback(session: Session<SessionNullPool>, subject: u64) {
    session.set("current_user", subject); //~ session-fixation
}
