//@ dep: tower-sessions = "0.13"

use tower_sessions::Session;

const USER_KEY: &str = "auth.user_id";

pub struct User {
    pub id: i64,
    pub name: String,
    pub admin: bool,
}

pub async fn remember(session: &Session, user: &User) -> Option<()> {
    session.insert(USER_KEY, user.id).await.ok()?; //~ session-fixation
    session.insert("username", &user.name).await.ok()?;
    session.insert("is_admin", user.admin).await.ok()
}
