//@ dep: axum_session = "0.22"
//! A session layer whose default is insecure.

use axum_session::{SessionConfig, SessionNullPool, SessionStore};

pub async fn bad() -> Option<SessionStore<SessionNullPool>> {
    let config = SessionConfig::default().with_table_name("sessions"); //~ insecure-cookie
    SessionStore::new(None, config).await.ok()
}

pub async fn good() -> Option<SessionStore<SessionNullPool>> {
    let config = SessionConfig::default().with_table_name("sessions").with_secure(true);
    SessionStore::new(None, config).await.ok()
}
