//! Calls: what a library function does with its arguments is told by the rows of its model.
//!
//! In order: arguments are evaluated ([`arguments`](Eval::arguments), closures last, with what they are called with); values that
//! arrive at a place with a role are recorded; places passed by `&mut` are overwritten; the result is joined from the flows
//! into `return` and the roles given to it. Calls of the workspace's own functions are in [`apply`](crate::flow::apply).

use rustc_hash::FxHashSet;

use crate::base::Symbol;
use crate::catalog::signature::Receiver;
use crate::catalog::{AccessPath, Api};
use crate::flow::eval::Eval;
use crate::flow::fold::numbered_of;
use crate::flow::place::Place;
use crate::flow::value::{Const, Value};
use crate::ir::{ExprId, ExprKind};
use crate::resolve::{DefKind, Ext, Res};
use crate::types::Callee;

/// The parts of a call.
pub(super) struct Parts<'p> {
    pub(super) id: ExprId,
    pub(super) receiver: Option<ExprId>,
    pub(super) args: &'p [ExprId],
}

impl<'a> Eval<'a, '_> {
    pub(super) fn path_call(&mut self, id: ExprId, callee: ExprId, args: &[ExprId]) -> Value {
        let span = self.span(id);
        let target = self.types.callees.get(&id).cloned();
        if let Some(value) = self.default_call(id, args).or_else(|| self.default_of_its_place(id)) {
            return value;
        }
        match &target {
            Some(Callee::Ext(ext)) => {
                // No flag of a set is as much a constant as one of them is.
                if args.is_empty() && is_empty_set(ext) {
                    return Value::constant(Const::Path(ext.path), span);
                }
                if transparent(ext.path.as_str()) {
                    return args.iter().map(|&a| self.expr(a)).last().unwrap_or_default();
                }
                let split = usize::from(args.len() > 1 && self.takes_self(ext, args.len()));
                let (receiver, rest) = args.split_at(split);
                self.rows_call(&Parts { id, receiver: receiver.first().copied(), args: rest }, &target)
            }
            Some(Callee::Def(def)) => match self.cx.types.map.def(*def).kind {
                kind @ (DefKind::Struct | DefKind::Variant(..)) => {
                    let values = args.iter().map(|&a| self.expr(a)).collect();
                    let name = self.cx.types.map.def(*def).name;
                    numbered_of(matches!(kind, DefKind::Variant(..)).then_some(name), values, span)
                }
                _ => self.rows_call(&Parts { id, receiver: None, args }, &target),
            },
            None => {
                let called = self.expr(callee);
                let value = self.rows_call(&Parts { id, receiver: None, args }, &None);
                self.call_value(callee, &called, args).unwrap_or(value)
            }
        }
    }

    pub(super) fn method_call(
        &mut self,
        id: ExprId,
        receiver: ExprId,
        name: Symbol,
        args: &[ExprId],
    ) -> Value {
        let target = self.types.callees.get(&id).cloned();
        let value = self.rows_call(&Parts { id, receiver: Some(receiver), args }, &target);
        let known = self.out.rows.get(&id).is_some_and(|rows| !rows.is_empty())
            || matches!(target, Some(Callee::Def(_)));
        if known {
            return value;
        }
        // Nothing is known of the method: conversions of the standard library are known by their names.
        let Some(sources) = self.cx.conversions.get(name) else { return value };
        let mut out = Value::nothing();
        for source in sources {
            let from = match source {
                AccessPath::Argument(n) | AccessPath::ClosureReturn(n) => args.get(*n).copied(),
                _ => Some(receiver),
            };
            out = from.map_or(out.clone(), |from| out.join(self.out.of(from)));
        }
        out
    }

    /// What `?` takes out: an extension of `Result` that nothing is known of leaves what is inside as it is.
    pub(super) fn tried(&mut self, inner: ExprId) -> Value {
        let value = self.expr(inner);
        let ExprKind::MethodCall { receiver, .. } = &self.ir.exprs[inner].kind else { return value };
        let unmodelled = match self.types.callees.get(&inner) {
            Some(Callee::Ext(ext)) => {
                let owner = ext.path.split().map_or("", |(owner, _)| owner.as_str());
                let is_result = matches!(owner, "std::result::Result" | "std::option::Option");
                is_result
                    && !self.out.rows.contains_key(&inner)
                    && self.cx.types.externals.function(ext.path).is_none()
            }
            _ => false,
        };
        if unmodelled { self.out.of(*receiver).clone() } else { value }
    }

    /// Whether `Type::method(x, ..)` passes the receiver as its first argument.
    pub(super) fn takes_self(&self, ext: &Ext, n_args: usize) -> bool {
        let found = self.cx.types.externals.function(ext.path);
        found.is_some_and(|(sig, _)| sig.receiver.is_some() && sig.params.len() < n_args)
    }

    fn rows_of(&self, id: ExprId, target: &Option<Callee>) -> Vec<&'a Api> {
        match target {
            Some(Callee::Ext(ext)) => {
                let rows = self.cx.types.externals.rows(ext);
                let is_method = matches!(self.ir.exprs[id].kind, ExprKind::MethodCall { .. });
                if rows.is_empty() && is_method { self.cx.types.externals.rows_in_package(ext) } else { rows }
            }
            Some(Callee::Def(_)) => Vec::new(),
            None => match &self.ir.exprs[id].kind {
                ExprKind::MethodCall { method, .. } => self.distinctive(method.sym),
                _ => Vec::new(),
            },
        }
    }

    /// Rows matched by a name that only one modelled crate uses, if that crate is a dependency.
    fn distinctive(&self, name: Symbol) -> Vec<&'a Api> {
        let rows = self.cx.types.catalog().distinctive(name);
        if rows.is_empty() {
            return Vec::new();
        }
        let externs = self.cx.types.map.crates[self.krate].externs.values();
        let packages: FxHashSet<&str> = externs
            .filter_map(|r| if let Res::Ext(e) = r { Some(e.krate.package.as_str()) } else { None })
            .collect();
        rows.into_iter().filter(|(package, _)| packages.contains(package)).map(|(_, api)| api).collect()
    }

    fn rows_call(&mut self, parts: &Parts<'_>, target: &Option<Callee>) -> Value {
        let span = self.span(parts.id);
        let rows = self.rows_of(parts.id, target);
        let targets = self.targets(parts.id);
        let received = parts.receiver.map(|r| self.expr(r));
        let values = self.arguments(parts, &rows, &targets, received.as_ref());
        if let Some(value) = self.apply(parts, &targets, received.as_ref(), &values) {
            values.iter().for_each(|value| self.out.switch_writes.observe(value));
            return value;
        }
        self.arrivals(parts, &rows, received.as_ref(), &values);
        self.note_fields(parts, target, &rows, received.as_ref(), &values);
        self.overwrite(parts, target, &rows, received.as_ref(), &values);
        let result = self
            .returned(&rows, received.as_ref(), &values, span)
            .or_else(|| self.handed_on(target, &rows, received.as_ref(), span));
        let mut result = result.unwrap_or_else(|| Value::unknown(span));
        result = result.join(&self.drawn(parts, &rows, received.as_ref(), &values));
        result = result.join(&self.generator(parts, &rows, &values, &result));
        if !rows.is_empty() {
            self.out.rows.insert(parts.id, rows);
        } else if is_made_from(target, &values) && parts.receiver.is_none() {
            result = values[0].clone();
        }
        result
    }

    /// Writes through `&mut`: by the rows' `fills` and flows, else by what the signature allows.
    fn overwrite(
        &mut self,
        parts: &Parts<'_>,
        target: &Option<Callee>,
        rows: &[&'a Api],
        received: Option<&Value>,
        values: &[Value],
    ) {
        let span = self.span(parts.id);
        for (n, &arg) in parts.args.iter().enumerate() {
            if let Some(place) = self.mutable_place(arg) {
                let value = self.filled(parts, rows, &AccessPath::Argument(n), received, values);
                let value = value.unwrap_or_else(|| Value::unknown(span));
                self.write(&place, value.join(&self.drawn(parts, rows, received, values)), span);
            }
        }
        let Some(receiver) = parts.receiver else { return };
        let Some(place) = self.place(receiver) else { return };
        if let Some(value) = self.filled(parts, rows, &AccessPath::Receiver, received, values) {
            self.write(&place, value, span);
        } else if self.may_mutate(parts.id, target, &place) {
            let old = received.cloned().unwrap_or_default();
            self.write(&place, self.changed(target, &old, span), span);
        }
    }

    pub(super) fn mutable_place(&self, arg: ExprId) -> Option<Place> {
        match &self.ir.exprs[arg].kind {
            ExprKind::Ref { mutable: true, operand } => self.place(*operand),
            ExprKind::MethodCall { method, .. } if method.sym.as_str().contains("_mut") => self.place(arg),
            ExprKind::Path(_) => self.alias_place(arg),
            ExprKind::Block(block) => self.mutable_place(block.tail?),
            _ => None,
        }
    }

    fn may_mutate(&self, id: ExprId, target: &Option<Callee>, place: &Place) -> bool {
        match target {
            Some(Callee::Def(def)) => self.cx.method_borrows(*def),
            Some(Callee::Ext(ext)) => match self.cx.types.externals.function(ext.path) {
                Some((sig, _)) => sig.receiver == Some(Receiver::Mut),
                None => self.is_mutable(place),
            },
            None => {
                let ExprKind::MethodCall { method, .. } = &self.ir.exprs[id].kind else { return false };
                self.is_mutable(place) && self.cx.conversions.get(method.sym).is_none()
            }
        }
    }
}

/// Whether a call makes a value of a type of another crate from its only argument and nothing else, by the names that such
/// functions go by: `Nonce::from(bytes)`, `Key::from_slice(bytes)`, `Salt(bytes)`.
fn is_made_from(target: &Option<Callee>, values: &[Value]) -> bool {
    let Some(Callee::Ext(ext)) = target else { return false };
    let Some((owner, name)) = ext.path.split() else { return false };
    let capital = |name: &str| name.starts_with(|c: char| c.is_ascii_uppercase());
    let of_type = capital(owner.as_str().rsplit("::").next().unwrap_or_default());
    let named = matches!(name.as_str(), "from" | "try_from" | "from_slice" | "from_bytes" | "from_array");
    values.len() == 1 && (of_type && named || !of_type && capital(name.as_str()))
}

/// `SslVerifyMode::empty()`: a function of a type of another crate, which nothing is given.
fn is_empty_set(ext: &Ext) -> bool {
    let Some((owner, name)) = ext.path.split() else { return false };
    let of_type = owner.as_str().rsplit("::").next().is_some_and(|o| o.starts_with(char::is_uppercase));
    of_type && name.as_str() == "empty" && !owner.as_str().starts_with("std::")
}

/// `Some(x)` and `Ok(x)` are followed as `x`; `Err(x)` is not the value.
pub(super) fn transparent(path: &str) -> bool {
    matches!(path, "std::option::Option::Some" | "std::result::Result::Ok")
}
