//@ dep: mio = "1"
//! The token of an event loop says which socket is ready; a text of that name opens something.

use mio::Token;

pub struct Session {
    pub frontend_token: Token,
    pub backend_token: Option<Token>,
    pub session_token: String,
}

impl Session {
    pub fn ready(&mut self, token: Token) -> bool {
        if self.frontend_token == token {
            return true;
        }
        self.backend_token == Some(token)
    }

    pub fn verify(&self, token: &str) -> bool {
        self.session_token == token //~ variable-time-comparison
    }
}
