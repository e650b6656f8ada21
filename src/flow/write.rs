//! Which places expressions denote, and what a write leaves in them.
//!
//! A write to all of one place replaces what it held. A write to a part, or through a reference that may stand for several
//! places, leaves what was there beside what is new: of a constant of which a part is overwritten with something else
//! nothing constant is left. A reference is another name of its place ([`Eval::aliases`]); names stay in step: whoever is
//! written through, all names of the place hold the new value.

use crate::base::{Span, Symbol};
use crate::flow::eval::{Eval, MAX_DEPTH};
use crate::flow::fold::{arithmetic, byte_written};
use crate::flow::place::Place;
use crate::flow::value::Value;
use crate::ir::{BinaryOp, ExprId, ExprKind, PatId, PatKind, UnaryOp};
use crate::resolve::{PathRes, Res};

/// Blocks and branches that are looked into for a reference.
const MAX_BORROW_DEPTH: usize = 8;

impl Eval<'_, '_> {
    pub(super) fn assign(
        &mut self,
        target: ExprId,
        op: Option<BinaryOp>,
        value: ExprId,
        span: Span,
    ) -> Value {
        let new = self.expr(value);
        if let ExprKind::Field { name, .. } = &self.ir.exprs[target].kind {
            self.assign_arrivals(target, name.sym, value, &new);
        }
        match op {
            Some(op) => match self.place(target) {
                Some(place) => {
                    let old = self.read(&place, span);
                    self.write(&place, arithmetic(op, &old, &new, span), span);
                }
                None => drop(self.expr(target)),
            },
            None => self.store(target, &new, Some(value), span),
        }
        Value::nothing()
    }

    /// Stores a value in what an assignment has on its left, which may take it apart.
    fn store(&mut self, target: ExprId, value: &Value, from: Option<ExprId>, span: Span) {
        let ir = self.ir;
        match &ir.exprs[target].kind {
            ExprKind::Underscore => {}
            ExprKind::Tuple(parts) => {
                for (i, &part) in parts.iter().enumerate() {
                    let from = from.and_then(|from| match &ir.exprs[from].kind {
                        ExprKind::Tuple(given) => given.get(i).copied(),
                        _ => None,
                    });
                    self.store(part, &value.field(Symbol::new(&i.to_string()), span), from, span);
                }
            }
            ExprKind::Array(parts) => parts.iter().for_each(|&p| self.store(p, &value.element(), None, span)),
            ExprKind::Struct { fields, .. } => {
                for init in fields {
                    self.store(init.value, &value.field(init.name.sym, span), None, span);
                }
            }
            ExprKind::Path(_) => match self.local(target) {
                Some(local) => self.rebind(local, value, from),
                None => drop(self.expr(target)),
            },
            _ => match self.place(target) {
                Some(place) if place.partial => self.write_element(&place, target, value, span),
                Some(place) => self.write(&place, value.clone(), span),
                None => drop(self.expr(target)),
            },
        }
    }

    /// `x = v`; a reference stands for something else from here on.
    fn rebind(&mut self, local: PatId, value: &Value, from: Option<ExprId>) {
        if let Some(place) = from.and_then(|from| self.borrowed(from, 0)) {
            let place = match self.aliases.remove(&local) {
                Some(before) => before.or(place),
                None => place,
            };
            self.aliases.insert(local, place);
            self.env.insert(local, value.clone());
        } else {
            self.write(&Place::of(local), value.clone(), self.ir.pats[local].span);
        }
    }

    /// `x[i] = v`; of spelt out bytes the one is replaced.
    fn write_element(&mut self, place: &Place, target: ExprId, value: &Value, span: Span) {
        let old = self.env.get(&place.local).cloned();
        let index = match &self.ir.exprs[target].kind {
            ExprKind::Index { index, .. } => Some(self.expr(*index)),
            _ => None,
        };
        let whole = old.zip(index).filter(|_| place.fields.is_empty() && place.or.is_empty());
        match whole.and_then(|(old, index)| byte_written(&old, &index, value, span)) {
            Some(bytes) => self.env.insert(place.local, bytes),
            None => self.write(place, value.clone(), span),
        }
    }

    /// The variable that a path names.
    pub(super) fn local(&self, id: ExprId) -> Option<PatId> {
        match self.names.exprs.get(&id)? {
            PathRes { res: Res::Local(local), rest: 0 } => Some(*local),
            _ => None,
        }
    }

    /// The variable that an expression denotes, through references, fields and elements.
    pub(super) fn place(&self, id: ExprId) -> Option<Place> {
        // What is taken of the variable, outermost first.
        let mut taken: Vec<Part> = Vec::new();
        let mut at = id;
        for _ in 0..MAX_DEPTH {
            match &self.ir.exprs[at].kind {
                ExprKind::Path(_) => {
                    let local = self.local(at)?;
                    let start = self.aliases.get(&local).cloned().unwrap_or_else(|| Place::of(local));
                    return Some(taken.into_iter().rev().fold(start, Part::of));
                }
                ExprKind::Field { base, name } => {
                    taken.push(Part::Field(name.sym));
                    at = *base;
                }
                ExprKind::Index { base, index } => {
                    if !self.is_full_range(*index) {
                        taken.push(Part::Element);
                    }
                    at = *base;
                }
                ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => {
                    at = *operand
                }
                ExprKind::Try(inner) => at = *inner,
                ExprKind::MethodCall { receiver, method, args, .. }
                    if borrows_mutably(method.sym.as_str()) =>
                {
                    taken.extend(part_borrowed(method.sym.as_str(), !args.is_empty()));
                    at = *receiver;
                }
                ExprKind::MethodCall { receiver, .. } if self.returns_receiver(at) || self.is_setter(at) => {
                    at = *receiver;
                }
                _ => return None,
            }
        }
        None
    }

    fn is_full_range(&self, index: ExprId) -> bool {
        matches!(self.ir.exprs[index].kind, ExprKind::Range { start: None, end: None })
    }

    /// The place that a variable is another name of.
    pub(super) fn alias_place(&self, id: ExprId) -> Option<Place> {
        self.aliases.get(&self.local(id)?).cloned()
    }

    /// The place into which an expression is a `&mut`, of several ways any.
    pub(super) fn borrowed(&self, id: ExprId, depth: usize) -> Option<Place> {
        if depth > MAX_BORROW_DEPTH {
            return None;
        }
        let either = |places: &mut dyn Iterator<Item = Option<Place>>| places.flatten().reduce(Place::or);
        match &self.ir.exprs[id].kind {
            ExprKind::Ref { mutable: true, operand } => self.place(*operand),
            ExprKind::MethodCall { method, .. } if borrows_mutably(method.sym.as_str()) => self.place(id),
            ExprKind::Path(_) => self.alias_place(id),
            ExprKind::Block(block) => self.borrowed(block.tail?, depth + 1),
            ExprKind::If { then, otherwise, .. } => {
                let mut ways = [Some(*then), *otherwise].into_iter().flatten();
                either(&mut ways.by_ref().map(|e| self.borrowed(e, depth + 1)))
            }
            ExprKind::Match { arms, .. } => {
                either(&mut arms.iter().take(16).map(|arm| self.borrowed(arm.body, depth + 1)))
            }
            _ => None,
        }
    }

    pub(super) fn read(&self, place: &Place, span: Span) -> Value {
        let one = |place: &Place| {
            let whole = self.env.get(&place.local).cloned().unwrap_or_else(|| Value::unknown(span));
            place.fields.iter().fold(whole, |value, &name| value.field(name, span))
        };
        place.all().fold(Value::nothing(), |out, place| out.join(&one(place)))
    }

    /// Replaces what a place holds. What may be another place keeps what it held beside the new value.
    pub(super) fn write(&mut self, place: &Place, value: Value, span: Span) {
        let certain = place.or.is_empty();
        for one in place.all() {
            let whole = self.env.get(&one.local).cloned().unwrap_or_else(|| Value::unknown(span));
            let old = one.fields.iter().fold(whole.clone(), |value, &name| value.field(name, span));
            let new = if one.partial { partly(&old, &value, one.each, span) } else { value.clone() };
            let new = if certain { new } else { old.join(&new) };
            self.env.insert(one.local, whole.with_field(&one.fields, new, span));
            self.tell_names(one.local, span);
        }
    }

    /// Other names of a variable that was written hold what it holds.
    fn tell_names(&mut self, local: PatId, span: Span) {
        let is_name = |(name, place): &(&PatId, &Place)| {
            **name != local && place.all().any(|p| p.local == local) && self.env.get(name).is_some()
        };
        let mut names: Vec<PatId> = self.aliases.iter().filter(is_name).map(|(&name, _)| name).collect();
        names.sort_unstable();
        for name in names {
            let value = self.read(&self.aliases[&name], span);
            self.env.insert(name, value);
        }
    }

    pub(super) fn is_mutable(&self, place: &Place) -> bool {
        self.aliases.contains_key(&place.local)
            || !matches!(self.ir.pats[place.local].kind, PatKind::Bind { mutable: false, .. })
    }
}

/// What is taken of a place.
enum Part {
    Field(Symbol),
    Element,
    /// Every element in turn.
    Each,
}

impl Part {
    fn of(place: Place, part: Part) -> Place {
        match part {
            Part::Field(name) => place.field(name),
            Part::Element => place.element(false),
            Part::Each => place.element(true),
        }
    }
}

/// The part of its receiver into which a method gives a `&mut`; `None` if it is all of it.
fn part_borrowed(name: &str, has_args: bool) -> Option<Part> {
    match name {
        "expect" => None,
        _ if ["iter", "chunks", "values"].iter().any(|p| name.starts_with(p)) => Some(Part::Each),
        _ if has_args || name.starts_with("first") || name.starts_with("last") => Some(Part::Element),
        _ => None,
    }
}

/// What is left where a part of `old` is replaced, or each part in turn.
fn partly(old: &Value, new: &Value, each: bool, span: Span) -> Value {
    match (new.is_constant(), old.is_constant()) {
        (true, true) => old.join(new),
        (true, false) if each => new.clone(),
        (true, false) => old.clone(),
        (false, _) if each => new.derived(span),
        (false, _) => old.derived(span).join(&new.derived(span)),
    }
}

/// Methods that give a `&mut` into their receiver.
pub(super) fn borrows_mutably(name: &str) -> bool {
    name.contains("_mut") || matches!(name, "by_ref" | "lock" | "write" | "unwrap" | "expect")
}
