//@ dep: actix-session = "0.10"
//@ dep: actix-web = "4"

use actix_session::{Session, SessionInsertError};

pub struct TypedSession(Session);

impl TypedSession {
    const USER_ID_KEY: &'static str = "user_id";

    pub fn renew(&self) {
        self.0.renew();
    }

    pub fn insert_user_id(&self, user: u128) -> Result<(), SessionInsertError> {
        self.0.insert(Self::USER_ID_KEY, user)
    }
}
