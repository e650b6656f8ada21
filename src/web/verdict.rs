//! What follows for each route: protected, public, missing or unsure.
//!
//! A route that asks nobody is public if it only reads, is named like something meant for everybody, or belongs to an
//! application without guards. It misses a guard if it changes state and its siblings have one: the same handler registered
//! elsewhere behind a guard, or most state-changing routes of the same scope, file or path.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::base::{FileId, Span};
use crate::web::identity;
use crate::web::lacking;
use crate::web::ownership;
use crate::web::protection::Judged;
use crate::web::signup;
use crate::web::vocabulary as vocab;
use crate::web::weaker;
use crate::web::{Authentication, EvidenceKind, Route, Sibling, Verdict};

/// So many siblings must be guarded,
const MIN_GUARDED: usize = 2;
/// and this share of them, in percent.
const MIN_SHARE: usize = 60;

/// For what is meant for administrators, so many routes anywhere in the application that change state.
const MIN_IN_APPLICATION: usize = 4;

/// What groups a route belongs to.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Group {
    Handler(Span),
    Scope(usize, usize),
    File(FileId),
    /// Routes below one path of one application: others have paths of their own that may look alike.
    Path(usize, String),
    Application(usize),
}

#[derive(Default)]
struct Members {
    /// Routes that change state and are guarded,
    guarded: Vec<usize>,
    /// or are not, although nothing in their name says that they are for everybody.
    open: Vec<usize>,
    /// Guarded routes that only read,
    reading: usize,
    /// and those that are not guarded.
    read_by_all: usize,
}

/// Gives every route its verdict.
pub(super) fn decide(judged: Vec<Judged>) -> Vec<Route> {
    let groups = groups(&judged);
    let any_guard = judged.iter().any(|j| j.route.is_guarded());
    let dropped = identity::dropped(&judged);
    let weaker = |i: usize| weaker::than_beside(&judged, &judged[i]).filter(|_| dropped[i].is_none());
    let decided: Vec<_> =
        (0..judged.len()).map(|i| verdict(&judged, i, (&groups, any_guard), &weaker)).collect();
    let unowned = ownership::unowned(&judged);
    let mut out = Vec::new();
    let found = dropped.into_iter().zip(unowned);
    for ((mut judged, (verdict, reason, sibling)), found) in judged.into_iter().zip(decided).zip(found) {
        (judged.route.dropped, judged.route.unowned) = found;
        judged.route.verdict = verdict;
        judged.route.reason = reason;
        judged.route.sibling = sibling;
        out.push(judged.route);
    }
    out
}

fn is_public(route: &Route) -> bool {
    route.declared_public.is_some()
        || vocab::is_public_route(&route.method, &route.handler, route.path.as_deref())
}

/// The most convincing first.
fn groups_of(judged: &Judged) -> Vec<Group> {
    let route = &judged.route;
    let mut out = vec![Group::Handler(route.handler_span)];
    if let Some(front) = route.path.as_deref().and_then(|p| p.rsplit_once('/')).map(|(front, _)| front)
        && !front.is_empty()
    {
        out.push(Group::Path(judged.scope.0, front.to_owned()));
        out.push(Group::Path(judged.scope.0, route.path.clone().unwrap_or_default()));
    }
    out.push(Group::Scope(judged.scope.0, judged.scope.1));
    out.push(Group::File(route.handler_span.file));
    out
}

fn groups(judged: &[Judged]) -> FxHashMap<Group, Members> {
    let mut out: FxHashMap<Group, Members> = FxHashMap::default();
    for (i, one) in judged.iter().enumerate() {
        let (writes, guarded) = (one.route.writes() && !one.executes, one.route.is_guarded() && !one.instead);
        for group in groups_of(one).into_iter().chain([Group::Application(one.scope.0)]) {
            let members = out.entry(group).or_default();
            match (writes, guarded) {
                (true, true) => members.guarded.push(i),
                (true, false) if !is_public(&one.route) => members.open.push(i),
                (false, true) => members.reading += 1,
                (false, false) => members.read_by_all += 1,
                _ => {}
            }
        }
    }
    out
}

type Decision = (Verdict, Option<String>, Option<Sibling>);

/// `weaker`: the role that a route does not ask for, and a sibling that does.
fn verdict(
    judged: &[Judged],
    index: usize,
    (groups, any_guard): (&FxHashMap<Group, Members>, bool),
    weaker: &dyn Fn(usize) -> Option<(String, Sibling)>,
) -> Decision {
    let route = &judged[index].route;
    let plain = |verdict, reason: &str| (verdict, Some(reason.to_owned()), None);
    if let (Some(reason), false) = (&route.declared_public, route.is_guarded()) {
        return plain(Verdict::Public, reason);
    }
    match route.authentication {
        Authentication::Required => return of_authenticated(judged, index, groups, weaker),
        Authentication::Conditional => return plain(Verdict::Protected, "guarded only under a setting"),
        Authentication::Unknown => return plain(Verdict::Unsure, "a layer around it could not be judged"),
        Authentication::None | Authentication::Optional => {}
    }
    if route.late.is_some() && route.writes() {
        return (Verdict::Missing, Some("asks who is there after the change".to_owned()), None);
    }
    if judged[index].lets_in {
        return plain(Verdict::Public, "the way in");
    }
    if let Some(reason) = judged[index].open {
        return plain(Verdict::Public, reason);
    }
    if judged[index].executes {
        return plain(Verdict::Public, "the fields of its schema are judged by themselves");
    }
    if let Some(reason) = judged[index].unsure {
        return plain(Verdict::Unsure, reason);
    }
    if !route.writes() {
        return plain(Verdict::Public, "only reads, and nothing guards it");
    }
    if route.handler_owner.is_none() {
        return plain(Verdict::Unsure, "the handler could not be followed");
    }
    if !any_guard {
        return plain(Verdict::Unsure, "no route of the application is guarded");
    }
    let outside = judged[index].beside.outside.clone().map(|covered| (covered, false));
    let sibling = outside.or_else(|| guarded_sibling(judged, index, groups));
    let public = is_public(route);
    match (sibling, public) {
        (Some((sibling, false)), _) if route.method == "POST" && vocab::only_reads(&route.handler) => {
            (Verdict::Unsure, Some("named like a route that only reads".to_owned()), Some(sibling))
        }
        _ if public && vocab::is_way_in(&route.handler) => plain(Verdict::Public, "the way in"),
        _ if public && vocab::is_way_out(&route.handler) => plain(Verdict::Public, "the way out"),
        _ if public && signup::is_sign_up(judged, index) => plain(Verdict::Public, "makes an account"),
        (Some((sibling, false)), false) if signup::signs_up(judged, index) => {
            (Verdict::Unsure, Some("makes an account".to_owned()), Some(sibling))
        }
        (Some((sibling, same)), public) if same || !public => (Verdict::Missing, None, Some(sibling)),
        (Some((sibling, _)), _) => (
            Verdict::Unsure,
            Some("named like a public route, but its siblings are guarded".to_owned()),
            Some(sibling),
        ),
        (None, true) => plain(Verdict::Public, "named like a public route"),
        (None, false) => plain(Verdict::Unsure, "changes state and nothing guards it"),
    }
}

/// A route that knows who asks. If the others that change what lies under the same path all ask whether they may, it should.
fn of_authenticated(
    judged: &[Judged],
    index: usize,
    groups: &FxHashMap<Group, Members>,
    weaker: &dyn Fn(usize) -> Option<(String, Sibling)>,
) -> Decision {
    let one = &judged[index];
    if let Some((role, sibling)) = lacking::role(judged, one).or_else(|| weaker(index)) {
        return (Verdict::Missing, Some(format!("its siblings ask `{role}`")), Some(sibling));
    }
    let protected = (Verdict::Protected, None, None);
    let Some(path) = one.route.path.clone().filter(|_| one.route.writes() && one.checks.is_empty()) else {
        return protected;
    };
    let Some(members) = groups.get(&Group::Path(one.scope.0, path)) else { return protected };
    let others: Vec<&Judged> = members
        .guarded
        .iter()
        .filter(|&&i| i != index)
        .map(|&i| &judged[i])
        .filter(|j| j.route.path == one.route.path)
        .collect();
    let asked = |j: &&Judged, name: &str| j.checks.iter().any(|c| c.name == name);
    let first = others.first().and_then(|j| j.checks.first());
    match first {
        Some(check) if others.len() >= MIN_GUARDED && others.iter().all(|j| asked(j, &check.name)) => {
            let sibling = Sibling {
                handler: others[0].route.handler.clone(),
                route_span: others[0].route.route_span,
                handler_span: others[0].route.handler_span,
                guard: check.clone(),
            };
            let reason = format!("its siblings ask `{}`", check.name);
            (Verdict::Missing, Some(reason), Some(sibling))
        }
        _ => protected,
    }
}

/// The nearest guarded sibling, if most siblings are guarded; and whether it is the same handler.
fn guarded_sibling(
    judged: &[Judged],
    index: usize,
    groups: &FxHashMap<Group, Members>,
) -> Option<(Sibling, bool)> {
    for group in groups_of(&judged[index]) {
        let Some(members) = groups.get(&group) else { continue };
        let same = matches!(group, Group::Handler(_));
        let guarded = members.guarded.len();
        let others = guarded + members.open.iter().filter(|&&i| i != index).count();
        let enough = guarded + members.reading >= MIN_GUARDED;
        let most = enough && guarded * 100 >= others * MIN_SHARE;
        // Where all that lies below a path may not even be read by strangers, nothing is for them to change.
        let all_read = matches!(group, Group::Path(..))
            && guarded == 0
            && others == 0
            && members.reading >= MIN_GUARDED
            && members.read_by_all == 0;
        if all_read {
            let behind = |j: &&Judged| j.route.is_guarded() && groups_of(j).contains(&group);
            return sibling_of(&judged.iter().find(behind)?.route).map(|s| (s, false));
        }
        if guarded > 0 && (same || most) {
            let path = judged[index].route.path.as_deref();
            let near = |i: usize| (Reverse(common(path, judged[i].route.path.as_deref())), i.abs_diff(index));
            let nearest = members.guarded.iter().min_by_key(|&&i| near(i))?;
            return sibling_of(&judged[*nearest].route).map(|s| (s, same));
        }
    }
    let named = guarded_elsewhere(judged, index, groups).or_else(|| signed_in_beside(judged, index));
    named.map(|sibling| (sibling, false))
}

/// A guarded route of the same file, if administrators sign in there and this one is named for them: whoever has signed in is
/// asked for once, and then forgotten.
fn signed_in_beside(judged: &[Judged], index: usize) -> Option<Sibling> {
    let route = &judged[index].route;
    let beside = |j: &&Judged| {
        j.route.handler_span.file == route.handler_span.file && j.route.paths().any(is_for_administrators)
    };
    let signs_in = |j: &Judged| j.route.writes() && vocab::is_way_in(&j.route.handler);
    if !route.paths().any(is_for_administrators) || !judged.iter().filter(beside).any(signs_in) {
        return None;
    }
    sibling_of(&judged.iter().filter(beside).find(|j| j.route.is_guarded())?.route)
}

fn is_for_administrators(path: &str) -> bool {
    path.split('/').any(vocab::is_for_administrators)
}

/// A guarded route of the same application, if most are guarded there and this one is named for administrators: nobody means
/// that for everybody.
fn guarded_elsewhere(judged: &[Judged], index: usize, groups: &FxHashMap<Group, Members>) -> Option<Sibling> {
    let route = &judged[index].route;
    let members = groups.get(&Group::Application(judged[index].scope.0))?;
    let guarded = members.guarded.len();
    let most = guarded >= MIN_IN_APPLICATION && guarded * 100 >= (guarded + members.open.len()) * MIN_SHARE;
    let first = members.guarded.first().filter(|_| most && route.paths().any(is_for_administrators))?;
    sibling_of(&judged[*first].route)
}

/// How many segments two paths begin with in common.
fn common(a: Option<&str>, b: Option<&str>) -> usize {
    let segments =
        |path: Option<&str>| path.unwrap_or_default().split('/').map(str::to_owned).collect::<Vec<_>>();
    segments(a).iter().zip(&segments(b)).take_while(|(a, b)| a == b).count()
}

/// A route that is guarded, as an example.
pub(super) fn sibling_of(route: &Route) -> Option<Sibling> {
    let order = [EvidenceKind::Extractor, EvidenceKind::Layer, EvidenceKind::Attribute, EvidenceKind::Body];
    let guard = order.iter().find_map(|k| route.evidence.iter().find(|e| e.kind == *k))?;
    Some(Sibling {
        handler: route.handler.clone(),
        route_span: route.route_span,
        handler_span: route.handler_span,
        guard: guard.clone(),
    })
}
