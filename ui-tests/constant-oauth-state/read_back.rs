//@ dep: oauth2 = "5"
//! What the browser sends back, and what was kept.
use oauth2::CsrfToken;
use std::collections::HashMap;

pub struct Callback {
    pub state: String,
}

pub fn sent(callback: Callback) -> CsrfToken {
    CsrfToken::new(callback.state)
}

pub fn kept(session: &HashMap<String, String>) -> Option<CsrfToken> {
    session.get("state").cloned().map(CsrfToken::new)
}

pub fn from_parameter(state: &str) -> CsrfToken {
    CsrfToken::new(state.to_owned())
}
