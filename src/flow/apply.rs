//! Calls of functions of the workspace: their summaries with what is passed in the place of the parameters.
//!
//! Where a call may reach several bodies ([`dispatch`]), their summaries are joined. In order: what arrives inside the callee
//! becomes an arrival at the call, what the callee leaves in `&mut` parameters is written back, and what it returns is the
//! value of the call.
//!
//! Functions are values too. The value of a closure, and of a function that is passed, is *what it returns*; what it is called
//! with is told by the callee's summary ([`ParamCall`]) or the rows of a model. Example: `with_key(|k| Aes256::new(k))` with
//! `fn with_key<T>(f: impl Fn(&[u8]) -> T) -> T { f(KEY) }` evaluates the closure with `KEY`.

use std::collections::BTreeMap;

use crate::base::{Span, Symbol};
use crate::catalog::{AccessPath, Api};
use crate::flow::call::{Parts, transparent};
use crate::flow::dispatch;
use crate::flow::eval::{Arrival, Eval, FlowCx};
use crate::flow::rows::{made, part};
use crate::flow::summary::{ParamCall, Summary};
use crate::flow::value::{OriginKind, Value};
use crate::ir::{ExprId, ExprKind, Fn, ItemKind, PatId, TypeKind};
use crate::resolve::{DefId, DefKind, Ext};
use crate::types::Callee;

/// Methods whose closures receive the elements of their receiver.
const ITERATOR: &str = "std::iter::Iterator::";

/// Names of names of a function that are followed.
const MAX_NAMES: usize = 4;

/// What is passed for the parameters of a function, by number; number 0 is `self`.
struct Passed {
    by_param: Vec<Option<(ExprId, Value)>>,
    span: Span,
}

impl Passed {
    fn at(&self, n: usize) -> Option<&(ExprId, Value)> {
        self.by_param.get(n)?.as_ref()
    }

    fn actual(&self, n: usize, field: Option<Symbol>) -> Value {
        let value = self.at(n).map_or_else(|| Value::unknown(self.span), |(_, value)| value.clone());
        field.map_or(value.clone(), |path| value.field_path(path, self.span))
    }
}

impl<'a> FlowCx<'a> {
    /// The function that a definition is.
    pub(super) fn function(&self, def: DefId) -> Option<&'a Fn> {
        let def = self.types.map.def(def);
        match &self.types.program.file(def.file).items[def.item].kind {
            ItemKind::Fn(func) => Some(func),
            _ => None,
        }
    }

    /// Whether an argument becomes the function's own, so that a `&mut` in it is no parameter that can be followed: `buf: impl AsMut<[u8]>`.
    pub(super) fn takes_over(&self, def: DefId, arg: usize) -> bool {
        let ir = self.types.program.file(self.types.map.def(def).file);
        let param = self.function(def).and_then(|f| f.params.get(arg));
        param.is_some_and(|p| !matches!(ir.types[p.ty].kind, TypeKind::Ref { .. }))
    }

    /// Whether it is a method with `&mut self`.
    pub(super) fn method_borrows(&self, def: DefId) -> bool {
        let own = self.function(def).and_then(|f| f.self_param.as_ref());
        own.is_some_and(|s| s.mutable && s.by_ref)
    }
}

impl<'a> Eval<'a, '_> {
    /// The functions of the workspace that a call, or a path to a function, may reach.
    pub(super) fn targets(&self, id: ExprId) -> Vec<DefId> {
        dispatch::targets(self.cx.types.map, self.types, id, self.in_test)
    }

    /// The value of a constant or static; a `static mut` may hold anything.
    pub(super) fn constant(&self, def: DefId, span: Span) -> Value {
        let data = self.cx.types.map.def(def);
        let item = &self.cx.types.program.file(data.file).items[data.item];
        let mutable = matches!(&item.kind, ItemKind::Static(value) if value.mutable);
        match self.summaries.get(def) {
            Some(summary) if !mutable => summary.ret.step(span, &format!("`{}` is used here", data.name)),
            _ => Value::unknown(span),
        }
    }

    /// The summaries of all targets; `None` if there is none or one is not known.
    fn summaries_of(&self, targets: &[DefId]) -> Option<Vec<(DefId, Summary<'a>)>> {
        let known: Option<Vec<_>> =
            targets.iter().map(|&def| Some((def, self.summaries.get(def)?.clone()))).collect();
        known.filter(|list| !list.is_empty())
    }

    /// Applies the summaries of the targets of a call; `None` if they are not known.
    pub(super) fn apply(
        &mut self,
        parts: &Parts<'_>,
        targets: &[DefId],
        received: Option<&Value>,
        values: &[Value],
    ) -> Option<Value> {
        let span = self.span(parts.id);
        let summaries = self.summaries_of(targets)?;
        let mut result = Value::nothing();
        let mut left: BTreeMap<usize, (ExprId, Value)> = BTreeMap::new();
        let lent: Vec<usize> = summaries.iter().flat_map(|(_, s)| s.writes.iter().map(|w| w.0)).collect();
        for (def, summary) in &summaries {
            let passed = self.passed(parts, *def, received, values);
            let name = self.cx.types.map.def(*def).name;
            let actual = |n: usize, field: Option<Symbol>| passed.actual(n, field);
            self.apply_sinks(parts.id, summary, &passed);
            for &n in &lent {
                let Some((arg, old)) = passed.at(n) else { continue };
                let new = match summary.writes.iter().find(|(param, _)| *param == n) {
                    Some((_, value)) => {
                        value.substitute(&actual).step_like(value, span, &format!("written by `{name}`"))
                    }
                    None => old.clone(),
                };
                let entry = left.entry(n).or_insert_with(|| (*arg, Value::nothing()));
                entry.1 = entry.1.join(&new);
            }
            let returned = summary.ret.substitute(&actual);
            let text = format!("returned by `{name}`");
            result = result.join(&returned.step_like(&summary.ret, span, &text));
        }
        for (arg, value) in left.into_values() {
            if let Some(place) = self.mutable_place(arg).or_else(|| self.place(arg)) {
                self.write(&place, value, span);
            }
        }
        let taken = |n: &usize| targets.iter().any(|&def| self.cx.takes_over(def, *n));
        let taken: Vec<ExprId> = (0..parts.args.len()).filter(taken).map(|n| parts.args[n]).collect();
        self.give_away(&taken);
        Some(result)
    }

    fn apply_sinks(&mut self, call: ExprId, summary: &Summary<'a>, passed: &Passed) {
        for sink in &summary.sinks {
            let Some(&(arg, _)) = passed.at(sink.param) else { continue };
            let value = passed.actual(sink.param, sink.field);
            let value = if sink.negated { value.negated(passed.span) } else { value };
            let via = sink.via.clone();
            let (role, api, owner) = (sink.role, sink.api, sink.owner);
            self.arrive(Arrival { call, arg, role, api, owner, value, via });
        }
    }

    fn passed(&self, parts: &Parts<'_>, def: DefId, received: Option<&Value>, values: &[Value]) -> Passed {
        let own = parts.receiver.zip(received.cloned());
        let args = parts.args.iter().copied().zip(values.iter().cloned()).map(Some);
        let mut by_param: Vec<Option<(ExprId, Value)>> = own.into_iter().map(Some).chain(args).collect();
        // `Type::method(x, ..)` passes the receiver as its first argument.
        if self.cx.function(def).is_none_or(|f| f.self_param.is_none()) {
            by_param.insert(0, None);
        }
        Passed { by_param, span: self.span(parts.id) }
    }

    /// Evaluates the arguments; closures and functions last, with what they will be called with.
    pub(super) fn arguments(
        &mut self,
        parts: &Parts<'_>,
        rows: &[&'a Api],
        targets: &[DefId],
        received: Option<&Value>,
    ) -> Vec<Value> {
        let mut values: Vec<Value> = vec![Value::nothing(); parts.args.len()];
        for (i, &arg) in parts.args.iter().enumerate() {
            if !self.is_callable(arg) {
                values[i] = self.expr(arg);
            }
        }
        // What a block or variable gives is known after it was evaluated.
        let callable: Vec<Option<ExprId>> = parts.args.iter().map(|&arg| self.callable_in(arg)).collect();
        for (i, arg) in callable.into_iter().enumerate().filter_map(|(i, arg)| Some((i, arg?))) {
            let given = match self.summaries_of(targets) {
                Some(summaries) => self.given_by(parts, &summaries, i, received, &values),
                None => given_by_rows(rows, i, received, &values, self.span(arg)),
            };
            let other = received.filter(|_| targets.is_empty() && given.is_empty()).cloned();
            let other = other.unwrap_or_else(|| Value::unknown(self.span(arg)));
            values[i] = self.callable(parts.id, arg, &given, &other);
        }
        values
    }

    fn is_callable(&self, arg: ExprId) -> bool {
        match &self.ir.exprs[arg].kind {
            ExprKind::Closure { .. } => true,
            ExprKind::Path(_) => match self.types.callees.get(&arg) {
                Some(Callee::Def(def)) => {
                    !matches!(self.cx.types.map.def(*def).kind, DefKind::Struct | DefKind::Variant(..))
                }
                Some(Callee::Ext(ext)) => {
                    transparent(ext.path.as_str()) || !self.cx.types.externals.rows(ext).is_empty()
                }
                None => false,
            },
            _ => false,
        }
    }

    /// The closure or function that an argument is, also in a block or by the name of a variable.
    fn callable_in(&self, arg: ExprId) -> Option<ExprId> {
        let mut at = arg;
        for _ in 0..MAX_NAMES {
            at = match &self.ir.exprs[at].kind {
                _ if self.is_callable(at) => return Some(at),
                ExprKind::Block(block) => block.tail?,
                ExprKind::Path(_) => *self.functions.get(&self.local(at)?)?,
                _ => return None,
            };
        }
        None
    }

    /// `let f = make_key;`: the variable is another name of the function.
    pub(super) fn name_function(&mut self, pat: PatId, from: ExprId) {
        match self.callable_in(from) {
            Some(function) => drop(self.functions.insert(pat, function)),
            None => drop(self.functions.remove(&pat)),
        }
    }

    /// What workspace functions call their parameter for the i-th argument with.
    fn given_by(
        &self,
        parts: &Parts<'_>,
        summaries: &[(DefId, Summary<'a>)],
        i: usize,
        received: Option<&Value>,
        values: &[Value],
    ) -> Vec<Value> {
        let mut out = Vec::new();
        for (def, summary) in summaries {
            let passed = self.passed(parts, *def, received, values);
            let actual = |n: usize, field: Option<Symbol>| passed.actual(n, field);
            let is_it =
                |call: &&ParamCall| passed.at(call.param).is_some_and(|(arg, _)| *arg == parts.args[i]);
            for call in summary.calls.iter().filter(is_it) {
                let args = call.args.iter().map(|value| value.substitute(&actual));
                join_each(&mut out, args.collect());
            }
        }
        out
    }

    /// A closure or function called with `given`, or with `other` where that says nothing: what it returns.
    fn callable(&mut self, call: ExprId, arg: ExprId, given: &[Value], other: &Value) -> Value {
        let ir = self.ir;
        let value = match &ir.exprs[arg].kind {
            ExprKind::Closure { params, body, .. } => self.closure(params, *body, given, other),
            _ => {
                let given = if given.is_empty() { std::slice::from_ref(other) } else { given };
                self.function_item(call, arg, given)
            }
        };
        self.out.values.insert(arg, value.clone());
        value
    }

    /// A function that is passed instead of called: what it returns for `given`.
    pub(super) fn function_item(&mut self, call: ExprId, item: ExprId, given: &[Value]) -> Value {
        if let Some(Callee::Ext(ext)) = self.types.callees.get(&item) {
            return self.library_item(item, ext, given);
        }
        let args = vec![item; given.len()];
        let parts = Parts { id: call, receiver: None, args: &args };
        let targets = self.targets(item);
        self.apply(&parts, &targets, None, given).unwrap_or_else(|| Value::unknown(self.span(item)))
    }

    /// A library function that is passed: what its rows say of a call with `given`, arrivals included.
    pub(super) fn library_item(&mut self, item: ExprId, ext: &Ext, given: &[Value]) -> Value {
        let span = self.span(item);
        if transparent(ext.path.as_str()) {
            return given.first().cloned().unwrap_or_default();
        }
        let rows = self.cx.types.externals.rows(ext);
        let (own, rest) = given.split_at(usize::from(self.takes_self(ext, given.len())));
        let args = vec![item; rest.len()];
        let parts = Parts { id: item, receiver: own.first().map(|_| item), args: &args };
        self.arrivals(&parts, &rows, own.first(), rest);
        let value = self.returned(&rows, own.first(), rest, span).unwrap_or_else(|| Value::unknown(span));
        value.join(&self.drawn(&parts, &rows, own.first(), rest))
    }

    /// `f(x)` of a variable or field that holds a function: its value is what it returns.
    pub(super) fn call_value(&mut self, callee: ExprId, called: &Value, args: &[ExprId]) -> Option<Value> {
        if let Some((param, None)) = called.only_param() {
            let args: Vec<Value> = args.iter().map(|&a| self.out.of(a).clone()).collect();
            let call = ParamCall { param, args };
            if !self.out.calls.contains(&call) {
                self.out.calls.push(call);
            }
        }
        let is_value = matches!(self.ir.exprs[callee].kind, ExprKind::Path(_) | ExprKind::Field { .. });
        let known = |kind: &OriginKind| {
            !matches!(kind, OriginKind::Negated(..) | OriginKind::Derived(..) | OriginKind::Unknown)
        };
        (is_value && called.origins().iter().all(|o| known(&o.kind))).then(|| called.clone())
    }
}

/// What the rows of a model say that the closure at the i-th argument receives.
fn given_by_rows(
    rows: &[&Api],
    i: usize,
    received: Option<&Value>,
    values: &[Value],
    span: Span,
) -> Vec<Value> {
    let mut out = Vec::new();
    let mut add = |at: &AccessPath, value: Value| {
        if let AccessPath::ClosureParam(n, m) = at
            && *n == i
        {
            let mut one = vec![Value::nothing(); m + 1];
            one[*m] = value;
            join_each(&mut out, one);
        }
    };
    for api in rows {
        let given = |from: &AccessPath| match part(from, received, values).unwrap_or_default() {
            whole if api.path.as_str().starts_with(ITERATOR) && *from == AccessPath::Receiver => {
                whole.element()
            }
            whole => whole,
        };
        api.flows.iter().for_each(|(from, to)| add(to, given(from)));
        api.roles.iter().for_each(|role| add(&role.at, made(role.role, span)));
    }
    out
}

fn join_each(out: &mut Vec<Value>, values: Vec<Value>) {
    out.resize(out.len().max(values.len()), Value::nothing());
    for (known, value) in out.iter_mut().zip(values) {
        *known = known.join(&value);
    }
}
