//! Whether a handler hands who asks on to a function that may refuse: `dispatcher.submit(operation, auth).await`.
//!
//! Who asks is a parameter of a type of the workspace that is named so (`Principal`, `RequestAuth`), or a variable that a function
//! named so made of one (`let auth = auth_of(&mut request);`). It proves nothing by itself, since the extraction may let
//! everybody in; but the application has a way to ask, and what is far from the handler may go it. A handler that gives the
//! request away as a whole is asked what becomes of it there. A token that is all of the content, or a part of the path, may say as much
//! as who asks: `Json(intent_token): Json<String>` is worth what the function says that gets it.
//!
//! Absent on purpose: what the function does with it. Where it can be followed, the [gate](super::gate) has done so before.

use crate::catalog::framework::ExtractorKind;
use crate::ir::{ExprId, ExprKind, PatId, PatKind, Stmt};
use crate::resolve::{DefId, Res};
use crate::types::{Callee, Ty, local_adt};
use crate::web::guard::Judge;
use crate::web::identity::mentions;
use crate::web::permission::{awaited, bound};
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// Functions that get the whole request are followed this deep.
const MAX_DEPTH: usize = 2;

/// Whether the function gives who asks to another one.
pub(super) fn hands_on<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, params: &[(PatId, Ty)]) -> bool {
    hands_on_at(judge, info, params, 0)
}

fn hands_on_at<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, params: &[(PatId, Ty)], depth: usize) -> bool {
    let named = |ty: &Ty| local_adt(ty).is_some() && vocab::is_asker(&judge.type_name(ty));
    let of = |(pat, _): &(PatId, Ty)| bound(info, *pat);
    let given: Vec<PatId> = params.iter().flat_map(of).collect();
    let mut askers: Vec<PatId> = params.iter().filter(|(_, ty)| named(ty)).flat_map(of).collect();
    askers.extend(made(info, &given));
    askers.extend(given.iter().copied().filter(|&pat| depth == 0 && is_token(info, pat)));
    if depth == 0 && asks_about_nobody(judge, info, params) {
        return true;
    }
    let mut found = false;
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let Some((_, args)) = call(info, e).filter(|_| !found) else { return };
        let is_one = |arg: &ExprId, locals: &[PatId]| local(info, *arg).is_some_and(|l| locals.contains(&l));
        found = args.iter().any(|arg| is_one(arg, &askers))
            || depth < MAX_DEPTH
                && args.iter().any(|arg| is_one(arg, &given))
                && callee(judge, info, e).is_some_and(|def| followed(judge, def, depth + 1));
    });
    found
}

/// Whether who asks, if somebody is known, is handed to a function that is named for asking and whose failure leaves the body:
/// `acl.check_access(record, user.as_ref()).await?`.
fn asks_about_nobody<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, params: &[(PatId, Ty)]) -> bool {
    let optional = |(_, ty): &&(PatId, Ty)| judge.kind_of(ty).kind == ExtractorKind::Optional;
    let askers: Vec<PatId> = params.iter().filter(optional).flat_map(|(pat, _)| bound(info, *pat)).collect();
    let mut found = false;
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let ExprKind::Try(inner) = info.ir.exprs[e].kind else { return };
        let asked = call(info, awaited(info, inner));
        found |= asked.is_some_and(|(name, args)| {
            vocab::is_asking(&name) && args.iter().any(|&arg| mentions(info, arg, &askers))
        });
    });
    found
}

/// A variable that is named for a token which opens something.
fn is_token(info: &BodyInfo<'_>, pat: PatId) -> bool {
    match &info.ir.pats[pat].kind {
        PatKind::Bind { name, .. } => vocab::is_token(name.sym.as_str()),
        _ => false,
    }
}

fn followed(judge: &Judge<'_, '_>, def: DefId, depth: usize) -> bool {
    let Some(info) = judge.world.body(def).filter(|_| judge.has_body(def)) else { return false };
    hands_on_at(judge, &info, &judge.params(def), depth)
}

/// The variables that a function named for who asks makes of a parameter.
fn made(info: &BodyInfo<'_>, given: &[PatId]) -> Vec<PatId> {
    let mut out = Vec::new();
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let (ExprKind::Block(block) | ExprKind::Async(block)) = &info.ir.exprs[e].kind else { return };
        for stmt in &block.stmts {
            if let Stmt::Let { pat, value: Some(value), .. } = stmt
                && let Some((name, args)) = call(info, *value)
                && vocab::is_asker(&name)
                && args.iter().any(|arg| local(info, *arg).is_some_and(|l| given.contains(&l)))
            {
                out.extend(bound(info, *pat));
            }
        }
    });
    out
}

/// The name and the arguments of a call.
fn call(info: &BodyInfo<'_>, e: ExprId) -> Option<(String, Vec<ExprId>)> {
    match &info.ir.exprs[e].kind {
        ExprKind::MethodCall { method, args, .. } => Some((method.sym.to_string(), args.clone())),
        ExprKind::Call { callee, args } => match &info.ir.exprs[*callee].kind {
            ExprKind::Path(path) => Some((path.last()?.name.sym.to_string(), args.clone())),
            _ => None,
        },
        _ => None,
    }
}

fn callee<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, e: ExprId) -> Option<DefId> {
    match judge.world.callee(info, e) {
        Some(Callee::Def(def)) => Some(def),
        _ => None,
    }
}

/// The variable that an expression is, or a reference of it.
fn local(info: &BodyInfo<'_>, e: ExprId) -> Option<PatId> {
    let mut at = e;
    while let ExprKind::Ref { operand, .. } = &info.ir.exprs[at].kind {
        at = *operand;
    }
    match info.names.exprs.get(&at)?.res {
        Res::Local(pat) if matches!(info.ir.exprs[at].kind, ExprKind::Path(_)) => Some(pat),
        _ => None,
    }
}
