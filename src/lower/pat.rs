//! Patterns.

use syn::Pat as Syn;

use crate::base::{ProblemKind, Span};
use crate::ir::{ExprId, ExprKind, Name, PatId, PatKind};
use crate::lower::ctx::Lowerer;

impl Lowerer<'_> {
    pub(super) fn pat(&mut self, pat: &Syn) -> PatId {
        self.pat_full(pat).0
    }

    /// A pattern and its extent, parentheses included.
    pub(super) fn pat_full(&mut self, pat: &Syn) -> (PatId, Span) {
        let done = self.deeper(|l| l.pat_node(pat));
        done.unwrap_or_else(|| {
            let here = self.here();
            (self.alloc_pat(PatKind::Opaque, here), here)
        })
    }

    /// The pattern without its guard, the guard, and the extent of the pattern.
    pub(super) fn guarded(&mut self, pat: &Syn) -> (PatId, Option<ExprId>, Span) {
        match pat {
            Syn::Guard(g) => {
                let (id, full) = self.pat_full(&g.pat);
                let guard = self.expr(&g.guard);
                (id, Some(guard), full)
            }
            _ => {
                let (id, full) = self.pat_full(pat);
                (id, None, full)
            }
        }
    }

    fn pat_node(&mut self, pat: &Syn) -> (PatId, Span) {
        let (kind, span) = match pat {
            Syn::Paren(p) => {
                let (id, _) = self.pat_full(&p.pat);
                return (id, self.span(p.paren_token.span.join()));
            }
            Syn::Guard(g) => {
                let (id, full) = self.pat_full(&g.pat);
                self.expr(&g.guard);
                return (id, full);
            }
            Syn::Wild(w) => (PatKind::Wild, self.span(w.underscore_token.span)),
            Syn::Rest(r) => {
                (PatKind::Rest, self.span(r.dot2_token.spans[0]).to(self.span(r.dot2_token.spans[1])))
            }
            Syn::Ident(p) => self.binding(p),
            Syn::Path(p) => {
                let path = self.path(p.qself.as_ref(), &p.path);
                let span = path.span;
                (PatKind::Path(path), span)
            }
            Syn::TupleStruct(p) => {
                let path = self.path(p.qself.as_ref(), &p.path);
                let elems = p.elems.iter().map(|e| self.pat(e)).collect();
                let span = path.span.to(self.span(p.paren_token.span.join()));
                (PatKind::TupleStruct(path, elems), span)
            }
            Syn::Struct(p) => self.struct_pat(p),
            Syn::Tuple(p) => {
                let elems = p.elems.iter().map(|e| self.pat(e)).collect();
                (PatKind::Tuple(elems), self.span(p.paren_token.span.join()))
            }
            Syn::Slice(p) => {
                let elems = p.elems.iter().map(|e| self.pat(e)).collect();
                (PatKind::Slice(elems), self.span(p.bracket_token.span.join()))
            }
            Syn::Reference(p) => {
                let (inner, full) = self.pat_full(&p.pat);
                (PatKind::Ref(inner), self.up_to(p.and_token.span, full.hi))
            }
            Syn::Or(p) => self.or_pat(p),
            Syn::Lit(l) => self.literal_pat(&syn::Expr::Lit(l.clone())),
            Syn::Const(c) => self.literal_pat(&syn::Expr::Const(c.clone())),
            Syn::Range(r) => self.range_pat(r),
            Syn::Type(t) => {
                let (inner, from) = self.pat_full(&t.pat);
                let (ty, to) = self.ty_full(&t.ty);
                (PatKind::Typed(inner, ty), from.to(to))
            }
            Syn::Macro(m) => {
                self.count_macro();
                (PatKind::Opaque, self.macro_span(&m.mac))
            }
            Syn::Verbatim(tokens) => {
                let span = self.tokens_span(tokens);
                self.problem(ProblemKind::Unparsed, span, "pattern is not understood");
                (PatKind::Opaque, span)
            }
            _ => (PatKind::Opaque, self.here()),
        };
        (self.alloc_pat(kind, span), span)
    }

    fn literal_pat(&mut self, value: &syn::Expr) -> (PatKind, Span) {
        let (id, full) = self.expr_full(value);
        (PatKind::Literal(id), full)
    }

    fn binding(&mut self, p: &syn::PatIdent) -> (PatKind, Span) {
        let name = self.name(&p.ident);
        let sub = p.subpat.as_ref().map(|(_, sub)| self.pat_full(sub));
        let lo = match (&p.by_ref, &p.mutability) {
            (Some(by_ref), _) => self.lo(by_ref.span),
            (None, Some(mutability)) => self.lo(mutability.span),
            (None, None) => name.span.lo,
        };
        let hi = sub.map_or(name.span.hi, |(_, full)| full.hi);
        let kind = PatKind::Bind {
            name,
            by_ref: p.by_ref.is_some(),
            mutable: p.mutability.is_some(),
            sub: sub.map(|(id, _)| id),
        };
        (kind, self.range(lo, hi))
    }

    fn struct_pat(&mut self, p: &syn::PatStruct) -> (PatKind, Span) {
        let path = self.path(p.qself.as_ref(), &p.path);
        let mut fields = Vec::with_capacity(p.fields.len());
        for field in &p.fields {
            if !self.active(&field.attrs) {
                continue;
            }
            let pat = self.pat(&field.pat);
            let name = match (&field.member, &field.colon_token) {
                (syn::Member::Named(_), None) => self.bound_name(pat),
                _ => None,
            };
            let name = name.unwrap_or_else(|| self.member(&field.member));
            fields.push((name, pat));
        }
        let span = path.span.to(self.span(p.brace_token.span.join()));
        (PatKind::Struct(path, fields), span)
    }

    fn bound_name(&self, pat: PatId) -> Option<Name> {
        match &self.ir.pats[pat].kind {
            PatKind::Bind { name, .. } => Some(*name),
            _ => None,
        }
    }

    fn or_pat(&mut self, p: &syn::PatOr) -> (PatKind, Span) {
        let mut span: Option<Span> = None;
        let mut cases = Vec::with_capacity(p.cases.len());
        for case in &p.cases {
            let (id, full) = self.pat_full(case);
            cases.push(id);
            span = Some(span.map_or(full, |s| s.to(full)));
        }
        (PatKind::Or(cases), span.unwrap_or_else(|| self.here()))
    }

    fn range_pat(&mut self, r: &syn::PatRange) -> (PatKind, Span) {
        let (id, full) = self.expr_full(&syn::Expr::Range(r.clone()));
        match self.ir.exprs[id].kind {
            ExprKind::Range { start, end } => (PatKind::Range(start, end), full),
            _ => (PatKind::Opaque, full),
        }
    }
}
