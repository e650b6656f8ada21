//! Calls of the rest of the chain, by which a middleware lets a request pass.

use crate::base::Symbol;
use crate::ir::{ExprId, ExprKind, PatId, Stmt};
use crate::resolve::Res;
use crate::types::Callee;
use crate::web::gate::{Gate, Mode, State};

impl Gate<'_, '_, '_> {
    /// Calls of the rest of the chain: `next.run(req)`, `self.service.call(req)`.
    pub(super) fn calls_next(&mut self, receiver: ExprId, method: &str, state: State) -> State {
        if !self.is_next(receiver, method) {
            return state;
        }
        self.at = receiver;
        self.pass(state);
        State { passed: true, ..state }
    }

    /// Whether a method by this name ends a request: `ctrl.skip_rest()`.
    pub(super) fn is_end(&self, method: Symbol) -> bool {
        self.mode != Mode::Handler && self.judge.world.rules.ends.contains(&method)
    }

    /// `refuse(res, ctrl);`: a function of the workspace that ends the request, whatever it is given.
    pub(super) fn ends_request(&self, call: ExprId) -> bool {
        let world = self.judge.world;
        if self.mode == Mode::Handler || world.rules.ends.is_empty() {
            return false;
        }
        let Some(Callee::Def(def)) = world.callee(self.info, call) else { return false };
        let Some(info) = world.body(def) else { return false };
        let ExprKind::Block(block) = &info.ir.exprs[info.body.root].kind else { return false };
        let ends = |e: ExprId| match &info.ir.exprs[e].kind {
            ExprKind::MethodCall { method, .. } => world.rules.ends.contains(&method.sym),
            _ => false,
        };
        let stmts =
            block.stmts.iter().filter_map(|stmt| if let Stmt::Expr(e, _) = stmt { Some(*e) } else { None });
        stmts.chain(block.tail).any(ends)
    }

    fn is_next(&self, receiver: ExprId, method: &str) -> bool {
        if self.mode != Mode::Middleware || !matches!(method, "run" | "call" | "oneshot") {
            return false;
        }
        let ty = self.judge.world.types(self.info).of(receiver);
        let next = self.judge.world.ext_type(ty).is_some_and(|p| self.judge.world.rules.next.contains(&p));
        next || method != "run" || !ty.is_known()
    }

    /// `let rest = self.service.call(req);`: nothing passes before it is waited for.
    pub(super) fn starts_next(&self, value: ExprId) -> bool {
        match &self.info.ir.exprs[value].kind {
            ExprKind::MethodCall { receiver, method, .. } => self.is_next(*receiver, method.sym.as_str()),
            _ => false,
        }
    }

    /// `rest.await`: the variable.
    pub(super) fn waits_for_next(&self, inner: ExprId) -> Option<PatId> {
        match self.info.names.exprs.get(&inner).map(|found| &found.res) {
            Some(Res::Local(pat)) => Some(*pat).filter(|pat| self.started.contains_key(pat)),
            _ => None,
        }
    }
}
