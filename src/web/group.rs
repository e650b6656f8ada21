//! Registration of values whose types declare routes: by attributes of methods, as operations of a service, or as the
//! fields of a schema's roots.
//!
//! ```text
//! Server::builder()                                        #0 {}
//!     .layer(trace())                                      #0 {}  around all of it: trace
//!     .add_service(GreeterServer::with_interceptor(        #1 {RPC /hello.Greeter/SayHello}  layer: check
//!         MyGreeter::default(), check))                    #0 {RPC /hello.Greeter/SayHello}
//! ```
//!
//! The type `GreeterServer` is generated and often not there: what is known is the type of the value it is made of.

use crate::base::Symbol;
use crate::catalog::framework::{Covers, Op};
use crate::ir::{ExprId, ExprKind, ItemKind};
use crate::resolve::{DefId, ImplData, Res};
use crate::types::Ty;
use crate::web::attribute::{GroupKind, RouteGroup};
use crate::web::eval::Evaluator;
use crate::web::router::{Entry, Handler, Layer, NodeId, Target, Val, join};
use crate::web::service;

/// Types inside others are looked through this deep: `Arc<Mutex<T>>`, roots of roots.
const MAX_NESTING: usize = 6;

impl Evaluator<'_, '_> {
    /// The routes that the methods of a value declare, or those of each value of a tuple.
    pub(super) fn group(&mut self, node: NodeId, value: &Val, ty: &Ty) {
        match (value, ty.peel()) {
            (Val::Unit(def), _) | (_, Ty::Adt(Res::Def(def), _)) => self.declared_by(node, *def),
            (Val::List(items), ty) => {
                for (n, item) in items.iter().enumerate() {
                    let part = if let Ty::Tuple(parts) = ty { parts.get(n) } else { None };
                    self.group(node, item, part.unwrap_or(&Ty::Unknown));
                }
            }
            (_, Ty::Tuple(parts)) => parts.iter().for_each(|part| self.group(node, &Val::Unknown, part)),
            _ => {}
        }
    }

    fn declared_by(&mut self, node: NodeId, def: DefId) {
        let world = self.world;
        for group in world.groups.get(&def).into_iter().flatten() {
            self.heap[node].family = group.family;
            let first = self.heap[node].entries.len();
            for &method in &group.methods {
                match group.kind {
                    GroupKind::Attributes => {
                        let def = world.cx.map.def(method);
                        let span = world.cx.program.file(def.file).items[def.item].head;
                        self.by_attribute(node, &Handler::new(Target::Def(method), span));
                    }
                    GroupKind::Operations => {
                        let entry = service::operation(world, group, method);
                        self.heap[node].entries.push(entry);
                    }
                    GroupKind::Fields => {}
                }
            }
            if group.kind == GroupKind::Attributes {
                for entry in self.heap[node].entries.iter_mut().skip(first) {
                    entry.path = join(group.prefix.as_deref(), entry.path.as_deref());
                }
            }
        }
    }

    /// `GreeterServer::new(greeter)`, where the value's type implements operations.
    pub(super) fn generated(&mut self, callee: ExprId, args: &[ExprId]) -> Option<Val> {
        let info = self.frame().info.clone();
        let ExprKind::Path(path) = &info.ir.exprs[callee].kind else { return None };
        let [.., owner, name] = &path.segments[..] else { return None };
        let world = self.world;
        let (family, row) = world.rules.services.iter().find(|(_, row)| {
            row.makers.contains_key(name.name.sym.as_str()) && owner.name.sym.as_str().ends_with(&row.suffix)
        })?;
        let op = row.makers.get(name.name.sym.as_str())?;
        let Op::Service { routes, layer } = op else { return None };
        let (value, layer) = (*args.get(*routes)?, layer.and_then(|n| args.get(n)).copied());
        let service = owner.name.sym.as_str().strip_suffix(row.suffix.as_str()).unwrap_or("");
        let only = match self.implementor(value) {
            Some(_) => None,
            None => Some(self.only_implementor(value, service)?),
        };
        let node = self.alloc(*family);
        match only {
            Some(def) => {
                self.declared_by(node, def);
                self.intercept(node, layer);
            }
            None => self.serve(node, value, layer),
        }
        Some(Val::Node(node))
    }

    /// Adds operations of a service or fields of a schema.
    pub(super) fn operations(&mut self, node: NodeId, op: &Op, args: &[ExprId]) {
        match op {
            Op::Service { routes, layer } => self.serve(node, args[*routes], layer.map(|n| args[n])),
            Op::Schema { query, mutation, subscription } => {
                let roots = [*query, *mutation, *subscription].map(|n| args.get(n).copied());
                self.schema(node, roots);
            }
            _ => {}
        }
    }

    /// The type of a value that implements operations, wrappers aside.
    fn implementor(&self, value: ExprId) -> Option<DefId> {
        let info = self.frame().info.clone();
        let mut ty = self.world.types(&info).of(value).clone();
        for _ in 0..MAX_NESTING {
            ty = ty.peel().clone();
            let Ty::Adt(res, _) = &ty else { return None };
            if let Res::Def(def) = res {
                let groups = self.world.groups.get(def).into_iter().flatten();
                return groups.into_iter().any(|g| g.kind == GroupKind::Operations).then_some(*def);
            }
            ty = ty.arg(0);
        }
        None
    }

    /// Adds the operations of a value, with a layer around them.
    fn serve(&mut self, node: NodeId, value: ExprId, layer: Option<ExprId>) {
        match self.implementor(value) {
            Some(def) => self.declared_by(node, def),
            None => {
                let value = self.eval(value);
                self.merge(node, value);
            }
        }
        self.intercept(node, layer);
    }

    fn intercept(&mut self, node: NodeId, layer: Option<ExprId>) {
        let mut layers = layer.map_or_else(Vec::new, |l| self.layers(l));
        layers.iter_mut().for_each(Layer::intercepts);
        self.cover(node, layers, Covers::Present);
    }

    /// The one type of the workspace that implements a service, for a value of which only that is known: `GreeterServer::new(greeter)`
    /// in a function that takes `impl Greeter`.
    fn only_implementor(&self, value: ExprId, service: &str) -> Option<DefId> {
        let info = self.frame().info.clone();
        let ty = self.world.types(&info).of(value);
        if !matches!(ty.peel(), Ty::Unknown | Ty::Param(_) | Ty::Dyn(_)) || service.is_empty() {
            return None;
        }
        let map = self.world.cx.map;
        let implements = |data: &ImplData| {
            let ir = self.world.cx.program.file(data.file);
            let ItemKind::Impl(item) = &ir.items[data.item].kind else { return false };
            let named = item.trait_.as_ref().and_then(|path| path.last());
            !data.in_test && named.is_some_and(|name| name.name.sym == service)
        };
        let owners = map.impls.iter().filter(|(_, data)| implements(data)).filter_map(|(_, data)| {
            let Some(Res::Def(owner)) = &data.self_ty else { return None };
            let groups = self.world.groups.get(owner)?;
            groups.iter().any(|g| g.kind == GroupKind::Operations).then_some(*owner)
        });
        let mut owners: Vec<DefId> = owners.filter(|&owner| !map.def(owner).in_test).collect();
        owners.dedup();
        match owners[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Adds the fields of the roots of a schema.
    fn schema(&mut self, node: NodeId, roots: [Option<ExprId>; 3]) {
        let info = self.frame().info.clone();
        for (root, kind) in roots.into_iter().zip(["QUERY", "MUTATION", "SUBSCRIPTION"]) {
            let Some(root) = root else { continue };
            let ty = self.world.types(&info).of(root).clone();
            self.root(node, &ty, Symbol::new(kind), 0);
        }
    }

    fn root(&mut self, node: NodeId, ty: &Ty, kind: Symbol, depth: usize) {
        let world = self.world;
        let Ty::Adt(Res::Def(def), _) = ty.peel() else { return };
        if depth >= MAX_NESTING {
            return;
        }
        let fields = |g: &&RouteGroup| g.kind == GroupKind::Fields;
        for group in world.groups.get(def).into_iter().flatten().filter(fields) {
            let found = group.methods.iter().filter_map(|&m| service::field(world, group, m, kind));
            let found: Vec<Entry> = found.collect();
            self.heap[node].family = group.family;
            self.heap[node].entries.extend(found);
        }
        if service::merges(world, *def) {
            for (_, part) in world.cx.table.fields(*def).iter() {
                self.root(node, part, kind, depth + 1);
            }
        }
    }
}
