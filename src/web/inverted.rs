//! Questions whose answer is taken for its opposite.
//!
//! ```text
//! if user.can_edit(&note) { return Err(Forbidden) }       refuses those who may
//! if !user.same_team(team) { return Err(Forbidden) }      in all handlers but one,
//! if user.same_team(team) { return Err(Forbidden) }       which refuses its own and lets in all others
//! ```
//!
//! A question is a function of the workspace that answers yes or no. By its name alone it has to say what somebody may (`can_edit`,
//! `has_permission`); any other has to be asked the other way round in most places. The refusal has to be one for lack of permission: who is a member
//! already is told that there is a conflict. Conditions of several parts are left out.

use rustc_hash::FxHashMap;

use crate::base::Span;
use crate::ir::{Block, ExprId, ExprKind, Stmt, UnaryOp};
use crate::resolve::DefId;
use crate::types::{Callee, Ty};
use crate::web::defect::{Defect, DefectKind};
use crate::web::guard::Judge;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// So many other places refuse by the opposite of the answer.
const MIN_OPPOSITE: usize = 2;

/// A refusal that hangs on one question.
struct Refusal {
    function: DefId,
    question: DefId,
    span: Span,
    /// Whether it is for those for whom the answer is yes.
    on_yes: bool,
}

/// Finds them in these functions.
pub(super) fn find(judge: &Judge<'_, '_>, functions: impl Iterator<Item = DefId>) -> Vec<Defect> {
    let refusals: Vec<Refusal> = functions.flat_map(|function| refusals(judge, function)).collect();
    let mut by_question: FxHashMap<DefId, (usize, usize, Option<Span>)> = FxHashMap::default();
    for refusal in &refusals {
        let (yes, no, place) = by_question.entry(refusal.question).or_default();
        if refusal.on_yes {
            *yes += 1;
        } else {
            *no += 1;
            place.get_or_insert(refusal.span);
        }
    }
    let mut out = Vec::new();
    for refusal in refusals.into_iter().filter(|r| r.on_yes) {
        let (yes, no, place) = by_question[&refusal.question];
        let name = judge.world.cx.map.def(refusal.question).name;
        let usual = no >= MIN_OPPOSITE && yes == 1;
        if usual || vocab::says_that_one_may(name.as_str()) && no >= yes.saturating_sub(1) {
            let Refusal { function, span, .. } = refusal;
            let name = name.to_string();
            out.push(Defect {
                kind: DefectKind::Inverted,
                owner: function,
                span,
                name,
                place,
                routes: Vec::new(),
            });
        }
    }
    out
}

fn refusals(judge: &Judge<'_, '_>, function: DefId) -> Vec<Refusal> {
    let Some(info) = judge.world.body(function) else { return Vec::new() };
    let mut out = Vec::new();
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let ExprKind::If { cond, then, otherwise } = info.ir.exprs[e].kind else { return };
        let Some((call, positive)) = asked(&info, cond) else { return };
        let Some(question) = question(judge, &info, call) else { return };
        let refuses = |e: ExprId| only_refuses(judge, &info, e);
        let on_then = match (refuses(then), otherwise.map(refuses)) {
            (true, None | Some(false)) => true,
            (false, Some(true)) => false,
            _ => return,
        };
        let span = info.ir.exprs[call].span;
        out.push(Refusal { function, question, span, on_yes: on_then == positive });
    });
    out
}

/// The call that a condition is, and whether it is meant as it is written.
fn asked(info: &BodyInfo<'_>, cond: ExprId) -> Option<(ExprId, bool)> {
    match &info.ir.exprs[cond].kind {
        ExprKind::Unary { op: UnaryOp::Not, operand } => {
            asked(info, *operand).map(|(call, positive)| (call, !positive))
        }
        ExprKind::Await(inner) | ExprKind::Try(inner) => asked(info, *inner),
        ExprKind::Call { .. } | ExprKind::MethodCall { .. } => Some((cond, true)),
        _ => None,
    }
}

/// The function of the workspace that is asked, if it answers yes or no.
fn question<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, call: ExprId) -> Option<DefId> {
    let Some(Callee::Def(def)) = judge.world.callee(info, call) else { return None };
    let mut ret = judge.world.cx.table.sig(def)?.ret.clone();
    for wrapper in ["std::future::Future", "std::result::Result"] {
        if judge.world.ext_type(&ret).is_some_and(|path| path == wrapper) {
            ret = ret.arg(0);
        }
    }
    matches!(&ret, Ty::Prim(name) if *name == "bool").then_some(def)
}

/// Whether a branch does nothing but refuse for lack of permission.
fn only_refuses<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, branch: ExprId) -> bool {
    let ExprKind::Block(Block { stmts, tail }) = &info.ir.exprs[branch].kind else { return false };
    let last = match (&stmts[..], tail) {
        ([Stmt::Expr(only, _)], None) | ([], Some(only)) => *only,
        ([Stmt::Expr(told, _), Stmt::Expr(last, _)], None) | ([Stmt::Expr(told, _)], Some(last))
            if matches!(info.ir.exprs[*told].kind, ExprKind::Macro(_)) =>
        {
            *last
        }
        _ => return false,
    };
    let value = match &info.ir.exprs[last].kind {
        ExprKind::Return(Some(value)) => *value,
        _ => last,
    };
    let fails = match &info.ir.exprs[value].kind {
        ExprKind::Call { callee, .. } => match &info.ir.exprs[*callee].kind {
            ExprKind::Path(path) => path.last().is_some_and(|s| s.name.sym == "Err"),
            _ => false,
        },
        _ => value != last,
    };
    let mut refuses = false;
    info.ir.for_each_expr(value, &mut |e| {
        refuses = refuses || !info.is_local(e) && judge.refuses_here(info, e, 1);
    });
    fails && refuses
}
