//! Which handlers leave out the question that one beside them asks of the same thing.
//!
//! Handlers of the same thing are those of one file whose paths are alike up to the last variable part, or which read the same
//! identifier from the body. One that changes the thing by its identifier alone is told of if one beside it ties it strongly
//! and no more leave it open than tie it. One that reads it needs more: another that reads it ties it too, and no other
//! leaves it open, because much may be read by everybody who is signed in.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{FileId, Span};
use crate::web::ownership::{Deed, Lack, Ownership, Unowned, reading};
use crate::web::protection::Judged;
use crate::web::vocabulary as vocab;
use crate::web::{Authentication, Evidence, EvidenceKind, Route, Sibling};

/// A route with what its handler does with identifiers.
type Member<'j> = (&'j Judged, &'j Ownership);

/// What makes handlers speak of the same thing.
#[derive(PartialEq, Eq, Hash)]
enum Thing {
    Path(FileId, String),
    Field(FileId, String),
}

/// For each route the identifier that its handler trusts.
pub(in crate::web) fn unowned(judged: &[Judged]) -> Vec<Option<Unowned>> {
    let mut groups: FxHashMap<Thing, Vec<Member<'_>>> = FxHashMap::default();
    for one in judged.iter().filter(|j| !j.route.in_test) {
        if let Some(ownership) = &one.ownership {
            for thing in things(&one.route, ownership) {
                groups.entry(thing).or_default().push((one, ownership));
            }
        }
    }
    judged.iter().map(|one| judge_one(judged, one, &groups)).collect()
}

fn things(route: &Route, ownership: &Ownership) -> Vec<Thing> {
    let file = route.handler_span.file;
    let by_path = route.path.as_deref().and_then(collection).map(|path| Thing::Path(file, path));
    match by_path {
        Some(thing) => vec![thing],
        None => ownership.fields.iter().map(|name| Thing::Field(file, about(route) + name)).collect(),
    }
}

/// What an operation of a service or schema is about, where no path says it: `trip.` of `delete_trip`.
fn about(route: &Route) -> String {
    if !matches!(route.method.as_str(), "RPC" | "QUERY" | "MUTATION" | "SUBSCRIPTION") {
        return String::new();
    }
    let noun = vocab::words(route.handler.rsplit("::").next().unwrap_or_default()).pop().unwrap_or_default();
    format!("{}.", noun.trim_end_matches('s'))
}

/// A path up to its last variable part, whose names say nothing: `/notes/{}`.
fn collection(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let is_variable = |part: &&str| part.starts_with(['{', ':', '<']);
    let last = parts.iter().rposition(is_variable)?;
    let plain = |part: &&str| if is_variable(part) { "{}".to_owned() } else { (*part).to_owned() };
    Some(parts[..=last].iter().map(plain).collect::<Vec<_>>().join("/"))
}

fn judge_one(judged: &[Judged], one: &Judged, groups: &FxHashMap<Thing, Vec<Member<'_>>>) -> Option<Unowned> {
    let ownership = one.ownership.as_ref()?;
    let known = one.route.authentication == Authentication::Required;
    if ownership.unknown || !known || one.route.in_test || one.route.declared_public.is_some() {
        return None;
    }
    if let (Some(claim), Some(deed)) = (&ownership.claim, deed_of(one)) {
        return Some(found(deed, claim.clone()));
    }
    if let Some((deed, late)) = ownership.late.as_ref().filter(|_| one.route.writes()) {
        return Some(found(deed, late.clone()));
    }
    if let Some(found) = removes_what_may_be_read(judged, one, ownership) {
        return Some(found);
    }
    let deed = deed_of(one).filter(|_| is_open(one))?;
    let siblings = things(&one.route, ownership).into_iter().filter_map(|thing| groups.get(&thing));
    siblings.flat_map(|group| sibling(one, group)).next().map(|s| found(deed, Lack::Beside(s)))
}

/// A handler that removes or replaces the thing of its path and asks only whether it may be read, where there is a permission to change it.
fn removes_what_may_be_read(judged: &[Judged], one: &Judged, ownership: &Ownership) -> Option<Unowned> {
    let path = one.route.path.as_deref()?;
    let is_variable = |part: &str| part.starts_with(['{', ':', '<']);
    let of_path = path.split('/').filter(|part| is_variable(part)).count() == 1
        && path.rsplit('/').next().is_some_and(is_variable);
    let reading = ownership.reading.as_ref()?;
    if !matches!(one.route.method.as_str(), "DELETE" | "PUT" | "PATCH") || !of_path || one.refuses {
        return None;
    }
    let same = |other: &&Judged| other.scope.0 == one.scope.0 && !other.route.in_test;
    let all = judged.iter().filter(same).filter_map(|other| other.ownership.as_ref());
    let mut elsewhere = all.flat_map(|o| &o.permissions).filter(|p| reading::fits(p, &reading.asked));
    let fits = reading.fits.clone().or_else(|| elsewhere.next().cloned())?;
    let deed = Deed { name: reading.asked.clone(), span: reading.span };
    let lack = Lack::Reading { asked: reading.asked.clone(), fits };
    Some(found(&deed, lack))
}

fn found(deed: &Deed, lack: Lack) -> Unowned {
    Unowned { deed: deed.name.clone(), deed_span: deed.span, lack }
}

fn deed_of(one: &Judged) -> Option<&Deed> {
    let ownership = one.ownership.as_ref()?;
    if one.route.writes() { ownership.writes.as_ref() } else { ownership.reads.as_ref() }
}

/// What a handler asks who is known, whatever the thing.
fn questions(one: &Judged) -> Vec<&str> {
    let asked = one.ownership.iter().flat_map(|o| &o.asked).map(String::as_str);
    let is_known = |check: &&Evidence| !asked.clone().any(|q| q.split('(').next() == Some(&check.name));
    let checks = one.checks.iter().filter(is_known).map(|check| check.name.as_str());
    checks.chain(asked.clone()).collect()
}

/// Whether `other` asks all that `one` asks, so that no other question stands for the one that is missing.
fn asks_as_much(one: &Judged, other: &Judged) -> bool {
    let known = questions(other);
    questions(one).iter().all(|question| known.contains(question))
}

/// Whether a route changes or reads something by an identifier alone, and asks nothing but what is asked whatever the thing.
fn is_open(one: &Judged) -> bool {
    // That the extractor asks for a role is not enough where a sibling of the same extractor asks for the owner.
    let attribute = one.route.evidence.iter().any(|e| e.kind == EvidenceKind::Attribute);
    let asks = one.refuses || attribute;
    let quiet = |o: &Ownership| !o.unknown && !o.asks && o.tie.is_none();
    !asks && one.ownership.as_ref().is_some_and(quiet) && deed_of(one).is_some()
}

/// Whether a route says whose the thing is. What adds something to a thing of others also names both.
fn ties(one: &Judged, ownership: &Ownership) -> bool {
    one.route.method != "POST" && ownership.tie.as_ref().is_some_and(|tie| tie.strong)
}

fn sibling(one: &Judged, group: &[Member<'_>]) -> Option<Sibling> {
    let mut seen: FxHashSet<Span> = FxHashSet::default();
    let comparable = |(other, _): &&Member<'_>| {
        other.route.authentication == Authentication::Required
            && one.layers.iter().all(|layer| other.layers.contains(layer))
            && same_identity(one, other)
            && asks_as_much(one, other)
    };
    let others: Vec<Member<'_>> =
        group.iter().filter(comparable).filter(|(o, _)| seen.insert(o.route.handler_span)).copied().collect();
    let writes = one.route.writes();
    let alike = |(o, _): &&Member<'_>| o.route.writes() == writes;
    let tied: Vec<&Member<'_>> = others.iter().filter(|(o, ownership)| ties(o, ownership)).collect();
    let open = others.iter().filter(alike).filter(|(o, _)| is_open(o)).count();
    let tied_alike = tied.iter().filter(|m| alike(m)).count();
    let enough = if writes {
        tied_alike >= 1 && tied_alike >= open
    } else {
        tied_alike >= 1 && tied.len() >= 2 && open == 1
    };
    let nearest = |m: &&&Member<'_>| {
        (m.0.route.writes() != writes, m.0.route.handler_span.lo.abs_diff(one.route.handler_span.lo))
    };
    let (beside, ownership) = tied.iter().min_by_key(nearest).filter(|_| enough)?;
    let tie = ownership.tie.as_ref()?;
    let guard = Evidence { kind: EvidenceKind::Body, name: tie.name.clone(), span: tie.span };
    Some(Sibling {
        handler: beside.route.handler.clone(),
        route_span: beside.route.route_span,
        handler_span: beside.route.handler_span,
        guard,
    })
}

/// Whether both take the same identity, or the one that is judged takes none.
fn same_identity(one: &Judged, other: &Judged) -> bool {
    let extractors = |j: &Judged| -> Vec<String> {
        let kinds = j.route.evidence.iter().filter(|e| e.kind == EvidenceKind::Extractor);
        kinds.map(|e| e.name.clone()).collect()
    };
    let own = extractors(one);
    own.is_empty() || own == extractors(other)
}
