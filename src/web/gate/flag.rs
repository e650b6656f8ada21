//! Variables that say whether a request may pass: `let mut known = false; .. known = true; .. if !known { refuse }`.
//!
//! A flag begins as `false`. Where `true` is written into it something has been proved, or the address of the request leads
//! there; who finds it set knows the weakest of that.

use crate::ir::{ExprId, ExprKind, Literal, PatId, PatKind, UnaryOp};
use crate::resolve::Res;
use crate::web::credential::Proof;
use crate::web::gate::{Gate, State};

/// What was known wherever the flag was set so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flag {
    /// The weakest proof, set by the address aside.
    proof: Option<Proof>,
    /// The rule about addresses that sets it, in [`Gate::rules`].
    skip: Option<usize>,
}

impl Gate<'_, '_, '_> {
    /// `let mut known = false;`
    pub(super) fn declare_flag(&mut self, pat: PatId, value: ExprId) {
        let ir = self.info.ir;
        if let PatKind::Bind { .. } = ir.pats[pat].kind
            && let ExprKind::Literal(Literal::Bool(false)) = ir.exprs[value].kind
        {
            self.flags.insert(pat, Flag::default());
        }
    }

    /// `known = true;`, `known = is_valid(token);`
    pub(super) fn set_flag(&mut self, target: ExprId, value: ExprId, state: State) {
        let Some(pat) = self.flag(target) else { return };
        let proof = match self.info.ir.exprs[value].kind {
            ExprKind::Literal(Literal::Bool(false)) => return,
            ExprKind::Literal(Literal::Bool(true)) => state.proof,
            _ => state.raise(self.demand(value, None)).proof,
        };
        let Some(flag) = self.flags.get_mut(&pat) else { return };
        let first = match state.skip.filter(|_| proof == Proof::None) {
            Some(rule) => flag.skip.replace(rule),
            None => {
                flag.proof = Some(flag.proof.map_or(proof, |known| known.min(proof)));
                return;
            }
        };
        self.let_through(first);
    }

    /// What finding the flag of a condition set or unset proves: `(known, unknown)`; `None` if it is no flag.
    pub(super) fn by_flag(&mut self, cond: ExprId, state: State) -> Option<(State, State)> {
        if let ExprKind::Unary { op: UnaryOp::Not, operand } = self.info.ir.exprs[cond].kind {
            return self.by_flag(operand, state).map(|(set, unset)| (unset, set));
        }
        let Flag { proof, skip } = *self.flags.get(&self.flag(cond)?)?;
        let mut set = state.raise(proof);
        if let Some(rule) = skip {
            let others = proof.map(|_| set.proof);
            set = State { skip: Some(rule), elsewhere: others, ..state };
        }
        Some((set, State { failed: proof.is_some(), ..state }))
    }

    fn flag(&self, e: ExprId) -> Option<PatId> {
        match self.info.names.exprs.get(&e)?.res {
            Res::Local(pat) => Some(pat).filter(|pat| self.flags.contains_key(pat)),
            _ => None,
        }
    }
}
