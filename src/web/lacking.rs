//! Routes that ask something of who is known, but not all that the routes beside them ask.
//!
//! ```text
//! POST   /grants       identity.require_scope("write")?;  identity.require_admin()?;
//! PUT    /grants/{id}  identity.require_scope("write")?;  identity.require_admin()?;
//! DELETE /grants/{id}  identity.require_scope("delete")?;                             the role is not asked for
//! ```
//!
//! Compared are the handlers of one file that change what lies under one path: the collection and its members. All that such a
//! handler asks has to be asked by each of the others too, and each of these asks for one role more. Who asks something else, as
//! whether the thing is theirs, has decided in another way. Absent on purpose: the collection itself, into which others may be let
//! put something.

use crate::ir::{ExprId, ExprKind, PatId, Stmt};
use crate::types::Ty;
use crate::web::guard::Judge;
use crate::web::identity::{mentions, questions};
use crate::web::permission::{add_aliases, awaited, bound};
use crate::web::protection::Judged;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;
use crate::web::{Evidence, Route, Sibling};

/// So many handlers beside it ask for the role.
const MIN_ASKING: usize = 2;

/// All that a handler asks of who is known, by the parameters that say who asks.
pub(super) fn asked<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, params: &[(PatId, Ty)]) -> Vec<Evidence> {
    let locals = known(judge, info, params);
    if locals.is_empty() { Vec::new() } else { questions(judge, info, &locals) }
}

/// The variables that hold who asks.
pub(super) fn known<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, params: &[(PatId, Ty)]) -> Vec<PatId> {
    let says_who = |(_, ty): &&(PatId, Ty)| judge.says_who(ty);
    let mut locals: Vec<PatId> =
        params.iter().filter(says_who).flat_map(|(pat, _)| bound(info, *pat)).collect();
    if !locals.is_empty() {
        add_aliases(info, &mut locals);
        add_answers(info, &mut locals);
    }
    locals
}

/// Adds what is known after a question: `let user = require_user(user)?`.
fn add_answers(info: &BodyInfo<'_>, locals: &mut Vec<PatId>) {
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let (ExprKind::Block(block) | ExprKind::Async(block)) = &info.ir.exprs[e].kind else { return };
        for stmt in &block.stmts {
            if let Stmt::Let { pat, value: Some(value), .. } = stmt
                && let ExprKind::Try(inner) = info.ir.exprs[*value].kind
                && is_question(info, awaited(info, inner), locals)
            {
                locals.extend(bound(info, *pat));
            }
        }
    });
}

fn is_question(info: &BodyInfo<'_>, call: ExprId, locals: &[PatId]) -> bool {
    let ExprKind::Call { callee, .. } = &info.ir.exprs[call].kind else { return false };
    let ExprKind::Path(path) = &info.ir.exprs[*callee].kind else { return false };
    path.last().is_some_and(|s| vocab::is_asking(s.name.sym.as_str())) && mentions(info, call, locals)
}

/// The role that a route does not ask for, though all others that change the same do, with one of these.
pub(super) fn role(judged: &[Judged], one: &Judged) -> Option<(String, Sibling)> {
    let path = one.route.path.as_deref()?;
    let (front, member) = path.rsplit_once('/')?;
    if one.asks.is_empty() || !one.route.writes() || !is_parameter(member) {
        return None;
    }
    let others: Vec<&Judged> = judged
        .iter()
        .filter(|other| {
            beside(&other.route, &one.route) && other.route.handler_span != one.route.handler_span
        })
        .filter(|other| {
            let of = other.route.path.as_deref().map(|p| p.trim_end_matches('/'));
            of == Some(path) || of == Some(front)
        })
        .collect();
    if others.len() < MIN_ASKING || !others.iter().any(|other| other.route.path == one.route.path) {
        return None;
    }
    let asks = |of: &Judged, name: &str| of.asks.iter().any(|asked| asked.name == name);
    let more = others[0].asks.iter().find(|asked| {
        vocab::is_role(&asked.name)
            && !asks(one, &asked.name)
            && others.iter().all(|other| asks(other, &asked.name))
    })?;
    let all_of_one = |other: &&Judged| one.asks.iter().all(|mine| asks(other, &mine.name));
    let Route { handler, route_span, handler_span, .. } = &others[0].route;
    let sibling = Sibling {
        handler: handler.clone(),
        route_span: *route_span,
        handler_span: *handler_span,
        guard: more.clone(),
    };
    others.iter().all(all_of_one).then(|| (more.name.clone(), sibling))
}

/// Whether a route changes something too, by a handler of the same file.
fn beside(other: &Route, one: &Route) -> bool {
    other.handler_span.file == one.handler_span.file && other.writes() && !other.in_test
}

/// `{id}`, `:id`, `<id>`.
fn is_parameter(segment: &str) -> bool {
    segment.starts_with(['{', ':', '<'])
}
