//! Calls in a handler's body that ask whether who is known may do this: `admin.require(Permission::Edit)?`,
//! `check_owner(&user, id).await?`.
//!
//! Such a call is named for asking, has a guard of the handler as receiver or argument, and its failure leaves the function.
//! What is asked, and whether it is the right question, is not known.

use crate::catalog::framework::ExtractorKind;
use crate::ir::{Block, ExprId, ExprKind, PatId, Stmt};
use crate::resolve::Res;
use crate::types::{Callee, Ty};
use crate::web::guard::Judge;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;
use crate::web::{Evidence, EvidenceKind};

/// Receivers of receivers are looked through this far.
const MAX_CHAIN: usize = 16;

/// The calls that ask, in order of their places, each name once.
pub(super) fn checks<'a>(
    judge: &Judge<'_, 'a>,
    info: &BodyInfo<'a>,
    params: &[(PatId, Ty)],
) -> Vec<Evidence> {
    let guard = |(pat, ty): &(PatId, Ty)| (judge.kind_of(ty).kind == ExtractorKind::Guard).then_some(*pat);
    let mut guards: Vec<PatId> = params.iter().filter_map(guard).flat_map(|pat| bound(info, pat)).collect();
    let mut out: Vec<Evidence> = Vec::new();
    let own = &judge.world.own;
    if guards.is_empty() && own.checks.defs.is_empty() && own.checks.externals.is_empty() {
        return out;
    }
    add_aliases(info, &mut guards);
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let ExprKind::Try(inner) = info.ir.exprs[e].kind else { return };
        let call = awaited(info, inner);
        let (name, given) = match &info.ir.exprs[call].kind {
            ExprKind::MethodCall { receiver, method, args, .. } => (
                method.sym.to_string(),
                std::iter::once(*receiver).chain(args.iter().copied()).collect::<Vec<_>>(),
            ),
            ExprKind::Call { callee, args } => match &info.ir.exprs[*callee].kind {
                ExprKind::Path(path) => {
                    (path.last().map_or_else(String::new, |s| s.name.sym.to_string()), args.clone())
                }
                _ => return,
            },
            _ => return,
        };
        let named = vocab::is_asking(&name) && !judge.world.calls_one_of(info, call, &own.not_guards);
        let named = named && !validates_content(judge, info, call, &name);
        let asks = named && given.iter().any(|&arg| is_of(info, arg, &guards))
            || judge.world.calls_one_of(info, call, &own.checks);
        if asks && out.iter().all(|known| known.name != name) {
            out.push(Evidence { kind: EvidenceKind::Body, name, span: info.ir.exprs[call].span });
        }
    });
    out
}

/// Whether a function of the workspace looks at what was sent, not at who sent it: `validate_names(&user, &names)?` whose failures
/// say nothing of permissions.
fn validates_content<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, call: ExprId, name: &str) -> bool {
    let refuses = || match judge.world.callee(info, call) {
        Some(Callee::Def(def)) => judge.def_refuses(def, 2),
        _ => false,
    };
    vocab::is_validating(name) && !refuses()
}

pub(super) fn bound(info: &BodyInfo<'_>, pat: PatId) -> Vec<PatId> {
    let mut out = vec![pat];
    info.ir.for_each_pat(pat, &mut |p| out.push(p));
    out
}

/// Adds the variables that are other names of guards: `let user = &session.user;`.
pub(super) fn add_aliases(info: &BodyInfo<'_>, guards: &mut Vec<PatId>) {
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let (ExprKind::Block(block) | ExprKind::Async(block)) = &info.ir.exprs[e].kind else { return };
        for stmt in &block.stmts {
            if let Stmt::Let { pat, value: Some(value), .. } = stmt
                && is_of(info, *value, guards)
            {
                guards.extend(bound(info, *pat));
            }
        }
    });
}

pub(super) fn awaited(info: &BodyInfo<'_>, e: ExprId) -> ExprId {
    let mut at = e;
    for _ in 0..MAX_CHAIN {
        match &info.ir.exprs[at].kind {
            ExprKind::Await(inner) => at = *inner,
            ExprKind::Block(Block { tail: Some(tail), .. }) => at = *tail,
            ExprKind::MethodCall { receiver, method, .. }
                if matches!(
                    method.sym.as_str(),
                    "map_err" | "context" | "with_context" | "ok_or" | "ok_or_else"
                ) =>
            {
                at = *receiver;
            }
            _ => break,
        }
    }
    at
}

/// Whether an expression is one of the variables, or a part or reference of it.
fn is_of(info: &BodyInfo<'_>, e: ExprId, locals: &[PatId]) -> bool {
    let mut at = e;
    for _ in 0..MAX_CHAIN {
        at = match &info.ir.exprs[at].kind {
            ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => *operand,
            ExprKind::Field { base, .. } => *base,
            ExprKind::Block(Block { tail: Some(tail), .. }) => *tail,
            ExprKind::MethodCall { receiver, args, .. } if args.is_empty() => *receiver,
            ExprKind::Path(_) => {
                let found = info.names.exprs.get(&at).map(|found| &found.res);
                return matches!(found, Some(Res::Local(pat)) if locals.contains(pat));
            }
            _ => return false,
        };
    }
    false
}
