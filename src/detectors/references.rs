//! What a body refers to: the edges of the graph whose order evaluation follows.
//!
//! Nodes are bodies, and fields that may be [constants](crate::flow::fields). A body refers to the functions that it calls or
//! names (every impl that a call through a trait may reach), to constants and statics, and to such fields that it reads; a
//! field to the constants that it is written from.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Symbol;
use crate::detectors::Context;
use crate::detectors::bodies::Prepared;
use crate::flow::fields::{Candidates, FieldKey};
use crate::flow::{defaults, dispatch};
use crate::ir::{ExprId, ExprKind, FileIr};
use crate::resolve::{DefId, DefKind, PathRes, Res, body_of};
use crate::types::local_adt;

/// Numbers of the nodes: bodies in the order of their preparation, then fields.
pub(super) struct Nodes {
    bodies: FxHashMap<DefId, usize>,
    fields: FxHashMap<FieldKey, usize>,
    keys: Vec<FieldKey>,
}

impl Nodes {
    pub(super) fn new(prepared: &[Prepared], candidates: &Candidates) -> Nodes {
        let keys: Vec<FieldKey> = candidates.keys().copied().collect();
        let first = prepared.len();
        Nodes {
            bodies: prepared.iter().enumerate().map(|(i, p)| (p.def, i)).collect(),
            fields: keys.iter().enumerate().map(|(i, &key)| (key, first + i)).collect(),
            keys,
        }
    }

    /// The number of a body.
    pub(super) fn body(&self, def: DefId) -> Option<usize> {
        self.bodies.get(&def).copied()
    }

    /// The field with this number.
    pub(super) fn field(&self, node: usize) -> Option<FieldKey> {
        self.keys.get(node.checked_sub(self.bodies.len())?).copied()
    }
}

/// For each node those that it refers to, in ascending order.
pub(super) fn edges(
    cx: &Context<'_>,
    prepared: &[Prepared],
    candidates: &Candidates,
    nodes: &Nodes,
) -> Vec<Vec<usize>> {
    let names: FxHashSet<Symbol> = candidates.keys().map(|key| key.1).collect();
    let of_bodies = prepared.par_iter().map(|p| {
        let mut out = calls(cx, p, nodes);
        out.extend(constants(cx, p, p.names.exprs.keys().copied(), nodes));
        out.extend(fields_read(cx, p, &names, nodes));
        sorted(out)
    });
    let mut out: Vec<Vec<usize>> = of_bodies.collect();
    out.extend(candidates.values().map(|writes| {
        let each = writes.iter().filter_map(|&(def, value)| {
            let one = &prepared[nodes.body(def)?];
            let mut below = Vec::new();
            let ir = cx.program.file(cx.map.def(def).file);
            ir.for_each_expr(value, &mut |id| below.push(id));
            Some(constants(cx, one, below.into_iter(), nodes))
        });
        sorted(each.flatten().collect())
    }));
    out
}

fn sorted(mut list: Vec<usize>) -> Vec<usize> {
    list.sort_unstable();
    list.dedup();
    list
}

/// The bodies that calls may reach.
fn calls(cx: &Context<'_>, prepared: &Prepared, nodes: &Nodes) -> Vec<usize> {
    let data = cx.map.def(prepared.def);
    let ir = cx.program.file(data.file);
    let mut out: Vec<DefId> = Vec::new();
    for &expr in prepared.types.callees.keys() {
        out.extend(dispatch::targets(&cx.map, &prepared.types, expr, data.in_test));
    }
    for &expr in prepared.types.exprs.keys() {
        out.extend(defaults::implementation(&cx.map, ir, &prepared.types, expr));
    }
    out.into_iter().filter_map(|def| nodes.body(def)).collect()
}

/// The constants and statics that some of its expressions name.
fn constants(
    cx: &Context<'_>,
    prepared: &Prepared,
    exprs: impl Iterator<Item = ExprId>,
    nodes: &Nodes,
) -> Vec<usize> {
    let found = exprs.filter_map(|expr| match prepared.names.exprs.get(&expr)? {
        PathRes { res: Res::Def(id), rest: 0 } => {
            matches!(cx.map.def(*id).kind, DefKind::Const | DefKind::Static).then_some(*id)
        }
        PathRes { res, rest: 1 } => {
            let owner = if let Res::Impl(id) = res { cx.map.impls[*id].self_ty.as_ref()? } else { res };
            let body = body_of(cx.program, &cx.map, prepared.def)?;
            let ExprKind::Path(path) = &cx.program.file(body.file).exprs[expr].kind else { return None };
            cx.map.associated(owner, path.last()?.name.sym)
        }
        _ => None,
    });
    found.filter_map(|def| nodes.body(def)).collect()
}

/// The constant fields that it reads.
fn fields_read(
    cx: &Context<'_>,
    prepared: &Prepared,
    names: &FxHashSet<Symbol>,
    nodes: &Nodes,
) -> Vec<usize> {
    let mut out = Vec::new();
    if names.is_empty() {
        return out;
    }
    let Some(body) = body_of(cx.program, &cx.map, prepared.def) else { return out };
    let ir: &FileIr = cx.program.file(body.file);
    ir.for_each_expr(body.root, &mut |id| {
        if let ExprKind::Field { base, name } = &ir.exprs[id].kind
            && names.contains(&name.sym)
            && let Some(owner) = local_adt(prepared.types.of(*base))
        {
            out.extend(nodes.fields.get(&(owner, name.sym)));
        }
    });
    out
}
