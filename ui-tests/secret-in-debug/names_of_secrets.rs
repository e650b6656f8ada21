//! A field may hold the name of a secret: its documentation says so, or it lists secrets that are kept elsewhere.

/// Replaces a secret.
#[derive(Debug)]
pub struct RotateSecret {
    /// Secret name
    pub secret: String,
    /// The id of the token to replace.
    pub token: Option<String>,
}

#[derive(Debug)]
pub struct BuilderConfig {
    /// Which secrets are available to builds.
    pub secrets: Vec<String>,
}

#[derive(Debug)]
pub struct Login {
    /// The password, as it was typed.
    pub password: String, //~ secret-in-debug
}

pub fn show(rotate: &RotateSecret, config: &BuilderConfig, login: &Login) {
    println!("{rotate:?} {config:?} {login:?}");
}
