//@ dep: rand = "0.8"

use rand::distributions::Alphanumeric;
use rand::{Rng, thread_rng};

pub fn new_reset_token() -> String {
    thread_rng()
        .sample_iter(&Alphanumeric)
        .take(10) //~ short-token
        .map(char::from)
        .collect()
}

pub fn new_session_secret() -> String {
    let mut rng = thread_rng();
    let secret: String = (&mut rng).sample_iter(Alphanumeric).take(40).map(char::from).collect();
    secret
}

pub fn first_tokens(tokens: &[String]) -> Vec<String> {
    tokens.iter().take(3).cloned().collect()
}
