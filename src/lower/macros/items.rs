//! Well-known macros that hold items: `lazy_static!`, `thread_local!`, `cfg_if!`, `cfg_select!`, `bitflags!`.

use syn::parse::ParseStream;
use syn::{Attribute, Expr as Syn, Ident, Token, Type, Visibility};

use crate::base::Span;
use crate::ir::{Fields, Generics, Impl, ItemId, ItemKind, MacroForm, Struct, TypeKind, Value};
use crate::lower::attr::cfg_expr;
use crate::lower::ctx::Lowerer;
use crate::workspace::cfg::CfgExpr;

/// `pub static ref A: T = x;`
struct Static {
    attrs: Vec<Attribute>,
    vis: Visibility,
    token: proc_macro2::Span,
    ident: Ident,
    ty: Type,
    value: Syn,
    end: Option<proc_macro2::Span>,
}

/// One branch of `cfg_if!` or `cfg_select!`: its condition and contents.
pub(super) struct Branch {
    cond: Option<CfgExpr>,
    stmts: Vec<syn::Stmt>,
}

/// `struct A: u8 { const B = 1; }` or `impl A: u8 { .. }`.
struct Flags {
    attrs: Vec<Attribute>,
    vis: Visibility,
    token: proc_macro2::Span,
    declares: bool,
    ident: Ident,
    consts: Vec<(Vec<Attribute>, proc_macro2::Span, Ident, Syn)>,
    close: proc_macro2::Span,
}

impl Lowerer<'_> {
    pub(super) fn read_statics(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let statics = mac.parse_body_with(statics).ok()?;
        Some(MacroForm::Items(statics.iter().filter_map(|s| self.lazy(s)).collect()))
    }

    fn lazy(&mut self, s: &Static) -> Option<ItemId> {
        let mut shell = self.shell(&s.attrs, &s.vis, s.token)?;
        shell.name = Some(self.name(&s.ident));
        let ty = Some(self.ty(&s.ty));
        let (value, full) = self.expr_full(&s.value);
        let hi = s.end.map_or(full.hi, |end| self.hi(end));
        self.ends(&mut shell, None, hi);
        Some(self.finish(shell, ItemKind::Static(Value { ty, value: Some(value), mutable: false })))
    }

    /// Contents of all branches that may be compiled.
    pub(super) fn read_branches(
        &mut self,
        mac: &syn::Macro,
        parser: fn(ParseStream) -> syn::Result<Vec<Branch>>,
    ) -> Option<MacroForm> {
        let branches = mac.parse_body_with(parser).ok()?;
        let mut stmts = Vec::new();
        for branch in branches {
            let holds = branch.cond.as_ref().map_or(Some(true), |cond| self.cfg.eval(cond));
            if holds != Some(false) {
                stmts.extend(branch.stmts);
            }
            if holds == Some(true) {
                break;
            }
        }
        let items = stmts.iter().all(|s| matches!(s, syn::Stmt::Item(_) | syn::Stmt::Macro(_)));
        if !items {
            return Some(MacroForm::Block(self.stmts(&stmts)));
        }
        let mut out = Vec::new();
        for stmt in &stmts {
            match stmt {
                syn::Stmt::Item(item) => out.extend(self.item(item)),
                syn::Stmt::Macro(m) => out.extend(self.macro_member(&m.attrs, &m.mac, None)),
                _ => {}
            }
        }
        Some(MacroForm::Items(out))
    }

    pub(super) fn read_bitflags(&mut self, mac: &syn::Macro) -> Option<MacroForm> {
        let parser = |input: ParseStream| {
            let mut out = Vec::new();
            while !input.is_empty() {
                out.push(flags(input)?);
            }
            Ok(out)
        };
        let all = mac.parse_body_with(parser).ok()?;
        let mut items = Vec::new();
        for flags in &all {
            self.flags(flags, &mut items);
        }
        Some(MacroForm::Items(items))
    }

    fn flags(&mut self, flags: &Flags, out: &mut Vec<ItemId>) {
        let Some(mut shell) = self.shell(&flags.attrs, &flags.vis, flags.token) else { return };
        let hi = self.hi(flags.close);
        let name = self.name(&flags.ident);
        self.ends(&mut shell, None, hi);
        let whole: Span = self.range(shell.lo, hi);
        if flags.declares {
            shell.name = Some(name);
            let kind = Struct { generics: Generics::default(), fields: Fields::Unit };
            out.push(self.finish(shell, ItemKind::Struct(kind)));
        }
        let mut items = Vec::new();
        for (attrs, token, ident, value) in &flags.consts {
            let Some(mut shell) = self.shell(attrs, &flags.vis, *token) else { continue };
            shell.name = Some(self.name(ident));
            let (value, full) = self.expr_full(value);
            self.ends(&mut shell, None, full.hi);
            items.push(
                self.finish(shell, ItemKind::Const(Value { ty: None, value: Some(value), mutable: false })),
            );
        }
        let path = syn::Path::from(flags.ident.clone());
        let path = self.path(None, &path);
        let self_ty = self.alloc_type(TypeKind::Path(path), name.span);
        let kind = Impl { generics: Generics::default(), trait_: None, negative: false, self_ty, items };
        if let Some(mut shell) = self.shell(&[], &Visibility::Inherited, flags.token) {
            (shell.lo, shell.head_lo, shell.head_hi, shell.hi) = (whole.lo, whole.lo, whole.hi, whole.hi);
            out.push(self.finish(shell, ItemKind::Impl(kind)));
        }
    }
}

fn statics(input: ParseStream) -> syn::Result<Vec<Static>> {
    let mut out = Vec::new();
    while !input.is_empty() {
        let attrs = Attribute::parse_outer(input)?;
        let vis = input.parse()?;
        let token: Token![static] = input.parse()?;
        input.parse::<Option<Token![ref]>>()?;
        let ident = input.parse()?;
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        input.parse::<Token![=]>()?;
        let value = input.parse()?;
        let end: Option<Token![;]> = input.parse()?;
        out.push(Static { attrs, vis, token: token.span, ident, ty, value, end: end.map(|e| e.span) });
    }
    Ok(out)
}

/// Those of `cfg_if!`.
pub(super) fn branches(input: ParseStream) -> syn::Result<Vec<Branch>> {
    let mut out = Vec::new();
    while !input.is_empty() {
        input.parse::<Option<Token![else]>>()?;
        let cond = if input.peek(Token![if]) {
            input.parse::<Token![if]>()?;
            input.parse::<Token![#]>()?;
            let inner;
            syn::bracketed!(inner in input);
            inner.parse::<Ident>()?;
            let cond;
            syn::parenthesized!(cond in inner);
            Some(cfg_expr(&cond)?)
        } else {
            None
        };
        let body;
        syn::braced!(body in input);
        out.push(Branch { cond, stmts: body.call(syn::Block::parse_within)? });
    }
    Ok(out)
}

/// Those of `cfg_select!`: `unix => { .. }`, `_ => expression`.
pub(super) fn arms(input: ParseStream) -> syn::Result<Vec<Branch>> {
    let mut out = Vec::new();
    while !input.is_empty() {
        let cond = match input.parse::<Option<Token![_]>>()? {
            Some(_) => None,
            None => Some(cfg_expr(input)?),
        };
        input.parse::<Token![=>]>()?;
        let stmts = if input.peek(syn::token::Brace) {
            let body;
            syn::braced!(body in input);
            body.call(syn::Block::parse_within)?
        } else {
            vec![syn::Stmt::Expr(input.parse()?, None)]
        };
        input.parse::<Option<Token![,]>>()?;
        out.push(Branch { cond, stmts });
    }
    Ok(out)
}

fn flags(input: ParseStream) -> syn::Result<Flags> {
    let attrs = Attribute::parse_outer(input)?;
    let vis = input.parse()?;
    let declares = input.peek(Token![struct]);
    let token =
        if declares { input.parse::<Token![struct]>()?.span } else { input.parse::<Token![impl]>()?.span };
    let ident = input.parse()?;
    input.parse::<Token![:]>()?;
    input.parse::<Type>()?;
    let body;
    let brace = syn::braced!(body in input);
    let mut consts = Vec::new();
    while !body.is_empty() {
        let attrs = Attribute::parse_outer(&body)?;
        let token: Token![const] = body.parse()?;
        let name = if body.peek(Token![_]) {
            let underscore: Token![_] = body.parse()?;
            Ident::from(underscore)
        } else {
            body.parse()?
        };
        body.parse::<Token![=]>()?;
        let value = body.parse()?;
        body.parse::<Option<Token![;]>>()?;
        consts.push((attrs, token.span, name, value));
    }
    Ok(Flags { attrs, vis, token, declares, ident, consts, close: brace.span.close() })
}
