//! Routes that are content with anybody who is known, where the routes beside them ask who is known for a role.
//!
//! ```text
//! POST   /workers               session.director()?;  .. practice of the session
//! DELETE /workers/{id}          session.director()?;  .. practice of the session
//! PUT    /workers/{id}/rank                           .. practice of the session     nobody is asked for a role
//! ```
//!
//! Compared are the handlers of one file that change what lies below one collection, or the fields of a schema that are methods of one type. What the one reads of who asks, all others have
//! to read too: who looks whose the thing is has decided in another way. Logs aside. Absent on purpose: handlers that hand
//! who asks on as a whole, and what many take part in (`/posts/{id}/comments`, `/posts/{id}/like`).

use crate::base::Symbol;
use crate::ir::{ExprId, ExprKind, PatId};
use crate::types::{Callee, Ty};
use crate::web::guard::Judge;
use crate::web::identity::{call_name, mentions};
use crate::web::lacking;
use crate::web::permission::awaited;
use crate::web::protection::{Judged, is_field};
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;
use crate::web::{Authentication, Authorization, Evidence, EvidenceKind, Route, Sibling};

/// So many handlers beside it ask for a role.
const MIN_ASKING: usize = 2;
/// and all of them, but below what is named for administrators this share in percent of all that know who asks.
const MIN_SHARE: usize = 60;
/// What those do who only take part.
const TAKING_PART: &[&str] = &[
    "vote",
    "like",
    "unlike",
    "view",
    "join",
    "leave",
    "rate",
    "follow",
    "unfollow",
    "star",
    "unstar",
    "report",
    "answer",
    "reply",
    "comment",
    "subscribe",
    "unsubscribe",
    "read",
    "seen",
    "share",
    "message",
    "accept",
    "decline",
];

/// What a handler reads of who asks.
#[derive(Clone, Debug, Default)]
pub(super) struct Uses {
    /// Fields, outside of logs and questions.
    fields: Vec<Symbol>,
    /// Whether who asks is handed on as a whole.
    whole: bool,
}

/// The questions of a handler that ask who is known for what they are, and what else it reads of them.
pub(super) fn of_handler<'a>(
    judge: &Judge<'_, 'a>,
    info: &BodyInfo<'a>,
    params: &[(PatId, Ty)],
) -> (Vec<Evidence>, Uses) {
    let locals = lacking::known(judge, info, params);
    if locals.is_empty() {
        return (Vec::new(), Uses::default());
    }
    let mut reader = Reader { judge, info, locals, asked: Vec::new(), uses: Uses::default() };
    reader.read(info.body.root);
    (reader.asked, reader.uses)
}

struct Reader<'r, 'w, 'a> {
    judge: &'r Judge<'w, 'a>,
    info: &'r BodyInfo<'a>,
    locals: Vec<PatId>,
    asked: Vec<Evidence>,
    uses: Uses,
}

impl Reader<'_, '_, '_> {
    fn read(&mut self, e: ExprId) {
        let ir = self.info.ir;
        match &ir.exprs[e].kind {
            ExprKind::Macro(call)
                if call.path.last().is_some_and(|s| vocab::is_telling(s.name.sym.as_str())) =>
            {
                return;
            }
            ExprKind::Try(inner) => {
                let call = awaited(self.info, *inner);
                if let Some(name) = self.question(call) {
                    self.asked.push(Evidence { kind: EvidenceKind::Body, name, span: ir.exprs[call].span });
                    return;
                }
            }
            ExprKind::Field { .. } => {
                if let Some(field) = self.field(e) {
                    if !self.uses.fields.contains(&field) {
                        self.uses.fields.push(field);
                    }
                    return;
                }
            }
            ExprKind::Path(_) => self.uses.whole |= mentions(self.info, e, &self.locals),
            _ => {}
        }
        let mut children = Vec::new();
        ir.for_each_child(e, &mut |child| children.push(child));
        children.into_iter().for_each(|child| self.read(child));
    }

    /// The last named field of who asks: `session.0.practice`.
    fn field(&self, e: ExprId) -> Option<Symbol> {
        let (mut at, mut found) = (e, None);
        while let ExprKind::Field { base, name } = &self.info.ir.exprs[at].kind {
            if !name.sym.as_str().starts_with(|c: char| c.is_ascii_digit()) {
                found = found.or(Some(name.sym));
            }
            at = *base;
        }
        let local =
            matches!(self.info.ir.exprs[at].kind, ExprKind::Path(_)) && mentions(self.info, at, &self.locals);
        found.filter(|_| local)
    }

    /// A function of the workspace that is given nothing but who asks, and refuses by what they are.
    fn question(&self, call: ExprId) -> Option<String> {
        let name = call_name(self.info, call)?;
        let (this, args) = match &self.info.ir.exprs[call].kind {
            ExprKind::MethodCall { receiver, args, .. } => (Some(*receiver), args),
            ExprKind::Call { args, .. } => (None, args),
            _ => return None,
        };
        let Some(Callee::Def(def)) = self.judge.world.callee(self.info, call) else { return None };
        let known = |e: ExprId| mentions(self.info, e, &self.locals);
        let about = this.is_some_and(known) || args.iter().any(|&arg| known(arg));
        let only = args.iter().all(|&arg| known(arg) || !self.names_local(arg));
        let called = self.judge.world.body(def).filter(|_| about && only)?;
        self.judge.forbids(&called, true).then_some(name)
    }

    fn names_local(&self, root: ExprId) -> bool {
        let mut found = false;
        self.info.ir.for_each_expr(root, &mut |e| found |= self.info.is_local(e));
        found
    }
}

/// The role that a route does not ask for, though all others that change what lies below the same collection ask for one.
pub(super) fn than_beside(judged: &[Judged], one: &Judged) -> Option<(String, Sibling)> {
    let path = one.route.path.as_deref()?;
    let asks =
        one.route.authorization != Authorization::None || !one.asks.is_empty() || !one.checks.is_empty();
    // Who is known by a credential of their own is not one of those who may have the role.
    let otherwise = one.route.evidence.iter().any(|e| e.kind == EvidenceKind::Body);
    let own = otherwise || one.uses.fields.iter().any(|field| says_who(field.as_str()));
    if asks
        || own
        || one.uses.whole
        || one.refuses
        || !one.route.writes()
        || administered(path).is_none() && takes_part(&one.route.method, path)
    {
        return None;
    }
    let administered = administered(path);
    let of = administered.or_else(|| around(&one.route))?;
    let beside = |other: &&Judged| {
        let route = &other.route;
        (route.writes() || administered.is_some())
            && (administered.is_some() || !route.paths().all(|path| takes_part(&route.method, path)))
            && !route.in_test
            && route.handler_span.file == one.route.handler_span.file
            && route.handler_span != one.route.handler_span
            && is_within(route, of)
            && route.authentication == Authentication::Required
            && !route.evidence.iter().all(|e| e.kind == EvidenceKind::Body)
    };
    let others: Vec<&Judged> = judged.iter().filter(beside).collect();
    let reads = |other: &&Judged| one.uses.fields.iter().all(|field| other.uses.fields.contains(field));
    let role = |other: &&Judged| other.role_by.clone().filter(|_| reads(other) || other.uses.whole);
    let asking = others.iter().filter(|other| role(other).is_some()).count();
    let share = if administered.is_some() { MIN_SHARE } else { 100 };
    if asking < MIN_ASKING || asking * 100 < others.len() * share {
        return None;
    }
    let (sibling, guard) = others.iter().find_map(|other| Some((&other.route, role(other)?)))?;
    let name = guard.name.clone();
    let sibling = Sibling {
        handler: sibling.handler.clone(),
        route_span: sibling.route_span,
        handler_span: sibling.handler_span,
        guard,
    };
    Some((name, sibling))
}

/// What a route is compared within: what its path begins with, or the type whose methods are fields of a schema.
fn around(route: &Route) -> Option<&str> {
    if is_field(&route.method) { implementor(route) } else { collection(route.path.as_deref()?) }
}

fn is_within(route: &Route, of: &str) -> bool {
    if is_field(&route.method) {
        return implementor(route) == Some(of);
    }
    route.path.as_deref().is_some_and(|path| is_below(path, of))
}

fn implementor(route: &Route) -> Option<&str> {
    route.handler.rsplit_once("::").map(|(front, _)| front)
}

/// Whether a field says who asks, and not what group they belong to.
fn says_who(field: &str) -> bool {
    matches!(field, "id" | "sub" | "uid" | "uuid" | "email" | "name" | "username" | "login")
        || ["user_id", "account_id", "member_id"].contains(&field)
}

/// What lies below an address that is named for those who run the service: `/admin` of `/admin/queue/purge`.
fn administered(path: &str) -> Option<&str> {
    let mut end = 0;
    path.split('/').find_map(|segment| {
        end += segment.len() + 1;
        vocab::is_for_administrators(segment).then(|| &path[..end - 1])
    })
}

/// What a path names in front of its first variable part, if it has one.
fn collection(path: &str) -> Option<&str> {
    let at = path.find(['{', '<', ':'])?;
    Some(path[..at].trim_end_matches('/')).filter(|front| front.len() > 1)
}

fn is_below(path: &str, collection: &str) -> bool {
    path.strip_prefix(collection).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether it adds to something, as many may: `/posts/{id}/comments`, `/posts/{id}/like`.
pub(super) fn takes_part(method: &str, path: &str) -> bool {
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let variable = last.starts_with(['{', '<', ':']);
    let first = vocab::words(last).into_iter().next().unwrap_or_default();
    let of_one = collection(path).is_some();
    of_one && !variable && (TAKING_PART.contains(&first.as_str()) || method == "POST" && last.ends_with('s'))
}
