//! Attributes: their arguments, `cfg`, `cfg_attr`, documentation, and those that suppress findings.
//!
//! Arguments are read generically, whatever the attribute: each is `name`, `name = value`, `name(nested)` or a bare
//! expression. An argument that is none of these (`body = Vec<T>`) keeps its name; one without a name is left out.
//!
//! `cfg_attr` is replaced by its attributes unless its condition is false. Two forms are kept as they are because
//! they speak to this program only: a condition on `secure_lint`, and one that never holds (`any()`, `false`).

use proc_macro2::{Delimiter, Span as TokenSpan, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::discouraged::Speculative as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Ident, Meta, Token};

use crate::base::{Span, Symbol};
use crate::ir::{Attr, AttrArg, ExprKind, Literal};
use crate::lower::ctx::Lowerer;
use crate::workspace::cfg::CfgExpr;

/// The flag of conditions that speak to this program only.
const OWN_FLAG: &str = "secure_lint";

/// The attributes of one node.
#[derive(Default)]
pub(super) struct Attrs {
    pub(super) list: Vec<Attr>,
    pub(super) docs: String,
    /// Conditions that are not known to hold.
    pub(super) cfg: Vec<CfgExpr>,
    /// No condition is known to be false.
    pub(super) active: bool,
    /// Only builds with `debug_assertions` have the node.
    pub(super) debug_only: bool,
}

impl Attrs {
    /// All conditions as one.
    pub(super) fn condition(&mut self) -> Option<CfgExpr> {
        match self.cfg.len() {
            0 => None,
            1 => self.cfg.pop(),
            _ => Some(CfgExpr::All(std::mem::take(&mut self.cfg))),
        }
    }

    /// The value of `#[path = ".."]`.
    pub(super) fn path_value(&self, l: &Lowerer<'_>) -> Option<String> {
        let attr = self.list.iter().find(|a| a.path.as_ident().is_some_and(|n| n.sym == "path"))?;
        match &l.ir.exprs[attr.args.first()?.value?].kind {
            ExprKind::Literal(Literal::Str(text)) => Some(text.to_string()),
            _ => None,
        }
    }
}

impl Lowerer<'_> {
    /// All attributes of an item, field, variant or parameter.
    pub(super) fn attrs(&mut self, list: &[Attribute]) -> Attrs {
        let mut out = Attrs { active: true, ..Attrs::default() };
        for attr in list {
            let span = self.span(attr.pound_token.spans[0]).to(self.span(attr.bracket_token.span.close()));
            self.meta(&attr.meta, span, &mut out);
            if !out.active {
                break;
            }
        }
        out
    }

    /// Whether the conditions of a statement, arm or other node inside of an item allow it. What is for tests there does not
    /// run in a program that ships, and what stands in its place does.
    pub(super) fn active(&mut self, list: &[Attribute]) -> bool {
        list.iter().all(|attr| match &attr.meta {
            Meta::List(l) if l.path.is_ident("cfg") => {
                let cond = parse_cfg(l.tokens.clone());
                self.cfg.eval(&cond) != Some(false) && !cond.needs_test()
            }
            Meta::List(l) if l.path.is_ident("cfg_attr") => self.attrs(std::slice::from_ref(attr)).active,
            _ => true,
        })
    }

    fn meta(&mut self, meta: &Meta, span: Span, out: &mut Attrs) {
        match meta {
            Meta::NameValue(nv) if nv.path.is_ident("doc") => self.doc(&nv.value, &mut out.docs),
            Meta::List(l) if l.path.is_ident("cfg") => {
                let cond = parse_cfg(l.tokens.clone());
                out.debug_only |= cond.needs_debug();
                match self.cfg.eval(&cond) {
                    // `any(test, debug_assertions)` holds, and says that the code is for tests.
                    Some(true) if !cond.needs_test() => {}
                    Some(false) => out.active = false,
                    _ => out.cfg.push(cond),
                }
            }
            Meta::List(l) if l.path.is_ident("cfg_attr") => self.cfg_attr(l, span, out),
            _ => {
                let attr = self.attr(meta, span);
                out.list.push(attr);
            }
        }
    }

    fn cfg_attr(&mut self, list: &syn::MetaList, span: Span, out: &mut Attrs) {
        let Ok((cond, metas)) = parse_cfg_attr.parse2(list.tokens.clone()) else { return };
        if is_own(&cond) {
            let attr = self.attr(&Meta::List(list.clone()), span);
            out.list.push(attr);
        } else if self.cfg.eval(&cond).unwrap_or(!cond.asks_for_weakness()) {
            for meta in &metas {
                let done = self.deeper(|l| l.meta(meta, span, out));
                if done.is_none() {
                    return;
                }
            }
        }
    }

    fn doc(&mut self, value: &syn::Expr, docs: &mut String) {
        let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = value else { return };
        if !docs.is_empty() {
            docs.push('\n');
        }
        let text = text.value();
        docs.push_str(text.strip_prefix(' ').unwrap_or(&text).trim_end());
    }

    fn attr(&mut self, meta: &Meta, span: Span) -> Attr {
        let path = self.path(None, meta.path());
        let args = match meta {
            Meta::Path(_) => Vec::new(),
            Meta::NameValue(nv) => {
                let (value, span) = self.expr_full(&nv.value);
                vec![AttrArg { name: None, value: Some(value), nested: Vec::new(), span }]
            }
            Meta::List(list) => {
                let args = parse_args.parse2(list.tokens.clone()).unwrap_or_default();
                self.attr_args(&args)
            }
        };
        Attr { path, args, span }
    }

    fn attr_args(&mut self, args: &[Arg]) -> Vec<AttrArg> {
        self.deeper(|l| args.iter().map(|arg| l.attr_arg(arg)).collect()).unwrap_or_default()
    }

    fn attr_arg(&mut self, arg: &Arg) -> AttrArg {
        let name = arg.name.as_ref().map(|n| Symbol::new(&n.text));
        let named = arg.name.as_ref().map(|n| self.span(n.first).to(self.span(n.last)));
        let value = arg.value.as_ref().map(|v| self.expr_full(v));
        let nested = self.attr_args(&arg.nested);
        let end = arg.end.map(|end| self.span(end));
        let span = [named, value.map(|(_, full)| full), end].into_iter().flatten().reduce(Span::to);
        AttrArg { name, value: value.map(|(id, _)| id), nested, span: span.unwrap_or_else(|| self.here()) }
    }

    /// Remembers attributes that suppress findings on a node that is not an item, and whether only debug builds have it.
    pub(super) fn note_suppressions(&mut self, list: &[Attribute], covered: Span) {
        for attr in list {
            if let Meta::List(l) = &attr.meta
                && l.path.is_ident("cfg")
                && parse_cfg(l.tokens.clone()).needs_debug()
            {
                self.ir.debug_only.push(covered);
            } else if may_suppress(&attr.meta) {
                let attrs = self.attrs(std::slice::from_ref(attr)).list;
                self.keep_suppressions(&attrs, covered);
            }
        }
    }

    /// Remembers those of the attributes that suppress findings.
    pub(super) fn keep_suppressions(&mut self, attrs: &[Attr], covered: Span) {
        for attr in attrs {
            let name = attr.name();
            let level = ["allow", "expect", "warn", "deny", "forbid"].iter().any(|l| name == *l);
            if (level || name == "cfg_attr") && mentions_own(&attr.args) {
                self.ir.attr_suppressions.push((attr.clone(), covered));
            }
        }
    }
}

fn mentions_own(args: &[AttrArg]) -> bool {
    args.iter()
        .any(|arg| arg.name.is_some_and(|n| n.as_str().starts_with(OWN_FLAG)) || mentions_own(&arg.nested))
}

fn may_suppress(meta: &Meta) -> bool {
    let path = meta.path();
    ["allow", "expect", "warn", "deny", "forbid", "cfg_attr"].iter().any(|name| path.is_ident(name))
}

/// A condition that speaks to this program only, or that never holds.
fn is_own(cond: &CfgExpr) -> bool {
    match cond {
        CfgExpr::Flag(flag) => flag == OWN_FLAG,
        CfgExpr::Any(list) if list.is_empty() => true,
        CfgExpr::All(list) | CfgExpr::Any(list) => list.iter().any(is_own),
        CfgExpr::Not(inner) => is_own(inner),
        CfgExpr::Pair(..) | CfgExpr::Unknown(_) => false,
    }
}

/// Whether an expression only holds in builds with `debug_assertions`: `cfg!(debug_assertions) && ..`.
pub(super) fn asks_for_debug(e: &syn::Expr) -> bool {
    match e {
        syn::Expr::Macro(m) => m.mac.path.is_ident("cfg") && parse_cfg(m.mac.tokens.clone()).needs_debug(),
        syn::Expr::Binary(b) if matches!(b.op, syn::BinOp::And(_)) => {
            asks_for_debug(&b.left) || asks_for_debug(&b.right)
        }
        syn::Expr::Paren(p) => asks_for_debug(&p.expr),
        _ => false,
    }
}

/// Reads the condition of `#[cfg(..)]`.
pub(super) fn parse_cfg(tokens: TokenStream) -> CfgExpr {
    let text = |tokens: &TokenStream| CfgExpr::Unknown(tokens.to_string());
    let parser = |input: ParseStream| {
        let cond = cfg_expr(input)?;
        input.parse::<Option<Token![,]>>()?;
        Ok(cond)
    };
    parser.parse2(tokens.clone()).unwrap_or_else(|_| text(&tokens))
}

fn parse_cfg_attr(input: ParseStream) -> syn::Result<(CfgExpr, Vec<Meta>)> {
    let cond = cfg_expr(input)?;
    input.parse::<Option<Token![,]>>()?;
    let metas = input.parse_terminated(Meta::parse_any, Token![,])?;
    Ok((cond, metas.into_iter().collect()))
}

/// `Meta` as `cfg_attr` holds it; `unsafe(..)` around an attribute is looked through.
trait ParseAny: Sized {
    fn parse_any(input: ParseStream) -> syn::Result<Self>;
}

impl ParseAny for Meta {
    fn parse_any(input: ParseStream) -> syn::Result<Meta> {
        if input.peek(Token![unsafe]) && input.peek2(syn::token::Paren) {
            input.parse::<Token![unsafe]>()?;
            let inner;
            syn::parenthesized!(inner in input);
            return inner.parse();
        }
        input.parse()
    }
}

/// Reads a condition from the front of `input`.
pub(super) fn cfg_expr(input: ParseStream) -> syn::Result<CfgExpr> {
    let name = Ident::parse_any(input)?.unraw().to_string();
    if input.peek(syn::token::Paren) {
        let inner;
        syn::parenthesized!(inner in input);
        if !matches!(name.as_str(), "all" | "any" | "not") {
            let rest: TokenStream = inner.parse()?;
            return Ok(CfgExpr::Unknown(format!("{name}({rest})")));
        }
        let list = inner.parse_terminated(cfg_expr, Token![,])?;
        let mut list: Vec<CfgExpr> = list.into_iter().collect();
        return match name.as_str() {
            "all" => Ok(CfgExpr::All(list)),
            "any" => Ok(CfgExpr::Any(list)),
            _ => match (list.pop(), list.is_empty()) {
                (Some(cond), true) => Ok(CfgExpr::Not(Box::new(cond))),
                _ => Err(inner.error("expected one condition")),
            },
        };
    }
    if input.peek(Token![=]) && !input.peek(Token![=>]) {
        input.parse::<Token![=]>()?;
        let value: syn::LitStr = input.parse()?;
        return Ok(CfgExpr::Pair(name, value.value()));
    }
    Ok(match name.as_str() {
        "true" => CfgExpr::All(Vec::new()),
        "false" => CfgExpr::Any(Vec::new()),
        _ => CfgExpr::Flag(name),
    })
}

/// An argument as parsed.
struct Arg {
    name: Option<ArgName>,
    value: Option<syn::Expr>,
    nested: Vec<Arg>,
    /// The last token, if it belongs to neither name nor value.
    end: Option<TokenSpan>,
}

struct ArgName {
    text: String,
    first: TokenSpan,
    last: TokenSpan,
}

fn parse_args(input: ParseStream) -> syn::Result<Vec<Arg>> {
    let mut out = Vec::new();
    while !input.is_empty() {
        out.extend(parse_arg(input));
        // What could not be read ends at the next comma.
        while !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<TokenTree>()?;
        }
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(out)
}

fn parse_arg(input: ParseStream) -> Option<Arg> {
    if input.peek(Ident::peek_any)
        && let Some(arg) = attempt(input, named_arg)
    {
        return Some(arg);
    }
    let value = attempt(input, whole_value)?;
    Some(Arg { name: None, value: Some(value), nested: Vec::new(), end: None })
}

/// Parses with a parser that may fail without consuming anything.
fn attempt<T>(input: ParseStream, parse: impl FnOnce(ParseStream) -> syn::Result<T>) -> Option<T> {
    let fork = input.fork();
    let out = parse(&fork).ok()?;
    input.advance_to(&fork);
    Some(out)
}

/// A value up to the next comma.
fn whole_value(input: ParseStream) -> syn::Result<syn::Expr> {
    let value = input.parse::<syn::Expr>()?;
    if input.is_empty() || input.peek(Token![,]) { Ok(value) } else { Err(input.error("expected `,`")) }
}

fn named_arg(input: ParseStream) -> syn::Result<Arg> {
    let name = Some(arg_name(input)?);
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(Arg { name, value: None, nested: Vec::new(), end: None });
    }
    if input.peek(Token![=]) && !input.peek(Token![==]) {
        input.parse::<Token![=]>()?;
        if input.peek(Token![%]) || input.peek(Token![?]) {
            input.parse::<TokenTree>()?;
        }
        let value = attempt(input, whole_value);
        return Ok(Arg { name, value, nested: Vec::new(), end: None });
    }
    let group = input.step(|cursor| match cursor.token_tree() {
        Some((TokenTree::Group(g), rest)) if g.delimiter() == Delimiter::Parenthesis => Ok((g, rest)),
        _ => Err(cursor.error("expected `(`")),
    })?;
    if !input.is_empty() && !input.peek(Token![,]) {
        return Err(input.error("expected `,`"));
    }
    let nested = parse_args.parse2(group.stream())?;
    Ok(Arg { name, value: None, nested, end: Some(group.span_close()) })
}

fn arg_name(input: ParseStream) -> syn::Result<ArgName> {
    let ident = Ident::parse_any(input)?;
    let (first, mut last) = (ident.span(), ident.span());
    let mut text = ident.unraw().to_string();
    while input.peek(Token![::]) {
        input.parse::<Token![::]>()?;
        let next = Ident::parse_any(input)?;
        text.push_str("::");
        text.push_str(&next.unraw().to_string());
        last = next.span();
    }
    Ok(ArgName { text, first, last })
}
