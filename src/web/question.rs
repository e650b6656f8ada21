//! Functions that do nothing but ask whether somebody may, whatever their name.
//!
//! ```text
//! fn held_by(&self, member: &Member) -> Result<(), Status> {
//!     if self.member_id == member.id { Ok(()) } else { Err(Status::Forbidden) }
//! }
//! ```
//!
//! Such a function takes who asks, compares it with something, refuses, and changes nothing: its answer is all that it is
//! called for.

use crate::ir::{BinaryOp, ExprId, ExprKind, PatId};
use crate::resolve::{DefId, DefKind};
use crate::types::{Callee, Ty, local_adt};
use crate::web::attribute::text;
use crate::web::guard::Judge;
use crate::web::identity::{call_name, mentions};
use crate::web::permission::bound;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// First words of calls that do something, beside those of stores.
const DEEDS: &[&str] =
    &["create", "write", "upload", "import", "change", "rename", "publish", "spawn", "emit", "notify"];
/// Calls are looked into this deep.
const MAX_CALLS: usize = 2;

impl<'a> Judge<'_, 'a> {
    /// The functions with a body that a call may run: the callee, or the impls of a method that a trait only declares.
    pub(super) fn bodies_of(&self, callee: DefId) -> Vec<DefId> {
        if self.has_body(callee) {
            return vec![callee];
        }
        let map = self.world.cx.map;
        let def = map.def(callee);
        let DefKind::Method(_) = def.kind else { return Vec::new() };
        let declares = |(id, items): (&DefId, &rustc_hash::FxHashMap<_, DefId>)| {
            (items.get(&def.name) == Some(&callee)).then_some(*id)
        };
        let Some(of) = map.trait_items.iter().find_map(declares) else { return Vec::new() };
        let impls = map.impls_by_trait.get(&crate::resolve::Res::Def(of)).map_or(&[][..], Vec::as_slice);
        let real = impls.iter().filter(|&&id| !map.impls[id].in_test);
        real.filter_map(|&id| map.impls[id].items.get(&def.name).copied()).collect()
    }

    /// Whether a function does nothing but ask whether who is handed to it may.
    pub(super) fn only_asks(&self, id: DefId) -> bool {
        let bodies = self.bodies_of(id);
        !bodies.is_empty()
            && !vocab::does_more(self.world.cx.map.def(id).name.as_str())
            && bodies.iter().all(|&id| {
                self.def_refuses(id, MAX_CALLS)
                    && self.compares_who(id, MAX_CALLS)
                    && !self.changes_something(id, MAX_CALLS)
            })
    }

    /// Whether a function compares who is handed to it with something, or hands them to one that does.
    fn compares_who(&self, id: DefId, depth: usize) -> bool {
        let Some(info) = self.world.body(id) else { return false };
        let params = self.params_with_self(&info, id);
        let askers = params.iter().filter(|(_, ty)| self.is_asker(ty, true));
        let who: Vec<PatId> = askers.flat_map(|(pat, _)| bound(&info, *pat)).collect();
        let mut found = false;
        info.ir.for_each_expr(info.body.root, &mut |e| {
            found = found
                || match &info.ir.exprs[e].kind {
                    ExprKind::Binary { op, .. } => is_comparison(*op) && mentions(&info, e, &who),
                    ExprKind::Call { .. } | ExprKind::MethodCall { .. } => {
                        depth > 0
                            && mentions(&info, e, &who)
                            && matches!(self.world.callee(&info, e), Some(Callee::Def(def))
                                if self.compares_who(def, depth - 1))
                    }
                    _ => false,
                };
        });
        found
    }

    /// Whether a value of this type is who asks, or holds them beside what is needed to look something up.
    fn is_asker(&self, ty: &Ty, look_inside: bool) -> bool {
        let Some(id) = local_adt(ty) else { return false };
        self.says_who(ty)
            || vocab::is_identity(&self.type_name(ty))
            || look_inside
                && self.world.cx.table.fields(id).iter().any(|(_, field)| self.is_asker(field, false))
    }

    /// Whether a function changes anything, as far as the names of its calls and its queries say.
    fn changes_something(&self, id: DefId, depth: usize) -> bool {
        let Some(info) = self.world.body(id) else { return false };
        let mut found = false;
        info.ir.for_each_expr(info.body.root, &mut |e| {
            found = found || text(info.ir, e).is_some_and(|t| is_change(&t)) || self.acts(&info, e, depth);
        });
        found
    }

    fn acts(&self, info: &BodyInfo<'a>, e: ExprId, depth: usize) -> bool {
        let Some(name) = call_name(info, e) else { return false };
        vocab::is_effect(&name)
            || vocab::is_handing_on(&name)
            || vocab::words(&name).first().is_some_and(|w| DEEDS.contains(&w.as_str()))
            || depth > 0
                && matches!(self.world.callee(info, e), Some(Callee::Def(def)) if self.changes_something(def, depth - 1))
    }
}

fn is_comparison(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge)
}

/// Whether a text is a query that changes rows.
fn is_change(text: &str) -> bool {
    let words = vocab::words(text);
    words.len() > 3 && matches!(words[0].as_str(), "insert" | "update" | "delete" | "merge" | "replace")
}
