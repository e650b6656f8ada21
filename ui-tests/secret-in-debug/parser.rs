//! Tokens of a language.

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Word(String),
    Number(u64),
}

#[derive(Clone, Debug)]
pub struct SyntaxError {
    pub line: usize,
    pub expected_token: String,
    pub unexpected_token: String,
}

#[derive(Debug)]
pub struct Lexer<'a> {
    pub rest: &'a str,
    pub token: &'a str,
}
