//! Builders and structs of options: values whose fields the rows of a model write and read.
//!
//! A constructor gives fields their defaults (`sets`), a setter writes one (`argument[0] -> argument[self].field(secure)`) and
//! hands the receiver on (`argument[self] -> return`), a sink reads one (a role at `argument[0].field(secure)`). Setters that
//! take `self` and those that take `&mut self` have the same row: the variable is written, and what is handed on is the
//! written value.
//!
//! Which write wins is told by two sets of the body. A constant is *replaced* where another write of the same field finds it,
//! and *observed* where a value that carries it leaves the chain: as an argument, by a method that only reads, in what the
//! body returns. A constant that was replaced and never observed had no effect.
//!
//! Example: in `Cookie::build(..).secure(false).secure(true).build()` the first `false` is replaced at the second setter and
//! observed nowhere.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Span, Symbol};
use crate::catalog::signature::{Receiver, TypeExpr};
use crate::catalog::{AccessPath, Api, Setting};
use crate::flow::call::Parts;
use crate::flow::eval::Eval;
use crate::flow::rows::part;
use crate::flow::value::{Const, Origin, OriginKind, Value};
use crate::ir::{ExprId, ExprKind};
use crate::types::Callee;

/// The path of a value that was set to nothing.
pub const NONE: &str = "std::option::Option::None";
/// Fields of fields are observed this deep.
const MAX_DEPTH: usize = 3;

/// A constant in a field: where the constant is, and the field's name.
type Written = (Span, Symbol);

/// Which constants in fields had an effect.
#[derive(Debug, Default)]
pub struct SwitchWrites {
    replaced: FxHashMap<Written, Vec<ExprId>>,
    observed: FxHashSet<Written>,
}

impl SwitchWrites {
    /// The writes that replace a constant in a field.
    pub fn replacing(&self, origin: &Origin, field: Symbol) -> &[ExprId] {
        self.replaced.get(&(origin.span, field)).map_or(&[], Vec::as_slice)
    }

    /// Whether a constant was in a field when the value was used.
    pub fn is_observed(&self, origin: &Origin, field: Symbol) -> bool {
        self.observed.contains(&(origin.span, field))
    }

    /// Notes that a value is used as it is.
    pub(super) fn observe(&mut self, value: &Value) {
        self.observe_at(value, 0);
    }

    fn observe_at(&mut self, value: &Value, depth: usize) {
        for (name, field) in value.fields().filter(|_| depth < MAX_DEPTH) {
            let switches = field.constants().filter(|(c, _)| is_switch(c));
            self.observed.extend(switches.map(|(_, o)| (o.span, name)));
            self.observe_at(field, depth + 1);
        }
    }

    /// Notes that `by` writes `new` over `old`.
    pub(super) fn replace(&mut self, field: Symbol, old: &Value, new: &Value, by: ExprId) {
        for (_, origin) in old.constants().filter(|(c, o)| is_switch(c) && !new.origins().contains(o)) {
            let writes = self.replaced.entry((origin.span, field)).or_default();
            if !writes.contains(&by) {
                writes.push(by);
            }
        }
    }
}

/// Content is judged where it arrives; only switches and numbers have a last write that wins.
fn is_switch(constant: &Const) -> bool {
    matches!(constant, Const::Bool(_) | Const::Int(_) | Const::Path(_))
}

/// Fields of the value at `root` that a row writes.
pub(super) fn written_fields(
    api: &Api,
    root: &AccessPath,
    received: Option<&Value>,
    values: &[Value],
    span: Span,
) -> Vec<(Vec<Symbol>, Value)> {
    let here = |to: &AccessPath| to != root && to.root() == root;
    let flows = api.flows.iter().filter(|(_, to)| here(to)).map(|(from, to)| {
        let value = part(from, received, values).unwrap_or_else(|| Value::unknown(span));
        (to.fields(), nothing_as_constant(value, span))
    });
    let fills = api.fills.iter().filter(|at| here(at)).map(|at| {
        let roles = api.roles_at(at).map(|r| Value::of(OriginKind::Role(r.role), span));
        (at.fields(), roles.reduce(|a, b| a.join(&b)).unwrap_or_else(|| Value::unknown(span)))
    });
    let sets = api.sets.iter().filter(|(at, _)| here(at)).map(|(at, setting)| {
        // What a constructor gives is a default, what a method sets was chosen by the caller.
        let kind = match root {
            AccessPath::Return => OriginKind::Default(constant(setting)),
            _ => OriginKind::Const(constant(setting)),
        };
        (at.fields(), Value::of(kind, span))
    });
    flows.chain(fills).chain(sets).collect()
}

/// Gives a new value its defaults. A constructor that starts from another value (`Cookie::build(base)`) keeps its fields; what
/// such a value holds may not be known, then there are no defaults.
pub(super) fn with_defaults(base: Option<Value>, fields: Vec<(Vec<Symbol>, Value)>, span: Span) -> Value {
    let Some(base) = base else { return with_fields(Value::unknown(span), fields, span) };
    let passed = |o: &Origin| matches!(o.kind, OriginKind::Param(..));
    let known = base.is_constant() || base.fields().next().is_some();
    if !known || base.origins().iter().any(passed) {
        return base;
    }
    let has = |path: &[Symbol]| base.fields().any(|(name, _)| Some(&name) == path.first());
    let missing = fields.into_iter().filter(|(path, _)| !has(path)).collect();
    with_fields(base, missing, span)
}

/// `None` in a field keeps the place where it was written.
fn nothing_as_constant(value: Value, span: Span) -> Value {
    match value.origins().is_empty() {
        true => Value::constant(Const::Path(Symbol::new(NONE)), span),
        false => value,
    }
}

fn constant(setting: &Setting) -> Const {
    match setting {
        Setting::Bool(value) => Const::Bool(*value),
        Setting::Int(value) => Const::Int(Some(*value)),
        Setting::None => Const::Path(Symbol::new(NONE)),
        Setting::Path(path) => Const::Path(*path),
    }
}

/// The value with fields written.
pub(super) fn with_fields(value: Value, fields: Vec<(Vec<Symbol>, Value)>, span: Span) -> Value {
    if fields.is_empty() {
        return value;
    }
    // Something that has fields is there, even where nothing else is known of it.
    let value = if value.origins().is_empty() { Value::unknown(span) } else { value };
    fields.into_iter().fold(value, |value, (path, new)| value.with_field(&path, new, span))
}

/// Whether a row gives back the receiver.
pub(super) fn hands_on(api: &Api) -> bool {
    api.flows.contains(&(AccessPath::Receiver, AccessPath::Return))
}

/// Whether a row writes a field of the receiver.
fn writes_receiver(api: &Api) -> bool {
    let of_self = |at: &AccessPath| *at != AccessPath::Receiver && *at.root() == AccessPath::Receiver;
    let mut written =
        api.flows.iter().map(|(_, to)| to).chain(&api.fills).chain(api.sets.iter().map(|s| &s.0));
    written.any(of_self)
}

impl<'a> Eval<'a, '_> {
    /// Notes what a call replaces in its receiver, and what leaves through it.
    pub(super) fn note_fields(
        &mut self,
        parts: &Parts<'_>,
        target: &Option<Callee>,
        rows: &[&'a Api],
        received: Option<&Value>,
        values: &[Value],
    ) {
        let span = self.span(parts.id);
        values.iter().for_each(|value| self.out.switch_writes.observe(value));
        let Some(received) = received.filter(|v| v.fields().next().is_some()) else { return };
        for api in rows {
            for (path, new) in written_fields(api, &AccessPath::Receiver, Some(received), values, span) {
                let old = path.iter().fold(received.clone(), |value, &name| value.field(name, span));
                let Some(&field) = path.last() else { continue };
                self.out.switch_writes.replace(field, &old, &new, parts.id);
            }
        }
        let passes = rows.iter().any(|api| hands_on(api) || writes_receiver(api));
        if !passes && !self.is_plain_setter(target) && !self.is_conversion(parts.id) {
            self.out.switch_writes.observe(received);
        }
    }

    /// Whether a method passes its receiver on by its name: `clone`, `into`, `unwrap`.
    fn is_conversion(&self, call: ExprId) -> bool {
        let ExprKind::MethodCall { method, .. } = &self.ir.exprs[call].kind else { return false };
        self.cx.conversions.get(method.sym).is_some()
    }

    /// Whether a method without rows changes something that no row speaks of: `cookie.set_path("/")`, `builder.gzip(true)`.
    fn is_plain_setter(&self, target: &Option<Callee>) -> bool {
        self.library_method(target).is_some_and(|(receiver, own)| own || receiver == Receiver::Mut)
    }

    /// How a method of a modelled library other than `std` takes its receiver, and whether it returns its own type.
    fn library_method(&self, target: &Option<Callee>) -> Option<(Receiver, bool)> {
        let Some(Callee::Ext(ext)) = target else { return None };
        let path = Some(ext.path).filter(|path| !path.as_str().starts_with("std::"))?;
        let (signature, _) = self.cx.types.externals.function(path)?;
        let ret = match &signature.ret {
            TypeExpr::Ref(inner, _) => inner,
            other => other,
        };
        Some((signature.receiver?, *ret == TypeExpr::SelfType))
    }

    /// What a method without rows gives back if it returns its own type: the receiver with the fields that rows wrote.
    pub(super) fn handed_on(
        &self,
        target: &Option<Callee>,
        rows: &[&'a Api],
        received: Option<&Value>,
        span: Span,
    ) -> Option<Value> {
        let received = received.filter(|v| rows.is_empty() && v.fields().next().is_some())?;
        let (_, own) = self.library_method(target)?;
        own.then(|| received.derived(span).keeping_fields(received))
    }

    /// What is left of the receiver after a method without rows that takes it by `&mut`.
    pub(super) fn changed(&self, target: &Option<Callee>, old: &Value, span: Span) -> Value {
        match self.library_method(target) {
            Some(_) => old.derived(span).keeping_fields(old),
            None => old.derived(span),
        }
    }

    /// Whether a method call gives back its receiver, so that writing the result writes the receiver.
    pub(super) fn is_setter(&self, call: ExprId) -> bool {
        let ExprKind::MethodCall { .. } = &self.ir.exprs[call].kind else { return false };
        let rows = self.out.rows.get(&call);
        rows.is_some_and(|rows| rows.iter().any(|api| hands_on(api) && writes_receiver(api)))
    }
}
