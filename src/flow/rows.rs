//! What the rows of a model say about one call: which values arrive at which roles, what is filled, what comes out.

use crate::base::{Span, Symbol};
use crate::catalog::{AccessPath, Api, Role, RoleAt};
use crate::flow::builder::{with_defaults, with_fields, written_fields};
use crate::flow::call::Parts;
use crate::flow::eval::{Arrival, Eval};
use crate::flow::holds::holds;
use crate::flow::value::{Const, OriginKind, Value};
use crate::ir::{ExprId, ExprKind};
use crate::resolve::{Ext, Res};
use crate::types::Ty;

/// Content of a zeroed value whose length is not known.
const ZEROS: &[u8] = &[0; 16];

impl<'a> Eval<'a, '_> {
    pub(super) fn arrivals(
        &mut self,
        parts: &Parts<'_>,
        rows: &[&'a Api],
        received: Option<&Value>,
        values: &[Value],
    ) {
        for api in rows {
            for role in &api.roles {
                let place = match *role.at.root() {
                    // The value of a closure is what it returns.
                    AccessPath::Argument(n) | AccessPath::ClosureReturn(n) => {
                        parts.args.get(n).copied().zip(values.get(n))
                    }
                    AccessPath::Receiver => parts.receiver.zip(received),
                    _ => None,
                };
                // What a call fills is not something it receives.
                if let Some((arg, value)) = place
                    && !api.fills.contains(&role.at)
                    && is_meant(role, received, values)
                {
                    let span = self.span(parts.id);
                    let value = role.at.fields().iter().fold(value.clone(), |v, &name| v.field(name, span));
                    let owner = self.owner_name(parts.id);
                    self.arrive(Arrival { call: parts.id, arg, role, api, owner, value, via: Vec::new() });
                }
            }
        }
    }

    /// The name of the type on which a call was found.
    fn owner_name(&self, call: ExprId) -> Option<Symbol> {
        match self.types.owners.get(&call)?.peel() {
            Ty::Adt(res, _) => self.cx.types.map.name_of(res).map(Symbol::new),
            _ => None,
        }
    }

    pub(super) fn arrive(&mut self, arrival: Arrival<'a>) {
        let same = |a: &&mut Arrival<'a>| {
            a.call == arrival.call && a.arg == arrival.arg && a.role == arrival.role && a.via == arrival.via
        };
        match self.out.arrivals.iter_mut().rev().take(64).find(same) {
            Some(known) => known.value = known.value.join(&arrival.value),
            None => self.out.arrivals.push(arrival),
        }
    }

    /// `Type { field: value }` of a modelled type.
    pub(super) fn field_arrivals(&mut self, id: ExprId, field: Symbol, arg: ExprId, value: &Value) {
        let Some(Res::Ext(ext)) = self.names.exprs.get(&id).map(|r| r.res.clone()) else { return };
        let ext = self.cx.types.externals.canonical(&ext);
        self.field_rows(id, &ext.join(field), arg, value);
    }

    /// `place.field = value` of a modelled type.
    pub(super) fn assign_arrivals(&mut self, target: ExprId, field: Symbol, arg: ExprId, value: &Value) {
        let ExprKind::Field { base, .. } = &self.ir.exprs[target].kind else { return };
        let Ty::Adt(Res::Ext(ext), _) = self.types.of(*base).peel() else { return };
        let ext = ext.join(field);
        if let Some(place) = self.place(target) {
            let old = self.read(&place, self.span(target));
            self.out.switch_writes.replace(field, &old, value, target);
        }
        self.field_rows(target, &ext, arg, value);
    }

    fn field_rows(&mut self, call: ExprId, field: &Ext, arg: ExprId, value: &Value) {
        for api in self.cx.types.externals.rows(field) {
            for role in api.roles.iter().filter(|r| r.at == AccessPath::Argument(0) && r.beside.is_none()) {
                let value = value.clone();
                self.arrive(Arrival { call, arg, role, api, owner: None, value, via: Vec::new() });
            }
        }
    }

    pub(super) fn filled(
        &self,
        parts: &Parts<'_>,
        rows: &[&'a Api],
        at: &AccessPath,
        received: Option<&Value>,
        values: &[Value],
    ) -> Option<Value> {
        let span = self.span(parts.id);
        let mut out: Option<Value> = None;
        let mut add = |value: Value| out = Some(out.take().map_or(value.clone(), |o| o.join(&value)));
        for api in rows {
            let parts =
                api.flows.iter().filter(|(_, to)| to == at).map(|(from, _)| part(from, received, values));
            let parts: Vec<Value> = parts.map(Option::unwrap_or_default).collect();
            if !parts.is_empty() {
                add(concatenation(&parts, span));
            }
            let fields = written_fields(api, at, received, values, span);
            if !fields.is_empty() {
                let old = part(at, received, values).unwrap_or_default();
                add(with_fields(old, fields, span));
            }
            if api.fills.contains(at) {
                let roles: Vec<_> = api.roles_at(at).collect();
                roles.iter().for_each(|r| add(Value::of(OriginKind::Role(r.role), span)));
                if roles.is_empty() {
                    add(Value::unknown(span));
                }
            }
        }
        out
    }

    /// What the rows say that the call gives; `None` if they say nothing.
    pub(super) fn returned(
        &self,
        rows: &[&'a Api],
        received: Option<&Value>,
        values: &[Value],
        span: Span,
    ) -> Option<Value> {
        let mut out: Option<Value> = None;
        let mut add = |value: Value| out = Some(out.take().map_or(value.clone(), |o| o.join(&value)));
        for api in rows {
            let whole = api.flows.iter().filter(|(_, to)| *to == AccessPath::Return);
            let whole = whole.map(|(from, _)| passed_on(api, from, received, values, span));
            let made = api.roles_at(&AccessPath::Return).map(|role| made(role.role, span));
            let value = whole.chain(made).reduce(|a, b| a.join(&b));
            let fields = written_fields(api, &AccessPath::Return, received, values, span);
            match fields.is_empty() {
                true => value.into_iter().for_each(&mut add),
                false => add(with_defaults(value, fields, span)),
            }
        }
        out
    }
}

/// Whether the other place that a role depends on is as it asks.
fn is_meant(role: &RoleAt, received: Option<&Value>, values: &[Value]) -> bool {
    role.beside.as_ref().is_none_or(|(at, condition)| {
        part(at, received, values).is_some_and(|beside| holds(condition, &beside))
    })
}

/// What flows into the result; a receiver that is handed on is the one that the call has written.
fn passed_on(api: &Api, from: &AccessPath, received: Option<&Value>, values: &[Value], span: Span) -> Value {
    let value = part(from, received, values).unwrap_or_default();
    match from {
        AccessPath::Receiver => with_fields(value, written_fields(api, from, received, values, span), span),
        _ => value,
    }
}

/// A value that an API makes. Zeroed ones are constants like `[0u8; 16]`, empty ones are nothing.
pub(super) fn made(role: Role, span: Span) -> Value {
    match role.as_str() {
        "value/zero" => Value::constant(Const::Bytes(ZEROS.into()), span),
        "value/empty" => Value::nothing(),
        _ => Value::of(OriginKind::Role(role), span),
    }
}

/// What is put together of several parts is constant only if all of them are.
fn concatenation(parts: &[Value], span: Span) -> Value {
    let given = || parts.iter().filter(|p| !p.origins().is_empty());
    match given().count() {
        0 => Value::nothing(),
        1 => given().fold(Value::nothing(), |_, p| p.step(span, "copied here")),
        _ if given().all(Value::is_constant) => given().fold(Value::nothing(), |out, p| out.join(p)),
        _ => given().fold(Value::unknown(span), |out, p| out.join(&p.derived(span))),
    }
}

/// The value at a place of a call, before the call.
pub(super) fn part(at: &AccessPath, received: Option<&Value>, values: &[Value]) -> Option<Value> {
    match at {
        // The value of a closure is what it returns.
        AccessPath::Argument(n) | AccessPath::ClosureReturn(n) => values.get(*n).cloned(),
        AccessPath::Receiver => received.or(values.first()).cloned(),
        AccessPath::Field(base, name) => {
            let base = part(base, received, values)?;
            let span = base.origins().first()?.span;
            Some(base.field(*name, span))
        }
        _ => None,
    }
}
