//! Patterns take values apart: `Some(x)` and `Ok(x)` are followed as `x`, tuples and structs by field, variants of the
//! workspace by variant and field, so that what one variant holds is not found in another.
//!
//! Names of one variable in several alternatives (`A(k) | B(k)`) are one variable: each holds what any of them may. A pattern
//! that borrows (`ref mut x`, or any name where a `&mut` is matched) makes its names other names of the parts.

use crate::base::{Span, Symbol};
use crate::flow::eval::{Eval, MAX_DEPTH};
use crate::flow::fold::payload;
use crate::flow::place::Place;
use crate::flow::value::{Const, Value};
use crate::ir::{ExprId, PatId, PatKind};

impl Eval<'_, '_> {
    /// Binds a pattern to the value of an expression; `&mut x` makes the variable another name of `x`.
    pub(super) fn bind_from(&mut self, pat: PatId, value: &Value, from: ExprId) {
        self.bind(pat, value);
        self.name_function(pat, from);
        let borrowed = self.borrowed(from, 0);
        let all = borrowed.is_some();
        match borrowed.or_else(|| self.place(from)) {
            Some(place) => self.alias(pat, &place, all),
            None => drop(self.aliases.remove(&pat)),
        }
    }

    /// Binds a pattern to a borrowed place.
    pub(super) fn bind_to(&mut self, pat: PatId, value: &Value, place: &Place) {
        self.bind(pat, value);
        self.alias(pat, place, true);
    }

    /// Makes the names in a pattern other names of parts of a place: all of them, or those with `ref mut`.
    fn alias(&mut self, pat: PatId, place: &Place, all: bool) {
        if self.depth >= MAX_DEPTH {
            return;
        }
        self.depth += 1;
        let ir = self.ir;
        match &ir.pats[pat].kind {
            PatKind::Bind { by_ref, mutable, sub, .. } => {
                let borrows = all || (*by_ref && *mutable);
                if borrows && !self.names.pats.contains_key(&pat) && place.local != pat {
                    self.aliases.insert(pat, place.clone());
                } else {
                    self.aliases.remove(&pat);
                }
                sub.iter().for_each(|&p| self.alias(p, place, all));
            }
            PatKind::Typed(inner, _) => self.alias(*inner, place, all),
            PatKind::Or(pats) => pats.iter().for_each(|&p| self.alias(p, place, all)),
            PatKind::Slice(pats) => {
                let element = place.clone().element(false);
                pats.iter().for_each(|&p| self.alias(p, &element, all));
            }
            PatKind::Tuple(pats) => self.alias_numbered(None, pats, place, all),
            PatKind::TupleStruct(path, pats) => match (is_wrapper(path), &pats[..]) {
                (true, [only]) => self.alias(*only, place, all),
                _ => self.alias_numbered(self.pattern_variant(pat), pats, place, all),
            },
            PatKind::Struct(_, fields) => {
                let variant = self.pattern_variant(pat);
                for &(name, inner) in fields {
                    self.alias(inner, &place.clone().field(payload(variant, name.sym)), all);
                }
            }
            _ => {}
        }
        self.depth -= 1;
    }

    fn alias_numbered(&mut self, variant: Option<Symbol>, pats: &[PatId], place: &Place, all: bool) {
        for (i, &pat) in pats.iter().enumerate() {
            let name = payload(variant, Symbol::new(&i.to_string()));
            self.alias(pat, &place.clone().field(name), all);
        }
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
            PatKind::Or(pats) => self.bind_alternatives(pats, value),
            PatKind::Slice(pats) => self.bind_elements(pats, value, span),
            PatKind::Tuple(pats) => self.bind_numbered(None, pats, value, span),
            PatKind::TupleStruct(path, pats) => match (is_wrapper(path), &pats[..]) {
                (true, [only]) => self.bind(*only, value),
                _ => self.bind_numbered(self.pattern_variant(pat), pats, value, span),
            },
            PatKind::Struct(_, fields) => {
                let variant = self.pattern_variant(pat);
                for &(name, inner) in fields {
                    self.bind(inner, &value.field(payload(variant, name.sym), span));
                }
            }
            PatKind::Literal(_) | PatKind::Range(..) => {}
            PatKind::Wild | PatKind::Rest | PatKind::Path(_) | PatKind::Opaque => {}
        }
        self.depth -= 1;
    }

    /// The variant of the workspace that a pattern names.
    fn pattern_variant(&self, pat: PatId) -> Option<Symbol> {
        self.variant_of(self.names.pats.get(&pat)?)
    }

    fn bind_numbered(&mut self, variant: Option<Symbol>, pats: &[PatId], value: &Value, span: Span) {
        for (i, &pat) in pats.iter().enumerate() {
            let name = payload(variant, Symbol::new(&i.to_string()));
            self.bind(pat, &value.field(name, span));
        }
    }

    /// Elements up to `..` are the first ones of spelt out bytes; all others are any element.
    fn bind_elements(&mut self, pats: &[PatId], value: &Value, span: Span) {
        let bytes = match value.single() {
            Some(Const::Bytes(bytes)) => Some(bytes.clone()),
            _ => None,
        };
        let mut first = true;
        for (i, &pat) in pats.iter().enumerate() {
            let rest = self.is_rest(pat);
            first &= !rest;
            let byte = bytes.as_ref().filter(|_| first).and_then(|b| b.get(i));
            let part = match (byte, &bytes) {
                (Some(&byte), _) => Value::constant(Const::Int(Some(u128::from(byte))), span),
                (None, Some(bytes)) if rest => {
                    let taken = pats.len() - 1;
                    let end = (i + bytes.len()).saturating_sub(taken).max(i);
                    let part = bytes.get(i..end).unwrap_or_default();
                    Value::constant(Const::Bytes(part.into()), span)
                }
                _ if rest => value.derived(span),
                _ if value.has_elements() => value.element(),
                _ => value.derived(span),
            };
            self.bind(pat, &part);
        }
    }

    fn is_rest(&self, pat: PatId) -> bool {
        match &self.ir.pats[pat].kind {
            PatKind::Rest => true,
            PatKind::Bind { sub: Some(sub), .. } => matches!(self.ir.pats[*sub].kind, PatKind::Rest),
            _ => false,
        }
    }

    fn bind_alternatives(&mut self, pats: &[PatId], value: &Value) {
        pats.iter().for_each(|&p| self.bind(p, value));
        let ir = self.ir;
        let mut names: Vec<(Symbol, PatId)> = Vec::new();
        for &pat in pats {
            ir.for_each_pat(pat, &mut |p| {
                if let PatKind::Bind { name, .. } = &ir.pats[p].kind {
                    names.push((name.sym, p));
                }
            });
        }
        for &(name, pat) in &names {
            let same = names.iter().filter(|(other, _)| *other == name);
            let joined =
                same.filter_map(|(_, p)| self.env.get(p)).fold(Value::nothing(), |out, v| out.join(v));
            if self.env.get(&pat).is_some_and(|held| *held != joined) {
                self.env.insert(pat, joined);
            }
        }
    }
}

/// `Some(x)` and `Ok(x)` are followed as `x`.
fn is_wrapper(path: &crate::ir::Path) -> bool {
    path.last().is_some_and(|s| matches!(s.name.sym.as_str(), "Some" | "Ok"))
}
