//! Whether a value is made of nothing but what can be guessed: the sources themselves, constants, and names like `user_id`.
//!
//! A timestamp beside random bytes, a signature or anything unknown says nothing of how hard the whole is to guess, so every
//! part of the expression has to be accounted for. What is not understood is not guessable.
//!
//! Example: `format!("{:x}", md5::compute(format!("{email}{now}")))` is, `format!("{now}.{}", hex::encode(mac))` is not.

use crate::catalog::RoleFlow;
use crate::detectors::BodyCx;
use crate::flow::{Origin, OriginKind};
use crate::ir::{ExprId, ExprKind, MacroForm, Stmt};

/// Expressions in expressions, and variables of variables, are looked at this deep.
const MAX_DEPTH: usize = 24;

/// Whether all parts of an expression can be guessed.
pub(super) fn is_guessable(body: &BodyCx<'_>, params: &RoleFlow, id: ExprId) -> bool {
    Parts { body, params }.all(id, 0)
}

struct Parts<'p, 'a> {
    body: &'p BodyCx<'a>,
    params: &'p RoleFlow,
}

impl Parts<'_, '_> {
    fn all(&self, id: ExprId, depth: usize) -> bool {
        if depth > MAX_DEPTH {
            return false;
        }
        let each = |ids: &[ExprId]| ids.iter().all(|&id| self.all(id, depth + 1));
        match self.body.kind(id) {
            ExprKind::Literal(_) | ExprKind::Closure { .. } => true,
            ExprKind::Path(_) => self.name(id, depth),
            ExprKind::Field { .. } => self.is_known(id) || self.has_name(id),
            ExprKind::Ref { operand, .. }
            | ExprKind::Cast { operand, .. }
            | ExprKind::Unary { operand, .. } => each(&[*operand]),
            ExprKind::Try(inner) | ExprKind::Await(inner) => each(&[*inner]),
            ExprKind::Index { base, index } => each(&[*base, *index]),
            ExprKind::Binary { lhs, rhs, .. } => each(&[*lhs, *rhs]),
            ExprKind::Tuple(items) | ExprKind::Array(items) => each(items),
            ExprKind::MethodCall { receiver, args, .. } => self.call(id, Some(*receiver), args, depth),
            ExprKind::Call { args, .. } => self.call(id, None, args, depth),
            ExprKind::Block(block) => match (block.tail, block.stmts.last()) {
                (Some(tail), _) => each(&[tail]),
                (None, Some(Stmt::Expr(last, _))) => each(&[*last]),
                _ => false,
            },
            ExprKind::If { then, otherwise: Some(otherwise), .. } => each(&[*then, *otherwise]),
            ExprKind::Match { arms, .. } => arms.iter().all(|arm| self.all(arm.body, depth + 1)),
            ExprKind::Macro(call) => match &call.form {
                MacroForm::Expr(inner) => each(&[*inner]),
                MacroForm::Exprs(list) => each(list),
                MacroForm::Format(format) => format.args.iter().all(|a| self.all(a.value, depth + 1)),
                _ => false,
            },
            _ => false,
        }
    }

    /// A variable is what it is initialised with.
    fn name(&self, id: ExprId, depth: usize) -> bool {
        if self.is_known(id) || self.has_name(id) {
            return true;
        }
        let initial = self.body.local(id).and_then(|local| self.body.initializer(local));
        initial.is_some_and(|value| self.all(value, depth + 1))
    }

    /// What is computed of guessable things is guessable, unless a key takes part.
    fn call(&self, id: ExprId, receiver: Option<ExprId>, args: &[ExprId], depth: usize) -> bool {
        let value = self.body.flow.of(id);
        if value.is_random() || value.role("mac/output").is_some() {
            return false;
        }
        match receiver {
            None if args.is_empty() => self.is_known(id),
            _ => receiver.iter().chain(args).all(|&part| self.all(part, depth + 1)),
        }
    }

    /// Whether a value is from a source on every way, or constant.
    fn is_known(&self, id: ExprId) -> bool {
        let from = |o: &Origin| matches!(&o.kind, OriginKind::Role(r) if self.params.from.contains(r));
        let origins = self.body.flow.of(id).origins();
        !origins.is_empty() && origins.iter().all(|o| from(o) || o.constant().is_some())
    }

    fn has_name(&self, id: ExprId) -> bool {
        let words: Vec<&str> = self.params.guessable.iter().map(String::as_str).collect();
        self.body.words(id).head_is(&words, &[])
    }
}
