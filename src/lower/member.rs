//! Functions, and the members of impls, traits and `extern` blocks.

use syn::{ForeignItem, ImplItem, TraitItem};

use crate::base::Symbol;
use crate::ir::{ExprId, Fn, ItemId, ItemKind, Name, Param, PatKind, SelfParam, TypeAlias, Value};
use crate::lower::ctx::Lowerer;

impl Lowerer<'_> {
    pub(super) fn fn_item(&mut self, f: &syn::ItemFn) -> Option<ItemId> {
        self.function(&f.attrs, &f.vis, &f.modifiers, &f.sig, Some(&f.block), None)
    }

    fn function(
        &mut self,
        attrs: &[syn::Attribute],
        vis: &syn::Visibility,
        modifiers: &syn::FnModifiers,
        sig: &syn::Signature,
        body: Option<&syn::Block>,
        semi: Option<proc_macro2::Span>,
    ) -> Option<ItemId> {
        let first = modifiers.defaultness.map_or_else(|| first_of(sig), |t| t.span);
        let mut shell = self.shell(attrs, vis, first)?;
        shell.name = Some(self.name(&sig.ident));
        let mut function = self.signature(sig);
        let open = body.map(|b| b.brace_token.span.open());
        if let Some(block) = body {
            let (id, full) = self.block_expr(block);
            function.body = Some(id);
            self.ends(&mut shell, open, full.hi);
        } else {
            let hi = semi.map_or(self.last, |s| self.hi(s));
            self.ends(&mut shell, None, hi);
        }
        Some(self.finish(shell, ItemKind::Fn(function)))
    }

    fn signature(&mut self, sig: &syn::Signature) -> Fn {
        let generics = self.generics(&sig.generics);
        let mut self_param = None;
        let mut params = Vec::with_capacity(sig.inputs.len());
        for input in &sig.inputs {
            match input {
                syn::FnArg::Receiver(r) => self_param = Some(self.receiver(r)),
                syn::FnArg::Typed(t) => params.extend(self.param(t)),
            }
        }
        let ret = self.return_type(&sig.output).map(|(ty, _)| ty);
        Fn {
            generics,
            self_param,
            params,
            ret,
            body: None,
            is_async: sig.asyncness.is_some(),
            is_const: sig.constness.is_some(),
        }
    }

    fn receiver(&mut self, r: &syn::Receiver) -> SelfParam {
        let span = self.span(r.self_token.span);
        let name = Name { sym: Symbol::new("self"), span };
        let by_value_mut = r.mutability.is_some();
        let pat =
            self.alloc_pat(PatKind::Bind { name, by_ref: false, mutable: by_value_mut, sub: None }, span);
        let (by_ref, mutable, ty) = match &r.kind {
            syn::ReceiverKind::Reference(_, _, mutability) => (true, mutability.is_some(), None),
            syn::ReceiverKind::Typed(_, ty) => (false, false, Some(self.ty(ty))),
            _ => (false, false, None),
        };
        SelfParam { pat, by_ref, mutable, ty }
    }

    fn param(&mut self, t: &syn::PatType) -> Option<Param> {
        let attrs = self.attrs(&t.attrs);
        if !attrs.active {
            return None;
        }
        let (pat, from) = self.pat_full(&t.pat);
        let (ty, to) = self.ty_full(&t.ty);
        let span = from.to(to);
        self.keep_suppressions(&attrs.list, span);
        Some(Param { pat, ty, attrs: attrs.list, span })
    }

    pub(super) fn impl_member(&mut self, item: &ImplItem) -> Option<ItemId> {
        match item {
            ImplItem::Fn(f) => self.function(&f.attrs, &f.vis, &f.modifiers, &f.sig, Some(&f.block), None),
            ImplItem::Const(c) => {
                let first = c.modifiers.defaultness.map_or(c.const_token.span, |t| t.span);
                self.constant(&c.attrs, &c.vis, first, &c.ident, &c.ty, Some(&c.expr), c.semi_token.span)
            }
            ImplItem::Type(t) => {
                let first = t.modifiers.defaultness.map_or(t.type_token.span, |t| t.span);
                let mut shell = self.shell(&t.attrs, &t.vis, first)?;
                shell.name = Some(self.name(&t.ident));
                let generics = self.generics(&t.generics);
                let ty = Some(self.ty(&t.ty));
                self.ends(&mut shell, None, self.hi(t.semi_token.span));
                Some(self.finish(shell, ItemKind::TypeAlias(TypeAlias { generics, ty, bounds: Vec::new() })))
            }
            ImplItem::Macro(m) => self.macro_member(&m.attrs, &m.mac, m.semi_token.map(|s| s.span)),
            ImplItem::Verbatim(tokens) => self.verbatim_item(tokens),
            _ => None,
        }
    }

    pub(super) fn trait_member(&mut self, item: &TraitItem) -> Option<ItemId> {
        let private = syn::Visibility::Inherited;
        match item {
            TraitItem::Fn(f) => {
                let semi = f.semi_token.map(|s| s.span);
                self.function(&f.attrs, &private, &f.modifiers, &f.sig, f.default.as_ref(), semi)
            }
            TraitItem::Const(c) => {
                let value = c.default.as_ref().map(|(_, e)| e);
                let first = c.modifiers.defaultness.map_or(c.const_token.span, |t| t.span);
                self.constant(&c.attrs, &private, first, &c.ident, &c.ty, value, c.semi_token.span)
            }
            TraitItem::Type(t) => {
                let first = t.modifiers.defaultness.map_or(t.type_token.span, |t| t.span);
                let mut shell = self.shell(&t.attrs, &private, first)?;
                shell.name = Some(self.name(&t.ident));
                let generics = self.generics(&t.generics);
                let bounds = self.bound_list(&t.bounds);
                let ty = t.default.as_ref().map(|(_, ty)| self.ty(ty));
                self.ends(&mut shell, None, self.hi(t.semi_token.span));
                Some(self.finish(shell, ItemKind::TypeAlias(TypeAlias { generics, ty, bounds })))
            }
            TraitItem::Macro(m) => self.macro_member(&m.attrs, &m.mac, m.semi_token.map(|s| s.span)),
            TraitItem::Verbatim(tokens) => self.verbatim_item(tokens),
            _ => None,
        }
    }

    pub(super) fn foreign_member(&mut self, item: &ForeignItem) -> Option<ItemId> {
        match item {
            ForeignItem::Fn(f) => {
                self.function(&f.attrs, &f.vis, &f.modifiers, &f.sig, None, Some(f.semi_token.span))
            }
            ForeignItem::Static(s) => {
                let mut shell = self.shell(&s.attrs, &s.vis, s.static_token.span)?;
                shell.name = Some(self.name(&s.ident));
                let ty = Some(self.ty(&s.ty));
                self.ends(&mut shell, None, self.hi(s.semi_token.span));
                let mutable = matches!(s.mutability, syn::StaticMutability::Mut(_));
                Some(self.finish(shell, ItemKind::Static(Value { ty, value: None, mutable })))
            }
            ForeignItem::Type(t) => {
                let mut shell = self.shell(&t.attrs, &t.vis, t.type_token.span)?;
                shell.name = Some(self.name(&t.ident));
                let generics = self.generics(&t.generics);
                self.ends(&mut shell, None, self.hi(t.semi_token.span));
                let alias = TypeAlias { generics, ty: None, bounds: Vec::new() };
                Some(self.finish(shell, ItemKind::TypeAlias(alias)))
            }
            ForeignItem::Macro(m) => self.macro_member(&m.attrs, &m.mac, m.semi_token.map(|s| s.span)),
            ForeignItem::Verbatim(tokens) => Some(self.opaque_item(tokens)),
            _ => None,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one constant, in source order")]
    fn constant(
        &mut self,
        attrs: &[syn::Attribute],
        vis: &syn::Visibility,
        first: proc_macro2::Span,
        ident: &syn::Ident,
        ty: &syn::Type,
        value: Option<&syn::Expr>,
        semi: proc_macro2::Span,
    ) -> Option<ItemId> {
        let mut shell = self.shell(attrs, vis, first)?;
        shell.name = Some(self.name(ident));
        let ty = Some(self.ty(ty));
        let value: Option<ExprId> = value.map(|v| self.expr(v));
        self.ends(&mut shell, None, self.hi(semi));
        Some(self.finish(shell, ItemKind::Const(Value { ty, value, mutable: false })))
    }
}

fn first_of(sig: &syn::Signature) -> proc_macro2::Span {
    let safety = match &sig.safety {
        syn::Safety::Unsafe(t) => Some(t.span),
        syn::Safety::Safe(t) => Some(t.span),
        _ => None,
    };
    let order = [
        sig.constness.map(|t| t.span),
        sig.asyncness.map(|t| t.span),
        safety,
        sig.abi.as_ref().map(|a| a.extern_token.span),
    ];
    order.into_iter().flatten().next().unwrap_or(sig.fn_token.span)
}
