//! The literal is a constant elsewhere; that is where it has to go away.

mod defaults {
    pub const ROOT_PASSWORD: &str = "Quai-7-Rotterdam"; //~ hardcoded-secret
}

pub fn root_password(given: Option<String>) -> String {
    given.unwrap_or_else(|| defaults::ROOT_PASSWORD.to_owned())
}
