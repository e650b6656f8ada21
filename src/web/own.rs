//! What the project says of its own items in its configuration file, resolved: guards, what is no guard, checks, layers.
//!
//! A path begins with `crate`, which stands for every crate of the workspace, with the name of one of them, or with that
//! of a library. A path that leads to nothing is a problem: what it was meant to say would otherwise be lost in silence.

use rustc_hash::FxHashSet;

use crate::base::{Problem, ProblemKind, Symbol};
use crate::catalog::own::Entry;
use crate::ir::{ExprId, ExprKind};
use crate::resolve::{DefId, Namespace, Res};
use crate::types::{Callee, Ty, TypeCx};
use crate::web::world::{BodyInfo, World};
use crate::workspace::Workspace;

/// Items of the workspace and of libraries.
#[derive(Debug, Default)]
pub(super) struct Items {
    pub(super) defs: FxHashSet<DefId>,
    pub(super) externals: FxHashSet<Symbol>,
}

/// What the project says of its own items.
#[derive(Debug, Default)]
pub(super) struct OwnItems {
    pub(super) guards: Items,
    pub(super) not_guards: Items,
    pub(super) checks: Items,
    pub(super) layers: Items,
}

impl Items {
    fn has(&self, res: &Res) -> bool {
        match res {
            Res::Def(id) => self.defs.contains(id),
            Res::Ext(ext) => self.externals.contains(&ext.path),
            _ => false,
        }
    }

    /// Whether a type is among them, references aside.
    pub(super) fn has_type(&self, ty: &Ty) -> bool {
        matches!(ty.peel(), Ty::Adt(res, _) if self.has(res))
    }

    /// Whether a function is among them.
    pub(super) fn has_callee(&self, callee: &Callee) -> bool {
        match callee {
            Callee::Def(id) => self.defs.contains(id),
            Callee::Ext(ext) => self.externals.contains(&ext.path),
        }
    }

    fn is_empty(&self) -> bool {
        self.defs.is_empty() && self.externals.is_empty()
    }
}

impl OwnItems {
    /// Resolves the paths. Where only a part of the workspace is looked at, what is not found may be in another one.
    pub(super) fn new(cx: &TypeCx<'_>, workspace: &Workspace) -> (OwnItems, Vec<Problem>) {
        let own = &cx.catalog().own;
        let mut problems = Vec::new();
        let mut items = |entries: &[Entry<String>]| {
            let mut out = Items::default();
            for entry in entries {
                if let Err(what) = add(cx, &entry.value, &mut out) {
                    problems.push(Problem::at(ProblemKind::UnknownEntry, entry.span, what));
                }
            }
            out
        };
        let items = OwnItems {
            guards: items(&own.guards),
            not_guards: items(&own.not_guards),
            checks: items(&own.checks),
            layers: items(&own.layers),
        };
        problems.extend(own.macros.iter().filter_map(|entry| unknown_macro(cx, entry)));
        (items, if workspace.is_whole() { problems } else { Vec::new() })
    }
}

impl<'a> World<'a> {
    /// Whether an expression calls one of these functions.
    pub(super) fn calls_one_of(&self, info: &BodyInfo<'a>, e: ExprId, items: &Items) -> bool {
        !items.is_empty()
            && matches!(info.ir.exprs[e].kind, ExprKind::Call { .. } | ExprKind::MethodCall { .. })
            && self.callee(info, e).is_some_and(|callee| items.has_callee(&callee))
    }

    /// Whether a path written at `id` names one of these items.
    pub(super) fn names_one_of(&self, id: DefId, path: &crate::ir::Path, items: &Items) -> bool {
        if items.is_empty() {
            return false;
        }
        let def = self.cx.map.def(id);
        [Namespace::Value, Namespace::Type].into_iter().any(|ns| {
            let found = self.cx.map.resolve(def.module, def.owner, path, ns);
            found.is_some_and(|found| match &found.res {
                Res::Ext(ext) => items.externals.contains(&self.cx.externals.canonical(ext).path),
                res => found.rest == 0 && items.has(res),
            })
        })
    }
}

/// Adds what a path leads to, in every crate that it may mean.
fn add(cx: &TypeCx<'_>, path: &str, out: &mut Items) -> Result<(), String> {
    let names: Vec<Symbol> = path.split("::").map(Symbol::new).collect();
    let Some((&first, rest)) = names.split_first() else { return Ok(()) };
    let is_own = |name: Symbol| first == "crate" || name == first;
    let own: Vec<_> = cx.map.crates.iter().filter(|k| is_own(k.name)).map(|k| k.root).collect();
    if own.is_empty() {
        return library(cx, path, first, out);
    }
    let names: Vec<Symbol> = std::iter::once(Symbol::new("crate")).chain(rest.iter().copied()).collect();
    let mut any = false;
    for root in own {
        for ns in [Namespace::Type, Namespace::Value] {
            let Some(found) = cx.map.resolve_names(root, None, false, &names, ns) else { continue };
            let member = names.last().filter(|_| found.rest == 1);
            match (found.rest, member.and_then(|&name| cx.map.associated(&found.res, name)), &found.res) {
                (_, Some(method), _) => _ = out.defs.insert(method),
                (0, None, Res::Def(id)) => _ = out.defs.insert(*id),
                (_, None, Res::Ext(ext)) => _ = out.externals.insert(cx.externals.canonical(ext).path),
                _ => continue,
            }
            any = true;
        }
    }
    if any { Ok(()) } else { Err(format!("`{path}` names nothing in the project")) }
}

fn library(cx: &TypeCx<'_>, path: &str, first: Symbol, out: &mut Items) -> Result<(), String> {
    let known = cx.map.crates.iter().enumerate().any(|(id, _)| cx.map.extern_crate(id, first).is_some());
    if !known {
        return Err(format!(
            "`{path}` names nothing: `{first}` is neither a crate of the project nor a dependency"
        ));
    }
    out.externals.insert(cx.catalog().canonical(path));
    Ok(())
}

/// A macro that nobody calls.
fn unknown_macro(cx: &TypeCx<'_>, entry: &Entry<String>) -> Option<Problem> {
    let name = Symbol::new(&entry.value);
    let is_it = |kind: &ExprKind| matches!(kind, ExprKind::Macro(call) if call.path.last().is_some_and(|s| s.name.sym == name));
    let called = cx.program.files.iter().any(|file| file.exprs.iter().any(|(_, e)| is_it(&e.kind)));
    let message = format!("no macro `{name}` is called in the project");
    (!called).then(|| Problem::at(ProblemKind::UnknownEntry, entry.span, message))
}
