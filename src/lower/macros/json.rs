//! `json!({ "k": v, "list": [null, x] })` and macros with the fields of a map: `doc! { "k": v }`, `hashmap! { k => v }`.

use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative as _;
use syn::{Expr as Syn, Ident, Token};

use crate::ir::{ExprId, ExprKind, MacroForm};
use crate::lower::ctx::Lowerer;

/// A value as parsed.
enum Json {
    Null(proc_macro2::Span),
    Map(proc_macro2::Span, Vec<(Syn, Json)>),
    List(proc_macro2::Span, Vec<Json>),
    Value(Box<Syn>),
}

impl Lowerer<'_> {
    /// `fields`: the macro's own delimiters are those of the map.
    pub(super) fn read_json(&mut self, mac: &syn::Macro, fields: bool) -> Option<MacroForm> {
        let parser = |input: ParseStream| {
            if fields {
                pairs(input).map(|list| Json::Map(mac.delimiter.span().join(), list))
            } else {
                value(input)
            }
        };
        let json = mac.parse_body_with(parser).ok()?;
        Some(MacroForm::Expr(self.json(&json)))
    }

    fn json(&mut self, json: &Json) -> ExprId {
        let done = self.deeper(|l| match json {
            Json::Null(span) => {
                let span = l.span(*span);
                l.alloc(ExprKind::Tuple(Vec::new()), span)
            }
            Json::Map(span, pairs) => {
                let pairs = pairs.iter().map(|(k, v)| (l.expr(k), l.json(v))).collect();
                let span = l.span(*span);
                l.alloc(ExprKind::Map(pairs), span)
            }
            Json::List(span, list) => {
                let list = list.iter().map(|v| l.json(v)).collect();
                let span = l.span(*span);
                l.alloc(ExprKind::Array(list), span)
            }
            Json::Value(e) => l.expr(e),
        });
        done.unwrap_or_else(|| self.alloc(ExprKind::Opaque, self.here()))
    }
}

fn value(input: ParseStream) -> syn::Result<Json> {
    if input.peek(syn::token::Brace) {
        let inner;
        let brace = syn::braced!(inner in input);
        return Ok(Json::Map(brace.span.join(), pairs(&inner)?));
    }
    if input.peek(syn::token::Bracket) {
        let fork = input.fork();
        if let Ok(list) = list(&fork)
            && (fork.is_empty() || fork.peek(Token![,]))
        {
            input.advance_to(&fork);
            return Ok(list);
        }
    }
    let fork = input.fork();
    if let Ok(ident) = fork.parse::<Ident>()
        && ident == "null"
        && (fork.is_empty() || fork.peek(Token![,]))
    {
        input.advance_to(&fork);
        return Ok(Json::Null(ident.span()));
    }
    Ok(Json::Value(Box::new(input.parse()?)))
}

fn list(input: ParseStream) -> syn::Result<Json> {
    let inner;
    let bracket = syn::bracketed!(inner in input);
    let list = inner.parse_terminated(value, Token![,])?;
    Ok(Json::List(bracket.span.join(), list.into_iter().collect()))
}

fn pairs(input: ParseStream) -> syn::Result<Vec<(Syn, Json)>> {
    let mut out = Vec::new();
    while !input.is_empty() {
        let key: Syn = input.parse()?;
        if input.peek(Token![=>]) {
            input.parse::<Token![=>]>()?;
        } else {
            input.parse::<Token![:]>()?;
        }
        out.push((key, value(input)?));
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(out)
}
