//! Bodies of `macro_rules!`: nothing is expanded; `$x` is read as a variable `x`, `$( .. ),*` as one repetition, and the
//! result is looked at like the arguments of an unknown macro. Best effort and never a problem.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::ir::{ExprId, ExprKind};
use crate::lower::ctx::Lowerer;
use crate::lower::macros::guess::{Guess, read};

impl Lowerer<'_> {
    /// What can be read in the bodies of the rules.
    pub(super) fn read_rules(&mut self, mac: &syn::Macro) -> Vec<ExprId> {
        let before = std::mem::replace(&mut self.quiet, true);
        let mut out = Vec::new();
        let mut matcher = None;
        for tree in mac.tokens.clone() {
            let TokenTree::Group(group) = tree else { continue };
            match matcher.take() {
                None => matcher = Some(dropped(group.stream())),
                Some(dropped) => {
                    self.deeper(|l| l.rule(&group, &dropped, &mut out));
                }
            }
        }
        self.quiet = before;
        out
    }

    fn rule(&mut self, body: &Group, dropped: &[String], out: &mut Vec<ExprId>) {
        let span = self.span(body.span());
        let tokens = substitute(body.stream(), dropped);
        if tokens.is_empty() {
            return;
        }
        match read(tokens.clone(), false) {
            Some(Guess::Exprs(list)) => out.extend(self.exprs(&list)),
            Some(Guess::Stmts(stmts)) => {
                let block = self.stmts(&stmts);
                out.push(self.alloc(ExprKind::Block(block), span));
            }
            Some(Guess::Items(_)) | None => self.pieces_of(tokens, out),
        }
    }
}

/// Names of fragments that may be empty and are no expressions: `$vis:vis`.
fn dropped(matcher: TokenStream) -> Vec<String> {
    let mut out = Vec::new();
    let mut stack = vec![matcher.into_iter()];
    let mut last: [Option<String>; 2] = [None, None];
    while let Some(top) = stack.last_mut() {
        let Some(tree) = top.next() else {
            stack.pop();
            continue;
        };
        match tree {
            TokenTree::Group(group) => stack.push(group.stream().into_iter()),
            TokenTree::Ident(ident) if ident == "vis" => {
                if let [Some(name), Some(colon)] = &last
                    && colon == ":"
                {
                    out.push(name.clone());
                }
                last = [None, None];
            }
            other => {
                last.swap(0, 1);
                last[1] = Some(other.to_string());
            }
        }
    }
    out
}

/// The body with `$` taken away. Recursion is bounded by the nesting of the file.
fn substitute(tokens: TokenStream, dropped: &[String]) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut iter = tokens.into_iter().peekable();
    while let Some(tree) = iter.next() {
        match tree {
            TokenTree::Punct(p) if p.as_char() == '$' => match iter.peek() {
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
                    out.extend(substitute(group.stream(), dropped));
                    iter.next();
                    out.extend(repetition(&mut iter));
                }
                Some(TokenTree::Ident(ident)) if dropped.iter().any(|d| ident == d) => {
                    iter.next();
                }
                _ => {}
            },
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), substitute(group.stream(), dropped));
                inner.set_span(group.span());
                out.push(TokenTree::Group(inner));
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

/// Skips `*`, `+`, `?` after a repetition; gives the separator in front of it.
fn repetition(iter: &mut std::iter::Peekable<proc_macro2::token_stream::IntoIter>) -> Option<TokenTree> {
    let is_end = |tree: Option<&TokenTree>| matches!(tree, Some(TokenTree::Punct(p)) if matches!(p.as_char(), '*' | '+' | '?'));
    if is_end(iter.peek()) {
        iter.next();
        return None;
    }
    let separator = iter.next_if(|tree| matches!(tree, TokenTree::Punct(_)))?;
    if is_end(iter.peek()) {
        iter.next();
    }
    Some(separator)
}
