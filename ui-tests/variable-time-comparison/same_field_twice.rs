//! What a program keeps twice, and what somebody gives.

pub struct Stored {
    pub session_token: String,
    pub machine: u64,
}

pub struct Request {
    pub session_token: String,
}

pub fn is_same_session(left: &Stored, right: &Stored) -> bool {
    left.session_token == right.session_token && left.machine == right.machine
}

pub fn verify_session(request: &Request, stored: &Stored) -> bool {
    request.session_token == stored.session_token //~ variable-time-comparison
}
