//! Imports, to a fixpoint.
//!
//! Every import is tried; those that resolve bind their name. A round that binds nothing ends it, so chains of re-exports
//! of any length and cycles are fine. Example: `pub use a::B` in crate `x` and `use x::B` in crate `y` need two rounds when
//! `y` comes first.

use rustc_hash::FxHashSet;

use crate::base::Symbol;
use crate::catalog::Catalog;
use crate::ir::{ImportKind, Path};
use crate::resolve::def::{DefMap, ModId};
use crate::resolve::path::{Namespace, Res};

/// Rounds after which imports that still fail are given up; real chains need two to five.
const MAX_ROUNDS: usize = 32;

/// An import that is not resolved yet.
#[derive(Clone, Debug)]
pub(super) struct PendingImport {
    pub(super) module: ModId,
    pub(super) path: Path,
    pub(super) kind: ImportKind,
    pub(super) done: bool,
}

/// Binds every import that can be resolved.
pub(super) fn resolve_imports(map: &mut DefMap, catalog: &Catalog) {
    let mut pending = std::mem::take(&mut map.imports);
    bind(map, &mut pending);
    map.imports_bound = true;
    name_globs(map, catalog);
    bind(map, &mut pending);
    map.imports = pending;
    name_globs(map, catalog);
}

/// Rounds until nothing more is bound.
fn bind(map: &mut DefMap, pending: &mut Vec<PendingImport>) {
    for _ in 0..MAX_ROUNDS {
        let mut changed = false;
        for import in pending.iter_mut().filter(|i| !i.done) {
            changed |= try_import(map, import);
        }
        pending.retain(|i| !i.done);
        if !changed {
            break;
        }
    }
}

/// What the catalog knows under each external path that a glob brings in, so that one of several can be chosen.
fn name_globs(map: &mut DefMap, catalog: &Catalog) {
    let external = |res: &Res| if let Res::Ext(ext) = res { Some(ext.clone()) } else { None };
    let globs: FxHashSet<_> = map.modules.iter().flat_map(|(_, m)| &m.globs).filter_map(external).collect();
    if globs.is_empty() {
        return;
    }
    let known = catalog.names_by_module();
    for ext in globs {
        let canonical = catalog.canonical_in(ext.krate.package.as_str(), ext.path.as_str());
        let of = |path: Symbol| known.get(path.as_str()).into_iter().flatten().copied();
        let names = of(canonical).chain(of(ext.path)).collect();
        map.glob_names.insert(ext.path, names);
    }
}

/// Whether something was bound that was not before.
fn try_import(map: &mut DefMap, import: &mut PendingImport) -> bool {
    let complete = |r: crate::resolve::PathRes| (r.rest == 0).then_some(r.res);
    let find = |map: &DefMap, ns| resolve_import(map, import, ns).and_then(complete);
    let (ty, value) = (find(map, Namespace::Type), find(map, Namespace::Value));
    if ty.is_none() && value.is_none() {
        return false;
    }
    match import.kind {
        ImportKind::Glob => {
            let Some(target) = ty else { return false };
            import.done = true;
            let globs = &mut map.modules[import.module].globs;
            if !globs.contains(&target) {
                globs.push(target);
            }
            true
        }
        ImportKind::Anonymous => {
            import.done = true;
            map.modules[import.module].anonymous.extend(ty.or(value));
            true
        }
        ImportKind::Named(name) => {
            let module = &mut map.modules[import.module];
            let before = (module.types.len(), module.values.len());
            if let Some(res) = ty.clone() {
                module.types.entry(name.sym).or_insert(res);
            }
            if let Some(res) = value.clone() {
                module.values.entry(name.sym).or_insert(res);
            }
            // The other namespace may resolve later; an item of another crate counts in both at once.
            import.done = ty.is_some() && value.is_some();
            before != (module.types.len(), module.values.len())
        }
    }
}

fn resolve_import(map: &DefMap, import: &PendingImport, ns: Namespace) -> Option<crate::resolve::PathRes> {
    // `use x::y` must not find itself: a lone `use serde;` names the crate.
    let names: Vec<_> = import.path.segments.iter().map(|s| s.name.sym).collect();
    let krate = map.modules[import.module].krate;
    let first = *names.first()?;
    let own_name = matches!(import.kind, ImportKind::Named(n) if n.sym == first);
    if own_name && let Some(res @ (Res::Ext(_) | Res::Module(_))) = map.extern_crate(krate, first) {
        let local = map.modules[import.module].types.get(&first).is_some_and(|r| *r != res);
        if !local {
            return Some(walk(map, res, &names[1..], ns));
        }
    }
    let found = map.resolve_names(import.module, None, import.path.global, &names, ns);
    // Edition 2015 paths in `use` start at the crate root.
    found.or_else(|| match map.crates[krate].edition {
        2015 => map.resolve_names(map.crates[krate].root, None, false, &names, ns),
        _ => None,
    })
}

fn walk(map: &DefMap, mut res: Res, names: &[Symbol], ns: Namespace) -> crate::resolve::PathRes {
    for (i, &name) in names.iter().enumerate() {
        let step_ns = if i + 1 == names.len() { ns } else { Namespace::Type };
        res = match &res {
            Res::Ext(ext) => Res::Ext(ext.join(name)),
            Res::Module(id) => match map.lookup_in(*id, name, step_ns) {
                Some(next) => next,
                None => return crate::resolve::PathRes { res, rest: names.len() - i },
            },
            _ => return crate::resolve::PathRes { res, rest: names.len() - i },
        };
    }
    crate::resolve::PathRes { res, rest: 0 }
}
