//! Routes that are put together of conditions, as values: `path("a").and(post()).and(with_user()).and_then(create)`.
//!
//! Each entry of a node is one alternative: the path and method that it asks for, what it hands on, and the function that
//! was given it. A function that was applied before an address was asked for is a condition too, which may refuse; one
//! applied afterwards is the handler, until another one is waited for.
//!
//! ```text
//! fn with_user() -> .. { header("authorization").and_then(authorize) }   ANY ""      authorize
//! path("a").and(post()).and(with_user())                                 POST /a     layer: authorize
//!     .and_then(create)                                                  POST /a     layer: authorize, handler: create
//! ```
//!
//! Alternatives that ask for no address are one entry with the layers of either: as weak as the weakest. Absent: what a
//! filter of a package that has no model asks for.

use crate::base::{Problem, ProblemKind, Symbol};
use crate::catalog::framework::{ExtractorKind, Op};
use crate::ir::{ExprId, ExprKind, Literal};
use crate::types::Ty;
use crate::web::eval::Evaluator;
use crate::web::ops::short;
use crate::web::router::{Applied, Entry, Filter, Handler, Layer, LayerKind, NodeId, Target, Val, join};
use crate::web::vocabulary as vocab;

/// So many alternatives at most come of one `and`.
const MAX_ALTERNATIVES: usize = 20_000;

impl Evaluator<'_, '_> {
    /// A condition that the tables know.
    pub(super) fn filter(&mut self, call: ExprId, family: Symbol, op: &Op, args: &[ExprId]) -> Val {
        let Op::Filter { method, path, segment, gives, header, refuses, answers } = op else {
            return Val::Unknown;
        };
        let info = self.frame().info.clone();
        let span = info.ir.exprs[call].span;
        let mut entry = self.condition(call, family);
        entry.method = Symbol::new(method.as_deref().unwrap_or("ANY"));
        if let Some(&arg) = path.and_then(|n| args.get(n)) {
            entry.path = self.text(arg).map(|text| format!("/{}", text.trim_matches('/')));
        }
        if let Some(segment) = segment {
            entry.path = Some(format!("/{}", self.generic_text(call).unwrap_or_else(|| segment.clone())));
        }
        let mut gives = gives.clone();
        if let Some(&arg) = header.and_then(|n| args.get(n))
            && self.names_credential(arg)
        {
            gives.iter_mut().for_each(|g| *g = ExtractorKind::Credential);
            if *refuses {
                let name = short(self.world.cx.program.sources.slice(span));
                entry.layers.push(Layer::new(LayerKind::Guard, name, span));
            }
        }
        entry.filter = Some(Filter { gives, answers: *answers, ..Filter::default() });
        self.single(family, entry)
    }

    /// `path!("users" / u32 / ..)`, from its text: what is no literal is a part with any content.
    pub(super) fn path_filter(&mut self, id: ExprId, family: Symbol) -> Val {
        let info = self.frame().info.clone();
        let text = self.world.cx.program.sources.slice(info.ir.exprs[id].span);
        let inner = text.split_once(['(', '[', '{']).map_or("", |(_, rest)| rest);
        let inner = inner.trim_end_matches([')', ']', '}']).trim();
        let mut entry = self.condition(id, family);
        let mut gives = Vec::new();
        let mut path = String::new();
        for part in inner.split('/').map(str::trim).filter(|p| !p.is_empty() && *p != "..") {
            path.push('/');
            match part.strip_prefix('"').and_then(|p| p.strip_suffix('"')) {
                Some(literal) => path.push_str(literal),
                None => {
                    path.push_str(&format!("{{{part}}}"));
                    gives.push(ExtractorKind::Other);
                }
            }
        }
        entry.path = Some(if path.is_empty() { "/".to_owned() } else { path });
        entry.filter = Some(Filter { gives, ..Filter::default() });
        self.single(family, entry)
    }

    fn single(&mut self, family: Symbol, entry: Entry) -> Val {
        let node = self.alloc(family);
        self.heap[node].entries.push(entry);
        Val::Node(node)
    }

    /// A condition that every request meets.
    fn condition(&self, call: ExprId, framework: Symbol) -> Entry {
        let span = self.frame().info.ir.exprs[call].span;
        Entry {
            framework,
            method: Symbol::new("ANY"),
            path: Some(String::new()),
            handler: Handler::new(Target::Unknown, span),
            layers: Vec::new(),
            span,
            named: None,
            scope: None,
            by_attribute: false,
            filter: Some(Filter::default()),
            unsure: None,
            arms: self.arms(),
        }
    }

    fn names_credential(&mut self, arg: ExprId) -> bool {
        match &self.frame().info.ir.exprs[arg].kind {
            ExprKind::Literal(Literal::Str(text)) => vocab::is_credential_literal(text),
            ExprKind::Path(path) => {
                path.last().is_some_and(|s| vocab::is_credential(s.name.sym.as_str()))
                    || self.text(arg).is_some_and(|text| vocab::is_credential_literal(&text))
            }
            ExprKind::MethodCall { receiver, .. } => self.names_credential(*receiver),
            ExprKind::Ref { operand, .. } => self.names_credential(*operand),
            _ => false,
        }
    }

    /// `{u32}` of `param::<u32>()`.
    fn generic_text(&self, call: ExprId) -> Option<String> {
        let ir = self.frame().info.ir;
        let ExprKind::Call { callee, .. } = &ir.exprs[call].kind else { return None };
        let text = self.world.cx.program.sources.slice(ir.exprs[*callee].span);
        let (_, generics) = text.split_once('<')?;
        let generics = generics.trim_end().strip_suffix('>')?.trim();
        let last = generics.rsplit("::").next()?;
        (last != "_").then(|| format!("{{{last}}}"))
    }

    /// What a method makes of conditions.
    pub(super) fn combine(&mut self, node: NodeId, op: &Op, args: &[ExprId], call: ExprId) -> Val {
        match op {
            Op::And { filter } => self.and(node, args[*filter], call),
            Op::Or { filter } => {
                let value = self.eval(args[*filter]);
                self.or(node, value)
            }
            Op::Apply { function, fails, waits } => {
                let applied = Applied { fails: *fails, waits: *waits };
                self.give(node, args[*function], applied)
            }
            _ => {
                args.iter().for_each(|&a| drop(self.eval(a)));
                self.change_filters(node, op);
                Val::Node(node)
            }
        }
    }

    /// `a.and(b)`: each alternative of the one with each of the other.
    fn and(&mut self, node: NodeId, other: ExprId, call: ExprId) -> Val {
        let family = self.heap[node].family;
        let value = self.eval(other);
        let left = self.taken(node);
        let right = match self.joined(value) {
            Val::Node(from) => self.taken(from),
            _ => vec![self.unknown_condition(other, family)],
        };
        let size = left.len().saturating_mul(right.len());
        if size > MAX_ALTERNATIVES || !self.may_move(size) {
            let span = self.frame().info.ir.exprs[call].span;
            let message = "these conditions have more combinations than are followed";
            self.problems.push(Problem::at(ProblemKind::LimitExceeded, span, message));
            return Val::Unknown;
        }
        let both = self.alloc(family);
        for a in &left {
            self.heap[both].entries.extend(right.iter().filter_map(|b| combined(a, b)));
        }
        Val::Node(both)
    }

    /// The routes of a node that is used up.
    fn taken(&mut self, node: NodeId) -> Vec<Entry> {
        self.heap[node].consumed = true;
        let fits = self.may_move(self.heap[node].entries.len());
        if fits { self.heap[node].finished() } else { Vec::new() }
    }

    fn unknown_condition(&mut self, expr: ExprId, family: Symbol) -> Entry {
        let mut entry = self.condition(expr, family);
        let name = short(self.world.cx.program.sources.slice(entry.span));
        entry.layers.push(Layer::new(LayerKind::Unknown, name, entry.span));
        entry.filter = Some(Filter { gives: vec![ExtractorKind::Other], ..Filter::default() });
        entry
    }

    /// `a.or(b)`: the alternatives of both.
    fn or(&mut self, node: NodeId, other: Val) -> Val {
        let Val::Node(from) = self.joined(other) else { return Val::Node(node) };
        let anywhere = |this: &Self, n: NodeId| this.heap[n].entries.iter().all(Entry::is_anywhere);
        if anywhere(self, node) && anywhere(self, from) {
            let family = self.heap[node].family;
            let both = [self.taken(node), self.taken(from)].concat();
            return match either(both) {
                Some(entry) => self.single(family, entry),
                None => Val::Node(node),
            };
        }
        self.absorb(node, from);
        for entry in &mut self.heap[node].entries {
            entry.scope.get_or_insert(node);
        }
        Val::Node(node)
    }

    /// `a.and_then(f)`.
    fn give(&mut self, node: NodeId, function: ExprId, applied: Applied) -> Val {
        let family = self.heap[node].family;
        let info = self.frame().info.clone();
        let span = info.ir.exprs[function].span;
        let handler = match self.eval(function) {
            Val::Handler(handler) => handler,
            _ => Handler::new(Target::Unknown, span),
        };
        let after = self.alloc(family);
        let name = short(self.world.cx.program.sources.slice(span));
        for mut entry in self.taken(node) {
            entry.apply(handler.clone(), applied, &name);
            self.heap[after].entries.push(entry);
        }
        Val::Node(after)
    }

    /// Marks what catches refusals or takes results apart.
    fn change_filters(&mut self, node: NodeId, op: &Op) {
        for entry in 0..self.heap[node].entries.len() {
            let parts = self.parts(self.heap[node].entries[entry].handler.target);
            let Some(filter) = &mut self.heap[node].entries[entry].filter else { continue };
            match op {
                Op::Rescue {} => filter.rescued = true,
                _ => filter.gives = vec![ExtractorKind::Other; parts],
            }
        }
    }

    /// How many values the tuple has that a function returns.
    fn parts(&self, target: Target) -> usize {
        let Target::Def(def) = target else { return 0 };
        let Some(sig) = self.world.cx.table.sig(def) else { return 0 };
        let results = [sig.ret.clone(), sig.ret.arg(0), sig.ret.arg(0).arg(0)];
        let parts =
            results.iter().find_map(|ty| if let Ty::Tuple(parts) = ty { Some(parts.len()) } else { None });
        parts.unwrap_or_default()
    }
}

/// One alternative that asks for both; `None` if no request meets both.
fn combined(a: &Entry, b: &Entry) -> Option<Entry> {
    let any = Symbol::new("ANY");
    let method = if a.method == any { b.method } else { a.method };
    if b.method != any && method != b.method {
        return None;
    }
    let (mut out, mut other) = (a.clone(), b.clone());
    // What was applied where the address was known already may be the handler; anything else is a condition.
    let routed = !b.is_anywhere() && b.filter.as_ref().is_some_and(|f| f.applied.is_some());
    if routed || a.is_anywhere() {
        out.settle();
    }
    if !routed {
        other.settle();
    }
    out.method = method;
    out.path = match (a.path.as_deref(), b.path.as_deref()) {
        (Some(path), Some("")) => Some(path.to_owned()),
        (front, back) => join(front, back),
    };
    out.layers.extend(other.layers);
    let mut filter = out.filter.take().unwrap_or_default();
    let mut added = other.filter.unwrap_or_default();
    if routed || added.answers {
        out.span = other.span;
        out.handler = other.handler;
        added.gives.splice(0..0, filter.gives);
        filter = added;
    } else {
        filter.gives.extend(added.gives);
    }
    out.filter = Some(filter);
    Some(out)
}

/// Alternatives that ask for no address, as one.
fn either(mut entries: Vec<Entry>) -> Option<Entry> {
    entries.iter_mut().for_each(Entry::settle);
    let mut out = entries.first()?.clone();
    out.layers = Vec::new();
    let layers: Vec<Vec<Layer>> = entries.into_iter().map(|e| e.layers).collect();
    if let Some(first) = layers.iter().flatten().next() {
        let (name, span) = (first.name.clone(), first.span);
        out.layers = vec![Layer::new(LayerKind::AnyOf(layers), name, span)];
    }
    Some(out)
}

impl Entry {
    /// Gives what was handed on to a function.
    fn apply(&mut self, mut handler: Handler, applied: Applied, name: &str) {
        let mut filter = self.filter.take().unwrap_or_default();
        let passes_on = !applied.fails && !applied.waits;
        let credential = filter.gives.contains(&ExtractorKind::Credential);
        handler.given = std::mem::take(&mut filter.gives);
        filter.gives =
            vec![if passes_on && credential { ExtractorKind::Credential } else { ExtractorKind::Other }];
        self.filter = Some(filter);
        // What only changes the answer is no handler.
        if passes_on && self.filter.as_ref().and_then(|f| f.applied).is_some_and(|a| a.waits) {
            return;
        }
        self.settle();
        self.span = handler.span;
        self.handler = handler;
        let filter = self.filter.get_or_insert_default();
        filter.applied = Some(applied);
        name.clone_into(&mut filter.name);
    }

    /// Makes the function that was applied last a condition.
    fn settle(&mut self) {
        let Some(filter) = &mut self.filter else { return };
        let applied = filter.applied.take();
        if std::mem::take(&mut filter.rescued) {
            self.layers.clear();
        } else if applied.is_some_and(|a| a.fails) {
            let Handler { target, span, given, .. } = self.handler.clone();
            let (kind, name) = (LayerKind::Validator(target, given), filter.name.clone());
            self.layers.push(Layer::new(kind, name, span));
        }
    }
}
