//! A sign-in that leaves at once when there is no such user, and only else runs the slow verification of the password: how long
//! the answer takes tells who has an account.
//!
//! From a slow verification (a call whose row says so, also inside a function of the workspace) the stored hash is followed
//! back to the variable of the account, and from it to the look-up that binds it. The look-up must be able to fail: `let .. else`,
//! `ok_or_else(..)?`, a `match` or `if let` with another way, or a name that says that a missing row is an error. If the way of
//! the failure runs no slow function, it is reported. Functions that a signed-in user calls are left out by their names.
//!
//! Example: `let Some(user) = find(name) else { return Err(Denied) }; verify(password, &user.hash)`.

use crate::base::Span;
use crate::catalog::parameters::UserEnumeration;
use crate::catalog::{AccessPath, Lint};
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::finding::{Finding, Label};
use crate::flow::Arrival;
use crate::ir::{ExprId, ExprKind, PatId, PatKind, Stmt};
use crate::resolve::{DefId, PathRes, Res, body_of};

/// Variables are followed through this many others.
const MAX_DEPTH: usize = 4;
/// Words of calls that take the time of a verification without one being seen in them.
const SLOW_WORDS: &[&str] = &["dummy", "fake", "verify", "burn", "hash", "sleep", "delay"];

/// First words of functions that make what their module is named after.
const MAKES: &str = "create new post store start";
/// Words of modules whose things are sign-ins.
const SESSIONS: &[&str] = &["session", "sessions", "login", "logins", "signin"];
/// Words of what somebody is told who has no account, by an error in the place of that of the look-up.
const REFUSES: &[&str] = &[
    "wrong",
    "invalid",
    "unknown",
    "unauthorized",
    "unauthenticated",
    "forbidden",
    "denied",
    "credentials",
    "incorrect",
];
/// Methods by which a closure sees what an option holds.
const HANDS_IN: &[&str] =
    &["filter", "map", "and_then", "is_some_and", "is_ok_and", "map_or", "map_or_else", "is_none_or"];

/// A way on which a look-up found nothing.
struct Miss {
    lookup: ExprId,
    /// What runs then, if it is written down.
    branch: Option<ExprId>,
    place: Span,
}

/// Findings of a `user-enumeration` lint in a body: at most one.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, wanted: &UserEnumeration) -> Vec<Finding> {
    let mut slow = body.flow.arrivals.iter().filter(|a| is_verification(a)).peekable();
    if slow.peek().is_none() || !signs_in(body, wanted) {
        return Vec::new();
    }
    let found = slow.find_map(|arrival| Some((arrival, miss_before(body, arrival, wanted)?)));
    found.map(|(arrival, miss)| report(body, lint, arrival, &miss)).into_iter().collect()
}

fn is_verification(arrival: &Arrival<'_>) -> bool {
    let verifies =
        |r: &crate::catalog::RoleAt| r.at == AccessPath::Use && r.role.as_str() == "password/verify";
    arrival.role.role.as_str() == "kdf/password" && arrival.api.roles.iter().any(verifies)
}

/// Whether the function is one that somebody calls who is not signed in yet.
fn signs_in(body: &BodyCx<'_>, wanted: &UserEnumeration) -> bool {
    let words = Words::of(body.cx.map.def(body.def).name.as_str());
    let path = body.cx.map.path_of(body.def);
    // `create` of a module `session`.
    let makes_session = || {
        let module = path.rsplit("::").nth(1).map(Words::of).unwrap_or_default();
        words.starts_with(MAKES) && module.has_any(SESSIONS)
    };
    (has_any(&words, &wanted.functions) || makes_session()) && !has_any(&words, &wanted.signed_in)
}

fn has_any(words: &Words, list: &[String]) -> bool {
    list.iter().any(|w| words.has(w))
}

/// The failing look-up of the account whose hash is verified.
fn miss_before(body: &BodyCx<'_>, arrival: &Arrival<'_>, wanted: &UserEnumeration) -> Option<Miss> {
    let parts: Vec<ExprId> = match body.kind(arrival.call) {
        ExprKind::Call { args, .. } => args.clone(),
        // `user.verify_password(given)`
        ExprKind::MethodCall { receiver, args, .. } => {
            args.iter().copied().chain(std::iter::once(*receiver)).collect()
        }
        _ => return None,
    };
    let stored = parts.iter().filter(|&&arg| arg != arrival.arg);
    let mut todo: Vec<(PatId, usize)> =
        stored.flat_map(|&arg| locals_in(body, arg)).map(|l| (l, 0)).collect();
    let mut seen = Vec::new();
    while let Some((local, depth)) = todo.pop() {
        if seen.contains(&local) || depth > MAX_DEPTH {
            continue;
        }
        seen.push(local);
        let miss = misses(body, local, arrival.call, wanted).into_iter().find(|miss| !takes_long(body, miss));
        if miss.is_some() {
            return miss;
        }
        let from = binding(body, local).map(|(value, _)| value).or_else(|| body.taken_from(local));
        let from = from.map(|value| locals_in(body, value)).unwrap_or_default();
        todo.extend(from.into_iter().map(|l| (l, depth + 1)));
    }
    None
}

fn locals_in(body: &BodyCx<'_>, id: ExprId) -> Vec<PatId> {
    let mut out = Vec::new();
    body.ir.for_each_expr(id, &mut |part| {
        if let Some(PathRes { res: Res::Local(local), .. }) = body.names.exprs.get(&part) {
            out.push(*local);
        }
    });
    out
}

fn binds(body: &BodyCx<'_>, pat: PatId, local: PatId) -> bool {
    let mut found = false;
    body.ir.for_each_pat(pat, &mut |p| found |= p == local);
    found
}

/// The value of the `let` that binds a variable, and its `else`.
fn binding(body: &BodyCx<'_>, local: PatId) -> Option<(ExprId, Option<ExprId>)> {
    body.exprs().find_map(|id| {
        let (ExprKind::Block(block) | ExprKind::Async(block)) = body.kind(id) else { return None };
        block.stmts.iter().find_map(|stmt| match stmt {
            Stmt::Let { pat, value: Some(value), otherwise, .. } if binds(body, *pat, local) => {
                Some((*value, *otherwise))
            }
            _ => None,
        })
    })
}

/// The ways on which nothing was found for a variable that a verification reads.
fn misses(body: &BodyCx<'_>, local: PatId, verified: ExprId, wanted: &UserEnumeration) -> Vec<Miss> {
    let mut found = match binding(body, local) {
        Some((lookup, Some(branch))) => vec![Miss { lookup, branch: Some(branch), place: body.span(branch) }],
        Some((value, None)) => failing(body, value, wanted),
        None => {
            let ways = body.exprs().flat_map(|id| other_ways(body, id, local, verified));
            ways.chain(handed_in(body, local, verified)).collect()
        }
    };
    found.extend(body.exprs().filter_map(|id| absence(body, id, local, verified)));
    found.into_iter().filter(|miss| looks_up(body, miss.lookup, wanted)).collect()
}

/// `find(..).ok_or(..)?`, `match find(..) { Some(u) => u, None => return .. }`, `fetch_one(..)?`.
fn failing(body: &BodyCx<'_>, value: ExprId, wanted: &UserEnumeration) -> Vec<Miss> {
    let mut out = Vec::new();
    body.ir.for_each_expr(value, &mut |id| match body.kind(id) {
        ExprKind::Try(inner) => out.extend(question(body, value, *inner, wanted)),
        ExprKind::Match { scrutinee, arms } => {
            let leaving = arms.iter().filter(|arm| leaves(body, arm.body));
            out.extend(leaving.map(|arm| Miss {
                lookup: *scrutinee,
                branch: Some(arm.body),
                place: body.span(arm.body),
            }));
        }
        _ => {}
    });
    out
}

/// What a `?` leaves for.
fn question(body: &BodyCx<'_>, value: ExprId, inner: ExprId, wanted: &UserEnumeration) -> Option<Miss> {
    let mut at = inner;
    for _ in 0..MAX_DEPTH {
        at = match body.kind(at) {
            ExprKind::MethodCall { receiver, method, args, .. } => {
                let name = method.sym.as_str();
                if name == "ok_or" || name == "ok_or_else" {
                    return Some(Miss { lookup: value, branch: args.first().copied(), place: method.span });
                }
                let refused = || args.iter().any(|&arg| refuses(body, arg));
                if wanted.fails_if_missing.iter().any(|w| w == name) || name == "map_err" && refused() {
                    return Some(Miss { lookup: value, branch: None, place: method.span });
                }
                *receiver
            }
            ExprKind::Await(operand) => *operand,
            _ => return None,
        };
    }
    None
}

/// `match` and `if let` around the verification whose pattern binds the account.
fn other_ways(body: &BodyCx<'_>, id: ExprId, local: PatId, verified: ExprId) -> Vec<Miss> {
    // Where both ways go on to the verification, as with a hash of nobody for the other, no way leaves.
    if !body.span(id).contains(body.span(verified)) {
        return Vec::new();
    }
    match body.kind(id) {
        ExprKind::Match { scrutinee, arms } if arms.iter().any(|arm| binds(body, arm.pat, local)) => {
            let others = arms.iter().filter(|arm| !binds(body, arm.pat, local));
            let miss = |branch| Miss { lookup: *scrutinee, branch: Some(branch), place: body.span(branch) };
            others.map(|arm| miss(arm.body)).collect()
        }
        ExprKind::If { cond, otherwise, .. } => match body.kind(*cond) {
            ExprKind::Let { pat, value } if binds(body, *pat, local) => {
                let place = otherwise.map_or(body.span(*cond), |e| body.span(e));
                vec![Miss { lookup: *value, branch: *otherwise, place }]
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Whether an error is that of a sign-in that failed: `|_| Error::WrongPasswordOrUsername`.
fn refuses(body: &BodyCx<'_>, id: ExprId) -> bool {
    Words::of(body.cx.program.sources.slice(body.span(body.initial(id)))).has_any(REFUSES)
}

/// `found.filter(|user| verify(given, &user.hash))`, whose closure is not called if there is no such user.
fn handed_in(body: &BodyCx<'_>, local: PatId, verified: ExprId) -> Option<Miss> {
    body.exprs().find_map(|id| {
        let ExprKind::MethodCall { receiver, method, args, .. } = body.kind(id) else { return None };
        let takes = |&arg: &ExprId| match body.kind(body.initial(arg)) {
            ExprKind::Closure { params, .. } => {
                params.iter().any(|p| body.ir.pattern_binds(p.pat, local))
                    && body.span(body.initial(arg)).contains(body.span(verified))
            }
            _ => false,
        };
        let option = || body.types.of(*receiver).peel().is_ext("std::option::Option");
        (HANDS_IN.contains(&method.sym.as_str()) && args.iter().any(takes) && option()).then_some(Miss {
            lookup: *receiver,
            branch: None,
            place: method.span,
        })
    })
}

/// `if user.is_none() { return .. }` before the verification, `if let Err(_) = user { .. } else { verify(..) }` around it.
fn absence(body: &BodyCx<'_>, id: ExprId, local: PatId, verified: ExprId) -> Option<Miss> {
    let ExprKind::If { cond, then, otherwise } = body.kind(id) else { return None };
    let tests = |value: ExprId| body.local(body.chain_root(value)) == Some(local);
    let missing = match body.kind(*cond) {
        ExprKind::MethodCall { receiver, method, .. } => {
            matches!(method.sym.as_str(), "is_none" | "is_err") && tests(*receiver)
        }
        ExprKind::Let { pat, value } => names_absence(body, *pat) && tests(*value),
        _ => false,
    };
    let place = body.span(verified);
    let later = || body.span(id).hi <= place.lo && leaves(body, *then);
    let instead = || otherwise.is_some_and(|other| body.span(other).contains(place));
    (missing && (instead() || later())).then(|| Miss {
        lookup: binding(body, local).map_or(*cond, |(value, _)| value),
        branch: Some(*then),
        place: body.span(*cond),
    })
}

/// `None`, `Err(_)`.
fn names_absence(body: &BodyCx<'_>, pat: PatId) -> bool {
    let path = match &body.ir.pats[pat].kind {
        PatKind::TupleStruct(path, _) | PatKind::Path(path) => path.last().map(|s| s.name.sym),
        PatKind::Bind { name, .. } => Some(name.sym),
        _ => None,
    };
    path.is_some_and(|name| name == *"None" || name == *"Err")
}

fn leaves(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut found = false;
    body.ir.for_each_expr(id, &mut |part| found |= matches!(body.kind(part), ExprKind::Return(_)));
    found
}

/// Whether an account is looked up: a call says so by its name.
fn looks_up(body: &BodyCx<'_>, lookup: ExprId, wanted: &UserEnumeration) -> bool {
    let mut found = false;
    body.ir.for_each_expr(lookup, &mut |part| {
        let words = match body.kind(part) {
            ExprKind::MethodCall { method, .. } => Words::of(method.sym.as_str()),
            ExprKind::Call { callee, .. } => body.words(*callee),
            _ => return,
        };
        found |=
            has_any(&words, &wanted.lookups) || body.targets(part).iter().any(|&def| asks(body, def, wanted));
    });
    let variable = || locals_in(body, lookup).into_iter().find_map(|local| binding(body, local));
    found || variable().is_some_and(|(value, _)| value != lookup && calls_lookup(body, value, wanted))
}

/// Whether a function of the workspace looks something up by a method that is named for it.
fn asks(body: &BodyCx<'_>, def: DefId, wanted: &UserEnumeration) -> bool {
    let Some(found) = body_of(body.cx.program, &body.cx.map, def) else { return false };
    let ir = body.cx.program.file(found.file);
    let mut asks = false;
    ir.for_each_expr(found.root, &mut |id| {
        if let ExprKind::MethodCall { method, .. } = &ir.exprs[id].kind {
            asks |= has_any(&Words::of(method.sym.as_str()), &wanted.lookups);
        }
    });
    asks
}

fn calls_lookup(body: &BodyCx<'_>, value: ExprId, wanted: &UserEnumeration) -> bool {
    let mut found = false;
    body.ir.for_each_expr(value, &mut |part| {
        if let ExprKind::MethodCall { method, .. } = body.kind(part) {
            found |= has_any(&Words::of(method.sym.as_str()), &wanted.lookups);
        }
    });
    found
}

/// Whether the way of the failure runs something slow.
fn takes_long(body: &BodyCx<'_>, miss: &Miss) -> bool {
    let Some(branch) = miss.branch else { return false };
    let inside = body.span(branch);
    let slow = |a: &Arrival<'_>| a.role.role.as_str() == "kdf/password" && inside.contains(body.span(a.call));
    let mut named = false;
    body.ir.for_each_expr(branch, &mut |part| {
        let words = match body.kind(part) {
            ExprKind::MethodCall { method, .. } => Words::of(method.sym.as_str()),
            ExprKind::Call { callee, .. } => body.words(*callee),
            _ => return,
        };
        named |= words.has_any(SLOW_WORDS);
    });
    named || body.flow.arrivals.iter().any(slow)
}

fn report(body: &BodyCx<'_>, lint: &Lint, arrival: &Arrival<'_>, miss: &Miss) -> Finding {
    let message = "whether an account exists shows in the time that a sign-in takes".to_owned();
    let mut finding = body.finding(lint, miss.place, "leaves at once if there is no such account", message);
    let slow = Label::new(body.span(arrival.call), "only an existing account comes to the slow verification");
    finding.context.push(slow);
    finding.help.push(
        "verify the password against a fixed hash of the same cost when there is no account, then fail as for a wrong password"
            .to_owned(),
    );
    finding
}
