//! Routes in macros that nobody knows: `my_routes! { "/users" => get(users::list), post(users::create) }`, and attributes
//! such as `#[routes("" => [get(list), post(create)])]`.
//!
//! What such a macro makes of its arguments is not known. But the name of a method before the path of a function of the
//! workspace is a route, with an unknown path and unknown layers: unsure at best, never protected by what is not seen.
//! Handlers that are registered elsewhere are left out.

use rustc_hash::FxHashSet;

use crate::base::{FileId, Span, Symbol};
use crate::ir::{Attr, ExprKind, FileIr, ItemKind};
use crate::resolve::{DefId, DefKind, ModId, Namespace, Res};
use crate::web::collect::Found;
use crate::web::eval::Evaluator;
use crate::web::router::{Arms, Entry, Handler, Target, Val};
use crate::web::world::World;
use crate::workspace::Workspace;

/// Words that are methods before a handler.
const METHODS: &[&str] = &["get", "post", "put", "patch", "delete"];
/// Why such a route is unsure.
const REASON: &str = "registered by a macro that is not followed";
/// Longer arguments hold no routes.
const MAX_TEXT: usize = 200_000;

impl Evaluator<'_, '_> {
    /// Routes among the arguments of a macro: at which path, and behind what, is not known.
    pub(super) fn made_by_macro(&mut self, values: Vec<Val>) -> Val {
        let value = self.joined(Val::List(values));
        if let Val::Node(node) = value {
            for entry in &mut self.heap[node].entries {
                // A path that is written says more than none, even if it may be only a part.
                entry.path = entry.path.take().filter(|path| !path.is_empty());
                entry.unsure = Some(REASON);
            }
        }
        value
    }
}

/// Routes in unknown macros and attributes whose handlers are not known yet.
pub(super) fn routes(world: &World<'_>, workspace: &Workspace, found: &[Found]) -> Vec<Found> {
    let mut known: FxHashSet<Target> = found.iter().map(|f| f.entry.handler.target).collect();
    let mut out = Vec::new();
    for place in places(world, workspace) {
        let text = world.cx.program.sources.slice(place.span);
        for (method, path) in pairs(text) {
            let Some(def) = handler(world, place.module, &path) else { continue };
            if known.insert(Target::Def(def)) {
                out.push(route(world, &place, method, def));
            }
        }
    }
    out
}

/// Tokens that nobody understands.
struct Place {
    module: ModId,
    span: Span,
}

/// Unknown macros and attributes in crates that use a framework, in order of their places.
fn places(world: &World<'_>, workspace: &Workspace) -> Vec<Place> {
    let mut out = Vec::new();
    // The first module of a file is the file's own.
    let mut seen: FxHashSet<FileId> = FxHashSet::default();
    let concerned = world.rules.concerned(workspace);
    for (id, module) in world.cx.map.modules.iter().filter(|(_, m)| !m.is_block) {
        let package = world.cx.map.crates[module.krate].package;
        if !concerned.get(package).is_some_and(|&uses| uses) {
            continue;
        }
        if seen.insert(module.file) {
            let ir = world.cx.program.file(module.file);
            let spans = in_file(world, ir);
            out.extend(spans.into_iter().map(|span| Place { module: id, span }));
        }
    }
    out.sort_by_key(|p| p.span);
    out
}

fn in_file(world: &World<'_>, ir: &FileIr) -> Vec<Span> {
    let mut out = Vec::new();
    for (_, expr) in ir.exprs.iter() {
        if let ExprKind::Macro(call) = &expr.kind
            && call.guessed
            && call.path.last().is_some_and(|s| !world.rules.macros.contains_key(&s.name.sym))
        {
            out.push(expr.span);
        }
    }
    for (_, item) in ir.items.iter() {
        match &item.kind {
            ItemKind::Macro { path, .. } if path.last().is_some_and(|s| s.name.sym != "macro_rules") => {
                out.push(item.span);
            }
            _ => out.extend(item.attrs.iter().filter(|a| is_unknown(a)).map(|a| a.span)),
        }
    }
    out.retain(|span| (span.hi - span.lo) as usize <= MAX_TEXT);
    out
}

/// Attributes of the compiler and documentation hold no routes.
fn is_unknown(attr: &Attr) -> bool {
    const KNOWN: &[&str] = &["doc", "cfg", "cfg_attr", "derive", "allow", "warn", "deny", "expect", "serde"];
    attr.path.as_ident().is_none_or(|name| !KNOWN.contains(&name.sym.as_str()))
}

/// `get(a::b)` and `post("/x", a::b)` in a text: the method and the path of the function.
fn pairs(text: &str) -> Vec<(Symbol, String)> {
    let mut out = Vec::new();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    for (at, _) in text.match_indices('(') {
        let before = text[..at].trim_end();
        let start = before
            .rfind(|c| !is_word(c))
            .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
        let method = &before[start..];
        if !METHODS.contains(&method) {
            continue;
        }
        let mut rest = text[at + 1..].trim_start();
        if let Some(literal) = rest.strip_prefix('"')
            && let Some((_, after)) = literal.split_once('"')
        {
            rest = after.trim_start().trim_start_matches(',').trim_start();
        }
        let end = rest.find(|c| !is_word(c) && c != ':').unwrap_or(rest.len());
        let (path, after) = rest.split_at(end);
        if !path.is_empty() && after.trim_start().starts_with([')', ',']) {
            out.push((Symbol::new(&method.to_ascii_uppercase()), path.to_owned()));
        }
    }
    out
}

/// The function of the workspace that a path names.
fn handler(world: &World<'_>, module: ModId, path: &str) -> Option<DefId> {
    let names: Vec<Symbol> = path.split("::").filter(|n| !n.is_empty()).map(Symbol::new).collect();
    let found = world.cx.map.resolve_names(module, None, false, &names, Namespace::Value)?;
    match found.res {
        Res::Def(def) if found.rest == 0 && world.cx.map.def(def).kind == DefKind::Fn => Some(def),
        _ => None,
    }
}

fn route(world: &World<'_>, place: &Place, method: Symbol, def: DefId) -> Found {
    let module = &world.cx.map.modules[place.module];
    let entry = Entry {
        framework: Symbol::new("unknown"),
        method,
        path: None,
        handler: Handler::new(Target::Def(def), place.span),
        layers: Vec::new(),
        span: place.span,
        named: None,
        scope: None,
        by_attribute: false,
        filter: None,
        unsure: Some(REASON),
        arms: Arms::default(),
    };
    let scope = (usize::MAX, place.span.file.0 as usize);
    let in_test = module.in_test || world.cx.map.def(def).in_test;
    Found { entry, from: def, in_test, scope, loose: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_before_functions_are_pairs() {
        let found = pairs("r! { \"/a\" => get(users::list), post(\"/b\", create), get(x.y()), forget(z) }");
        let shown: Vec<String> = found.iter().map(|(m, p)| format!("{m} {p}")).collect();
        assert_eq!(shown, ["GET users::list", "POST create"]);
    }
}
