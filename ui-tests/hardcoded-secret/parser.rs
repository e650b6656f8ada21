//! Tokens of a language.

pub struct Lexer<'a> {
    rest: &'a str,
}

impl<'a> Lexer<'a> {
    pub fn next_token(&mut self) -> Option<&'a str> {
        let token = "function";
        let end_token = "end_function";
        let found = [token, end_token].into_iter().find(|token| self.rest.starts_with(token))?;
        self.rest = &self.rest[found.len()..];
        Some(found)
    }
}

pub const SEPARATOR_TOKEN: &str = "::separator::";
