//! `paste! { fn [<get_ $name _all>]() {} }`: names that are put together of others, then code like any other.
//!
//! `[< .. >]` holds words, literals and variables that a macro around it has filled in, each perhaps with a change of
//! case: `$name:snake`. A bracket that holds anything else is left as it is.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

use crate::lower::macros::expand::{Expanded, Position, parse};

/// What a call of such a macro stands for.
pub(super) fn pasted(mac: &syn::Macro, at: Position) -> Option<Expanded> {
    let mut names = mac.path.segments.iter().rev();
    let last = names.next()?.ident.to_string();
    let of_paste = names.next().is_some_and(|s| s.ident == "paste");
    let pastes = last == "paste" || of_paste && matches!(last.as_str(), "item" | "expr");
    if !pastes { None } else { parse(joined(mac.tokens.clone()), at) }
}

/// Nesting is that of the text, which was scanned.
fn joined(tokens: TokenStream) -> TokenStream {
    let put = |tree: TokenTree| match tree {
        TokenTree::Group(group) => {
            let name = (group.delimiter() == Delimiter::Bracket).then(|| name_of(&group)).flatten();
            name.map_or_else(
                || {
                    let mut inner = Group::new(group.delimiter(), joined(group.stream()));
                    inner.set_span(group.span());
                    inner.into()
                },
                TokenTree::Ident,
            )
        }
        other => other,
    };
    tokens.into_iter().map(put).collect()
}

/// The name that `[< .. >]` stands for.
fn name_of(group: &Group) -> Option<Ident> {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let is = |tree: &TokenTree, c: char| matches!(tree, TokenTree::Punct(p) if p.as_char() == c);
    let [first, inner @ .., last] = &tokens[..] else { return None };
    if !is(first, '<') || !is(last, '>') {
        return None;
    }
    let mut parts: Vec<String> = Vec::new();
    let mut rest = inner.iter();
    while let Some(tree) = rest.next() {
        match tree {
            TokenTree::Ident(word) => parts.push(word.to_string().trim_start_matches("r#").to_owned()),
            TokenTree::Literal(value) => parts.push(value.to_string().trim_matches('"').to_owned()),
            // A variable is filled in as a group without delimiters.
            TokenTree::Group(filled) => parts.push(filled.stream().to_string()),
            TokenTree::Punct(p) if p.as_char() == ':' => {
                let case = rest.next()?.to_string();
                let changed = changed(parts.last()?, &case);
                *parts.last_mut()? = changed;
            }
            TokenTree::Punct(_) => return None,
        }
    }
    let text = parts.concat();
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let valid = starts && text != "_" && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    valid.then(|| Ident::new(&text, group.span()))
}

/// `:lower`, `:upper`, `:snake`, `:camel`.
fn changed(part: &str, case: &str) -> String {
    match case {
        "lower" => part.to_lowercase(),
        "upper" => part.to_uppercase(),
        "snake" => {
            let mut out = String::new();
            for c in part.chars() {
                if c.is_uppercase() && !out.is_empty() && !out.ends_with('_') {
                    out.push('_');
                }
                out.extend(c.to_lowercase());
            }
            out
        }
        "camel" => {
            let words = part.split('_').map(|word| {
                let mut letters = word.chars();
                letters.next().map(|c| c.to_uppercase().chain(letters).collect::<String>())
            });
            words.flatten().collect()
        }
        _ => part.to_owned(),
    }
}
