//! A `Debug` by hand, and none at all.

use std::fmt;

#[derive(Clone)]
pub struct SignIn {
    pub name: String,
    pub password: String,
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn").field("name", &self.name).finish_non_exhaustive()
    }
}

#[derive(Clone, PartialEq)]
pub struct Session {
    pub session_token: String,
}
