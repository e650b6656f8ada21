//! Literals with their values.

use std::sync::Arc;

use syn::Lit;

use crate::base::{Span, Symbol};
use crate::ir::{ExprId, ExprKind, Literal};
use crate::lower::ctx::Lowerer;

impl Lowerer<'_> {
    pub(super) fn literal(&mut self, lit: &Lit) -> (ExprId, Span) {
        let span = self.span(lit_span(lit));
        let kind = literal_value(lit).map_or(ExprKind::Opaque, ExprKind::Literal);
        (self.alloc(kind, span), span)
    }

    /// A string literal that stands for several tokens.
    pub(super) fn string(&mut self, value: &str, span: Span) -> ExprId {
        self.alloc(ExprKind::Literal(Literal::Str(Arc::from(value))), span)
    }
}

/// Where a literal is. (`Lit::span` prints every kind of literal through one trait; this is the plain way.)
pub(super) fn lit_span(lit: &Lit) -> proc_macro2::Span {
    match lit {
        Lit::Str(l) => l.span(),
        Lit::ByteStr(l) => l.span(),
        Lit::CStr(l) => l.span(),
        Lit::Byte(l) => l.span(),
        Lit::Char(l) => l.span(),
        Lit::Int(l) => l.span(),
        Lit::Float(l) => l.span(),
        Lit::Bool(l) => l.span,
        Lit::Verbatim(l) => l.span(),
        other => other.span(),
    }
}

/// The value of a literal; `None` for one that the parser could not read.
pub(super) fn literal_value(lit: &Lit) -> Option<Literal> {
    Some(match lit {
        Lit::Str(l) => Literal::Str(l.value().into()),
        Lit::ByteStr(l) => Literal::Bytes(l.value().into()),
        Lit::CStr(l) => Literal::Bytes(l.value().into_bytes().into()),
        Lit::Byte(l) => Literal::Byte(l.value()),
        Lit::Char(l) => Literal::Char(l.value()),
        Lit::Int(l) => {
            let suffix = (!l.suffix().is_empty()).then(|| Symbol::new(l.suffix()));
            Literal::Int(l.base10_digits().parse().ok(), suffix)
        }
        Lit::Float(l) => Literal::Float(Symbol::new(&l.token().to_string())),
        Lit::Bool(l) => Literal::Bool(l.value),
        _ => return None,
    })
}
