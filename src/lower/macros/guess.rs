//! Macros that are not in the table: whatever in their arguments reads as Rust.
//!
//! In order: a list of expressions, statements, items (at item level items come first). If none fits, the tokens are split at
//! `,` `;` and `=>`, items first if some stand at the beginning (`model!(pub struct A { .. }, "B")`); each piece is tried as an expression, else its groups are looked into. Every attempt costs
//! its bytes from a budget of the file, so that nested macros cannot make this quadratic.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::parse::discouraged::Speculative as _;
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Block, Expr as Syn, Item, Stmt, Token};

use crate::base::ProblemKind;
use crate::ir::{ExprId, ExprKind, MacroForm};
use crate::lower::ctx::Lowerer;

/// What some tokens turned out to be.
pub(super) enum Guess {
    Exprs(Vec<Syn>),
    Stmts(Vec<Stmt>),
    Items(Vec<Item>),
}

impl Lowerer<'_> {
    pub(super) fn guess(&mut self, mac: &syn::Macro, at_item: bool) -> Option<MacroForm> {
        let span = self.delimited(mac);
        if !self.pay(span.hi - span.lo) {
            self.problem(ProblemKind::LimitExceeded, span, "macros are nested too deep to be read");
            return None;
        }
        match read(mac.tokens.clone(), at_item) {
            Some(Guess::Exprs(list)) => Some(MacroForm::Exprs(self.exprs(&list))),
            Some(Guess::Stmts(stmts)) => Some(MacroForm::Block(self.stmts(&stmts))),
            Some(Guess::Items(items)) => Some(MacroForm::Items(self.items(&items))),
            None => {
                let items = if at_item { leading_items(mac.tokens.clone()) } else { Vec::new() };
                if !items.is_empty() {
                    return Some(MacroForm::Items(self.items(&items)));
                }
                let mut found = Vec::new();
                self.pieces_of(mac.tokens.clone(), &mut found);
                (!found.is_empty() || is_inert(&mac.tokens)).then_some(MacroForm::Exprs(found))
            }
        }
    }

    /// Takes from the budget; false if it is used up.
    fn pay(&mut self, bytes: u32) -> bool {
        match self.macro_budget.checked_sub(bytes as usize) {
            Some(left) => {
                self.macro_budget = left;
                true
            }
            None => false,
        }
    }

    /// Expressions found in tokens that fit nothing as a whole.
    pub(super) fn pieces_of(&mut self, tokens: TokenStream, out: &mut Vec<ExprId>) {
        self.deeper(|l| {
            let mut piece = Vec::new();
            for tree in tokens {
                if ends_piece(&tree, &mut piece) {
                    l.piece(std::mem::take(&mut piece), out);
                } else {
                    piece.push(tree);
                }
            }
            l.piece(piece, out);
        });
    }

    fn piece(&mut self, mut piece: Vec<TokenTree>, out: &mut Vec<ExprId>) {
        while matches!(piece.first(), Some(TokenTree::Punct(p)) if matches!(p.as_char(), '?' | '%' | '@' | '$' | ':' | '=' | '.' | '>' | '<' | '/'))
        {
            piece.remove(0);
        }
        // A lone word says nothing; it is most often a name that the macro makes up.
        let trivial = match &piece[..] {
            [] | [TokenTree::Ident(_)] => true,
            [TokenTree::Group(group)] => {
                self.group(group, out);
                true
            }
            _ => false,
        };
        if trivial {
            return;
        }
        let size: u32 = piece
            .iter()
            .map(|tree| {
                let s = self.tree_span(tree);
                s.hi - s.lo
            })
            .sum();
        if !self.pay(size) {
            return;
        }
        let tokens: TokenStream = piece.iter().cloned().collect();
        if let Ok(value) = syn::parse2::<Syn>(tokens) {
            let id = self.expr(&value);
            out.push(id);
            return;
        }
        for tree in piece {
            match tree {
                TokenTree::Group(group) => self.group(&group, out),
                TokenTree::Literal(literal) => {
                    let (id, _) = self.literal(&syn::Lit::new(literal));
                    out.push(id);
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }

    fn group(&mut self, group: &Group, out: &mut Vec<ExprId>) {
        let span = self.span(group.span());
        if !self.pay(span.hi - span.lo) || group.stream().is_empty() {
            return;
        }
        let stmts = group.delimiter() == Delimiter::Brace;
        let guess =
            if stmts { read_stmts(group.stream()).map(Guess::Stmts) } else { read(group.stream(), false) };
        match guess {
            Some(Guess::Exprs(list)) => out.extend(self.exprs(&list)),
            Some(Guess::Stmts(stmts)) => {
                let block = self.stmts(&stmts);
                out.push(self.alloc(ExprKind::Block(block), span));
            }
            Some(Guess::Items(_)) | None => self.pieces_of(group.stream(), out),
        }
    }
}

/// Names, types and numbers only: no call and no text can hide in them.
fn is_inert(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().all(|tree| match tree {
        TokenTree::Group(group) => group.stream().is_empty(),
        TokenTree::Literal(literal) => literal.to_string().starts_with(|c: char| c.is_ascii_digit()),
        TokenTree::Ident(_) | TokenTree::Punct(_) => true,
    })
}

/// Whether a token ends a piece. Of `=>` the `=` is already in the piece.
fn ends_piece(tree: &TokenTree, piece: &mut Vec<TokenTree>) -> bool {
    let TokenTree::Punct(punct) = tree else { return false };
    match punct.as_char() {
        ',' | ';' => true,
        '>' => {
            let arrow = matches!(piece.last(), Some(TokenTree::Punct(p)) if p.as_char() == '=');
            if arrow {
                piece.pop();
            }
            arrow
        }
        _ => false,
    }
}

/// Reads tokens as a whole.
pub(super) fn read(tokens: TokenStream, at_item: bool) -> Option<Guess> {
    let parser = |input: ParseStream| {
        let kinds: &[fn(ParseStream) -> Option<Guess>] =
            if at_item { &[items, exprs, stmts] } else { &[exprs, stmts, items] };
        for kind in kinds {
            let fork = input.fork();
            if let Some(guess) = kind(&fork)
                && fork.is_empty()
            {
                input.advance_to(&fork);
                return Ok(Some(guess));
            }
        }
        input.parse::<TokenStream>()?;
        Ok(None)
    };
    parser.parse2(tokens).ok().flatten()
}

fn exprs(input: ParseStream) -> Option<Guess> {
    let list = Punctuated::<Syn, Token![,]>::parse_terminated(input).ok()?;
    Some(Guess::Exprs(list.into_iter().collect()))
}

fn stmts(input: ParseStream) -> Option<Guess> {
    Block::parse_within(input).ok().map(Guess::Stmts)
}

fn items(input: ParseStream) -> Option<Guess> {
    let mut out = Vec::new();
    while !input.is_empty() {
        out.push(input.parse().ok()?);
    }
    Some(Guess::Items(out))
}

/// The items that some tokens begin with; what follows the last one, after a comma, is of the macro's own.
fn leading_items(tokens: TokenStream) -> Vec<Item> {
    let parser = |input: ParseStream| {
        let mut out = Vec::new();
        loop {
            let fork = input.fork();
            let Ok(item) = fork.parse::<Item>() else { break };
            if matches!(item, Item::Verbatim(_) | Item::Macro(_)) || !fork.is_empty() && !fork.peek(Token![,])
            {
                break;
            }
            input.advance_to(&fork);
            input.parse::<Option<Token![,]>>()?;
            out.push(item);
        }
        input.parse::<TokenStream>()?;
        Ok(out)
    };
    parser.parse2(tokens).unwrap_or_default()
}

fn read_stmts(tokens: TokenStream) -> Option<Vec<Stmt>> {
    Block::parse_within.parse2(tokens).ok()
}
