//! Handlers that let in the first account, and refuse as soon as there is one.
//!
//! ```text
//! if !store.users().is_empty() { return Err(Refusal::AlreadySetUp) }
//! ```
//!
//! Nobody can be asked for there. What a client sent is no part of the condition: whether one certain account exists is
//! another question.

use rustc_hash::FxHashSet;

use crate::ir::{BinaryOp, Block, ExprId, ExprKind, PatId, PatKind, Stmt, UnaryOp};
use crate::resolve::Res;
use crate::types::Ty;
use crate::web::guard::Judge;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// Whether a body goes on only as long as there is no account.
pub(super) fn until_somebody(judge: &Judge<'_, '_>, info: &BodyInfo<'_>, params: &[(PatId, Ty)]) -> bool {
    let mut sent = FxHashSet::default();
    for (pat, _) in params.iter().filter(|(_, ty)| judge.is_sent(ty)) {
        info.ir.for_each_pat(*pat, &mut |p| {
            if matches!(info.ir.pats[p].kind, PatKind::Bind { .. }) {
                sent.insert(p);
            }
        });
    }
    let ExprKind::Block(Block { stmts, tail }) = &info.ir.exprs[info.body.root].kind else { return false };
    let plain = stmts.iter().filter_map(|stmt| match stmt {
        Stmt::Expr(e, _) => Some(*e),
        _ => None,
    });
    plain.chain(*tail).any(|e| match info.ir.exprs[e].kind {
        ExprKind::If { cond, then, .. } => {
            !is_nobody(info, cond) && about_accounts(info, cond, &sent) && leaves(info, then)
        }
        _ => false,
    })
}

/// `users.is_empty()`, `count == 0`: nobody is there; `has_users()`, `!users.is_empty()`, `count > 0`: somebody is.
fn is_nobody(info: &BodyInfo<'_>, cond: ExprId) -> bool {
    match &info.ir.exprs[cond].kind {
        ExprKind::Unary { op: UnaryOp::Not, operand } => !is_nobody(info, *operand),
        ExprKind::MethodCall { method, .. } => matches!(method.sym.as_str(), "is_empty" | "is_none"),
        ExprKind::Binary { op, .. } => *op == BinaryOp::Eq,
        ExprKind::Try(e) | ExprKind::Await(e) => is_nobody(info, *e),
        _ => false,
    }
}

/// Whether a condition asks for the accounts that there are, and for nothing that a client sent.
fn about_accounts(info: &BodyInfo<'_>, cond: ExprId, sent: &FxHashSet<PatId>) -> bool {
    let (mut named, mut asked, mut given) = (false, false, false);
    info.ir.for_each_expr(cond, &mut |e| {
        let mut name = |name: &str| {
            named |= vocab::is_accounts(name);
            asked |= vocab::asks_for_any(name);
        };
        match &info.ir.exprs[e].kind {
            ExprKind::Path(path) => path.segments.iter().for_each(|s| name(s.name.sym.as_str())),
            ExprKind::Field { name: field, .. } => name(field.sym.as_str()),
            ExprKind::MethodCall { method, .. } => name(method.sym.as_str()),
            _ => {}
        }
        let local = info.names.exprs.get(&e).map(|found| &found.res);
        given |= matches!(local, Some(Res::Local(pat)) if sent.contains(pat));
    });
    named && asked && !given
}

/// Whether a branch ends the function.
fn leaves(info: &BodyInfo<'_>, branch: ExprId) -> bool {
    let mut found = false;
    info.ir.for_each_certain(branch, &mut |e| {
        found |= matches!(info.ir.exprs[e].kind, ExprKind::Return(_));
    });
    found
}
