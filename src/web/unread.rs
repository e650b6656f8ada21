//! Tokens that make no difference.
//!
//! ```text
//! let found = codes.find(&form.code).await?;
//! if found.is_none() { warn!("wrong code"); }             nothing else reads it, and then something is changed
//!
//! async fn reset_password(Json(form): Json<Reset>)        hashes form.password, and never reads form.token
//! ```

use crate::base::Span;
use crate::ir::{Block, ExprId, ExprKind, PatId, PatKind, Stmt, UnaryOp};
use crate::resolve::Res;
use crate::types::local_adt;
use crate::web::Route;
use crate::web::defect::{Defect, DefectKind};
use crate::web::guard::Judge;
use crate::web::ignored::only_tells;
use crate::web::permission::bound;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// What was found for a token, and is only told of where it is not there.
pub(super) fn in_block(info: &BodyInfo<'_>, block: &Block) -> Option<Defect> {
    let (at, cond, name) = block.stmts.iter().enumerate().find_map(|(i, stmt)| {
        let Stmt::Expr(e, _) = stmt else { return None };
        let ExprKind::If { cond, then, otherwise: None } = info.ir.exprs[*e].kind else { return None };
        let local = absent(info, cond).filter(|_| only_tells(info, then))?;
        let made = info.initial(local)?;
        let Res::Local(pat) = info.names.exprs.get(&local)?.res else { return None };
        let here = reads(info, *e, pat) == reads(info, info.body.root, pat);
        let proof = proof_in(info, made).filter(|_| here)?;
        Some((i, cond, proof))
    })?;
    let effect = |e: ExprId| {
        let mut found = false;
        info.ir.for_each_expr(e, &mut |part| {
            if let ExprKind::MethodCall { method, .. } = &info.ir.exprs[part].kind {
                found |= vocab::is_effect(method.sym.as_str());
            }
        });
        found
    };
    let after = block.stmts[at + 1..].iter().filter_map(|stmt| match stmt {
        Stmt::Let { value, .. } => *value,
        Stmt::Expr(e, _) => Some(*e),
        Stmt::Item(_) => None,
    });
    let changes = after.chain(block.tail).any(effect);
    changes.then(|| defect(info, name, info.ir.exprs[cond].span))
}

/// The variable of which a condition says that nothing is there.
fn absent(info: &BodyInfo<'_>, cond: ExprId) -> Option<ExprId> {
    let (call, method) = match &info.ir.exprs[cond].kind {
        ExprKind::Unary { op: UnaryOp::Not, operand } => (*operand, &["is_some", "is_ok"]),
        _ => (cond, &["is_none", "is_err"]),
    };
    match &info.ir.exprs[call].kind {
        ExprKind::MethodCall { receiver, method: name, .. } if method.contains(&name.sym.as_str()) => {
            info.is_local(*receiver).then_some(*receiver)
        }
        _ => None,
    }
}

fn reads(info: &BodyInfo<'_>, root: ExprId, pat: PatId) -> usize {
    let mut count = 0;
    info.ir.for_each_expr(root, &mut |e| {
        let local = info.names.exprs.get(&e).map(|found| &found.res);
        count += usize::from(matches!(local, Some(Res::Local(p)) if *p == pat));
    });
    count
}

/// The name of a token in an expression.
fn proof_in(info: &BodyInfo<'_>, root: ExprId) -> Option<String> {
    let mut found = None;
    info.ir.for_each_expr(root, &mut |e| {
        let name = match &info.ir.exprs[e].kind {
            ExprKind::Field { name, .. } => name.sym,
            ExprKind::Path(path) if info.is_local(e) => match path.last() {
                Some(segment) => segment.name.sym,
                None => return,
            },
            _ => return,
        };
        if found.is_none() && vocab::is_proof(name.as_str()) {
            found = Some(name.to_string());
        }
    });
    found
}

/// A route for who has lost a password, whose handler hashes a new one and never reads the token that is sent with it.
pub(super) fn in_route(judge: &Judge<'_, '_>, route: &Route) -> Option<Defect> {
    let def = route.handler_def.filter(|_| !route.in_test && !route.is_guarded())?;
    if !vocab::is_reset(&route.handler, route.path.as_deref()) || !judge.makes_account(route) {
        return None;
    }
    let info = judge.world.body(def)?;
    judge.params(def).into_iter().find_map(|(pat, ty)| {
        let id = local_adt(&ty.peel().arg(0))?;
        let fields = judge.world.cx.table.fields(id);
        let (name, _) = fields.iter().find(|(name, _)| vocab::is_proof(name.as_str()))?;
        let unread = only_fields(&info, pat)?.iter().all(|read| *read != name.as_str());
        unread.then(|| defect(&info, name.to_string(), info.ir.pats[pat].span))
    })
}

/// The fields that are read of a parameter, if it is never handed on as a whole.
fn only_fields(info: &BodyInfo<'_>, pat: PatId) -> Option<Vec<&'static str>> {
    let locals = bound(info, pat);
    let plain = |p: &PatId| !matches!(info.ir.pats[*p].kind, PatKind::Struct(..));
    let is_one = |e: ExprId| {
        let local = info.names.exprs.get(&e).map(|found| &found.res);
        matches!(local, Some(Res::Local(p)) if locals.contains(p))
    };
    let (mut fields, mut as_base, mut all) = (Vec::new(), 0, 0);
    info.ir.for_each_expr(info.body.root, &mut |e| {
        all += usize::from(is_one(e));
        if let ExprKind::Field { base, name } = &info.ir.exprs[e].kind
            && is_one(*base)
            && !name.sym.as_str().starts_with(|c: char| c.is_ascii_digit())
        {
            as_base += 1;
            fields.push(name.sym.as_str());
        }
    });
    (locals.iter().all(plain) && as_base == all).then_some(fields)
}

fn defect(info: &BodyInfo<'_>, name: String, span: Span) -> Defect {
    let kind = DefectKind::Unread;
    Defect { kind, owner: info.id, span, name, place: None, routes: Vec::new() }
}
