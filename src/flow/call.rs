//! Calls: what a library function does with its arguments is told by the rows of its model.
//!
//! In order: arguments are evaluated (closures last, with the receiver's value as what they are called with); values that
//! arrive at a place with a role are recorded; places passed by `&mut` are overwritten; the result is joined from the flows
//! into `return` and the roles given to it.

use rustc_hash::FxHashSet;

use crate::base::Symbol;
use crate::catalog::signature::Receiver;
use crate::catalog::{AccessPath, Api};
use crate::flow::eval::{Arrival, Eval};
use crate::flow::fold::numbered;
use crate::flow::place::Place;
use crate::flow::value::Value;
use crate::ir::{ExprId, ExprKind, ItemKind};
use crate::resolve::{DefId, DefKind, Ext, Res};
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
        if target.is_none() {
            self.expr(callee);
        }
        match &target {
            Some(Callee::Ext(ext)) => {
                if transparent(ext.path.as_str()) {
                    return args.iter().map(|&a| self.expr(a)).last().unwrap_or_default();
                }
                let split = usize::from(args.len() > 1 && self.takes_self(ext, args.len()));
                let (receiver, rest) = args.split_at(split);
                self.rows_call(&Parts { id, receiver: receiver.first().copied(), args: rest }, &target)
            }
            Some(Callee::Def(def)) => match self.cx.types.map.def(*def).kind {
                DefKind::Struct | DefKind::Variant(..) => {
                    let values = args.iter().map(|&a| self.expr(a)).collect();
                    numbered(values, span)
                }
                _ => self.rows_call(&Parts { id, receiver: None, args }, &target),
            },
            None => self.rows_call(&Parts { id, receiver: None, args }, &None),
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

    /// Whether `Type::method(x, ..)` passes the receiver as its first argument.
    fn takes_self(&self, ext: &Ext, n_args: usize) -> bool {
        let Some((owner, name)) = ext.path.as_str().rsplit_once("::") else { return false };
        let found = self.cx.types.externals.signature(Symbol::new(owner), Symbol::new(name));
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
        let received = parts.receiver.map(|r| self.expr(r));
        let is_closure =
            |ir: &crate::ir::FileIr, a: ExprId| matches!(ir.exprs[a].kind, ExprKind::Closure { .. });
        let mut values: Vec<Value> = vec![Value::nothing(); parts.args.len()];
        for closures in [false, true] {
            for (i, &arg) in parts.args.iter().enumerate() {
                if is_closure(self.ir, arg) == closures {
                    values[i] = self.argument(arg, received.as_ref());
                }
            }
        }
        self.arrivals(parts, &rows, received.as_ref(), &values);
        self.overwrite(parts, target, &rows, received.as_ref(), &values);
        let result = self.result(parts, target, &rows, received.as_ref(), &values);
        if !rows.is_empty() {
            self.out.rows.insert(parts.id, rows);
        }
        result.unwrap_or_else(|| Value::unknown(span))
    }

    fn argument(&mut self, arg: ExprId, received: Option<&Value>) -> Value {
        let ir = self.ir;
        if let ExprKind::Closure { params, body, .. } = &ir.exprs[arg].kind {
            let unknown = Value::unknown(ir.exprs[arg].span);
            let value = self.closure(params, *body, received.unwrap_or(&unknown));
            self.out.values.insert(arg, value.clone());
            return value;
        }
        self.expr(arg)
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
                self.write(&place, value.unwrap_or_else(|| Value::unknown(span)), span);
            }
        }
        let Some(receiver) = parts.receiver else { return };
        let Some(place) = self.place(receiver) else { return };
        if let Some(value) = self.filled(parts, rows, &AccessPath::Receiver, received, values) {
            self.write(&place, value, span);
        } else if self.may_mutate(parts.id, target, &place) {
            let old = received.cloned().unwrap_or_default();
            self.write(&place, old.derived(span), span);
        }
    }

    fn mutable_place(&self, arg: ExprId) -> Option<Place> {
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
            Some(Callee::Def(def)) => self.method_mutates(*def),
            Some(Callee::Ext(ext)) => {
                let Some((owner, name)) = ext.path.as_str().rsplit_once("::") else { return false };
                match self.cx.types.externals.signature(Symbol::new(owner), Symbol::new(name)) {
                    Some((sig, _)) => sig.receiver == Some(Receiver::Mut),
                    None => self.is_mutable(place),
                }
            }
            None => {
                let ExprKind::MethodCall { method, .. } = &self.ir.exprs[id].kind else { return false };
                self.is_mutable(place) && self.cx.conversions.get(method.sym).is_none()
            }
        }
    }

    fn method_mutates(&self, def: DefId) -> bool {
        let def = self.cx.types.map.def(def);
        let item = &self.cx.types.program.file(def.file).items[def.item];
        matches!(&item.kind, ItemKind::Fn(f) if f.self_param.as_ref().is_some_and(|s| s.mutable && s.by_ref))
    }

    /// A call of a function of the workspace: its summary with what is passed in the place of the parameters.
    fn apply_summary(
        &mut self,
        parts: &Parts<'_>,
        def: DefId,
        received: Option<&Value>,
        values: &[Value],
    ) -> Option<Value> {
        let summary = self.summaries.get(def)?;
        let span = self.span(parts.id);
        let has_self = self.has_self(def);
        // `Type::method(x, ..)` passes the receiver as its first argument.
        let shift = usize::from(has_self && parts.receiver.is_none());
        let passed = |n: usize| -> Option<(ExprId, &Value)> {
            match (n, has_self, shift) {
                (0, true, 0) => parts.receiver.zip(received),
                (0, true, _) => parts.args.first().copied().zip(values.first()),
                (0, false, _) => None,
                _ => parts.args.get(n - 1 + shift).copied().zip(values.get(n - 1 + shift)),
            }
        };
        let actual = |n: usize, field: Option<Symbol>| {
            let value = passed(n).map_or_else(|| Value::unknown(span), |(_, value)| value.clone());
            field.map_or(value.clone(), |name| value.field(name, span))
        };
        let mut arrivals = Vec::new();
        for sink in &summary.sinks {
            let Some((arg, _)) = passed(sink.param) else { continue };
            let value = actual(sink.param, sink.field);
            arrivals.push(Arrival {
                call: parts.id,
                arg,
                role: sink.role,
                api: sink.api,
                value,
                via: sink.via.clone(),
            });
        }
        arrivals.into_iter().for_each(|arrival| self.arrive(arrival));
        let name = self.cx.types.map.def(def).name;
        Some(summary.ret.substitute(&actual).step(span, &format!("returned by `{name}`")))
    }

    fn has_self(&self, def: DefId) -> bool {
        let def = self.cx.types.map.def(def);
        let item = &self.cx.types.program.file(def.file).items[def.item];
        matches!(&item.kind, ItemKind::Fn(f) if f.self_param.is_some())
    }

    fn result(
        &mut self,
        parts: &Parts<'_>,
        target: &Option<Callee>,
        rows: &[&'a Api],
        received: Option<&Value>,
        values: &[Value],
    ) -> Option<Value> {
        let span = self.span(parts.id);
        if let Some(Callee::Def(def)) = target {
            return self.apply_summary(parts, *def, received, values);
        }
        self.returned(rows, received, values, span)
    }
}

/// `Some(x)` and `Ok(x)` are followed as `x`; `Err(x)` is not the value.
fn transparent(path: &str) -> bool {
    matches!(path, "std::option::Option::Some" | "std::result::Result::Ok")
}
