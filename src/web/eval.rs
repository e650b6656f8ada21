//! Symbolic evaluation of the functions that build routers.
//!
//! A function is run once for each call that reaches it, with the routers and handlers it is given; everything else is
//! [`Val::Unknown`]. All branches are run: a route that is registered under a condition is a route. A layer that is added
//! to a router made outside the condition is marked conditional.
//!
//! ```text
//! fn app(s: &Settings) -> Router {              heap
//!     let mut r = Router::new()                 #0 {}
//!         .nest("/u", users::router());         #1 {GET /}  moved into  #0 {GET /u}
//!     if s.admin { r = r.merge(admin()) }       #0 {GET /u, POST /admin}
//!     r.layer(from_fn(check))                   every route of #0 gets the layer
//! }
//! ```
//!
//! Bounded by the depth of calls and expressions and by the number of steps; a bound that is met is a problem.

mod closure;

use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Problem, ProblemKind, Span, Symbol};
use crate::ir::{Block, ExprId, ExprKind, Literal, LoopKind, MacroCall, MacroForm, PatId, PatKind, Stmt};
use crate::resolve::{DefId, DefKind, Namespace, Res};
use crate::types::Callee;
use crate::web::router::{Arms, Handler, Node, NodeId, Target, Val};
use crate::web::table::is_entry;
use crate::web::text::concat;
use crate::web::world::{BodyInfo, World};
use crate::workspace::Workspace;

/// Calls are followed this deep.
const MAX_CALLS: usize = 32;
/// Expressions nested deeper are not of interest.
const MAX_DEPTH: usize = 600;
/// Expressions evaluated and routes moved in one run, which starts at one function,
const MAX_STEPS: usize = 1_000_000;
/// and in all of them.
const MAX_TOTAL: usize = 8_000_000;
/// What moving a route costs, in expressions: it is copied.
const MOVE: usize = 4;

/// The evaluation of one function.
pub(super) struct Frame<'a> {
    pub(super) info: Rc<BodyInfo<'a>>,
    locals: FxHashMap<PatId, Val>,
    returns: Vec<Val>,
}

/// The state of a run.
pub(super) struct Evaluator<'w, 'a> {
    pub(super) world: &'w World<'a>,
    pub(super) workspace: &'a Workspace,
    pub(super) relevant: &'w FxHashSet<DefId>,
    pub(super) heap: Vec<Node>,
    frames: Vec<Frame<'a>>,
    /// Conditions around the current expression.
    pub(super) conditions: usize,
    /// The arms around it.
    running: Vec<(Span, usize)>,
    /// Tables whose items are run one by one around it.
    pub(super) tables: usize,
    depth: usize,
    steps: usize,
    total: usize,
    /// Functions that were run.
    pub(super) visited: FxHashSet<DefId>,
    pub(super) problems: Vec<Problem>,
}

impl<'w, 'a> Evaluator<'w, 'a> {
    pub(super) fn new(
        world: &'w World<'a>,
        workspace: &'a Workspace,
        relevant: &'w FxHashSet<DefId>,
    ) -> Self {
        Evaluator {
            world,
            workspace,
            relevant,
            heap: Vec::new(),
            frames: Vec::new(),
            conditions: 0,
            running: Vec::new(),
            tables: 0,
            depth: 0,
            steps: 0,
            total: 0,
            visited: FxHashSet::default(),
            problems: Vec::new(),
        }
    }

    pub(super) fn frame(&self) -> &Frame<'a> {
        self.frames.last().expect("an expression is evaluated inside a frame")
    }

    fn frame_mut(&mut self) -> &mut Frame<'a> {
        self.frames.last_mut().expect("an expression is evaluated inside a frame")
    }

    /// A new value that holds routes.
    pub(super) fn alloc(&mut self, family: Symbol) -> NodeId {
        self.heap.push(Node::new(family, self.conditions));
        self.heap.len() - 1
    }

    /// Runs a function on its own.
    pub(super) fn start(&mut self, id: DefId) {
        self.heap.clear();
        self.conditions = 0;
        self.running.clear();
        self.total += std::mem::take(&mut self.steps);
        self.call(id, None, Vec::new());
    }

    /// Whether so many routes may still be moved.
    pub(super) fn may_move(&mut self, routes: usize) -> bool {
        self.steps = self.steps.saturating_add(routes.saturating_mul(MOVE));
        !self.is_spent()
    }

    fn is_spent(&self) -> bool {
        self.steps >= MAX_STEPS || self.total.saturating_add(self.steps) >= MAX_TOTAL
    }

    /// Runs a function; `None` for arguments that are not known. Parameters whose type holds routes are made up.
    pub(super) fn call(&mut self, id: DefId, receiver: Option<Val>, args: Vec<Val>) -> Val {
        let recursive = self.frames.iter().any(|f| f.info.id == id);
        if recursive || self.frames.len() >= MAX_CALLS {
            return Val::Unknown;
        }
        let Some(info) = self.world.body(id) else { return Val::Unknown };
        self.visited.insert(id);
        let root = info.body.root;
        let func = info.body.func;
        self.frames.push(Frame { info, locals: FxHashMap::default(), returns: Vec::new() });
        if let Some(func) = func {
            let mut args = args.into_iter();
            if let Some(this) = &func.self_param {
                let value = match receiver.or_else(|| args.next()) {
                    Some(Val::Unknown) | None => self.made_up_self(id),
                    Some(known) => known,
                };
                self.bind(this.pat, value);
            }
            for param in &func.params {
                let value = match args.next() {
                    Some(Val::Unknown) | None => self.made_up(id, param.ty),
                    Some(known) => known,
                };
                self.bind(param.pat, value);
            }
        }
        let tail = self.eval(root);
        let frame = self.frames.pop().expect("pushed above");
        frame.returns.into_iter().fold(tail, |a, b| self.either(a, b))
    }

    /// One of two values: routes of both.
    pub(super) fn either(&mut self, a: Val, b: Val) -> Val {
        match (a, b) {
            // `app = Router::new().nest("/x", app)`: the routes of the one are in the other already.
            (Val::Node(a), Val::Node(b)) if self.heap[a].consumed => self.extended(b, a),
            (Val::Node(a), Val::Node(b)) if self.heap[b].consumed => self.extended(a, b),
            (Val::Node(a), Val::Node(b)) if a != b => {
                self.absorb(a, b);
                Val::Node(a)
            }
            (Val::Unit(a), Val::Unit(b)) if a != b => Val::Unknown,
            (Val::Unknown, known) | (known, _) => known,
        }
    }

    /// A router with the routes of another in it. Below a path that is not known, they are where they are in the other:
    /// `if path.is_empty() { app } else { Router::new().nest(path, app) }`.
    fn extended(&mut self, node: NodeId, from: NodeId) -> Val {
        let known = self.heap[from].finished();
        let paths: FxHashMap<Span, String> =
            known.into_iter().filter_map(|entry| Some((entry.span, entry.path?))).collect();
        for entry in self.heap[node].entries.iter_mut().filter(|entry| entry.path.is_none()) {
            entry.path = paths.get(&entry.span).cloned();
        }
        Val::Node(node)
    }

    pub(super) fn eval(&mut self, id: ExprId) -> Val {
        self.steps += 1;
        if self.depth >= MAX_DEPTH || self.is_spent() {
            self.limit(id);
            return Val::Unknown;
        }
        self.depth += 1;
        let value = self.kind(id);
        self.depth -= 1;
        value
    }

    fn limit(&mut self, id: ExprId) {
        if self.problems.iter().all(|p| p.kind != ProblemKind::LimitExceeded) {
            let span = self.frame().info.ir.exprs[id].span;
            let message = "routers are built by more code than is followed";
            self.problems.push(Problem::at(ProblemKind::LimitExceeded, span, message));
        }
    }

    fn kind(&mut self, id: ExprId) -> Val {
        let ir = self.frame().info.ir;
        match &ir.exprs[id].kind {
            ExprKind::Literal(Literal::Str(text)) => Val::Text(text.to_string()),
            ExprKind::Path(_) => self.path(id),
            ExprKind::Call { callee, args } => self.call_expr(id, *callee, args),
            ExprKind::MethodCall { .. } => self.chain(id),
            ExprKind::Field { base, name } => match self.eval(*base) {
                Val::Fields(mut fields) => fields.remove(&name.sym).unwrap_or_default(),
                Val::List(mut items) => match name.sym.as_str().parse::<usize>() {
                    Ok(n) if n < items.len() => items.swap_remove(n),
                    _ => Val::Unknown,
                },
                _ => Val::Unknown,
            },
            ExprKind::Struct { fields, base, .. } => {
                if let Some(unit) = self.group_value(id) {
                    return unit;
                }
                let made: Vec<(Symbol, Val)> =
                    fields.iter().map(|f| (f.name.sym, self.eval(f.value))).collect();
                let mut all = match base.map(|b| self.eval(b)) {
                    Some(Val::Fields(known)) => known,
                    _ => BTreeMap::new(),
                };
                all.extend(made);
                Val::Fields(all)
            }
            ExprKind::Array(items) | ExprKind::Tuple(items) => {
                Val::List(items.iter().map(|&e| self.eval(e)).collect())
            }
            ExprKind::Try(e) | ExprKind::Await(e) => self.eval(*e),
            ExprKind::Ref { operand, .. }
            | ExprKind::Unary { operand, .. }
            | ExprKind::Cast { operand, .. } => self.eval(*operand),
            ExprKind::Binary { lhs, rhs, .. } => {
                let (left, right) = (self.eval(*lhs), self.eval(*rhs));
                concat(&[left, right])
            }
            ExprKind::Assign { target, value, .. } => {
                let value = self.eval(*value);
                self.assign(*target, value);
                Val::Unknown
            }
            ExprKind::Block(block) | ExprKind::Async(block) => self.block(block),
            ExprKind::Closure { .. } => {
                let frame = self.frame();
                let target = Target::Closure(frame.info.id, id);
                Val::Handler(Handler::new(target, ir.exprs[id].span))
            }
            ExprKind::Return(value) => {
                let value = value.map_or(Val::Unknown, |v| self.eval(v));
                self.frame_mut().returns.push(value);
                Val::Unknown
            }
            ExprKind::Macro(call) => self.macro_call(id, call),
            _ => self.control(id),
        }
    }

    fn control(&mut self, id: ExprId) -> Val {
        let ir = self.frame().info.ir;
        match &ir.exprs[id].kind {
            ExprKind::If { cond, then, otherwise } => {
                self.eval(*cond);
                let then = self.arm(id, 0, *then);
                let otherwise = otherwise.map_or(Val::Unknown, |e| self.arm(id, 1, e));
                self.either(then, otherwise)
            }
            ExprKind::Let { pat, value } => {
                let value = self.eval(*value);
                self.bind(*pat, value);
                Val::Unknown
            }
            ExprKind::Match { scrutinee, arms } => {
                let value = self.eval(*scrutinee);
                let mut result = Val::Unknown;
                for i in self.arms_for(&value, arms) {
                    self.bind(arms[i].pat, value.clone());
                    let body = self.arm(id, i, arms[i].body);
                    result = self.either(result, body);
                }
                result
            }
            ExprKind::Loop { kind, body } => {
                if let LoopKind::For(pat, list) = kind {
                    let list = self.eval(*list);
                    return self.repeat(*pat, list, *body);
                }
                self.conditional(*body)
            }
            _ => {
                let mut children = Vec::new();
                ir.for_each_child(id, &mut |child| children.push(child));
                for child in children {
                    let value = self.eval(child);
                    self.invoke_unknown(value);
                }
                Val::Unknown
            }
        }
    }

    pub(super) fn conditional(&mut self, id: ExprId) -> Val {
        self.conditions += 1;
        let value = self.eval(id);
        self.conditions -= 1;
        value
    }

    /// One arm of an `if` or `match`.
    fn arm(&mut self, whole: ExprId, place: usize, body: ExprId) -> Val {
        let span = self.frame().info.ir.exprs[whole].span;
        self.running.push((span, place));
        let value = self.conditional(body);
        self.running.pop();
        value
    }

    /// The arms around the current expression.
    pub(super) fn arms(&self) -> Arms {
        self.running.as_slice().into()
    }

    fn block(&mut self, block: &Block) -> Val {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { pat, value, otherwise, .. } => {
                    let value = value.map_or(Val::Unknown, |v| self.eval(v));
                    self.bind(*pat, value);
                    otherwise.iter().for_each(|&e| drop(self.eval(e)));
                }
                Stmt::Expr(e, _) => drop(self.eval(*e)),
                Stmt::Item(_) => {}
            }
        }
        block.tail.map_or(Val::Unknown, |e| self.eval(e))
    }

    pub(super) fn bind(&mut self, pat: PatId, value: Val) {
        let ir = self.frame().info.ir;
        match &ir.pats[pat].kind {
            PatKind::Bind { .. } => drop(self.frame_mut().locals.insert(pat, value)),
            PatKind::Ref(inner) | PatKind::Typed(inner, _) => self.bind(*inner, value),
            PatKind::TupleStruct(_, fields) if fields.len() == 1 => self.bind(fields[0], value),
            // A tuple with a router in it: `let (schemas, paths, methods) = routes;`
            PatKind::Tuple(fields) if matches!(value, Val::Node(_)) => {
                fields.iter().for_each(|&part| self.bind(part, value.clone()));
            }
            PatKind::Tuple(fields) | PatKind::TupleStruct(_, fields) => {
                let Val::List(items) = value else { return };
                for (&part, item) in fields.iter().zip(items) {
                    match (&ir.pats[part].kind, item) {
                        // `let (_, document) = router.split()`: nobody serves what is thrown away.
                        (PatKind::Wild, Val::Node(node)) => self.heap[node].consumed = true,
                        (_, item) => self.bind(part, item),
                    }
                }
            }
            PatKind::Struct(_, fields) => {
                let Val::Fields(mut values) = value else { return };
                for (name, pat) in fields {
                    self.bind(*pat, values.remove(&name.sym).unwrap_or_default());
                }
            }
            _ => {}
        }
    }

    /// The local variable that an expression is, references aside.
    fn local_of(&self, id: ExprId) -> Option<PatId> {
        let info = &self.frame().info;
        match &info.ir.exprs[id].kind {
            ExprKind::Path(_) => match info.names.exprs.get(&id)?.res {
                Res::Local(pat) => Some(pat),
                _ => None,
            },
            ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => self.local_of(*operand),
            _ => None,
        }
    }

    pub(super) fn assign(&mut self, target: ExprId, value: Val) {
        if let Some(pat) = self.local_of(target) {
            let old = self.frame_mut().locals.remove(&pat).unwrap_or_default();
            let merged = if self.conditions > 0 { self.either(old, value) } else { value };
            self.frame_mut().locals.insert(pat, merged);
            return;
        }
        let ir = self.frame().info.ir;
        if let ExprKind::Field { base, name } = &ir.exprs[target].kind
            && let Some(pat) = self.local_of(*base)
            && let Some(Val::Fields(fields)) = self.frame_mut().locals.get_mut(&pat)
        {
            fields.insert(name.sym, value);
        }
    }

    fn path(&mut self, id: ExprId) -> Val {
        let info = self.frame().info.clone();
        let span = info.ir.exprs[id].span;
        let Some(found) = info.names.exprs.get(&id) else { return Val::Unknown };
        match &found.res {
            Res::Local(pat) => self.frame().locals.get(pat).cloned().unwrap_or_default(),
            Res::Def(def)
                if found.rest == 0
                    && matches!(self.world.cx.map.def(*def).kind, DefKind::Const | DefKind::Static) =>
            {
                self.call(*def, None, Vec::new())
            }
            Res::Def(def) if found.rest == 0 && self.is_unit(*def) => Val::Unit(*def),
            _ => match self.world.callee(&info, id) {
                Some(Callee::Def(def)) if is_function(self.world.cx.map.def(def).kind) => {
                    Val::Handler(Handler::new(Target::Def(def), span))
                }
                Some(Callee::Ext(ext)) => {
                    self.layer_value(&info, id, ext.path, &[]).unwrap_or_else(|| method_value(ext.name()))
                }
                _ => Val::Unknown,
            },
        }
    }

    fn call_expr(&mut self, id: ExprId, callee: ExprId, args: &[ExprId]) -> Val {
        let info = self.frame().info.clone();
        if let Some(served) = self.generated(callee, args) {
            return served;
        }
        if let Some(handler) = self.generic_handler(&info, callee, args) {
            return handler;
        }
        match self.world.callee(&info, callee) {
            Some(Callee::Ext(ext)) => {
                if let Some(&(family, op)) = self.world.rules.functions.get(&ext.path) {
                    return self.function(id, family, op, args);
                }
                if let Some(layer) = self.layer_value(&info, callee, ext.path, args) {
                    return layer;
                }
                self.foreign(args)
            }
            Some(Callee::Def(def)) => {
                let values: Vec<Val> = args.iter().map(|&a| self.eval(a)).collect();
                self.local_call(def, None, values)
            }
            None => self.call_value(callee, args),
        }
    }

    /// `notes::list::<Store>::default()`: a macro makes a type of a handler with generic parameters, which is named like it.
    fn generic_handler(&self, info: &BodyInfo<'_>, callee: ExprId, args: &[ExprId]) -> Option<Val> {
        let ExprKind::Path(path) = &info.ir.exprs[callee].kind else { return None };
        let (last, front) = path.segments.split_last()?;
        if last.name.sym != "default" || !args.is_empty() || front.is_empty() {
            return None;
        }
        let (map, module) = (self.world.cx.map, self.world.cx.map.def(info.id).module);
        let names: Vec<Symbol> = front.iter().map(|s| s.name.sym).collect();
        let Res::Def(def) = map.resolve_names(module, None, false, &names, Namespace::Value)?.res else {
            return None;
        };
        let handler = || Val::Handler(Handler::new(Target::Def(def), info.ir.exprs[callee].span));
        (map.def(def).kind == DefKind::Fn).then(handler)
    }

    /// A call of a function of the workspace. One that the project lists as a layer covers what it is given and returns.
    pub(super) fn local_call(&mut self, def: DefId, receiver: Option<Val>, args: Vec<Val>) -> Val {
        let value = self.followed_call(def, receiver, args);
        if self.world.own.layers.defs.contains(&def) { self.covered(def, value) } else { value }
    }

    /// Run if it has to do with routes.
    fn followed_call(&mut self, def: DefId, receiver: Option<Val>, args: Vec<Val>) -> Val {
        let given = receiver.iter().chain(&args).any(Val::holds_routes) || self.makes_layer(def);
        let function = is_function(self.world.cx.map.def(def).kind);
        if function && (given || self.relevant.contains(&def) || self.makes_entry(def, &args)) {
            return self.call(def, receiver, args);
        }
        if !function && is_entry(&args) {
            return Val::List(args);
        }
        let single = args.len() == 1;
        let mut last = Val::Unknown;
        for value in args {
            last = self.invoke_unknown(value);
        }
        if single { last } else { Val::Unknown }
    }

    /// A call of something unknown: closures may be run by it; wrappers such as `Ok`, `Some`, `Box::new` keep the value.
    pub(super) fn foreign(&mut self, args: &[ExprId]) -> Val {
        let mut last = Val::Unknown;
        for &arg in args {
            let value = self.eval(arg);
            last = self.invoke_unknown(value);
        }
        if args.len() == 1 { last } else { Val::Unknown }
    }

    pub(super) fn invoke_unknown(&mut self, value: Val) -> Val {
        match value {
            Val::Handler(Handler { target: Target::Closure(owner, closure), .. }) => {
                self.call_closure(owner, closure, Vec::new())
            }
            other => other,
        }
    }

    /// A chain of method calls, innermost first: chains of thousands of calls are no nesting.
    fn chain(&mut self, id: ExprId) -> Val {
        let ir = self.frame().info.ir;
        let mut calls = vec![id];
        let mut base = id;
        while let ExprKind::MethodCall { receiver, .. } = &ir.exprs[base].kind {
            base = *receiver;
            calls.push(base);
        }
        calls.pop();
        let mut value = self.eval(base);
        let mut receiver = base;
        for &call in calls.iter().rev() {
            value = self.method_call(call, receiver, value);
            receiver = call;
        }
        value
    }

    fn macro_call(&mut self, id: ExprId, call: &MacroCall) -> Val {
        let name = call.path.last().map_or_else(|| Symbol::new(""), |s| s.name.sym);
        if let Some(value) = self.route_macro(id, name, &call.form) {
            return value;
        }
        match &call.form {
            MacroForm::Expr(e) => self.eval(*e),
            MacroForm::Block(block) => self.block(block),
            MacroForm::Format(format) => self.format(format.template, &format.args),
            _ => {
                let ir = self.frame().info.ir;
                let mut children = Vec::new();
                ir.for_each_child(id, &mut |child| children.push(child));
                let values: Vec<Val> = children.into_iter().map(|c| self.eval(c)).collect();
                match call.guessed {
                    true => self.made_by_macro(values),
                    false if name == "concat" => concat(&values),
                    false => Val::Unknown,
                }
            }
        }
    }

    pub(super) fn set_local(&mut self, expr: ExprId, value: Val) {
        if let Some(pat) = self.local_of(expr) {
            self.frame_mut().locals.insert(pat, value);
        }
    }
}

pub(super) fn is_function(kind: DefKind) -> bool {
    matches!(kind, DefKind::Fn | DefKind::Method(_) | DefKind::TraitMethod(_))
}

/// `Method::GET`, `MethodFilter::GET`.
fn method_value(name: &str) -> Val {
    const METHODS: &[&str] =
        &["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT"];
    let upper = name.to_ascii_uppercase();
    if METHODS.contains(&upper.as_str()) { Val::Method(Symbol::new(&upper)) } else { Val::Unknown }
}
