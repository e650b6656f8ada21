//! Whether the arguments of a call fit a rule, and what its variables then stand for.
//!
//! Fragments are read by the parser of the language, so `$e:expr` takes as much as an expression can. A repetition goes on as
//! long as it fits and never goes back, as in the language, where that would be an error; so time is linear in the
//! tokens for each level of repetitions.

use std::rc::Rc;

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use rustc_hash::FxHashMap;
use syn::ext::IdentExt as _;
use syn::parse::discouraged::Speculative as _;
use syn::parse::{ParseStream, Parser as _};

use crate::lower::macros::pattern::{Part, Repeat};

/// What a variable stands for.
#[derive(Clone)]
pub(super) enum Binding {
    One(TokenStream),
    /// Inside a repetition: once for each round.
    Many(Rc<Vec<Binding>>),
}

/// The variables of a rule.
pub(super) type Bindings = FxHashMap<String, Binding>;

/// The number of tokens, groups counted with their contents.
pub(super) fn count(tokens: &TokenStream) -> usize {
    let mut out = 0;
    let mut stack = vec![tokens.clone().into_iter()];
    while let Some(top) = stack.last_mut() {
        match top.next() {
            Some(tree) => {
                out += 1;
                if let TokenTree::Group(group) = tree {
                    stack.push(group.stream().into_iter());
                }
            }
            None => {
                stack.pop();
            }
        }
    }
    out
}

/// Fits tokens to a matcher.
pub(super) fn matches(matcher: &[Part], tokens: TokenStream) -> Option<Bindings> {
    let parser = |input: ParseStream| {
        let mut out = Bindings::default();
        let fits = all(matcher, input, &mut out) && input.is_empty();
        // What is left is an error of the parser otherwise.
        input.parse::<TokenStream>()?;
        Ok(fits.then_some(out))
    };
    parser.parse2(tokens).ok().flatten()
}

fn all(parts: &[Part], input: ParseStream, out: &mut Bindings) -> bool {
    parts.iter().all(|part| one(part, input, out))
}

fn one(part: &Part, input: ParseStream, out: &mut Bindings) -> bool {
    match part {
        Part::Token(token) => input.parse::<TokenTree>().is_ok_and(|tree| same(token, &tree)),
        Part::Group(delimiter, parts) => group(*delimiter, parts, input, out),
        Part::Var { name, fragment, .. } => match read(fragment, input) {
            Some(tokens) => {
                out.insert(name.clone(), Binding::One(tokens));
                true
            }
            None => false,
        },
        Part::Repeat(repeat) => repetition(repeat, input, out),
    }
}

fn group(delimiter: Delimiter, parts: &[Part], input: ParseStream, out: &mut Bindings) -> bool {
    match input.parse::<TokenTree>() {
        Ok(TokenTree::Group(found)) if found.delimiter() == delimiter => matches(parts, found.stream())
            .is_some_and(|inner| {
                out.extend(inner);
                true
            }),
        _ => false,
    }
}

fn repetition(repeat: &Repeat, input: ParseStream, out: &mut Bindings) -> bool {
    let mut rounds: Vec<Bindings> = Vec::new();
    loop {
        let fork = input.fork();
        let separated = rounds.is_empty()
            || repeat.separator.iter().all(|s| fork.parse::<TokenTree>().is_ok_and(|tree| same(s, &tree)));
        let mut round = Bindings::default();
        if !separated || !all(&repeat.parts, &fork, &mut round) || fork.cursor() == input.cursor() {
            break;
        }
        input.advance_to(&fork);
        rounds.push(round);
        if repeat.op == '?' {
            break;
        }
    }
    if repeat.op == '+' && rounds.is_empty() {
        return false;
    }
    let mut names = Vec::new();
    variables(&repeat.parts, &mut names);
    for name in names {
        let each = rounds.iter_mut().filter_map(|round| round.remove(name)).collect();
        out.insert(name.to_owned(), Binding::Many(Rc::new(each)));
    }
    true
}

/// The variables of some parts, those in repetitions too.
pub(super) fn variables<'p>(parts: &'p [Part], out: &mut Vec<&'p str>) {
    for part in parts {
        match part {
            Part::Token(_) => {}
            Part::Var { name, .. } => out.push(name),
            Part::Group(_, parts) | Part::Repeat(Repeat { parts, .. }) => variables(parts, out),
        }
    }
}

fn same(a: &TokenTree, b: &TokenTree) -> bool {
    match (a, b) {
        (TokenTree::Ident(a), TokenTree::Ident(b)) => a == b,
        (TokenTree::Punct(a), TokenTree::Punct(b)) => a.as_char() == b.as_char(),
        (TokenTree::Literal(a), TokenTree::Literal(b)) => a.to_string() == b.to_string(),
        _ => false,
    }
}

/// Reads one fragment and gives its tokens, as one whole if they could fall apart.
fn read(fragment: &str, input: ParseStream) -> Option<TokenStream> {
    let fork = input.fork();
    parse(fragment, &fork)?;
    let end = fork.cursor();
    let mut trees: Vec<TokenTree> = Vec::new();
    while input.cursor() != end {
        trees.push(input.parse().ok()?);
    }
    let whole = match fragment {
        "expr" | "expr_2021" | "literal" => trees.len() > 1,
        "ty" => trees.iter().any(|tree| match tree {
            TokenTree::Punct(p) => p.as_char() != ':',
            TokenTree::Ident(word) => word == "dyn" || word == "impl",
            _ => true,
        }),
        _ => false,
    };
    let Some(first) = trees.first().filter(|_| whole) else { return Some(trees.into_iter().collect()) };
    let last = trees.last().map_or(first.span(), TokenTree::span);
    let span = first.span().join(last).unwrap_or(first.span());
    let mut group = Group::new(Delimiter::None, trees.into_iter().collect());
    group.set_span(span);
    Some(TokenTree::Group(group).into())
}

fn parse(fragment: &str, input: ParseStream) -> Option<()> {
    match fragment {
        "expr" | "expr_2021" => input.parse::<syn::Expr>().map(drop).ok(),
        "ident" => word(input),
        "ty" => input.parse::<syn::Type>().map(drop).ok(),
        "tt" => tree(input),
        "literal" => {
            let minus = input.parse::<Option<syn::Token![-]>>();
            minus.and_then(|_| input.parse::<syn::Lit>()).map(drop).ok()
        }
        "path" => input.parse::<syn::Path>().map(drop).ok(),
        "block" => input.parse::<syn::Block>().map(drop).ok(),
        "item" => input.parse::<syn::Item>().map(drop).ok(),
        "lifetime" => input.parse::<syn::Lifetime>().map(drop).ok(),
        "vis" => input.parse::<syn::Visibility>().map(drop).ok(),
        "meta" => input.parse::<syn::Meta>().map(drop).ok(),
        "pat" => syn::Pat::parse_multi_with_leading_vert(input).map(drop).ok(),
        "pat_param" => syn::Pat::parse_single(input).map(drop).ok(),
        "stmt" => statement(input),
        _ => None,
    }
}

fn word(input: ParseStream) -> Option<()> {
    input.call(syn::Ident::parse_any).ok().filter(|ident| ident != "_").map(drop)
}

/// A statement without its `;`.
fn statement(input: ParseStream) -> Option<()> {
    if !input.peek(syn::Token![let]) {
        return input.parse::<syn::Expr>().map(drop).ok();
    }
    while !input.is_empty() && !input.peek(syn::Token![;]) {
        input.parse::<TokenTree>().ok()?;
    }
    Some(())
}

/// One token in the sense of the language: `=>` and `'a` are one.
fn tree(input: ParseStream) -> Option<()> {
    if input.peek(syn::Lifetime) {
        return input.parse::<syn::Lifetime>().map(drop).ok();
    }
    let mut text = String::new();
    loop {
        let TokenTree::Punct(punct) = input.parse::<TokenTree>().ok()? else { return Some(()) };
        text.push(punct.as_char());
        let next = match input.fork().parse::<TokenTree>() {
            Ok(TokenTree::Punct(next)) if punct.spacing() == Spacing::Joint => next.as_char(),
            _ => return Some(()),
        };
        if !is_operator(&text, next) {
            return Some(());
        }
    }
}

/// Whether an operator of the language begins with these characters.
fn is_operator(text: &str, next: char) -> bool {
    const LONG: &[&str] = &[
        "<<=", ">>=", "...", "..=", "==", "!=", "<=", ">=", "&&", "||", "->", "=>", "::", "+=", "-=", "*=",
        "/=", "%=", "^=", "&=", "|=", "<-",
    ];
    LONG.iter().any(|op| op.strip_prefix(text).is_some_and(|rest| rest.starts_with(next)))
}
