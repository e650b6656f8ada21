//! Borrowed texts.

#[derive(Debug)]
pub struct SignIn<'a> {
    pub name: &'a str,
    pub password: &'a str, //~ secret-in-debug
    pub refresh_token: std::borrow::Cow<'a, str>,
}
