//! Which functions build routers, which of them to start from, and what comes out.
//!
//! A function is relevant if its body names something of the tables or another relevant function. Evaluation starts at
//! relevant functions that no other one names; what was not reached that way (function pointers, trait objects) is started
//! from afterwards, again with what nothing names that was not reached. Test code comes last and gives only routes that are registered nowhere else.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Problem, Span, Symbol};
use crate::ir::ExprKind;
use crate::resolve::{DefId, DefKind, Res};
use crate::types::Callee;
use crate::web::attribute;
use crate::web::eval::Evaluator;
use crate::web::foreign;
use crate::web::router::{Arms, Entry, Handler, Target};
use crate::web::service;
use crate::web::world::World;
use crate::workspace::Workspace;

/// A route as it was found.
pub(super) struct Found {
    pub(super) entry: Entry,
    /// The function whose evaluation gave it.
    pub(super) from: DefId,
    pub(super) in_test: bool,
    /// Distinguishes scopes: the run and the node in it.
    pub(super) scope: (usize, usize),
    /// Whether nothing serves it, as far as is seen.
    pub(super) loose: bool,
}

impl Found {
    /// Whether no router has it: a function that is served by its attribute, whose method says nothing of what it does.
    pub(super) fn is_standalone(&self) -> bool {
        self.scope.0 == usize::MAX
    }
}

/// Finds all routes.
pub(super) fn collect<'a>(world: &World<'a>, workspace: &'a Workspace) -> (Vec<Found>, Vec<Problem>) {
    let graph = Graph::new(world, workspace);
    let mut evaluator = Evaluator::new(world, workspace, &graph.relevant);
    let mut out: Vec<Found> = Vec::new();
    let mut run = 0;
    for test in [false, true] {
        let product: FxHashSet<Span> = out.iter().map(|f| f.entry.span).collect();
        loop {
            let mut starts = graph.starts(&evaluator.visited, test);
            // What is served by a program that was asked about and by one that was not is a route of the first.
            starts.sort_by_key(|&id| !world.is_selected(id));
            if starts.is_empty() {
                break;
            }
            for id in starts {
                if evaluator.visited.contains(&id) {
                    continue;
                }
                evaluator.start(id);
                evaluator.visited.insert(id);
                run += 1;
                for node in evaluator.heap.iter().filter(|n| !n.consumed) {
                    for entry in node.finished() {
                        if entry.is_condition() || test && product.contains(&entry.span) {
                            continue;
                        }
                        let scope = (run, entry.scope.unwrap_or(usize::MAX));
                        out.push(Found { entry, from: id, in_test: test, scope, loose: node.loose });
                    }
                }
            }
        }
    }
    out.extend(standalone(world, workspace));
    out.extend(foreign::routes(world, workspace, &out));
    let known: FxHashSet<Target> = out.iter().map(|f| f.entry.handler.target).collect();
    out.extend(service::unserved(world).into_iter().filter(|f| !known.contains(&f.entry.handler.target)));
    (without_repeats(out), evaluator.problems)
}

/// Routes of functions that are served without being registered.
fn standalone(world: &World<'_>, workspace: &Workspace) -> Vec<Found> {
    let mut out = Vec::new();
    if world.rules.attributes.iter().all(|r| r.row.standalone.is_none()) {
        return out;
    }
    for (id, def) in world.cx.map.defs.iter().filter(|(_, d)| d.kind == DefKind::Fn) {
        for found in attribute::standalone(world, workspace, id) {
            let handler = Handler::new(Target::Def(id), found.span);
            let entry = Entry {
                framework: found.family,
                method: found.method,
                path: found.path,
                handler,
                layers: Vec::new(),
                span: found.span,
                named: None,
                scope: None,
                by_attribute: true,
                filter: None,
                unsure: None,
                arms: Arms::default(),
            };
            let scope = (usize::MAX, def.file.0 as usize);
            out.push(Found { entry, from: id, in_test: def.in_test, scope, loose: false });
        }
    }
    out
}

/// The same registration under the same path is one route. What is served somewhere is not listed again where it is only
/// described.
fn without_repeats(mut found: Vec<Found>) -> Vec<Found> {
    let place = |f: &Found| (f.entry.span, f.entry.method, f.entry.handler.target);
    let served: FxHashSet<_> = found.iter().filter(|f| !f.loose).map(place).collect();
    found.retain(|f| !f.loose || !served.contains(&place(f)));
    // `if base.is_empty() { app } else { Router::new().nest(&base, app) }`: below a path that is not known it is the same route.
    let whole = |f: &Found| (place(f), f.entry.layers.iter().map(|l| l.span).collect::<Vec<Span>>());
    let known: FxHashSet<_> = found.iter().filter(|f| f.entry.path.is_some()).map(whole).collect();
    found.retain(|f| f.entry.path.is_some() || !known.contains(&whole(f)));
    // Routes without an address, as a struct may keep them, are listed where they get one.
    let placed = |f: &Found| f.entry.path.as_deref().is_some_and(|path| !path.is_empty());
    let known: FxHashSet<_> = found.iter().filter(|f| placed(f)).map(place).collect();
    found.retain(|f| f.entry.path.as_deref() != Some("") || !known.contains(&place(f)));
    found = once_each(found);
    found.iter_mut().for_each(|f| f.entry.path = f.entry.path.take().or(f.entry.named.take()));
    found
}

/// The same registration, found several times, once: that with the most around it. A layer that another one of them lacks is
/// there under a setting only, as where a router is cloned and served with the layer and without it.
fn once_each(found: Vec<Found>) -> Vec<Found> {
    let mut places: FxHashMap<(Span, Symbol, Option<String>, Target), usize> = FxHashMap::default();
    let mut out: Vec<Found> = Vec::with_capacity(found.len());
    for one in found {
        let Entry { span, method, path, handler, .. } = &one.entry;
        let place = *places.entry((*span, *method, path.clone(), handler.target)).or_insert(out.len());
        match out.get_mut(place) {
            None => out.push(one),
            Some(known) if known.in_test == one.in_test => {
                let outer = one.entry.layers.len() > known.entry.layers.len();
                let other = if outer { std::mem::replace(known, one) } else { one };
                let spans = |entry: &Entry| entry.layers.iter().map(|l| l.span).collect::<FxHashSet<Span>>();
                let (most, fewer) = (spans(&known.entry), spans(&other.entry));
                for layer in known.entry.layers.iter_mut().filter(|_| fewer.is_subset(&most)) {
                    layer.conditional |= !fewer.contains(&layer.span);
                }
            }
            Some(known) if known.in_test => *known = one,
            Some(_) => {}
        }
    }
    out
}

/// Of more functions that name each other, any may be the first.
const MAX_CYCLE: usize = 400;

struct Graph {
    relevant: FxHashSet<DefId>,
    /// Relevant functions by those that name them.
    named: FxHashMap<DefId, Vec<DefId>>,
    in_test: FxHashSet<DefId>,
}

impl Graph {
    fn new(world: &World<'_>, workspace: &Workspace) -> Graph {
        let map = world.cx.map;
        let packages = world.rules.concerned(workspace);
        let concerned: Vec<bool> =
            map.crates.iter().map(|k| packages.get(k.package).is_some_and(|&uses| uses)).collect();
        let functions = |kind| matches!(kind, DefKind::Fn | DefKind::Method(_));
        let ids: Vec<DefId> = map
            .defs
            .iter()
            .filter(|(_, d)| functions(d.kind) && concerned[d.krate])
            .map(|(id, _)| id)
            .collect();
        let mut named: FxHashMap<DefId, Vec<DefId>> = FxHashMap::default();
        let mut relevant: FxHashSet<DefId> = FxHashSet::default();
        for &id in &ids {
            let (direct, targets) = mentions(world, id);
            if direct {
                relevant.insert(id);
            }
            named.insert(id, targets);
        }
        spread(&mut relevant, &named);
        let in_test = relevant.iter().copied().filter(|&id| map.def(id).in_test).collect();
        Graph { relevant, named, in_test }
    }

    /// Relevant functions, of tests or not, that were not evaluated yet and that no other such function names. If each is named,
    /// they name each other: then the one from which most others are reached.
    fn starts(&self, visited: &FxHashSet<DefId>, test: bool) -> Vec<DefId> {
        let open = |id: &DefId| self.in_test.contains(id) == test && !visited.contains(id);
        let mut ids: Vec<DefId> = self.relevant.iter().copied().filter(open).collect();
        ids.sort();
        let mut called: FxHashSet<DefId> = FxHashSet::default();
        for id in &ids {
            called.extend(self.named[id].iter().copied().filter(|t| t != id));
        }
        let first: Vec<DefId> = ids.iter().copied().filter(|id| !called.contains(id)).collect();
        if !first.is_empty() || ids.len() > MAX_CYCLE {
            return if first.is_empty() { ids } else { first };
        }
        let most = |id: &DefId| (self.reached(*id, &ids), std::cmp::Reverse(*id));
        ids.iter().copied().max_by_key(most).into_iter().collect()
    }

    /// How many of these functions are reached from one.
    fn reached(&self, from: DefId, among: &[DefId]) -> usize {
        let mut seen: FxHashSet<DefId> = FxHashSet::default();
        let mut open = vec![from];
        while let Some(id) = open.pop() {
            if among.binary_search(&id).is_ok() && seen.insert(id) {
                open.extend(self.named[&id].iter().copied());
            }
        }
        seen.len()
    }
}

/// Adds everything that names something relevant, directly or not.
fn spread(relevant: &mut FxHashSet<DefId>, named: &FxHashMap<DefId, Vec<DefId>>) {
    let mut naming: FxHashMap<DefId, Vec<DefId>> = FxHashMap::default();
    for (&id, targets) in named {
        for &target in targets {
            naming.entry(target).or_default().push(id);
        }
    }
    let mut open: Vec<DefId> = relevant.iter().copied().collect();
    while let Some(id) = open.pop() {
        for &by in naming.get(&id).into_iter().flatten() {
            if relevant.insert(by) {
                open.push(by);
            }
        }
    }
}

/// Whether a body names something of the tables, and the functions of the workspace that it names.
fn mentions(world: &World<'_>, id: DefId) -> (bool, Vec<DefId>) {
    let Some(info) = world.body(id) else { return (false, Vec::new()) };
    let mut direct = false;
    let mut targets = Vec::new();
    let mut typed = false;
    info.ir.for_each_expr(info.body.root, &mut |e| match &info.ir.exprs[e].kind {
        ExprKind::Path(path) => {
            let Some(found) = info.names.exprs.get(&e) else { return };
            match &found.res {
                Res::Def(def) if found.rest == 0 && world.groups.contains_key(def) => direct = true,
                Res::Def(def) if found.rest == 0 => targets.push(*def),
                Res::Def(_) | Res::Impl(_) => typed = true,
                Res::Ext(ext) if path.last().is_some_and(|s| world.rules.names.contains(&s.name.sym)) => {
                    let path = world.cx.externals.canonical(ext).path;
                    direct |= world.rules.functions.contains_key(&path);
                }
                _ => {}
            }
        }
        ExprKind::Macro(call) => {
            direct |= call.path.last().is_some_and(|s| world.rules.macros.contains_key(&s.name.sym));
        }
        ExprKind::MethodCall { .. } => typed = true,
        ExprKind::Struct { .. } if !world.groups.is_empty() => {
            direct |= world.made_by_literal(&info, e).is_some_and(|def| world.groups.contains_key(&def));
        }
        _ => {}
    });
    direct |= takes_routes(world, id);
    if typed && (direct || !targets.is_empty() || mentions_routes(world, id)) {
        let callees = world.types(&info).callees.values();
        targets.extend(callees.filter_map(|c| if let Callee::Def(def) = c { Some(*def) } else { None }));
    }
    (direct, targets)
}

/// Whether a parameter holds routes.
fn takes_routes(world: &World<'_>, id: DefId) -> bool {
    let Some(sig) = world.cx.table.sig(id) else { return false };
    sig.params.iter().any(|ty| world.ext_type(ty).is_some_and(|p| world.rules.nodes.contains_key(&p)))
}

/// Whether the result holds routes, wrappers aside.
fn mentions_routes(world: &World<'_>, id: DefId) -> bool {
    let Some(sig) = world.cx.table.sig(id) else { return false };
    let mut ty = sig.ret.clone();
    for _ in 0..4 {
        if world.ext_type(&ty).is_some_and(|p| world.rules.nodes.contains_key(&p)) {
            return true;
        }
        ty = ty.arg(0);
    }
    false
}
