//! Texts about secrets.

#[derive(Debug)]
pub enum Kind {
    AccessToken,
    Password,
}

impl Kind {
    pub fn name(&self) -> &'static str {
        match self {
            Kind::AccessToken => "access_token",
            Kind::Password => "password",
        }
    }
}

pub fn explain(kind: &Kind, lowest: usize) -> String {
    let password_hint = "use at least twelve characters";
    let password_error = format!("the password needs {lowest} characters, {password_hint}");
    let token_error = "the token has expired";
    match kind {
        Kind::AccessToken => token_error.to_owned(),
        Kind::Password => password_error,
    }
}

/// Set `password = "Quai-7-Rotterdam"` and go on.
pub fn documented() {}
