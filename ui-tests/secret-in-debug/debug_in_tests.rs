//@ dep: derive_more = "1"
//! The derive is for tests only, or another one that leaves the field out.

#[cfg_attr(test, derive(Debug))]
pub struct SignIn {
    pub password: String,
}

#[derive(derive_more::Debug)]
pub struct Session {
    pub user: String,
    #[debug(skip)]
    pub session_token: String,
}
