//! What variables learn from their uses.
//!
//! `let mut rows = Vec::new()` binds `rows` to `Vec<_>`. A call `rows.push(row)`, an assignment, or a use where a `Vec<Row>` is
//! wanted fills the gap from there on. A read before that is noted; then the whole body is walked once more, and binding the
//! variable starts from what it learnt. Absent on purpose: learning about anything but variables.

use rustc_hash::FxHashMap;

use super::Infer;
use crate::ir::{ExprId, ExprKind, PatId};
use crate::resolve::{PathRes, Res};
use crate::types::Ty;

/// What was learnt in a walk.
#[derive(Default)]
pub(super) struct Learnt {
    /// What the walk before this one learnt.
    pub(super) seeds: FxHashMap<PatId, Ty>,
    /// Variables that learnt something, with all that is known of them.
    pub(super) types: FxHashMap<PatId, Ty>,
    /// How often a variable was read while something of it was not known; once is the use that taught it.
    pub(super) early_reads: FxHashMap<PatId, u32>,
    /// Whether a variable was read before it learnt.
    pub(super) late: bool,
}

impl Infer<'_, '_> {
    /// Gives a variable its type, completed by what an earlier walk learnt.
    pub(super) fn bind_local(&mut self, pat: PatId, ty: &Ty) {
        let seed = self.learnt.seeds.get(&pat);
        let ty = seed.map_or_else(|| ty.clone(), |seed| ty.clone().complete(seed));
        if ty.is_known() {
            self.out.locals.insert(pat, ty);
        }
    }

    /// The type of a variable that is read.
    pub(super) fn read_local(&mut self, pat: PatId) -> Ty {
        let ty = self.out.locals.get(&pat).cloned().unwrap_or_default();
        if ty.is_incomplete() {
            *self.learnt.early_reads.entry(pat).or_default() += 1;
        }
        ty
    }

    /// The variable that an expression names.
    pub(super) fn local_of(&self, id: ExprId) -> Option<PatId> {
        match (&self.ir.exprs[id].kind, self.names.exprs.get(&id)) {
            (ExprKind::Path(_), Some(PathRes { res: Res::Local(pat), rest: 0 })) => Some(*pat),
            _ => None,
        }
    }

    /// Fills gaps of the variable that `id` names, if it names one, by a type it must have.
    pub(super) fn learn_expr(&mut self, id: ExprId, ty: &Ty) {
        let Some(pat) = self.local_of(id) else { return };
        let known = self.out.locals.get(&pat).cloned().unwrap_or_default();
        // A reference that is wanted may be a coercion of another one.
        if !known.is_incomplete() || (!known.is_known() && matches!(ty, Ty::Ref(_))) {
            return;
        }
        let more = known.clone().complete(ty);
        if more == known {
            return;
        }
        self.learnt.late |= self.learnt.early_reads.get(&pat).is_some_and(|&reads| reads > 1);
        self.learnt.types.insert(pat, more.clone());
        self.out.locals.insert(pat, more);
    }

    /// As [`Self::learn_expr`] for the receiver of a method that was found on `owner`.
    pub(super) fn learn_receiver(&mut self, receiver: ExprId, owner: &Ty) {
        let Some(pat) = self.local_of(receiver) else { return };
        let depth = std::iter::successors(self.out.locals.get(&pat), |ty| match ty {
            Ty::Ref(inner) => Some(inner),
            _ => None,
        });
        let refs = depth.count().saturating_sub(1);
        let ty = (0..refs).fold(owner.clone(), |ty, _| ty.reference());
        self.learn_expr(receiver, &ty);
    }
}
