//! A column of a query is no value, a repeated password is the same person's, an id of a token is public.

mod session {
    pub struct Condition;

    pub enum Column {
        Token,
    }

    impl Column {
        pub fn eq(&self, _value: &str) -> Condition {
            Condition
        }
    }
}

pub fn validate_session(session_token: &str) -> session::Condition {
    session::Column::Token.eq(session_token)
}

pub fn validate_password(password: &str, confirm_password: &str) -> Result<(), &'static str> {
    if password != confirm_password { Err("the passwords differ") } else { Ok(()) }
}

pub struct Registration {
    pub token_uid: String,
}

pub fn verify_registration(registration: &Registration, token_uid: &str) -> bool {
    registration.token_uid == token_uid
}
