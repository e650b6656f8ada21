//! Parsing that survives errors.
//!
//! A file that does not parse is read item by item: what parses is kept, what does not is cut at the next `;` or `{ .. }`.
//! A bad piece that looks like `mod`, `impl`, `trait` or `fn` is given an empty body; if that parses, its contents are
//! read piece by piece in the same way and put back. A file that does not even lex (an unbalanced brace) loses the chunks between
//! lines that begin at column 0 which do not lex.

use std::ops::Range;
use std::str::FromStr as _;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::parse::discouraged::Speculative as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{Attribute, Item, Stmt};

/// How deep bad pieces are descended into.
const MAX_DESCENT: u32 = 6;

/// What could be parsed, and what could not with the reason.
#[derive(Default)]
pub(super) struct Parsed {
    pub(super) attrs: Vec<Attribute>,
    pub(super) items: Vec<Item>,
    pub(super) bad: Vec<(TokenStream, String)>,
}

/// Parses the tokens of a file.
pub(super) fn parse(tokens: TokenStream) -> Parsed {
    let mut out = Parsed::default();
    let parser = |input: ParseStream| {
        let fork = input.fork();
        if let Ok(attrs) = Attribute::parse_inner(&fork) {
            input.advance_to(&fork);
            out.attrs = attrs;
        }
        out.items = pieces(input, &mut out.bad, 0, &item_pieces);
        Ok(())
    };
    // The parser consumes everything and cannot fail.
    let _ = parser.parse2(tokens);
    out
}

type Bad = Vec<(TokenStream, String)>;
/// Makes what can be made of a bad piece; `None` if nothing.
type Salvage<'s, T> = &'s dyn Fn(&[TokenTree], &mut Bad, u32) -> Option<T>;

/// Reads all of `input`, node by node.
fn pieces<T: Parse>(input: ParseStream, bad: &mut Bad, depth: u32, salvage: Salvage<'_, T>) -> Vec<T> {
    let mut out = Vec::new();
    while !input.is_empty() {
        let fork = input.fork();
        match fork.parse::<T>() {
            Ok(node) => {
                input.advance_to(&fork);
                out.push(node);
            }
            Err(error) => {
                let trees = next_piece(input);
                match salvage(&trees, bad, depth) {
                    Some(node) => out.push(node),
                    None => bad.push((trees.into_iter().collect(), error.to_string())),
                }
            }
        }
    }
    out
}

/// Takes tokens up to a `;`, or a `{ .. }` after which a new item can begin.
fn next_piece(input: ParseStream) -> Vec<TokenTree> {
    let mut out = Vec::new();
    while let Ok(tree) = input.parse::<TokenTree>() {
        let semi = matches!(&tree, TokenTree::Punct(p) if p.as_char() == ';');
        let brace = matches!(&tree, TokenTree::Group(g) if g.delimiter() == Delimiter::Brace);
        out.push(tree);
        if semi || (brace && begins_piece(input)) {
            break;
        }
    }
    out
}

fn begins_piece(input: ParseStream) -> bool {
    match input.fork().parse::<TokenTree>() {
        Ok(TokenTree::Ident(ident)) => !["else", "as", "where", "in"].iter().any(|word| ident == word),
        Ok(TokenTree::Punct(p)) => matches!(p.as_char(), '#' | '\''),
        Ok(TokenTree::Group(_) | TokenTree::Literal(_)) => false,
        Err(_) => true,
    }
}

/// The piece with an empty body instead of its last `{ .. }`, and the contents of that.
fn emptied(trees: &[TokenTree]) -> Option<(TokenStream, TokenStream)> {
    let (TokenTree::Group(body), head) = trees.split_last()? else { return None };
    if body.delimiter() != Delimiter::Brace {
        return None;
    }
    let mut empty = Group::new(Delimiter::Brace, TokenStream::new());
    empty.set_span(body.span());
    let shell = head.iter().cloned().chain([TokenTree::Group(empty)]).collect();
    Some((shell, body.stream()))
}

fn inside<T: Parse>(body: TokenStream, bad: &mut Bad, depth: u32, salvage: Salvage<'_, T>) -> Vec<T> {
    let parser = |input: ParseStream| {
        let fork = input.fork();
        if Attribute::parse_inner(&fork).is_ok() {
            input.advance_to(&fork);
        }
        Ok(pieces(input, bad, depth + 1, salvage))
    };
    parser.parse2(body).unwrap_or_default()
}

fn item_pieces(trees: &[TokenTree], bad: &mut Bad, depth: u32) -> Option<Item> {
    if depth >= MAX_DESCENT {
        return None;
    }
    let (shell, body) = emptied(trees)?;
    let mut item = syn::parse2::<Item>(shell).ok()?;
    match &mut item {
        Item::Mod(m) => m.content.as_mut()?.1 = inside(body, bad, depth, &item_pieces),
        Item::Impl(i) => i.items = inside(body, bad, depth, &impl_pieces),
        Item::Trait(t) => t.items = inside(body, bad, depth, &trait_pieces),
        Item::Fn(f) => f.block.stmts = stmts(body, bad, depth),
        _ => return None,
    }
    Some(item)
}

fn impl_pieces(trees: &[TokenTree], bad: &mut Bad, depth: u32) -> Option<syn::ImplItem> {
    let (shell, body) = emptied(trees)?;
    let mut item = syn::parse2::<syn::ImplItem>(shell).ok()?;
    match &mut item {
        syn::ImplItem::Fn(f) if depth < MAX_DESCENT => f.block.stmts = stmts(body, bad, depth),
        _ => return None,
    }
    Some(item)
}

fn trait_pieces(trees: &[TokenTree], bad: &mut Bad, depth: u32) -> Option<syn::TraitItem> {
    let (shell, body) = emptied(trees)?;
    let mut item = syn::parse2::<syn::TraitItem>(shell).ok()?;
    match &mut item {
        syn::TraitItem::Fn(f) if depth < MAX_DESCENT => {
            f.default.as_mut()?.stmts = stmts(body, bad, depth);
        }
        _ => return None,
    }
    Some(item)
}

/// Statements that parse; a bad one gives those in its last `{ .. }`.
fn stmts(body: TokenStream, bad: &mut Bad, depth: u32) -> Vec<Stmt> {
    let mut out = Vec::new();
    for trees in split(body) {
        let tokens: TokenStream = trees.iter().cloned().collect();
        match syn::Block::parse_within.parse2(tokens.clone()) {
            Ok(list) => out.extend(list),
            Err(error) => {
                let inner = trees.last().filter(|_| depth < MAX_DESCENT);
                match inner {
                    Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                        let head: TokenStream = trees[..trees.len() - 1].iter().cloned().collect();
                        let before = bad.len();
                        out.extend(stmts(group.stream(), bad, depth + 1));
                        if bad.len() == before {
                            bad.push((head, error.to_string()));
                        }
                    }
                    _ => bad.push((tokens, error.to_string())),
                }
            }
        }
    }
    out
}

fn split(body: TokenStream) -> Vec<Vec<TokenTree>> {
    let parser = |input: ParseStream| {
        let mut out = Vec::new();
        while !input.is_empty() {
            out.push(next_piece(input));
        }
        Ok(out)
    };
    parser.parse2(body).unwrap_or_default()
}

/// Tokens of a text that does not lex as a whole, and the ranges that had to be left out.
pub(super) fn lexable(text: &str) -> (Vec<Range<usize>>, TokenStream) {
    let mut lost: Vec<Range<usize>> = Vec::new();
    let mut kept = text.to_owned();
    for chunk in chunks(text) {
        if TokenStream::from_str(&text[chunk.clone()]).is_err() {
            match lost.last_mut() {
                Some(last) if last.end == chunk.start => last.end = chunk.end,
                _ => lost.push(chunk),
            }
        }
    }
    // The spans of these attempts would be in the way of those of the real one.
    proc_macro2::extra::invalidate_current_thread_spans();
    if !lost.is_empty() {
        kept = super::unit::blank(text, &lost);
    }
    match TokenStream::from_str(&kept) {
        Ok(tokens) => (lost, tokens),
        Err(_) => (std::iter::once(0..text.len()).collect(), TokenStream::new()),
    }
}

/// Ranges between lines on which an item can begin at column 0.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut attributes = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic()) || line.starts_with("#[");
        if begins && !attributes && at > start {
            out.push(start..at);
            start = at;
        }
        attributes =
            line.starts_with("#[") || line.starts_with("///") || (attributes && line.starts_with("//"));
        at += line.len();
    }
    out.push(start..text.len());
    out
}
