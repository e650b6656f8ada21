//! Loops: what their body demands is demanded behind them only if it is asked for each record that a handler works on.

use crate::ir::{ExprId, ExprKind, LoopKind};
use crate::web::gate::{Gate, Mode, State};

impl Gate<'_, '_, '_> {
    pub(super) fn loop_(&mut self, kind: LoopKind, body: ExprId, state: State) -> State {
        let (mut inner, mut each) = (state, false);
        if let LoopKind::While(e) | LoopKind::For(_, e) = kind {
            inner = self.walk(e, state, false);
            if let LoopKind::For(pat, _) = kind {
                self.bind(pat, e);
                // What is asked for each record is asked; of several credentials there may be none.
                each = self.mode == Mode::Handler && !self.skips(body) && self.scan().credential(e).is_none();
            }
        }
        let after = self.walk(body, inner, false);
        if each && !after.dead { state.raise(Some(after.proof)) } else { state }
    }

    /// Whether a loop goes on or ends before its body does.
    fn skips(&self, body: ExprId) -> bool {
        let mut found = false;
        self.info.ir.for_each_expr(body, &mut |e| {
            found |= matches!(self.info.ir.exprs[e].kind, ExprKind::Break(_) | ExprKind::Continue);
        });
        found
    }
}
