//! Patterns take values apart: `Some(x)` and `Ok(x)` are followed as `x`, tuples and structs by field.

use crate::base::{Span, Symbol};
use crate::flow::eval::{Eval, MAX_DEPTH, borrows_mutably};
use crate::flow::value::Value;
use crate::ir::{ExprId, ExprKind, PatId, PatKind};

impl Eval<'_, '_> {
    /// Binds a pattern to the value of an expression; `&mut x` makes the variable another name of `x`.
    pub(super) fn bind_from(&mut self, pat: PatId, value: &Value, from: ExprId) {
        if let PatKind::Bind { sub: None, .. } = self.ir.pats[pat].kind {
            let mutable_borrow = match &self.ir.exprs[from].kind {
                ExprKind::Ref { mutable, .. } => *mutable,
                ExprKind::MethodCall { method, .. } => borrows_mutably(method.sym.as_str()),
                ExprKind::Path(_) => self.alias_place(from).is_some(),
                _ => false,
            };
            match self.place(from).filter(|_| mutable_borrow) {
                Some(place) => drop(self.aliases.insert(pat, place)),
                None => drop(self.aliases.remove(&pat)),
            }
        }
        self.bind(pat, value);
    }

    pub(super) fn bind(&mut self, pat: PatId, value: &Value) {
        if self.depth >= MAX_DEPTH {
            return;
        }
        self.depth += 1;
        let ir = self.ir;
        let span = ir.pats[pat].span;
        match &ir.pats[pat].kind {
            PatKind::Bind { sub, .. } => {
                if !self.names.pats.contains_key(&pat) {
                    self.env.insert(pat, value.clone());
                }
                sub.iter().for_each(|&p| self.bind(p, value));
            }
            PatKind::Ref(inner) | PatKind::Typed(inner, _) => self.bind(*inner, value),
            PatKind::Or(pats) => pats.iter().for_each(|&p| self.bind(p, value)),
            PatKind::Slice(pats) => pats.iter().for_each(|&p| self.bind(p, &value.derived(span))),
            PatKind::Tuple(pats) => self.bind_numbered(pats, value, span),
            PatKind::TupleStruct(path, pats) => {
                let transparent = path.last().is_some_and(|s| matches!(s.name.sym.as_str(), "Some" | "Ok"));
                match (transparent, &pats[..]) {
                    (true, [only]) => self.bind(*only, value),
                    _ => self.bind_numbered(pats, value, span),
                }
            }
            PatKind::Struct(_, fields) => {
                for &(name, inner) in fields {
                    self.bind(inner, &value.field(name.sym, span));
                }
            }
            PatKind::Literal(_) | PatKind::Range(..) => {}
            PatKind::Wild | PatKind::Rest | PatKind::Path(_) | PatKind::Opaque => {}
        }
        self.depth -= 1;
    }

    fn bind_numbered(&mut self, pats: &[PatId], value: &Value, span: Span) {
        for (i, &pat) in pats.iter().enumerate() {
            self.bind(pat, &value.field(Symbol::new(&i.to_string()), span));
        }
    }
}
