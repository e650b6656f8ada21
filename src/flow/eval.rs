//! The abstract interpreter of one body; see the layer's documentation for the idea.
//!
//! Bounds: an expression is evaluated once per round of the loops around it, loops take a few rounds, and a body ends after
//! [`MAX_STEPS`] evaluations; what is left then is unknown and counted as a problem.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{FileId, Problem, ProblemKind, Span, Symbol};
use crate::catalog::signature::TypeExpr;
use crate::catalog::{Api, RoleAt};
use crate::flow::builder::SwitchWrites;
use crate::flow::call::Parts;
use crate::flow::control::Frame;
use crate::flow::effects::{Lent, writes_text};
use crate::flow::fold::{arithmetic, array, constant, formatted, negate, numbered, payload, repeat};
use crate::flow::place::{Env, Place};
use crate::flow::summary::ParamCall;
use crate::flow::value::{OriginKind, Value};
use crate::flow::{Conversions, Summaries};
use crate::ir::{
    BinaryOp, ExprId, ExprKind, FieldInit, FileIr, FormatCall, ItemKind, MacroCall, MacroForm, PatId,
    TypeKind, UnaryOp,
};
use crate::resolve::{Body, BodyRes, DefId, Res, body_of};
use crate::types::{BodyTypes, Callee, TypeCx};

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
    /// The call, the struct expression for a field, or the path of a library function that is passed.
    pub call: ExprId,
    /// The argument.
    pub arg: ExprId,
    /// The role there.
    pub role: &'a RoleAt,
    /// The row that says so.
    pub api: &'a Api,
    /// The type that the code calls it on, where that is known.
    pub owner: Option<Symbol>,
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
    pub switch_writes: SwitchWrites,
    /// What the body returns.
    pub ret: Value,
    /// What `&mut` parameters hold in the end, those left alone aside.
    pub writes: Vec<(usize, Value)>,
    /// What it calls its parameters with.
    pub calls: Vec<ParamCall>,
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
    pub(super) in_test: bool,
    pub(super) lent: Lent,
    pub(super) summaries: &'b Summaries<'a>,
    pub(super) out: BodyFlow<'a>,
    pub(super) env: Env,
    pub(super) aliases: FxHashMap<PatId, Place>,
    /// Closures that variables hold, which are evaluated where they are called.
    pub(super) closures: FxHashMap<PatId, ExprId>,
    /// Functions that variables are other names of.
    pub(super) functions: FxHashMap<PatId, ExprId>,
    /// Of the closures the ones that were evaluated.
    pub(super) ran: FxHashSet<ExprId>,
    /// Loops, blocks and closures around the place, that jumps leave.
    pub(super) frames: Vec<Frame>,
    /// Whether control does not come here.
    pub(super) dead: bool,
    pub(super) depth: usize,
    pub(super) steps: usize,
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
    let mut eval = Eval::new(cx, summaries, id, names, types, file);
    if let Some(func) = func {
        let pats = func.self_param.iter().map(|p| p.pat).chain(func.params.iter().map(|p| p.pat));
        let first = usize::from(func.self_param.is_none());
        for (n, pat) in pats.enumerate() {
            let span = eval.ir.pats[pat].span;
            eval.bind(pat, &Value::of(OriginKind::Param(n + first, None), span));
        }
        eval.borrow_params(func);
    }
    let value = eval.expr(root);
    if !eval.dead {
        eval.out.ret = eval.out.ret.join(&value);
        eval.leave();
    }
    eval.finish(root)
}

impl<'a, 'b> Eval<'a, 'b> {
    pub(super) fn new(
        cx: FlowCx<'a>,
        summaries: &'b Summaries<'a>,
        id: DefId,
        names: &'b BodyRes,
        types: &'b BodyTypes,
        file: FileId,
    ) -> Eval<'a, 'b> {
        let def = cx.types.map.def(id);
        Eval {
            cx,
            ir: cx.types.program.file(file),
            names,
            types,
            krate: def.krate,
            in_test: def.in_test,
            lent: Lent::default(),
            summaries,
            out: BodyFlow::default(),
            env: Env::default(),
            aliases: FxHashMap::default(),
            closures: FxHashMap::default(),
            functions: FxHashMap::default(),
            ran: FxHashSet::default(),
            frames: Vec::new(),
            dead: false,
            depth: 0,
            steps: 0,
        }
    }

    fn finish(mut self, root: ExprId) -> BodyFlow<'a> {
        self.out.writes = self.writes(root);
        if self.steps >= MAX_STEPS {
            let span = self.ir.exprs[root].span;
            let message = "body too large to follow its values to the end";
            self.out.problems.push(Problem::at(ProblemKind::PartlyFollowed, span, message));
        }
        self.out.switch_writes.observe(&self.out.ret);
        // What was passed by `&mut` is used by the caller.
        let handed = |v: &&Value| v.origins().iter().any(|o| matches!(o.kind, OriginKind::Param(..)));
        self.env.values().filter(handed).for_each(|value| self.out.switch_writes.observe(value));
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

    pub(super) fn all(&mut self, ids: &[ExprId]) -> Vec<Value> {
        ids.iter().map(|&id| self.expr(id)).collect()
    }

    fn kind(&mut self, id: ExprId) -> Value {
        let ir = self.ir;
        let span = self.span(id);
        match &ir.exprs[id].kind {
            ExprKind::Literal(literal) => Value::constant(constant(literal), span),
            ExprKind::Path(_) => self.path(id),
            ExprKind::Call { callee, args } => {
                let value = match self.closure_call(*callee, args) {
                    Some(value) => value,
                    None => self.path_call(id, *callee, args),
                };
                self.came_back(id, value)
            }
            ExprKind::MethodCall { receiver, method, args, .. } => {
                let value = self.method_call(id, *receiver, method.sym, args);
                self.came_back(id, value)
            }
            ExprKind::Field { base, name } => self.field_read(*base, name.sym, span),
            ExprKind::Index { base, index: at } => {
                let base = self.expr(*base);
                let index = self.expr(*at);
                let part = matches!(ir.exprs[*at].kind, ExprKind::Range { .. });
                match part {
                    true => base,
                    // What is picked at random is as random as the choice.
                    false if index.is_random() => index,
                    false => base.indexed(),
                }
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
            ExprKind::Struct { fields, base, .. } => self.struct_(id, fields, *base),
            ExprKind::Map(pairs) => {
                pairs.iter().for_each(|&(k, v)| drop(self.all(&[k, v])));
                Value::unknown(span)
            }
            ExprKind::Macro(call) => self.macro_(id, call, span),
            _ => self.control(id, span),
        }
    }

    /// A call of a function of type `!` ends the path.
    fn came_back(&mut self, id: ExprId, value: Value) -> Value {
        self.dead |= self.types.callees.get(&id).is_some_and(|target| self.never_returns(target));
        value
    }

    fn never_returns(&self, target: &Callee) -> bool {
        match target {
            Callee::Def(def) => {
                let def = self.cx.types.map.def(*def);
                let ir = self.cx.types.program.file(def.file);
                let ItemKind::Fn(func) = &ir.items[def.item].kind else { return false };
                func.ret.is_some_and(|ret| matches!(ir.types[ret].kind, TypeKind::Never))
            }
            Callee::Ext(ext) => {
                let found = self.cx.types.externals.function(ext.path);
                found.is_some_and(|(sig, _)| sig.ret == TypeExpr::Never)
            }
        }
    }

    fn struct_(&mut self, id: ExprId, fields: &[FieldInit], base: Option<ExprId>) -> Value {
        let span = self.span(id);
        let variant = self.names.exprs.get(&id).and_then(|found| self.variant_of(found));
        let mut values: BTreeMap<Symbol, Value> = BTreeMap::new();
        for init in fields {
            let value = self.expr(init.value);
            self.field_arrivals(id, init.name.sym, init.value, &value);
            values.insert(payload(variant, init.name.sym), value);
        }
        match base.map(|base| self.expr(base)) {
            Some(base) => base.updated(values, span),
            None => Value::compound(values, span),
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

    fn macro_(&mut self, id: ExprId, call: &MacroCall, span: Span) -> Value {
        let value = match &call.form {
            MacroForm::Exprs(args) => self.library_macro(id, args, span),
            form => self.macro_form(form, span),
        };
        if let MacroForm::Format(FormatCall { leading, .. }) = &call.form {
            match &leading[..] {
                [into] if writes_text(&call.path) => self.append(*into, &value, span),
                _ => self.give_away(leading),
            }
        }
        if call.leaves {
            self.dead = true;
            return Value::nothing();
        }
        value
    }

    /// A macro with expressions as arguments; one of a library may have rows, as a function.
    fn library_macro(&mut self, id: ExprId, args: &[ExprId], span: Span) -> Value {
        let values: Vec<Value> = args.iter().map(|&arg| self.macro_argument(arg)).collect();
        if let Some(Res::Ext(ext)) = self.names.exprs.get(&id).map(|found| found.res.clone()) {
            let externals = &self.cx.types.externals;
            let rows = externals.rows(&externals.canonical(&ext));
            self.arrivals(&Parts { id, receiver: None, args }, &rows, None, &values);
        }
        self.give_away(args);
        self.may_write(args);
        values.iter().fold(Value::unknown(span), |out, v| out.join(&v.derived(span)))
    }

    /// An argument of a library's macro; a function of a library is what it gives.
    fn macro_argument(&mut self, arg: ExprId) -> Value {
        match (&self.ir.exprs[arg].kind, self.types.callees.get(&arg)) {
            (ExprKind::Path(_), Some(Callee::Ext(ext))) if !self.cx.types.externals.rows(ext).is_empty() => {
                self.library_item(arg, ext, &[])
            }
            _ => self.expr(arg),
        }
    }

    fn macro_form(&mut self, form: &MacroForm, span: Span) -> Value {
        match form {
            MacroForm::Expr(e) => self.expr(*e),
            MacroForm::Format(format) => {
                self.all(&format.leading);
                let template = format.template.map(|t| self.expr(t));
                let values: Vec<Value> = format.args.iter().map(|a| self.expr(a.value)).collect();
                if values.is_empty() {
                    return template.unwrap_or_else(|| Value::unknown(span));
                }
                formatted(template.as_ref(), &format.args, &values, span)
            }
            MacroForm::Block(block) => self.block(block),
            MacroForm::Exprs(_) | MacroForm::Items(_) | MacroForm::Opaque => Value::unknown(span),
        }
    }
}
