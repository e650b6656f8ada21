// When a token came is no token.

use std::time::Instant;

#[derive(Default)]
pub struct Answer {
    pub first_token: Option<Instant>,
    pub last_token: Option<Instant>,
    pub token: String,
}

pub fn note(answer: &mut Answer) {
    answer.first_token = Some(Instant::now());
    let now = Instant::now();
    answer.last_token = Some(now);
}

pub fn issue(answer: &mut Answer) {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default(); //~ predictable-token
    answer.token = format!("{:x}", now.as_nanos());
}
