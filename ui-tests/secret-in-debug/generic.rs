//! Beside other parameters; several derives.

#[derive(Clone)]
#[derive(Debug, Default)]
pub struct Signed<T> {
    pub content: T,
    pub signing_secret: String, //~ secret-in-debug
}

#[cfg_attr(not(feature = "quiet"), derive(Debug))]
pub struct Session {
    pub session_token: String, //~ secret-in-debug
}
