//! What a variant holds without a name is not a secret by the name of the variant.

#[derive(Clone)]
pub enum Info {
    Plain(String),
    SecretRequest(String),
}

pub struct Gossip {
    info: Info,
}

impl PartialEq for Gossip {
    fn eq(&self, other: &Self) -> bool {
        match (&self.info, &other.info) {
            (Info::Plain(first), Info::Plain(second)) => first == second,
            (Info::SecretRequest(first), Info::SecretRequest(second)) => first == second,
            _ => false,
        }
    }
}

pub enum Stored {
    Login { api_token: String },
    Nobody,
}

pub fn verify_login(stored: &Stored, given: &str) -> bool {
    match stored {
        Stored::Login { api_token: kept } => kept == given, //~ variable-time-comparison
        Stored::Nobody => false,
    }
}
