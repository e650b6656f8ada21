//! Names that the arguments of an item macro declare: `users (id) { id -> Integer, name -> Text, }`.

use proc_macro2::{TokenStream, TokenTree};

use crate::base::Symbol;

/// Macros with more names than this are no declarations of a table.
const MAX_NAMES: usize = 1_000;

/// The first name that is followed by a group, then every name before `->` in the last group; empty for anything else.
/// `use` lines and attributes before it are passed over, and so is a path before the name: `schema.users (id) { .. }`.
pub(super) fn declared(tokens: &TokenStream) -> Vec<Symbol> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().take(MAX_NAMES).collect();
    let Some(TokenTree::Group(body)) = trees.last() else { return Vec::new() };
    let head = trees.windows(2).find_map(|pair| match pair {
        [TokenTree::Ident(name), TokenTree::Group(_)] => Some(Symbol::new(&name.to_string())),
        _ => None,
    });
    let fields: Vec<TokenTree> = body.stream().into_iter().take(MAX_NAMES * 8).collect();
    let columns = fields.windows(3).filter_map(|three| match three {
        [TokenTree::Ident(name), TokenTree::Punct(a), TokenTree::Punct(b)]
            if a.as_char() == '-' && b.as_char() == '>' =>
        {
            Some(Symbol::new(&name.to_string()))
        }
        _ => None,
    });
    let columns: Vec<Symbol> = columns.collect();
    if columns.is_empty() { columns } else { head.into_iter().chain(columns).collect() }
}
