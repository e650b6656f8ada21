//! What calls do to routers: the operations of the framework tables, and lists of routes.

use crate::base::{Problem, ProblemKind, Symbol};
use crate::catalog::framework::{Covers, LayerMeaning, MacroMeaning, Op};
use crate::ir::{ExprId, ExprKind, Literal, MacroForm};
use crate::resolve::Res;
use crate::types::{Callee, Ty};
use crate::web::attribute;
use crate::web::eval::Evaluator;
use crate::web::router::{Entry, Handler, Layer, LayerKind, NodeId, Place, Target, Val, join};
use crate::web::text::concat;
use crate::web::world::BodyInfo;

/// Methods of lists that add the routes of their argument.
const ADDERS: &[&str] = &["append", "extend", "push", "chain", "insert", "extend_from_slice"];

impl Evaluator<'_, '_> {
    /// A library function of the tables.
    pub(super) fn function(&mut self, call: ExprId, family: Symbol, op: &Op, args: &[ExprId]) -> Val {
        match op {
            Op::MethodCondition { method } => return Val::Method(Symbol::new(method)),
            Op::Layers {} => return Val::Layers(Vec::new()),
            Op::Pending { method, method_at } => {
                let method = self.method_of(method.as_deref(), *method_at, args);
                let node = self.alloc(family);
                self.heap[node].pending = Some(method);
                return Val::Node(node);
            }
            Op::Empty { prefix, later } => {
                let node = self.alloc(family);
                self.heap[node].later = *later;
                if let Some(&arg) = prefix.and_then(|n| args.get(n)) {
                    self.heap[node].prefix = self.text(arg);
                } else {
                    args.iter().for_each(|&a| drop(self.eval(a)));
                }
                return Val::Node(node);
            }
            Op::Filter { .. } => return self.filter(call, family, op, args),
            _ => {}
        }
        let node = self.alloc(family);
        self.apply(node, op, args, call)
    }

    /// A method call with the value of its receiver.
    pub(super) fn method_call(&mut self, call: ExprId, receiver: ExprId, value: Val) -> Val {
        let info = self.frame().info.clone();
        let ExprKind::MethodCall { method, args, .. } = &info.ir.exprs[call].kind else {
            return Val::Unknown;
        };
        let value = self.with_known_type(&info, receiver, value);
        match value {
            Val::Node(node) => self.node_method(call, node, method.sym, args),
            Val::Handler(mut handler) => {
                if matches!(method.sym.as_str(), "layer" | "route_layer" | "wrap") {
                    let added: Vec<Layer> = args.iter().flat_map(|&a| self.layers(a)).collect();
                    handler.layers.extend(added);
                }
                Val::Handler(handler)
            }
            Val::Layers(mut layers) => {
                if method.sym == "layer" {
                    let added: Vec<Layer> = args.iter().flat_map(|&a| self.layers(a)).collect();
                    layers.extend(added);
                } else if method.sym == "service"
                    && let Val::Node(node) = self.routes_among(args)
                {
                    // `ServiceBuilder::new().layer(gate).service(routes)`
                    self.cover(node, layers, Covers::All);
                    return Val::Node(node);
                } else if self.world.rules.waivers.contains(&method.sym) {
                    layers.iter_mut().for_each(|layer| layer.waive(bool_at(&info, args)));
                }
                Val::Layers(layers)
            }
            Val::List(items) => self.list_method(items, method.sym, args),
            Val::Text(text) => match self.routes_among(args) {
                // `Server::new(TcpListener::bind("[::1]:80")).run(routes)`: the address is the only text known.
                Val::Node(node) => Val::Node(node),
                _ => Val::Text(text),
            },
            other => self.unknown_method(&info, call, receiver, other),
        }
    }

    /// The routes that are given to a call which nothing is known of.
    fn routes_among(&mut self, args: &[ExprId]) -> Val {
        let mut found = Val::Unknown;
        for &arg in args {
            let value = self.eval(arg);
            let value = self.joined(value);
            if let Val::Node(_) = value {
                found = self.either(found, value);
            }
        }
        found
    }

    /// A router that comes from a call that is not followed has at least a type.
    fn with_known_type(&mut self, info: &BodyInfo<'_>, expr: ExprId, value: Val) -> Val {
        if !matches!(value, Val::Unknown) || !matches!(info.ir.exprs[expr].kind, ExprKind::Call { .. }) {
            return value;
        }
        let ty = self.world.types(&self.frame().info).of(expr).clone();
        let family = self.world.ext_type(&ty).and_then(|p| self.world.rules.nodes.get(&p).copied());
        family.map_or(Val::Unknown, |family| Val::Node(self.alloc(family)))
    }

    fn node_method(&mut self, call: ExprId, node: NodeId, name: Symbol, args: &[ExprId]) -> Val {
        let family = self.heap[node].family;
        let ops = self.world.rules.methods.get(&(family, name));
        if let Some(op) = ops.and_then(|ops| ops.iter().find(|op| fits(op, args.len())).copied()) {
            return self.apply(node, op, args, call);
        }
        if name == "clone" && self.may_move(self.heap[node].entries.len()) {
            let copy = self.heap[node].clone();
            self.heap.push(copy);
            return Val::Node(self.heap.len() - 1);
        }
        if let Some(def) = self.extension_method(call, name) {
            let values = args.iter().map(|&a| self.eval(a)).collect();
            return match self.local_call(def, Some(Val::Node(node)), values) {
                Val::Unknown => Val::Node(node),
                known => known,
            };
        }
        for &arg in args {
            let value = self.eval(arg);
            let value = self.invoke_unknown(value);
            if ADDERS.contains(&name.as_str())
                && let Val::Node(other) = self.joined(value)
            {
                self.absorb(node, other);
            }
        }
        Val::Node(node)
    }

    fn list_method(&mut self, items: Vec<Val>, name: Symbol, args: &[ExprId]) -> Val {
        let holds_routes = |v: &Val| matches!(v, Val::Node(_) | Val::List(_));
        if name == "concat" || name == "join" {
            if !items.iter().any(holds_routes) {
                return concat(&items);
            }
            return self.joined(Val::List(items));
        }
        if let Some(result) = self.list_closure(&items, name, args) {
            return result;
        }
        let mut result = self.joined(Val::List(items.clone()));
        for &arg in args {
            let value = self.eval(arg);
            let value = self.joined(value);
            if ADDERS.contains(&name.as_str()) {
                result = self.either(result, value);
            }
        }
        if matches!(result, Val::Unknown) { Val::List(items) } else { result }
    }

    fn unknown_method(&mut self, info: &BodyInfo<'_>, call: ExprId, receiver: ExprId, value: Val) -> Val {
        let ExprKind::MethodCall { method, args, .. } = &info.ir.exprs[call].kind else {
            return Val::Unknown;
        };
        if method.sym == "clone" && matches!(value, Val::Unit(_)) {
            return value;
        }
        if let Some(folded) = self.fold_once(method.sym, args) {
            return folded;
        }
        let values: Vec<Val> = args.iter().map(|&a| self.eval(a)).collect();
        if let Some(Callee::Def(def)) = self.world.types(&self.frame().info).callees.get(&call).cloned() {
            return self.local_call(def, Some(value), values);
        }
        let mut last = Val::Unknown;
        for value in values {
            let value = self.invoke_unknown(value);
            last = self.either(last, value);
        }
        if ADDERS.contains(&method.sym.as_str())
            && let Val::Node(added) = self.joined(last.clone())
        {
            let node = self.alloc(self.heap[added].family);
            self.absorb(node, added);
            self.set_local(receiver, Val::Node(node));
            return Val::Node(node);
        }
        if args.len() == 1 { last } else { Val::Unknown }
    }

    /// All routes in a list as one value; anything else as it is.
    pub(super) fn joined(&mut self, value: Val) -> Val {
        let Val::List(items) = value else { return value };
        let mut result = Val::Unknown;
        for item in items {
            let item = self.joined(item);
            if let Val::Node(_) = item {
                result = self.either(result, item);
            }
        }
        result
    }

    /// Moves the routes of `from` into `node`.
    pub(super) fn absorb(&mut self, node: NodeId, from: NodeId) {
        self.absorb_below(node, &Place::at(Some(String::new())), from);
    }

    /// Moves the routes of `from` into `node`, below a path.
    fn absorb_below(&mut self, node: NodeId, place: &Place, from: NodeId) {
        if node == from {
            return;
        }
        self.heap[from].consumed = true;
        if !self.may_move(self.heap[from].entries.len()) {
            return;
        }
        let entries = self.heap[from].finished();
        let front = join(self.heap[node].front.as_deref(), place.path.as_deref());
        let named = join(
            self.heap[node].front.as_deref(),
            place.path.as_ref().or(place.named.as_ref()).map(String::as_str),
        );
        let bare = front.as_deref() == Some("");
        for mut entry in entries {
            entry.scope.get_or_insert(node);
            if !bare {
                let shown =
                    join(named.as_deref(), entry.path.as_ref().or(entry.named.as_ref()).map(String::as_str));
                entry.named = shown;
                entry.path = join(front.as_deref(), entry.path.as_deref());
                for layer in &mut entry.layers {
                    layer.front = join(front.as_deref(), Some(&layer.front)).unwrap_or_default();
                }
            }
            self.heap[node].entries.push(entry);
        }
    }

    fn apply(&mut self, node: NodeId, op: &Op, args: &[ExprId], call: ExprId) -> Val {
        match op {
            Op::Endpoint { method, method_at, path, typed, handler } => {
                let method = self.method_of(method.as_deref(), *method_at, args);
                let path = match path.and_then(|n| args.get(n)) {
                    Some(&arg) => self.text(arg),
                    None if *typed => args.get(*handler).and_then(|&arg| self.typed_path(arg)),
                    None => Some(String::new()),
                };
                self.endpoint(node, method, path, args.get(*handler).copied(), call);
            }
            Op::Handler { handler } => {
                let method = self.heap[node].pending.unwrap_or_else(|| Symbol::new("ANY"));
                self.endpoint(node, method, Some(String::new()), args.get(*handler).copied(), call);
            }
            Op::Mount { path, routes } => {
                let named = args.get(*path).and_then(|&a| self.named_segment(a));
                let path = args.get(*path).and_then(|&a| self.text(a));
                if let Some(&arg) = args.get(*routes) {
                    self.mount(node, Place { path, named }, arg, call);
                }
            }
            Op::Merge { routes } => {
                if let Some(&arg) = args.get(*routes) {
                    let value = self.eval(arg);
                    if matches!(value, Val::Unknown) {
                        self.not_followed(arg);
                    }
                    self.merge(node, value);
                }
            }
            Op::Layer { layer, covers, goes_on, conditional } => {
                let mut layers = args.get(*layer).map_or_else(Vec::new, |&a| self.layers(a));
                if *goes_on {
                    layers.iter_mut().for_each(Layer::goes_on);
                }
                layers.iter_mut().for_each(|l| l.conditional |= *conditional);
                self.cover(node, layers, *covers);
            }
            Op::Prefix { path, replaces } => {
                let path = args.get(*path).and_then(|&a| self.text(a));
                self.prefix(node, path, *replaces);
            }
            Op::Group { routes } => {
                if let Some(&arg) = args.get(*routes) {
                    let value = self.eval(arg);
                    let info = self.frame().info.clone();
                    let ty = self.world.types(&info).of(arg).clone();
                    self.heap[node].loose = true;
                    self.group(node, &value, &ty);
                }
            }
            Op::Service { .. } | Op::Schema { .. } => self.operations(node, op, args),
            Op::Other {} => return Val::Unknown,
            Op::MethodGuard { guard } => self.restrict(node, args.get(*guard).copied()),
            Op::Configure { function } => {
                let function = args.get(*function).map(|&a| self.eval(a));
                self.configure(node, function.unwrap_or_default());
            }
            Op::Fallback { handler } => {
                let path = Some("/*".to_owned());
                self.endpoint(node, Symbol::new("ANY"), path, args.get(*handler).copied(), call);
            }
            Op::And { .. } | Op::Or { .. } | Op::Apply { .. } | Op::Rescue {} | Op::Untuple {} => {
                return self.combine(node, op, args, call);
            }
            Op::Describe {} => {
                self.heap[node].loose = true;
                return Val::Unknown;
            }
            Op::Split {} => return Val::List(vec![Val::Node(node), Val::Unknown]),
            Op::Pending { .. }
            | Op::Empty { .. }
            | Op::MethodCondition { .. }
            | Op::Layers {}
            | Op::Filter { .. } => {}
        }
        Val::Node(node)
    }

    fn method_of(&mut self, method: Option<&str>, at: Option<usize>, args: &[ExprId]) -> Symbol {
        let given = at.and_then(|n| args.get(n)).map(|&a| self.eval(a));
        match (method, given) {
            (Some(method), _) => Symbol::new(method),
            (None, Some(Val::Method(method))) => method,
            _ => Symbol::new("ANY"),
        }
    }

    fn restrict(&mut self, node: NodeId, guard: Option<ExprId>) {
        let Some(guard) = guard else { return };
        match self.eval(guard) {
            Val::Method(method) => {
                let data = &mut self.heap[node];
                data.pending = Some(method);
                data.entries.iter_mut().filter(|e| e.method == "ANY").for_each(|e| e.method = method);
            }
            // A function that is asked about each request: most look at the host or a version, some at a credential.
            Val::Layers(layers) => self.cover(node, layers, Covers::All),
            _ => {}
        }
    }

    fn prefix(&mut self, node: NodeId, path: Option<String>, replaces: bool) {
        let node = &mut self.heap[node];
        let place = if node.later { &mut node.front } else { &mut node.prefix };
        *place = if replaces { path } else { join(place.as_deref(), path.as_deref()) };
    }

    /// The path that the types of a handler's parameters stand for, wrappers aside.
    fn typed_path(&mut self, handler: ExprId) -> Option<String> {
        let Val::Handler(Handler { target, .. }) = self.eval(handler) else { return None };
        let types = match target {
            Target::Def(def) => self.world.cx.table.sig(def)?.params.clone(),
            Target::Closure(owner, closure) => {
                self.world.closure_params(owner, closure).into_iter().map(|(_, ty)| ty).collect()
            }
            Target::Unknown => return None,
        };
        types.iter().flat_map(|ty| [ty.peel().clone(), ty.peel().arg(0)]).find_map(|ty| match ty {
            Ty::Adt(Res::Def(def), _) => attribute::path_of_type(self.world, def),
            _ => None,
        })
    }

    pub(super) fn text(&mut self, arg: ExprId) -> Option<String> {
        match self.eval(arg) {
            Val::Text(text) => Some(text),
            _ => None,
        }
    }

    fn endpoint(
        &mut self,
        node: NodeId,
        method: Symbol,
        path: Option<String>,
        handler: Option<ExprId>,
        call: ExprId,
    ) {
        let info = self.frame().info.clone();
        let span = info.ir.exprs[handler.unwrap_or(call)].span;
        let value = handler.map(|h| self.eval(h));
        // The operations of a schema that is not in the workspace are not known: the route that takes them is what is left.
        if let Some(Val::Node(other)) = value
            && !self.heap[other].entries.is_empty()
        {
            return self.absorb_below(node, &Place::at(path), other);
        }
        let handler = match value {
            Some(Val::Handler(handler)) => handler,
            _ => Handler::new(Target::Unknown, span),
        };
        let (framework, arms) = (self.heap[node].family, self.arms());
        self.heap[node].entries.push(Entry {
            framework,
            method,
            path,
            named: None,
            layers: handler.layers.clone(),
            handler,
            span,
            scope: None,
            by_attribute: false,
            filter: None,
            unsure: None,
            arms,
        });
    }

    fn mount(&mut self, node: NodeId, place: Place, routes: ExprId, call: ExprId) {
        let value = self.eval(routes);
        let value = match self.joined(value) {
            Val::Handler(_) => {
                let any = Symbol::new("ANY");
                return self.endpoint(node, any, place.path, Some(routes), call);
            }
            other => other,
        };
        match value {
            Val::Node(from) => self.absorb_below(node, &place, from),
            _ => self.not_followed(routes),
        }
    }

    /// A router that is added and not known: a gap with its place. Services of libraries are none.
    fn not_followed(&mut self, routes: ExprId) {
        let info = self.frame().info.clone();
        let ty = self.world.types(&info).of(routes).clone();
        let known = match self.world.ext_type(&ty) {
            Some(path) => !self.world.rules.nodes.contains_key(&path),
            None => ty.is_known(),
        };
        if !known {
            let span = info.ir.exprs[routes].span;
            let message = "the routes that are added here are not followed";
            self.problems.push(Problem::at(ProblemKind::UnknownRoute, span, message));
        }
    }

    pub(super) fn merge(&mut self, node: NodeId, value: Val) {
        match value {
            Val::Node(from) => self.absorb(node, from),
            Val::List(items) => items.into_iter().for_each(|item| self.merge(node, item)),
            Val::Handler(handler) => self.by_attribute(node, &handler),
            _ => {}
        }
    }

    /// Routes that the attributes of a handler declare.
    pub(super) fn by_attribute(&mut self, node: NodeId, handler: &Handler) {
        let Target::Def(def) = handler.target else { return };
        for found in attribute::routes_of(self.world, self.workspace, def) {
            let asked = found.layers.iter().any(|l| matches!(l.kind, LayerKind::Validator(..)));
            self.heap[node].family = found.family;
            let arms = self.arms();
            self.heap[node].entries.push(Entry {
                framework: found.family,
                method: found.method,
                path: found.path,
                named: None,
                handler: handler.clone(),
                layers: handler.layers.iter().cloned().chain(found.layers).collect(),
                span: if found.describes { handler.span } else { found.span },
                scope: Some(node),
                by_attribute: !found.describes,
                filter: None,
                unsure: asked.then_some("a function is asked whether it is for the request"),
                arms,
            });
        }
    }

    /// `mount_all!(app, "/v1", settings, "/users" => users(), "/notes" => notes())`.
    fn mounts(&mut self, form: &MacroForm) -> Val {
        let MacroForm::Exprs(args) = form else { return Val::Unknown };
        let [to, base, _, pairs @ ..] = &args[..] else { return Val::Unknown };
        let Val::Node(node) = self.eval(*to) else { return Val::Unknown };
        let base = self.text(*base);
        for pair in pairs.chunks_exact(2) {
            let path = self.text(pair[0]);
            let path = join(base.as_deref(), path.as_deref());
            self.mount(node, Place::at(path), pair[1], pair[1]);
        }
        Val::Unknown
    }

    fn configure(&mut self, node: NodeId, function: Val) {
        let Val::Handler(Handler { target, .. }) = function else { return };
        match target {
            Target::Def(def) => drop(self.local_call(def, None, vec![Val::Node(node)])),
            Target::Closure(owner, closure) => {
                drop(self.call_closure(owner, closure, vec![Val::Node(node)]));
            }
            Target::Unknown => {}
        }
    }

    /// A macro of the tables: a list of handlers, or a layer.
    pub(super) fn route_macro(&mut self, id: ExprId, name: Symbol, form: &MacroForm) -> Option<Val> {
        if let Some(&(family, MacroMeaning::PathFilter)) = self.world.rules.macros.get(&name) {
            return Some(self.path_filter(id, family));
        }
        if matches!(self.world.rules.macros.get(&name), Some((_, MacroMeaning::Mounts))) {
            return Some(self.mounts(form));
        }
        if matches!(self.world.rules.macros.get(&name), Some((_, MacroMeaning::Handlers))) {
            let node = self.alloc(Symbol::new(""));
            let handlers = match form {
                MacroForm::Exprs(list) => list.clone(),
                MacroForm::Expr(one) => vec![*one],
                _ => Vec::new(),
            };
            for handler in handlers {
                let value = self.eval(handler);
                self.merge(node, value);
            }
            return Some(Val::Node(node));
        }
        let layers = self.world.rules.layers.iter();
        let same = |path: &Symbol| path.as_str().rsplit("::").next() == Some(name.as_str());
        let (_, meaning) = layers.filter(|(path, _)| same(path)).min_by_key(|(path, _)| **path)?;
        let span = self.frame().info.ir.exprs[id].span;
        let kind = if **meaning == LayerMeaning::Guard { LayerKind::Guard } else { LayerKind::Other };
        Some(Val::Layers(vec![Layer::new(kind, format!("{name}!"), span)]))
    }
}

/// Whether a call has the arguments that an operation reads.
fn fits(op: &Op, args: usize) -> bool {
    match op {
        Op::Mount { path, routes } => args > *path.max(routes),
        Op::Endpoint { handler: n, .. }
        | Op::Handler { handler: n }
        | Op::Merge { routes: n }
        | Op::Layer { layer: n, .. }
        | Op::MethodGuard { guard: n }
        | Op::Configure { function: n }
        | Op::Fallback { handler: n }
        | Op::And { filter: n }
        | Op::Or { filter: n }
        | Op::Apply { function: n, .. }
        | Op::Prefix { path: n, .. }
        | Op::Service { routes: n, layer: None }
        | Op::Service { layer: Some(n), .. }
        | Op::Group { routes: n } => args > *n,
        _ => true,
    }
}

/// The first argument, if it is written out.
fn bool_at(info: &BodyInfo<'_>, args: &[ExprId]) -> Option<bool> {
    match &info.ir.exprs[*args.first()?].kind {
        ExprKind::Literal(Literal::Bool(value)) => Some(*value),
        _ => None,
    }
}

/// The first words of a source text.
pub(super) fn short(text: &str) -> String {
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}..", &line[..end]),
        None => line,
    }
}
