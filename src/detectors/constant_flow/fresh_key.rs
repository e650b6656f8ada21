//! Keys that are made for one message, with which a nonce may be constant.
//!
//! A key is fresh if it was drawn or derived, in another function from anything but a password, which gives the same key again. Where the function that holds the nonce is given its key, those who call it are asked, through
//! all functions that hand it on: each key that arrives there from outside of tests has to be fresh, and one at least.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Span;
use crate::catalog::{Catalog, Detector};
use crate::detectors::BodyCx;
use crate::finding::{Confidence, Finding};
use crate::flow::{Arrival, Origin, OriginKind, Value};

/// Roles of what is drawn or derived.
const FRESH: &[&str] = &["kdf/output", "rng/output"];

/// What one body says of keys.
#[derive(Default)]
pub struct Seen {
    /// Places of keys that are handed on to, with where a fresh key was made.
    given: Vec<(Span, Option<Vec<Span>>)>,
    /// Calls that take a password.
    passwords: Vec<Span>,
    /// Constant nonces whose key is a parameter, with the places of the key.
    waiting: Vec<(Span, Vec<Span>)>,
}

/// Whether the body makes or derives the keys with which a nonce is used.
pub(super) fn is_used(body: &BodyCx<'_>, nonce: &Arrival<'_>) -> bool {
    let keys = keys_of(body, nonce);
    !keys.is_empty() && keys.iter().all(|key| is_fresh(&key.value))
}

/// The keys that go into the same call, or else all of the body.
fn keys_of<'b>(body: &'b BodyCx<'_>, nonce: &Arrival<'_>) -> Vec<&'b Arrival<'b>> {
    let keys = || body.flow.arrivals.iter().filter(|a| is_key(a));
    let beside: Vec<&Arrival<'_>> = keys().filter(|a| a.call == nonce.call).collect();
    if beside.is_empty() { keys().collect() } else { beside }
}

fn is_key(arrival: &Arrival<'_>) -> bool {
    arrival.role.role.as_str() == "cipher/key"
}

fn is_fresh(value: &Value) -> bool {
    !made(value).is_empty()
}

/// Where a key was drawn or derived.
fn made(value: &Value) -> Vec<Span> {
    let fresh = |o: &&Origin| matches!(&o.kind, OriginKind::Role(r) if FRESH.contains(&r.as_str()));
    value.origins().iter().filter(fresh).map(|o| o.span).collect()
}

/// Whether a value is nothing but what the function was given; what an object keeps is another thing.
fn is_given(value: &Value) -> bool {
    let origins = value.origins();
    !origins.is_empty() && origins.iter().all(|o| matches!(o.kind, OriginKind::Param(_, None)))
}

/// What a body says.
pub fn in_body(body: &BodyCx<'_>, found: &[Finding], catalog: &Catalog) -> Seen {
    let mut seen = Seen::default();
    if body.cx.map.def(body.def).in_test {
        return seen;
    }
    for key in body.flow.arrivals.iter().filter(|a| is_key(a) && !is_given(&a.value)) {
        let made = Some(made(&key.value)).filter(|made| !made.is_empty());
        seen.given.extend(key.via.iter().map(|&place| (place, made.clone())));
    }
    let takes_password = |a: &&Arrival<'_>| a.role.role.as_str() == "kdf/password";
    seen.passwords.extend(body.flow.arrivals.iter().filter(takes_password).map(|a| body.span(a.call)));
    let judges = |finding: &&Finding| {
        let detector = catalog.lints.get(&finding.lint).map(|lint| &lint.detector);
        matches!(detector, Some(Detector::ConstantFlow { to }) if to.iter().any(|r| r.as_str() == "cipher/nonce"))
    };
    for finding in found.iter().filter(judges) {
        let nonce = |a: &&Arrival<'_>| body.span(a.arg) == finding.primary.span;
        let Some(nonce) = body.flow.arrivals.iter().find(nonce) else { continue };
        let keys = keys_of(body, nonce);
        if !keys.is_empty() && keys.iter().all(|key| is_given(&key.value)) {
            let places = keys.iter().map(|key| body.span(key.arg)).collect();
            seen.waiting.push((finding.primary.span, places));
        }
    }
    seen
}

/// Lowers what all bodies say is used with fresh keys only.
pub fn settle<'f>(seen: Vec<Seen>, findings: impl Iterator<Item = &'f mut Finding>) {
    let passwords: FxHashSet<Span> = seen.iter().flat_map(|one| &one.passwords).copied().collect();
    let mut given: FxHashMap<Span, bool> = FxHashMap::default();
    let mut waiting = Vec::new();
    for one in seen {
        for (place, made) in one.given {
            let fresh = made.is_some_and(|made| !made.iter().any(|span| passwords.contains(span)));
            given.entry(place).and_modify(|all| *all &= fresh).or_insert(fresh);
        }
        waiting.extend(one.waiting);
    }
    let fresh = |places: &[Span]| places.iter().all(|place| given.get(place) == Some(&true));
    let settled: FxHashSet<Span> =
        waiting.into_iter().filter(|(_, places)| fresh(places)).map(|(nonce, _)| nonce).collect();
    for finding in findings.filter(|f| settled.contains(&f.primary.span)) {
        finding.confidence = Confidence::Low;
        finding.notes.push(
            "every key that the callers give is derived or generated; a constant nonce is safe if each key encrypts once"
                .to_owned(),
        );
    }
}
