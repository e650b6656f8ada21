//! Types, paths, bounds and generics.

use proc_macro2::Span as TokenSpan;
use syn::{GenericArgument, PathArguments, Type, TypeParamBound};

use crate::base::{ProblemKind, Span, Symbol};
use crate::ir::{Bound, GenericArg, GenericParam, Generics, Name, Path, Segment, TypeId, TypeKind};
use crate::lower::ctx::Lowerer;

impl Lowerer<'_> {
    /// A type and its extent, parentheses included.
    pub(super) fn ty(&mut self, ty: &Type) -> TypeId {
        self.ty_full(ty).0
    }

    pub(super) fn ty_full(&mut self, ty: &Type) -> (TypeId, Span) {
        let done = self.deeper(|l| l.ty_node(ty));
        done.unwrap_or_else(|| {
            let here = self.here();
            (self.alloc_type(TypeKind::Unknown, here), here)
        })
    }

    fn ty_node(&mut self, ty: &Type) -> (TypeId, Span) {
        let (kind, span) = match ty {
            Type::Paren(inner) => {
                let (id, _) = self.ty_full(&inner.elem);
                return (id, self.span(inner.paren_token.span.join()));
            }
            Type::Group(inner) => return self.ty_full(&inner.elem),
            Type::Path(path) => {
                let path = self.path(path.qself.as_ref(), &path.path);
                let span = path.span;
                (TypeKind::Path(path), span)
            }
            Type::Reference(r) => {
                let (inner, full) = self.ty_full(&r.elem);
                let kind = TypeKind::Ref { mutable: r.mutability.is_some(), inner };
                (kind, self.up_to(r.and_token.span, full.hi))
            }
            Type::Ptr(p) => {
                let (inner, full) = self.ty_full(&p.elem);
                (TypeKind::Pointer(inner), self.up_to(p.star_token.span, full.hi))
            }
            Type::Slice(s) => (TypeKind::Slice(self.ty(&s.elem)), self.span(s.bracket_token.span.join())),
            Type::Array(a) => {
                let elem = self.ty(&a.elem);
                let len = self.expr(&a.len);
                (TypeKind::Array(elem, Some(len)), self.span(a.bracket_token.span.join()))
            }
            Type::Tuple(t) => {
                let elems = t.elems.iter().map(|t| self.ty(t)).collect();
                (TypeKind::Tuple(elems), self.span(t.paren_token.span.join()))
            }
            Type::FnPtr(f) => self.fn_pointer(f),
            Type::ImplTrait(t) => {
                let (bounds, hi) = self.bounds(&t.bounds, t.impl_token.span);
                (TypeKind::Impl(bounds), self.up_to(t.impl_token.span, hi))
            }
            Type::TraitObject(t) => {
                let (bounds, hi) =
                    self.bounds(&t.bounds, t.dyn_token.map_or_else(TokenSpan::call_site, |d| d.span));
                let lo = match (&t.dyn_token, bounds.first()) {
                    (Some(dyn_token), _) => self.lo(dyn_token.span),
                    (None, Some(bound)) => bound.path.span.lo,
                    (None, None) => hi,
                };
                (TypeKind::Dyn(bounds), self.range(lo, hi))
            }
            Type::Infer(t) => (TypeKind::Infer, self.span(t.underscore_token.span)),
            Type::Never(t) => (TypeKind::Never, self.span(t.bang_token.span)),
            Type::Macro(m) => {
                self.count_macro();
                (TypeKind::Unknown, self.macro_span(&m.mac))
            }
            Type::Verbatim(tokens) => {
                let span = self.tokens_span(tokens);
                self.problem(ProblemKind::Unparsed, span, "type is not understood");
                (TypeKind::Unknown, span)
            }
            _ => (TypeKind::Unknown, self.here()),
        };
        (self.alloc_type(kind, span), span)
    }

    fn fn_pointer(&mut self, f: &syn::TypeFnPtr) -> (TypeKind, Span) {
        let params = f.inputs.iter().map(|arg| self.ty(&arg.ty)).collect();
        let mut hi = self.hi(f.paren_token.span.close());
        let ret = self.return_type(&f.output);
        if let Some((_, full)) = ret {
            hi = full.hi;
        }
        let first = match (&f.lifetimes, &f.unsafety, &f.abi) {
            (Some(l), _, _) => l.for_token.span,
            (_, Some(u), _) => u.span,
            (_, _, Some(abi)) => abi.extern_token.span,
            _ => f.fn_token.span,
        };
        (TypeKind::Fn(params, ret.map(|(id, _)| id)), self.up_to(first, hi))
    }

    /// `-> T` with its extent.
    pub(super) fn return_type(&mut self, output: &syn::ReturnType) -> Option<(TypeId, Span)> {
        match output {
            syn::ReturnType::Default => None,
            syn::ReturnType::Type(_, ty) => Some(self.ty_full(ty)),
        }
    }

    /// A path with its `<T as Trait>`.
    pub(super) fn path(&mut self, qself: Option<&syn::QSelf>, path: &syn::Path) -> Path {
        let (self_ty, trait_len) = match qself {
            Some(q) => (Some(self.ty(&q.ty)), q.position),
            None => (None, 0),
        };
        let mut lo = None;
        let mut hi = qself.map_or(0, |q| self.hi(q.gt_token.span));
        let mut segments = Vec::with_capacity(path.segments.len());
        for segment in &path.segments {
            let (segment, end) = self.segment(segment);
            lo = lo.or(Some(segment.name.span.lo));
            hi = hi.max(end);
            segments.push(segment);
        }
        let lo = match (qself, &path.leading_colon) {
            (Some(q), _) => self.lo(q.lt_token.span),
            (None, Some(colons)) => self.lo(colons.spans[0]),
            (None, None) => lo.unwrap_or(self.last),
        };
        Path {
            global: path.leading_colon.is_some() && qself.is_none(),
            qself: self_ty,
            trait_len,
            segments,
            span: self.range(lo, hi),
        }
    }

    fn segment(&mut self, segment: &syn::PathSegment) -> (Segment, u32) {
        let name = self.name(&segment.ident);
        match &segment.arguments {
            PathArguments::None => (Segment { name, args: Vec::new() }, name.span.hi),
            PathArguments::AngleBracketed(args) => {
                let list = self.generic_args(args);
                (Segment { name, args: list }, self.hi(args.gt_token.span))
            }
            PathArguments::Parenthesized(args) => {
                let inputs = args.inputs.iter().map(|arg| self.ty(&arg.ty)).collect();
                let paren = self.span(args.paren_token.span.join());
                let tuple = self.alloc_type(TypeKind::Tuple(inputs), paren);
                let mut list = vec![GenericArg::Type(tuple)];
                let mut hi = paren.hi;
                if let Some((ret, full)) = self.return_type(&args.output) {
                    list.push(GenericArg::Assoc(Name { sym: Symbol::new("Output"), span: full }, ret));
                    hi = full.hi;
                }
                (Segment { name, args: list }, hi)
            }
        }
    }

    pub(super) fn generic_args(&mut self, args: &syn::AngleBracketedGenericArguments) -> Vec<GenericArg> {
        args.args.iter().map(|arg| self.generic_arg(arg)).collect()
    }

    fn generic_arg(&mut self, arg: &GenericArgument) -> GenericArg {
        match arg {
            GenericArgument::Type(ty) => GenericArg::Type(self.ty(ty)),
            GenericArgument::Const(value) => GenericArg::Const(self.expr(value)),
            GenericArgument::AssocType(assoc) => {
                let name = self.name(&assoc.ident);
                GenericArg::Assoc(name, self.ty(&assoc.ty))
            }
            _ => GenericArg::Other,
        }
    }

    /// Trait bounds and the end of the last bound of any kind (of `token` if there is none).
    pub(super) fn bounds<'b>(
        &mut self,
        bounds: impl IntoIterator<Item = &'b TypeParamBound>,
        token: TokenSpan,
    ) -> (Vec<Bound>, u32) {
        let mut out = Vec::new();
        let mut hi = None;
        for bound in bounds {
            match bound {
                TypeParamBound::Trait(t) => {
                    let path = self.path(None, &t.path);
                    hi = Some(t.paren_token.map_or(path.span.hi, |p| self.hi(p.span.close())));
                    out.push(Bound { path, maybe: t.maybe.is_some() });
                }
                TypeParamBound::Lifetime(l) => hi = Some(self.hi(l.ident.span())),
                TypeParamBound::PreciseCapture(c) => hi = Some(self.hi(c.gt_token.span)),
                TypeParamBound::Verbatim(tokens) => hi = Some(self.tokens_span(tokens).hi),
                _ => {}
            }
        }
        let hi = hi.unwrap_or_else(|| self.hi(token));
        (out, hi)
    }

    /// Bounds alone.
    pub(super) fn bound_list<'b>(
        &mut self,
        bounds: impl IntoIterator<Item = &'b TypeParamBound>,
    ) -> Vec<Bound> {
        self.bounds(bounds, TokenSpan::call_site()).0
    }

    pub(super) fn generics(&mut self, generics: &syn::Generics) -> Generics {
        let mut out = Generics::default();
        for param in &generics.params {
            match param {
                syn::GenericParam::Lifetime(_) => {}
                syn::GenericParam::Type(t) => {
                    let name = self.name(&t.ident);
                    let bounds = self.bound_list(&t.bounds);
                    let default = t.default.as_ref().map(|(_, ty)| self.ty(ty));
                    out.params.push(GenericParam { name, bounds, default, is_const: false });
                }
                syn::GenericParam::Const(c) => {
                    let name = self.name(&c.ident);
                    out.params.push(GenericParam { name, bounds: Vec::new(), default: None, is_const: true });
                }
            }
        }
        for predicate in generics.where_clause.iter().flat_map(|w| &w.predicates) {
            if let syn::WherePredicate::Type(p) = predicate {
                let ty = self.ty(&p.bounded_ty);
                let bounds = self.bound_list(&p.bounds);
                out.wheres.push((ty, bounds));
            }
        }
        out
    }
}
