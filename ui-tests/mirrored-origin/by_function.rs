//@ dep: http = "1"
//! The headers of the server.

use http::header::{ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_ORIGIN, ORIGIN};
use http::{HeaderMap, HeaderValue};

pub struct Policy {
    origins: Vec<String>,
}

impl Policy {
    fn allows(&self, origin: &HeaderValue) -> bool {
        self.origins.iter().any(|known| origin == known.as_str())
    }

    pub fn apply(&self, request: &HeaderMap, answer: &mut HeaderMap) {
        match request.get(ORIGIN) {
            Some(origin) if self.allows(origin) => {
                answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
                answer.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
            }
            _ => {}
        }
    }
}
