//! Fields of variants.

#[derive(Debug)]
pub enum Request {
    SignIn { name: String, password: String }, //~ secret-in-debug
    SignOut,
    Refresh {
        refresh_token: String,
    },
}
