//! The abstract interpreter of one body; see the layer's documentation for the idea.
//!
//! Bounds: an expression is evaluated once per round of the loops around it, loops take at most [`MAX_ROUNDS`] rounds, and a
//! body ends after [`MAX_STEPS`] evaluations; what is left then is unknown and counted as a problem.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::base::{Problem, ProblemKind, Span, Symbol};
use crate::catalog::{Api, RoleAt};
use crate::flow::builder::FieldWrites;
use crate::flow::fold::{arithmetic, array, constant, negate, numbered, repeat};
use crate::flow::place::{Env, Place, before_only, join_env};
use crate::flow::value::{Const, OriginKind, Value};
use crate::flow::{Conversions, Summaries};
use crate::ir::{
    BinaryOp, Block, ClosureParam, ExprId, ExprKind, FileIr, ItemKind, LoopKind, MacroCall, MacroForm, PatId,
    PatKind, Stmt, UnaryOp,
};
use crate::resolve::{Body, BodyRes, DefId, DefKind, PathRes, Res, body_of};
use crate::types::{BodyTypes, TypeCx};

/// Rounds of a loop until its values are stable or given up.
const MAX_ROUNDS: usize = 3;
/// Evaluations of expressions in one body.
const MAX_STEPS: usize = 400_000;
/// Nesting beyond which inner parts are unknown.
pub(super) const MAX_DEPTH: usize = 2_000;

/// What flow reads.
#[derive(Clone, Copy)]
pub struct FlowCx<'a> {
    /// Names and types.
    pub types: TypeCx<'a>,
    /// What is passed on by name.
    pub conversions: &'a Conversions,
}

/// A value that arrives at a place with a role.
#[derive(Clone, Debug)]
pub struct Arrival<'a> {
    /// The call, or the struct expression for a field.
    pub call: ExprId,
    /// The argument.
    pub arg: ExprId,
    /// The role there.
    pub role: &'a RoleAt,
    /// The row that says so.
    pub api: &'a Api,
    /// The value.
    pub value: Value,
    /// Places inside the functions that hand the value on, outermost first.
    pub via: Vec<Span>,
}

/// What flow found in one body.
#[derive(Debug, Default)]
pub struct BodyFlow<'a> {
    /// Values of expressions.
    pub values: FxHashMap<ExprId, Value>,
    /// Arrivals, in order of position.
    pub arrivals: Vec<Arrival<'a>>,
    /// Rows of each call whose target the catalog knows.
    pub rows: FxHashMap<ExprId, Vec<&'a Api>>,
    /// Which constants in fields of builders had an effect.
    pub writes: FieldWrites,
    /// What the body returns.
    pub ret: Value,
    /// Limits that were hit.
    pub problems: Vec<Problem>,
}

impl BodyFlow<'_> {
    /// The value of an expression.
    pub fn of(&self, id: ExprId) -> &Value {
        static NOTHING: std::sync::LazyLock<Value> = std::sync::LazyLock::new(Value::nothing);
        self.values.get(&id).unwrap_or(&NOTHING)
    }
}

pub(super) struct Eval<'a, 'b> {
    pub(super) cx: FlowCx<'a>,
    pub(super) ir: &'a FileIr,
    pub(super) names: &'b BodyRes,
    pub(super) types: &'b BodyTypes,
    pub(super) krate: usize,
    pub(super) summaries: &'b Summaries<'a>,
    pub(super) out: BodyFlow<'a>,
    pub(super) env: Env,
    pub(super) aliases: FxHashMap<PatId, Place>,
    dead: bool,
    pub(super) depth: usize,
    steps: usize,
}

/// Interprets the body of a definition.
pub fn evaluate<'a>(
    cx: FlowCx<'a>,
    summaries: &Summaries<'a>,
    id: DefId,
    names: &BodyRes,
    types: &BodyTypes,
) -> BodyFlow<'a> {
    let Some(Body { file, func, root }) = body_of(cx.types.program, cx.types.map, id) else {
        return BodyFlow::default();
    };
    let mut eval = Eval {
        cx,
        ir: cx.types.program.file(file),
        names,
        types,
        krate: cx.types.map.def(id).krate,
        summaries,
        out: BodyFlow::default(),
        env: Env::default(),
        aliases: FxHashMap::default(),
        dead: false,
        depth: 0,
        steps: 0,
    };
    if let Some(func) = func {
        let pats = func.self_param.iter().map(|p| p.pat).chain(func.params.iter().map(|p| p.pat));
        let first = usize::from(func.self_param.is_none());
        for (n, pat) in pats.enumerate() {
            let span = eval.ir.pats[pat].span;
            eval.bind(pat, &Value::of(OriginKind::Param(n + first, None), span));
        }
    }
    let value = eval.expr(root);
    if !eval.dead {
        eval.out.ret = eval.out.ret.join(&value);
    }
    eval.finish(root)
}

impl<'a> Eval<'a, '_> {
    fn finish(mut self, root: ExprId) -> BodyFlow<'a> {
        if self.steps >= MAX_STEPS {
            let span = self.ir.exprs[root].span;
            let message = "body too large to follow its values to the end";
            self.out.problems.push(Problem::at(ProblemKind::LimitExceeded, span, message));
        }
        self.out.writes.observe(&self.out.ret);
        // What was passed by `&mut` is used by the caller.
        let handed = |v: &&Value| v.origins().iter().any(|o| matches!(o.kind, OriginKind::Param(..)));
        self.env.values().filter(handed).for_each(|value| self.out.writes.observe(value));
        let ir = self.ir;
        self.out.arrivals.sort_by_key(|a| (ir.exprs[a.arg].span, ir.exprs[a.call].span, a.role.role));
        self.out
    }

    pub(super) fn span(&self, id: ExprId) -> Span {
        self.ir.exprs[id].span
    }

    /// Evaluates an expression and records its value.
    pub(super) fn expr(&mut self, id: ExprId) -> Value {
        self.steps += 1;
        if self.depth >= MAX_DEPTH || self.steps >= MAX_STEPS {
            return Value::unknown(self.span(id));
        }
        self.depth += 1;
        let value = self.kind(id);
        self.depth -= 1;
        match self.out.values.entry(id) {
            std::collections::hash_map::Entry::Occupied(mut entry) => {
                let joined = entry.get().join(&value);
                entry.insert(joined);
            }
            std::collections::hash_map::Entry::Vacant(entry) => drop(entry.insert(value.clone())),
        }
        value
    }

    fn all(&mut self, ids: &[ExprId]) -> Vec<Value> {
        ids.iter().map(|&id| self.expr(id)).collect()
    }

    fn kind(&mut self, id: ExprId) -> Value {
        let ir = self.ir;
        let span = self.span(id);
        match &ir.exprs[id].kind {
            ExprKind::Literal(literal) => Value::constant(constant(literal), span),
            ExprKind::Path(_) => self.path(id),
            ExprKind::Call { callee, args } => self.path_call(id, *callee, args),
            ExprKind::MethodCall { receiver, method, args, .. } => {
                self.method_call(id, *receiver, method.sym, args)
            }
            ExprKind::Field { base, name } => self.expr(*base).field(name.sym, span),
            ExprKind::Index { base, index } => {
                let base = self.expr(*base);
                self.expr(*index);
                let part = matches!(ir.exprs[*index].kind, ExprKind::Range { .. });
                if part { base } else { base.element() }
            }
            ExprKind::Unary { op, operand } => {
                let value = self.expr(*operand);
                if *op == UnaryOp::Deref { value } else { negate(*op, &value, span) }
            }
            ExprKind::Binary { op, lhs, rhs } => self.binary(*op, *lhs, *rhs, span),
            ExprKind::Assign { target, op, value } => self.assign(*target, *op, *value, span),
            ExprKind::Ref { operand, .. } | ExprKind::Cast { operand, .. } => self.expr(*operand),
            ExprKind::Array(items) => {
                let values = self.all(items);
                array(&values, span)
            }
            ExprKind::Repeat { value, len } => {
                let value = self.expr(*value);
                let len = self.expr(*len);
                repeat(&value, &len, span)
            }
            ExprKind::Tuple(items) => {
                let values = self.all(items);
                numbered(values, span)
            }
            ExprKind::Struct { fields, base, .. } => {
                let mut values: BTreeMap<Symbol, Value> = BTreeMap::new();
                for init in fields {
                    let value = self.expr(init.value);
                    self.field_arrivals(id, init.name.sym, init.value, &value);
                    values.insert(init.name.sym, value);
                }
                base.iter().for_each(|&b| drop(self.expr(b)));
                Value::compound(values, span)
            }
            ExprKind::Map(pairs) => {
                pairs.iter().for_each(|&(k, v)| drop(self.all(&[k, v])));
                Value::unknown(span)
            }
            ExprKind::Macro(call) => self.macro_(call, span),
            _ => self.control(id, span),
        }
    }

    fn control(&mut self, id: ExprId, span: Span) -> Value {
        let ir = self.ir;
        match &ir.exprs[id].kind {
            ExprKind::Block(block) => self.block(block),
            ExprKind::Async(block) => self.isolated(|eval| eval.block(block)),
            ExprKind::If { cond, then, otherwise } => self.if_(*cond, *then, *otherwise),
            ExprKind::Let { pat, value } => {
                let found = self.expr(*value);
                self.bind_from(*pat, &found, *value);
                Value::unknown(span)
            }
            ExprKind::Match { scrutinee, arms } => {
                let matched = self.expr(*scrutinee);
                self.branches(arms.len(), |eval, i| {
                    let arm = &arms[i];
                    eval.bind_from(arm.pat, &matched, *scrutinee);
                    arm.guard.iter().for_each(|&g| drop(eval.expr(g)));
                    eval.expr(arm.body)
                })
            }
            ExprKind::Loop { kind, body } => {
                self.loop_(*kind, *body);
                Value::unknown(span)
            }
            ExprKind::Closure { params, body, .. } => self.closure(params, *body, &Value::unknown(span)),
            ExprKind::Try(inner) | ExprKind::Await(inner) => self.expr(*inner),
            ExprKind::Return(value) => {
                let value = value.map_or_else(Value::nothing, |e| self.expr(e));
                if !self.dead {
                    self.out.ret = self.out.ret.join(&value);
                }
                self.dead = true;
                Value::nothing()
            }
            ExprKind::Break(value) => {
                value.iter().for_each(|&e| drop(self.expr(e)));
                Value::nothing()
            }
            ExprKind::Range { start, end } => {
                start.iter().chain(end).for_each(|&e| drop(self.expr(e)));
                Value::unknown(span)
            }
            _ => Value::unknown(span),
        }
    }

    fn path(&mut self, id: ExprId) -> Value {
        let span = self.span(id);
        let Some(PathRes { res, rest }) = self.names.exprs.get(&id) else { return Value::unknown(span) };
        let map = self.cx.types.map;
        match (res, rest) {
            (Res::Local(pat), 0) => match self.env.get(pat) {
                Some(value) => value.clone(),
                None => Value::unknown(span),
            },
            (Res::Def(def), 0) => match map.def(*def).kind {
                DefKind::Const | DefKind::Static => self.constant(*def, span),
                DefKind::Variant(..) => Value::constant(Const::Path(Symbol::new(&map.path_of(*def))), span),
                _ => Value::unknown(span),
            },
            (res @ (Res::Def(_) | Res::Impl(_)), 1) => {
                let ExprKind::Path(path) = &self.ir.exprs[id].kind else { return Value::unknown(span) };
                let owner =
                    if let Res::Impl(id) = res { map.impls[*id].self_ty.clone() } else { Some(res.clone()) };
                let name = path.last().map(|s| s.name.sym);
                match owner.zip(name).and_then(|(owner, name)| map.associated(&owner, name)) {
                    Some(def) if map.def(def).kind == DefKind::Const => self.constant(def, span),
                    _ => Value::unknown(span),
                }
            }
            (Res::Ext(ext), _) => {
                let ext = self.cx.types.externals.canonical(ext);
                match ext.path.as_str() {
                    "std::option::Option::None" => Value::nothing(),
                    _ => Value::constant(Const::Path(ext.path), span),
                }
            }
            _ => Value::unknown(span),
        }
    }

    /// The value of a constant or static; a `static mut` may hold anything.
    fn constant(&self, def: DefId, span: Span) -> Value {
        let data = self.cx.types.map.def(def);
        let item = &self.cx.types.program.file(data.file).items[data.item];
        let mutable = matches!(&item.kind, ItemKind::Static(value) if value.mutable);
        match self.summaries.get(def) {
            Some(summary) if !mutable => summary.ret.step(span, &format!("`{}` is used here", data.name)),
            _ => Value::unknown(span),
        }
    }

    fn binary(&mut self, op: BinaryOp, lhs: ExprId, rhs: ExprId, span: Span) -> Value {
        let left = self.expr(lhs);
        let right = if matches!(op, BinaryOp::And | BinaryOp::Or) {
            self.branches(2, |eval, i| if i == 0 { eval.expr(rhs) } else { Value::nothing() })
        } else {
            self.expr(rhs)
        };
        match op {
            BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => {
                Value::unknown(span)
            }
            BinaryOp::And | BinaryOp::Or => Value::unknown(span),
            _ => arithmetic(op, &left, &right, span),
        }
    }

    fn assign(&mut self, target: ExprId, op: Option<BinaryOp>, value: ExprId, span: Span) -> Value {
        let new = self.expr(value);
        if let ExprKind::Field { name, .. } = &self.ir.exprs[target].kind {
            self.assign_arrivals(target, name.sym, value, &new);
        }
        if let Some(place) = self.place(target) {
            let new = if op.is_some() { self.read(&place, span).join(&new).derived(span) } else { new };
            self.write(&place, new, span);
        } else {
            self.expr(target);
        }
        Value::nothing()
    }

    /// The variable that an expression denotes, through references, fields and elements.
    pub(super) fn place(&self, id: ExprId) -> Option<Place> {
        let mut at = id;
        let mut fields = Vec::new();
        let mut partial = false;
        for _ in 0..MAX_DEPTH {
            match &self.ir.exprs[at].kind {
                ExprKind::Path(_) => {
                    let PathRes { res: Res::Local(local), rest: 0 } = self.names.exprs.get(&at)? else {
                        return None;
                    };
                    fields.reverse();
                    return Some(match self.aliases.get(local) {
                        Some(alias) => {
                            let fields = alias.fields.iter().copied().chain(fields).collect();
                            Place { local: alias.local, fields, partial: partial || alias.partial }
                        }
                        None => Place { local: *local, fields, partial },
                    });
                }
                ExprKind::Field { base, name } => {
                    fields.push(name.sym);
                    at = *base;
                }
                ExprKind::Index { base, .. } => {
                    fields.clear();
                    partial = true;
                    at = *base;
                }
                ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => {
                    at = *operand
                }
                ExprKind::Try(inner) => at = *inner,
                ExprKind::MethodCall { receiver, method, .. } if borrows_mutably(method.sym.as_str()) => {
                    partial |=
                        method.sym.as_str().starts_with("iter") || method.sym.as_str().starts_with("chunks");
                    at = *receiver;
                }
                ExprKind::MethodCall { receiver, .. } if self.is_setter(at) => at = *receiver,
                _ => return None,
            }
        }
        None
    }

    /// The place that a variable is another name of.
    pub(super) fn alias_place(&self, id: ExprId) -> Option<Place> {
        let PathRes { res: Res::Local(local), rest: 0 } = self.names.exprs.get(&id)? else { return None };
        self.aliases.get(local).cloned()
    }

    pub(super) fn read(&self, place: &Place, span: Span) -> Value {
        let whole = self.env.get(&place.local).cloned().unwrap_or_else(|| Value::unknown(span));
        place.fields.iter().fold(whole, |value, &name| value.field(name, span))
    }

    /// Replaces what a place holds; writing a part of it keeps it constant only if the part is.
    pub(super) fn write(&mut self, place: &Place, value: Value, span: Span) {
        let old = self.env.get(&place.local).cloned().unwrap_or_else(|| Value::unknown(span));
        let value = match place.partial {
            true if value.is_constant() => return,
            true => value.derived(span),
            false => value,
        };
        self.env.insert(place.local, old.with_field(&place.fields, value, span));
    }

    pub(super) fn is_mutable(&self, place: &Place) -> bool {
        !matches!(self.ir.pats[place.local].kind, PatKind::Bind { mutable: false, .. })
    }

    fn if_(&mut self, cond: ExprId, then: ExprId, otherwise: Option<ExprId>) -> Value {
        let before = self.env.clone();
        self.expr(cond);
        let after_cond = self.env.clone();
        self.branches(2, |eval, i| match (i, otherwise) {
            (0, _) => eval.expr(then),
            (_, Some(otherwise)) => {
                // Bindings of `if let` are not seen in the other branch, writes of the condition are.
                eval.env = after_cond
                    .iter()
                    .map(|(&p, v)| (p, v.clone()))
                    .chain(before_only(&before, &after_cond))
                    .collect();
                eval.expr(otherwise)
            }
            _ => Value::nothing(),
        })
    }

    /// Runs each branch from the same state and joins the states of those that reach their end.
    fn branches(&mut self, n: usize, mut branch: impl FnMut(&mut Self, usize) -> Value) -> Value {
        let start = self.env.clone();
        let start_dead = self.dead;
        let mut joined: Option<Env> = None;
        let mut result = Value::nothing();
        for i in 0..n {
            self.env.clone_from(&start);
            self.dead = start_dead;
            let value = branch(self, i);
            if self.dead && !start_dead {
                continue;
            }
            result = result.join(&value);
            let env = std::mem::take(&mut self.env);
            joined = Some(match joined {
                None => env,
                Some(other) => join_env(other, &env),
            });
        }
        self.dead = start_dead || (n > 0 && joined.is_none());
        self.env = joined.unwrap_or(start);
        result
    }

    fn loop_(&mut self, kind: LoopKind, body: ExprId) {
        if let LoopKind::For(_, iter) = kind {
            self.expr(iter);
        }
        let outer_dead = self.dead;
        for _ in 0..MAX_ROUNDS {
            let before = self.env.clone();
            match kind {
                LoopKind::Loop => {}
                LoopKind::While(cond) => drop(self.expr(cond)),
                LoopKind::For(pat, iter) => {
                    let item = self.out.of(iter).clone();
                    self.bind_from(pat, &item, iter);
                }
            }
            self.expr(body);
            self.dead = outer_dead;
            let after = std::mem::take(&mut self.env);
            self.env = join_env(before.clone(), &after);
            if self.env == before {
                break;
            }
        }
    }

    /// Evaluates the body of a closure, which may or may not run, with `param` as what it is called with.
    pub(super) fn closure(&mut self, params: &[ClosureParam], body: ExprId, param: &Value) -> Value {
        let before = self.env.clone();
        let value = self.isolated(|eval| {
            params.iter().for_each(|p| eval.bind(p.pat, param));
            eval.expr(body)
        });
        let after = std::mem::take(&mut self.env);
        self.env = join_env(before, &after);
        value
    }

    /// Runs a part whose `return` is its own.
    fn isolated(&mut self, f: impl FnOnce(&mut Self) -> Value) -> Value {
        let ret = std::mem::take(&mut self.out.ret);
        let dead = self.dead;
        let value = f(self);
        let value = if self.dead && !dead { Value::nothing() } else { value };
        let returned = std::mem::replace(&mut self.out.ret, ret);
        self.dead = dead;
        value.join(&returned)
    }

    fn block(&mut self, block: &Block) -> Value {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { pat, value, otherwise, span, .. } => {
                    if let Some(otherwise) = otherwise {
                        self.branches(
                            2,
                            |eval, i| if i == 0 { eval.expr(*otherwise) } else { Value::nothing() },
                        );
                    }
                    match value {
                        Some(value) => {
                            let found = self.expr(*value);
                            self.bind_from(*pat, &found, *value);
                        }
                        None => self.bind(*pat, &Value::unknown(*span)),
                    }
                }
                Stmt::Expr(e, _) => drop(self.expr(*e)),
                Stmt::Item(_) => {}
            }
        }
        block.tail.map_or_else(Value::nothing, |e| self.expr(e))
    }

    fn macro_(&mut self, call: &MacroCall, span: Span) -> Value {
        match &call.form {
            MacroForm::Expr(e) => self.expr(*e),
            MacroForm::Exprs(list) => {
                let values = self.all(list);
                values.iter().fold(Value::unknown(span), |out, v| out.join(&v.derived(span)))
            }
            MacroForm::Format(format) => {
                self.all(&format.leading);
                let template = format.template.map(|t| self.expr(t));
                let values: Vec<Value> = format.args.iter().map(|a| self.expr(a.value)).collect();
                if values.is_empty() {
                    return template.unwrap_or_else(|| Value::unknown(span));
                }
                values.iter().fold(Value::unknown(span), |out, v| out.join(&v.derived(span)))
            }
            MacroForm::Block(block) => self.block(block),
            MacroForm::Items(_) | MacroForm::Opaque => Value::unknown(span),
        }
    }
}

/// Methods that give a `&mut` into their receiver.
pub(super) fn borrows_mutably(name: &str) -> bool {
    name.contains("_mut") || matches!(name, "by_ref" | "lock" | "write" | "unwrap" | "expect")
}
