//! Which bodies a call may reach.
//!
//! A call of a function is a call of its body. A call of a trait's method reaches, if the type is known, the default body
//! (an impl of its own was found first); else every impl in the workspace, and the default body if an impl leaves it as it is.
//! Beyond [`MAX_IMPLS`] nothing is known: a trait with many impls says little by any of them.
//!
//! Example: `fn seal(keys: &dyn Keys) { cipher(&keys.key()) }` with `impl Keys for Env` and `impl Keys for Fixed` calls both.

use crate::resolve::{DefId, DefKind, DefMap, Res};
use crate::types::{BodyTypes, Callee, Ty};

/// Impls of one method that are followed.
const MAX_IMPLS: usize = 8;

/// The functions of the workspace that a call may reach; empty if they are not known. `expr` is the call, or the path that
/// names the function; test code reaches the impls of test code too.
pub fn targets(map: &DefMap, types: &BodyTypes, expr: crate::ir::ExprId, in_test: bool) -> Vec<DefId> {
    let Some(Callee::Def(def)) = types.callees.get(&expr) else { return Vec::new() };
    let def = *def;
    let DefKind::TraitMethod(owner) = map.def(def).kind else { return vec![def] };
    if let Some(Ty::Adt(..) | Ty::Prim(_)) = types.owners.get(&expr).map(Ty::peel) {
        return vec![def];
    }
    implementations(map, owner, def, in_test)
}

fn implementations(map: &DefMap, owner: DefId, method: DefId, in_test: bool) -> Vec<DefId> {
    let name = map.def(method).name;
    let impls = map.impls_by_trait.get(&Res::Def(owner)).map_or(&[][..], Vec::as_slice);
    let mut out: Vec<DefId> = impls
        .iter()
        .map(|&id| &map.impls[id])
        .filter(|data| in_test || !data.in_test)
        .map(|data| data.items.get(&name).copied().unwrap_or(method))
        .collect();
    out.sort_unstable();
    out.dedup();
    match out.len() {
        0 => vec![method],
        n if n > MAX_IMPLS => Vec::new(),
        _ => out,
    }
}
