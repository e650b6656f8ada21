//! Fields of types of the project: what matters is whether those print.

use std::fmt;

pub struct Password(String);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Password({} characters)", self.0.len())
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token {
    Plus,
    Minus,
}

#[derive(Debug)]
pub struct Form {
    pub password: Password,
    pub previous_password: Option<Box<Password>>,
    pub token: Token,
    pub lookahead_token: Option<Token>,
}
