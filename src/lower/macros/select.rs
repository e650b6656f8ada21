//! `select!`: each branch `pattern = future => body` means `match future.await { pattern => body }`.
//!
//! The whole is a `match` on something unknown with one arm for each branch, since exactly one of them runs. The forms of
//! tokio (`biased;`, `, if condition`, `else =>`), futures (`complete =>`, `default =>`) and crossbeam
//! (`recv(r) -> x => body`) are read.

use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative as _;
use syn::{Expr as Syn, Ident, Pat, Token};

use crate::base::Span;
use crate::ir::{Arm, ExprId, ExprKind, MacroForm, PatKind};
use crate::lower::ctx::Lowerer;

struct Branch {
    /// The pattern and what it is matched with.
    input: Option<(Pat, Syn)>,
    /// Whether the value is awaited.
    awaited: bool,
    guard: Option<Syn>,
    body: Syn,
}

impl Lowerer<'_> {
    pub(super) fn read_select(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let branches = mac.parse_body_with(branches).ok()?;
        let span = self.delimited(mac);
        let scrutinee = self.alloc(ExprKind::Opaque, span.start());
        let mut arms = Vec::with_capacity(branches.len());
        for branch in &branches {
            let (body, full) = self.branch(branch);
            let pat = self.alloc_pat(PatKind::Opaque, full.start());
            arms.push(Arm { pat, guard: None, body, span: full });
        }
        Some(MacroForm::Expr(self.alloc(ExprKind::Match { scrutinee, arms }, span)))
    }

    fn branch(&mut self, branch: &Branch) -> (ExprId, Span) {
        let Some((pat, future)) = &branch.input else { return self.expr_full(&branch.body) };
        let (pat, from) = self.pat_full(pat);
        let (mut scrutinee, at) = self.expr_full(future);
        if branch.awaited {
            scrutinee = self.alloc(ExprKind::Await(scrutinee), at);
        }
        let guard = branch.guard.as_ref().map(|g| self.expr(g));
        let (body, to) = self.expr_full(&branch.body);
        let span = from.to(at).to(to);
        let arms = vec![Arm { pat, guard, body, span }];
        (self.alloc(ExprKind::Match { scrutinee, arms }, span), span)
    }
}

fn branches(input: ParseStream) -> syn::Result<Vec<Branch>> {
    if input.peek(Ident) && input.peek2(Token![;]) {
        Ident::parse_any(input)?;
        input.parse::<Token![;]>()?;
    }
    let mut out = Vec::new();
    while !input.is_empty() {
        let mut branch = head(input)?;
        input.parse::<Token![=>]>()?;
        branch.body = body(input)?;
        input.parse::<Option<Token![,]>>()?;
        out.push(branch);
    }
    Ok(out)
}

/// A block ends a branch without a comma.
fn body(input: ParseStream) -> syn::Result<Syn> {
    if input.peek(syn::token::Brace) {
        let fork = input.fork();
        let block: syn::ExprBlock = fork.parse()?;
        if !fork.peek(Token![.]) && !fork.peek(Token![?]) {
            input.advance_to(&fork);
            return Ok(Syn::Block(block));
        }
    }
    input.parse()
}

fn head(input: ParseStream) -> syn::Result<Branch> {
    let mut branch = Branch { input: None, awaited: true, guard: None, body: Syn::PLACEHOLDER };
    if input.peek(Token![else]) {
        input.parse::<Token![else]>()?;
        return Ok(branch);
    }
    if (input.peek(Ident) && input.peek2(Token![=>])) || is_channel(input, "default") {
        input.parse::<Syn>()?;
        return Ok(branch);
    }
    if is_channel(input, "recv") || is_channel(input, "send") {
        let operation: Syn = input.parse()?;
        branch.awaited = false;
        if input.peek(Token![->]) {
            input.parse::<Token![->]>()?;
            branch.input = Some((Pat::parse_multi(input)?, operation));
        }
        return Ok(branch);
    }
    let pat = Pat::parse_multi_with_leading_vert(input)?;
    input.parse::<Token![=]>()?;
    let future: Syn = input.parse()?;
    branch.input = Some((pat, future));
    if input.peek(Token![,]) && input.peek2(Token![if]) {
        input.parse::<Token![,]>()?;
        input.parse::<Token![if]>()?;
        branch.guard = Some(input.parse()?);
    }
    Ok(branch)
}

fn is_channel(input: ParseStream, name: &str) -> bool {
    let fork = input.fork();
    fork.parse::<Ident>().is_ok_and(|ident| ident == name) && fork.peek(syn::token::Paren) && {
        // `recv(x) = future` would be a pattern.
        let _ = fork.parse::<proc_macro2::TokenTree>();
        !fork.peek(Token![=]) || fork.peek(Token![=>])
    }
}
