//! Readers of the smaller well-known macros.

use std::fmt::Write as _;

use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Expr as Syn, Ident, Pat, Token};

use crate::ir::{Arm, ExprId, ExprKind, Literal, MacroForm, PatKind};
use crate::lower::ctx::Lowerer;
use crate::lower::lit::literal_value;
use crate::lower::macros::format::given_list;

fn list(input: ParseStream) -> syn::Result<Vec<Syn>> {
    Ok(Punctuated::<Syn, Token![,]>::parse_terminated(input)?.into_iter().collect())
}

impl Lowerer<'_> {
    pub(super) fn read_exprs(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let given = mac.parse_body_with(given_list).ok()?;
        let list = given.iter().map(|g| self.expr(&g.value)).collect();
        Some(MacroForm::Exprs(list))
    }

    pub(super) fn read_pairs(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let parser = |input: ParseStream| {
            if input.peek(Ident) && input.peek2(Token![:]) && !input.peek2(Token![::]) {
                input.parse::<Ident>()?;
                input.parse::<Token![:]>()?;
            }
            let mut out = Vec::new();
            while !input.is_empty() {
                out.push(input.parse::<Syn>()?);
                if input.peek(Token![=>]) {
                    input.parse::<Token![=>]>()?;
                } else if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(out)
        };
        let list = mac.parse_body_with(parser).ok()?;
        Some(MacroForm::Exprs(self.exprs(&list)))
    }

    pub(super) fn read_vec(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let parser = |input: ParseStream| {
            if input.is_empty() {
                return Ok((Vec::new(), None));
            }
            let first: Syn = input.parse()?;
            if input.peek(Token![;]) {
                input.parse::<Token![;]>()?;
                return Ok((vec![first], Some(input.parse::<Syn>()?)));
            }
            input.parse::<Option<Token![,]>>()?;
            let mut all = vec![first];
            all.extend(list(input)?);
            Ok((all, None))
        };
        let (values, len) = mac.parse_body_with(parser).ok()?;
        let mut values = self.exprs(&values);
        let kind = match (values.pop(), len) {
            (Some(value), Some(len)) => ExprKind::Repeat { value, len: self.expr(&len) },
            (last, _) => {
                values.extend(last);
                ExprKind::Array(values)
            }
        };
        let span = self.delimited(mac);
        Some(MacroForm::Expr(self.alloc(kind, span)))
    }

    pub(super) fn read_matches(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let parser = |input: ParseStream| {
            let value: Syn = input.parse()?;
            input.parse::<Token![,]>()?;
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            let guard = if input.peek(Token![if]) {
                input.parse::<Token![if]>()?;
                Some(input.parse::<Syn>()?)
            } else {
                None
            };
            if input.peek(Token![,]) {
                // A trailing comma, or the message of `assert_matches!`.
                input.parse::<proc_macro2::TokenStream>()?;
            }
            Ok((value, pat, guard))
        };
        let (value, pat, guard) = mac.parse_body_with(parser).ok()?;
        let span = self.delimited(mac);
        let scrutinee = self.expr(&value);
        let (pat, mut at) = self.pat_full(&pat);
        let guard = guard.map(|g| self.expr_full(&g));
        if let Some((_, full)) = guard {
            at = at.to(full);
        }
        let end = self.range(at.hi, at.hi);
        let yes = self.alloc(ExprKind::Literal(Literal::Bool(true)), end);
        let no = self.alloc(ExprKind::Literal(Literal::Bool(false)), end);
        let wild = self.alloc_pat(PatKind::Wild, end);
        let arms = vec![
            Arm { pat, guard: guard.map(|(id, _)| id), body: yes, span: at },
            Arm { pat: wild, guard: None, body: no, span: end },
        ];
        Some(MacroForm::Expr(self.alloc(ExprKind::Match { scrutinee, arms }, span)))
    }

    pub(super) fn read_identity(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let values = mac.parse_body_with(list).ok()?;
        let mut values = self.exprs(&values);
        match (values.pop(), values.is_empty()) {
            (Some(only), true) => Some(MacroForm::Expr(only)),
            (last, _) => {
                values.extend(last);
                let span = self.delimited(mac);
                Some(MacroForm::Expr(self.alloc(ExprKind::Tuple(values), span)))
            }
        }
    }

    pub(super) fn read_try(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let value: Syn = mac.parse_body().ok()?;
        let (id, full) = self.expr_full(&value);
        Some(MacroForm::Expr(self.alloc(ExprKind::Try(id), full)))
    }

    pub(super) fn read_concat(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let values = mac.parse_body_with(list).ok()?;
        let joined: Option<String> = values.iter().map(piece).collect();
        match joined {
            Some(text) => {
                let span = self.delimited(mac);
                Some(MacroForm::Expr(self.string(&text, span)))
            }
            None => Some(MacroForm::Exprs(self.exprs(&values))),
        }
    }

    pub(super) fn read_hex(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let parser = |input: ParseStream| {
            let mut out = Vec::new();
            while !input.is_empty() {
                out.push(input.parse::<syn::LitStr>()?);
                input.parse::<Option<Token![,]>>()?;
            }
            Ok(out)
        };
        let Some(bytes) = mac.parse_body_with(parser).ok().and_then(|list| decode(&list)) else {
            return self.read_exprs(mac);
        };
        let span = self.tokens_span(&mac.tokens);
        let id: ExprId = self.alloc(ExprKind::Literal(Literal::Bytes(bytes.into())), span);
        Some(MacroForm::Expr(id))
    }
}

/// The text that a literal contributes to `concat!`.
fn piece(value: &Syn) -> Option<String> {
    let Syn::Lit(l) = value else { return None };
    let mut out = String::new();
    match literal_value(&l.lit)? {
        Literal::Str(text) => out.push_str(&text),
        Literal::Char(c) => out.push(c),
        Literal::Bool(b) => write!(out, "{b}").ok()?,
        Literal::Int(Some(n), _) => write!(out, "{n}").ok()?,
        Literal::Float(f) => out.push_str(f.as_str()),
        _ => return None,
    }
    Some(out)
}

fn decode(list: &[syn::LitStr]) -> Option<Vec<u8>> {
    let mut digits = Vec::new();
    for text in list {
        for c in text.value().chars().filter(|c| !c.is_whitespace()) {
            digits.push(u8::try_from(c.to_digit(16)?).ok()?);
        }
    }
    if list.is_empty() || digits.len() % 2 != 0 {
        return None;
    }
    Some(digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}
