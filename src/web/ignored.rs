//! Checks whose answer is dropped.
//!
//! ```text
//! let _ = store.ensure_owner(&user, id).await;      ensure_owner refuses; nothing here depends on it
//! may_edit(&user, id).await;                        an answer yes or no that nobody reads
//! if !may_edit(&user, id) { warn!("not allowed") }  the branch of a refusal goes on
//! ```
//!
//! A check is a function of the workspace that is named for asking (`check_..`, `ensure_..`, `may_..`, `is_owner`), and whose
//! body refuses or compares. Both are asked for: a function that only has such a name, or that refuses while it does something
//! else, is none.

use rustc_hash::FxHashSet;

use crate::base::Symbol;
use crate::ir::{Block, ExprId, ExprKind, PatId, PatKind, Stmt, UnaryOp};
use crate::resolve::{DefId, DefKind, Res};
use crate::types::{Callee, Ty};
use crate::web::Route;
use crate::web::defect::{Defect, DefectKind};
use crate::web::guard::Judge;
use crate::web::inverted;
use crate::web::unread;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;
use crate::workspace::Workspace;

/// Wrappers of a call are looked through this far.
const MAX_CHAIN: usize = 16;

/// Finds them in the packages that use a web framework or handle routes. Routes whose handler drops one are marked as explained.
pub(super) fn find(judge: &Judge<'_, '_>, workspace: &Workspace, routes: &mut [Route]) -> Vec<Defect> {
    let map = judge.world.cx.map;
    let handling: FxHashSet<_> =
        routes.iter().filter_map(|r| r.handler_def).map(|id| map.def(id).krate).collect();
    let concerned = |id: DefId| {
        let krate = map.def(id).krate;
        let package = workspace.packages.get(map.crates[krate].package);
        handling.contains(&krate) || package.is_some_and(|p| judge.world.rules.concern(p))
    };
    let observers = judge.observers().into_iter().filter(|s| !map.def(s.owner).in_test);
    let mut out: Vec<Defect> = observers.map(Defect::from).collect();
    for (id, def) in map.defs.iter() {
        if matches!(def.kind, DefKind::Fn | DefKind::Method(_)) && !def.in_test && concerned(id) {
            out.extend(in_body(judge, id));
        }
    }
    let bodies = map.defs.iter().filter(|(_, def)| matches!(def.kind, DefKind::Fn | DefKind::Method(_)));
    let bodies = bodies.filter(|(id, def)| !def.in_test && concerned(*id));
    out.extend(inverted::find(judge, bodies.map(|(id, _)| id)));
    out.extend(routes.iter().filter_map(|route| unread::in_route(judge, route)));
    let dropped = out
        .iter()
        .filter(|d| matches!(d.kind, DefectKind::Ignored | DefectKind::Inverted | DefectKind::Unread));
    let owners: FxHashSet<DefId> = dropped.map(|d| d.owner).collect();
    for route in routes.iter_mut() {
        route.explained |= route.handler_def.is_some_and(|handler| owners.contains(&handler));
    }
    out
}

fn in_body(judge: &Judge<'_, '_>, id: DefId) -> Vec<Defect> {
    let Some(info) = judge.world.body(id) else { return Vec::new() };
    let mut out = Vec::new();
    let observed = !judge.world.rules.observers.is_empty() && names_observer(judge, &info);
    info.ir.for_each_expr(info.body.root, &mut |e| {
        if observed {
            out.extend(judge.observer_in(&info, e).map(Defect::from));
        }
        let (ExprKind::Block(block) | ExprKind::Async(block)) = &info.ir.exprs[e].kind else { return };
        out.extend(block.stmts.iter().filter_map(|stmt| in_statement(judge, &info, stmt)));
        out.extend(unread::in_block(&info, block));
    });
    out
}

/// Whether a body names a function that takes what only observes requests.
fn names_observer(judge: &Judge<'_, '_>, info: &BodyInfo<'_>) -> bool {
    let observers = &judge.world.rules.observers;
    info.names.exprs.values().any(|found| match &found.res {
        Res::Ext(ext) => observers.contains_key(&judge.world.cx.externals.canonical(ext).path),
        _ => false,
    })
}

fn in_statement<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, stmt: &Stmt) -> Option<Defect> {
    let call = match stmt {
        Stmt::Let { pat, value: Some(value), otherwise: None, .. } if is_unread(info, *pat) => {
            dropped(info, *value)?
        }
        Stmt::Expr(e, _) => match &info.ir.exprs[*e].kind {
            ExprKind::If { cond, then, otherwise: None } if only_tells(info, *then) => {
                refusal_asked(info, *cond)?
            }
            _ => dropped(info, *e)?,
        },
        _ => return None,
    };
    let name = call_name(info, call)?;
    let Some(Callee::Def(check)) = judge.world.callee(info, call) else { return None };
    let named = vocab::is_asking(name.as_str()) && !vocab::does_more(name.as_str())
        || vocab::is_permission_question(name.as_str());
    (named && is_check(judge, check, name) || may_fail(judge, check) && judge.only_asks(check)).then(|| {
        Defect {
            kind: DefectKind::Ignored,
            owner: info.id,
            span: info.ir.exprs[call].span,
            name: name.to_string(),
            place: Some(judge.head(check)),
            routes: Vec::new(),
        }
    })
}

/// Whether a function of the workspace answers by its result whether somebody may.
fn is_check(judge: &Judge<'_, '_>, check: DefId, name: Symbol) -> bool {
    let Some(sig) = judge.world.cx.table.sig(check) else { return false };
    let mut ret = sig.ret.clone();
    if judge.world.ext_type(&ret).is_some_and(|p| p == "std::future::Future") {
        ret = ret.arg(0);
    }
    let is_bool = |ty: &Ty| matches!(ty, Ty::Prim(p) if *p == "bool");
    let result = judge.world.ext_type(&ret).is_some_and(|p| p == "std::result::Result");
    if is_bool(&ret) || (result && is_bool(&ret.arg(0))) {
        return vocab::is_permission_question(name.as_str()) && (judge.has_body(check));
    }
    let option = judge.world.ext_type(&ret).is_some_and(|p| p == "std::option::Option");
    (result || option) && vocab::is_asking(name.as_str()) && judge.def_refuses(check, 2)
}

/// Whether the functions behind a call tell by a failure.
fn may_fail(judge: &Judge<'_, '_>, check: DefId) -> bool {
    let fails = |id: DefId| {
        let Some(sig) = judge.world.cx.table.sig(id) else { return false };
        let future = judge.world.ext_type(&sig.ret).is_some_and(|p| p == "std::future::Future");
        let ret = if future { sig.ret.arg(0) } else { sig.ret.clone() };
        judge.world.ext_type(&ret).is_some_and(|p| p == "std::result::Result")
    };
    let bodies = judge.bodies_of(check);
    !bodies.is_empty() && bodies.into_iter().all(fails)
}

/// The call whose result is thrown away: the value of a statement, or of an unread variable.
fn dropped(info: &BodyInfo<'_>, e: ExprId) -> Option<ExprId> {
    let mut at = e;
    for _ in 0..MAX_CHAIN {
        match &info.ir.exprs[at].kind {
            ExprKind::Await(inner) => at = *inner,
            ExprKind::Block(Block { tail: Some(tail), stmts }) if stmts.is_empty() => at = *tail,
            ExprKind::MethodCall { receiver, method, args, .. }
                if matches!(
                    method.sym.as_str(),
                    "ok" | "err"
                        | "is_ok"
                        | "is_err"
                        | "is_some"
                        | "unwrap_or"
                        | "unwrap_or_default"
                        | "unwrap_or_else"
                        | "map_err"
                        | "inspect_err"
                ) && args.iter().all(|&a| !calls(info, a)) =>
            {
                at = *receiver;
            }
            ExprKind::MethodCall { .. } | ExprKind::Call { .. } => return Some(at),
            _ => return None,
        }
    }
    None
}

fn calls(info: &BodyInfo<'_>, root: ExprId) -> bool {
    let mut found = false;
    info.ir.for_each_expr(root, &mut |e| {
        found |= matches!(info.ir.exprs[e].kind, ExprKind::MethodCall { .. } | ExprKind::Try(_));
    });
    found
}

/// The question of a condition that holds for those who may not: `!may()`, `check().is_err()`, `let Err(_) = check()`.
fn refusal_asked(info: &BodyInfo<'_>, cond: ExprId) -> Option<ExprId> {
    match &info.ir.exprs[cond].kind {
        ExprKind::Unary { op: UnaryOp::Not, operand } => dropped(info, *operand),
        ExprKind::MethodCall { receiver, method, .. }
            if matches!(method.sym.as_str(), "is_err" | "is_none") =>
        {
            dropped(info, *receiver)
        }
        ExprKind::Let { pat, value } => match &info.ir.pats[*pat].kind {
            PatKind::TupleStruct(path, _) if path.last().is_some_and(|s| s.name.sym == "Err") => {
                dropped(info, *value)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether a branch only writes to a log, or does nothing.
pub(super) fn only_tells(info: &BodyInfo<'_>, then: ExprId) -> bool {
    let ExprKind::Block(block) = &info.ir.exprs[then].kind else { return false };
    let tells = |e: ExprId| match &info.ir.exprs[e].kind {
        ExprKind::Macro(call) => call.path.last().is_some_and(|s| vocab::is_telling(s.name.sym.as_str())),
        _ => false,
    };
    block.tail.is_none_or(tells)
        && block.stmts.iter().all(|stmt| matches!(stmt, Stmt::Expr(e, _) if tells(*e)))
}

/// Whether a variable is read in what is written to a log alone.
fn only_told(info: &BodyInfo<'_>, pat: PatId) -> bool {
    let reads = |root: ExprId| {
        let mut count = 0;
        info.ir.for_each_expr(root, &mut |e| {
            count += usize::from(
                matches!(info.names.exprs.get(&e).map(|f| &f.res), Some(Res::Local(p)) if *p == pat),
            );
        });
        count
    };
    let mut told = 0;
    info.ir.for_each_expr(info.body.root, &mut |e| {
        if let ExprKind::Macro(call) = &info.ir.exprs[e].kind
            && call.path.last().is_some_and(|s| vocab::is_telling(s.name.sym.as_str()))
        {
            told += reads(e);
        }
    });
    told > 0 && info.locals().filter(|local| *local == pat).count() == told
}

/// Whether a pattern binds nothing that is read but by logs.
fn is_unread(info: &BodyInfo<'_>, pat: PatId) -> bool {
    match &info.ir.pats[pat].kind {
        PatKind::Wild => true,
        PatKind::Typed(inner, _) => is_unread(info, *inner),
        PatKind::Bind { name, sub: None, .. } => {
            // Two variables of one name are two builds of one: `#[cfg(..)] let allowed = ..;`.
            let again = |other: PatId| {
                other != pat
                    && matches!(&info.ir.pats[other].kind, PatKind::Bind { name: n, .. } if n.sym == name.sym)
            };
            !info.locals().any(|local| local == pat && !only_told(info, pat) || again(local))
        }
        _ => false,
    }
}

fn call_name(info: &BodyInfo<'_>, call: ExprId) -> Option<Symbol> {
    match &info.ir.exprs[call].kind {
        ExprKind::MethodCall { method, .. } => Some(method.sym),
        ExprKind::Call { callee, .. } => match &info.ir.exprs[*callee].kind {
            ExprKind::Path(path) => Some(path.last()?.name.sym),
            _ => None,
        },
        _ => None,
    }
}
