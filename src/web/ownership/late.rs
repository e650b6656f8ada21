//! Questions that come when what they are about has been changed already.
//!
//! ```text
//! let note = query("UPDATE notes SET struck = true WHERE id = $1 RETURNING *").bind(id).fetch_one(&db).await?;
//! if note.author != caller.id { return Err(Forbidden) }
//! ```
//!
//! Looked at are the statements of the body itself, in their order: one that removes or changes what an identifier names, and
//! behind it the first one that asks. Silent: bodies with a transaction, which a refusal may undo, deeds inside branches, and
//! functions that may refuse themselves.

use crate::ir::{ExprId, ExprKind, Stmt};
use crate::types::Callee;
use crate::web::identity::{call_name, refuses_in};
use crate::web::ownership::meet::{Meeting, THING, WHO};
use crate::web::ownership::{Deed, Lack, words};
use crate::web::vocabulary as vocab;

impl Meeting<'_, '_, '_> {
    /// The deed that comes before the first question of the body.
    pub(super) fn late(&self) -> Option<(Deed, Lack)> {
        let block = self.info.block()?;
        if self.has_transaction() {
            return None;
        }
        let statements: Vec<ExprId> = block.stmts.iter().filter_map(Stmt::value).chain(block.tail).collect();
        let deed = statements.iter().enumerate().find_map(|(i, &s)| self.deed_in(s).map(|deed| (i, deed)));
        let asks = block.stmts.iter().filter(|stmt| stmt.value().is_some());
        let otherwise = |stmt: &Stmt| match stmt {
            Stmt::Let { otherwise, .. } => *otherwise,
            _ => None,
        };
        let mut refusals = asks.map(otherwise).chain([None]);
        let question = statements.iter().enumerate().find_map(|(i, &s)| {
            let refusal = refusals.next().flatten();
            self.question_in(s, refusal).map(|at| (i, at))
        });
        let ((before, deed), (after, at)) = (deed?, question?);
        (before < after).then(|| (deed, Lack::Late { at: self.info.ir.exprs[at].span }))
    }

    fn has_transaction(&self) -> bool {
        self.order.iter().any(|&e| call_name(self.info, e).is_some_and(|name| words::is_transaction(&name)))
    }

    /// What removes or changes what an identifier alone names, if a statement does nothing else.
    fn deed_in(&self, root: ExprId) -> Option<Deed> {
        let mut found = None;
        self.info.ir.for_each_certain(root, &mut |e| {
            if found.is_none() && self.of(e) == THING && self.is_deed(e) {
                let name = call_name(self.info, e).unwrap_or_default();
                found = Some(Deed { name, span: self.call_span(e) });
            }
        });
        found
    }

    fn is_deed(&self, e: ExprId) -> bool {
        let Some(name) = call_name(self.info, e) else { return false };
        match self.judge.world.callee(self.info, e) {
            Some(Callee::Def(def)) => words::is_removal(&name) && !self.judge.def_refuses(def, 2),
            _ => words::is_run(&name) && self.texts(e).iter().any(|text| words::is_change(text)),
        }
    }

    /// Where a statement asks something of who is known, and may refuse.
    fn question_in(&self, root: ExprId, refusal: Option<ExprId>) -> Option<ExprId> {
        let refuses = |e: ExprId| refuses_in(self.judge, self.info, e);
        if refusal.is_some_and(refuses) && self.of(root) & WHO != 0 {
            return Some(root);
        }
        let mut found = None;
        self.info.ir.for_each_expr(root, &mut |e| {
            let at = match &self.info.ir.exprs[e].kind {
                ExprKind::Try(inner) if self.of(*inner) & WHO != 0 => self.asking(*inner),
                ExprKind::If { cond, then, otherwise } => {
                    let ends = refuses(*then) || otherwise.is_some_and(refuses);
                    (self.condition(*cond) && ends).then_some(*cond)
                }
                ExprKind::Match { scrutinee, arms } => {
                    let ends = arms.iter().any(|arm| refuses(arm.body));
                    (self.condition(*scrutinee) && ends).then_some(*scrutinee)
                }
                _ => None,
            };
            found = found.or(at);
        });
        found
    }

    /// The call behind `?` that asks whether somebody may.
    fn asking(&self, inner: ExprId) -> Option<ExprId> {
        let mut call = inner;
        while let ExprKind::Await(of) = self.info.ir.exprs[call].kind {
            call = of;
        }
        let name = call_name(self.info, call)?;
        let refuses = match self.judge.world.callee(self.info, call) {
            Some(Callee::Def(def)) => self.judge.def_refuses(def, 2),
            _ => false,
        };
        (!self.finds_who(call) && (refuses || vocab::is_asking(&name))).then_some(call)
    }
}
