//! The rules of a `macro_rules!` definition, taken apart once: what a call must look like and what it then stands for.
//!
//! `($($name:ident = $value:expr),* $(,)?) => { $(const $name: u8 = $value;)* }` is one rule: a repetition of two
//! variables around a `=`, separated by commas, then a repetition that is there or not.
//! Both sides have the same shape, so one type serves both; a variable of the right side has no fragment.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

/// Rules of one definition that are tried; real ones have fewer.
const MAX_RULES: usize = 64;

/// One rule.
pub(super) struct Rule {
    pub(super) matcher: Vec<Part>,
    pub(super) body: Vec<Part>,
}

/// A part of either side.
pub(super) enum Part {
    Token(TokenTree),
    Group(Delimiter, Vec<Part>),
    /// `$name`, on the left with `:fragment`.
    Var {
        name: String,
        word: Ident,
        fragment: String,
    },
    Repeat(Repeat),
}

/// `$( .. ) sep op`.
pub(super) struct Repeat {
    pub(super) parts: Vec<Part>,
    pub(super) separator: Vec<TokenTree>,
    pub(super) op: char,
}

/// The rules of a definition; none if it has no form that is understood.
pub(super) fn rules(body: &TokenStream) -> Vec<Rule> {
    let groups = body.clone().into_iter().filter_map(|tree| match tree {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    let sides: Vec<TokenStream> = groups.take(2 * MAX_RULES).collect();
    let pairs = sides.chunks_exact(2);
    pairs
        .map(|pair| Rule { matcher: parts(pair[0].clone(), true), body: parts(pair[1].clone(), false) })
        .collect()
}

/// Takes tokens apart. Recursion is bounded by the nesting of the file.
fn parts(tokens: TokenStream, left: bool) -> Vec<Part> {
    let mut out = Vec::new();
    let mut iter = tokens.into_iter().peekable();
    while let Some(tree) = iter.next() {
        match tree {
            TokenTree::Punct(p) if p.as_char() == '$' => match iter.next() {
                Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Parenthesis => {
                    let (separator, op) = ending(&mut iter);
                    out.push(Part::Repeat(Repeat { parts: parts(g.stream(), left), separator, op }));
                }
                Some(TokenTree::Ident(name)) if name == "crate" => out.push(Part::Token(name.into())),
                Some(TokenTree::Ident(name)) => {
                    let fragment = if left { fragment(&mut iter) } else { String::new() };
                    out.push(Part::Var { name: name.to_string(), word: name, fragment });
                }
                Some(other) => out.push(Part::Token(other)),
                None => {}
            },
            TokenTree::Group(g) => out.push(Part::Group(g.delimiter(), parts(g.stream(), left))),
            other => out.push(Part::Token(other)),
        }
    }
    out
}

type Tokens = std::iter::Peekable<proc_macro2::token_stream::IntoIter>;

/// `:fragment` after a variable.
fn fragment(iter: &mut Tokens) -> String {
    let colon = |tree: &TokenTree| matches!(tree, TokenTree::Punct(p) if p.as_char() == ':');
    if iter.next_if(colon).is_none() {
        return String::new();
    }
    match iter.next_if(|tree| matches!(tree, TokenTree::Ident(_))) {
        Some(TokenTree::Ident(kind)) => kind.to_string(),
        _ => String::new(),
    }
}

/// The separator and the operator after a repetition.
fn ending(iter: &mut Tokens) -> (Vec<TokenTree>, char) {
    let mut separator = Vec::new();
    // A separator is one token, of at most three characters.
    while separator.len() < 4 {
        match iter.next() {
            Some(TokenTree::Punct(p)) if matches!(p.as_char(), '*' | '+' | '?') => {
                return (separator, p.as_char());
            }
            Some(tree) => separator.push(tree),
            None => break,
        }
    }
    (separator, '*')
}
