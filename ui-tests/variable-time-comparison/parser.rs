//! Tokens of a language.

#[derive(Clone, PartialEq)]
pub enum Kind {
    Word,
    Comma,
}

pub struct Token {
    pub kind: Kind,
    pub text: String,
}

pub struct Parser {
    tokens: Vec<Token>,
    at: usize,
}

impl Parser {
    pub fn eat(&mut self, kind: &Kind) -> bool {
        let token = &self.tokens[self.at];
        let found = token.kind == *kind;
        self.at += usize::from(found);
        found
    }

    pub fn at_keyword(&self, word: &str) -> bool {
        let token = &self.tokens[self.at];
        token.text == word && token.kind == Kind::Word
    }

    pub fn next_token_is(&self, text: &str) -> bool {
        self.tokens.get(self.at + 1).is_some_and(|token| token.text == text)
    }
}
