//@ dep: secrecy = "0.10"
//! The state of a login belongs to the session of who sends it; a new password is repeated by who typed it.

use secrecy::{ExposeSecret, SecretString};

pub struct State(String);

impl State {
    pub fn secret(&self) -> &str {
        &self.0
    }
}

pub struct Callback {
    pub state: State,
    pub code: String,
}

pub struct CsrfToken {
    pub token: [u8; 32],
}

impl CsrfToken {
    pub fn verify(&self, given: &[u8]) -> bool {
        self.token[..] == *given
    }
}

pub struct PasswordForm {
    pub current_password: SecretString,
    pub new_password: SecretString,
    pub new_password_check: SecretString,
}

pub fn verify_callback(session_state: &str, body: &Callback, expected_token: &str, token: &str) -> bool {
    let state = session_state;
    body.state.secret() == state && token == expected_token //~ variable-time-comparison
}

pub fn verify_form(form: &PasswordForm) -> bool {
    form.new_password.expose_secret() == form.new_password_check.expose_secret()
}
