//! A value that an attacker can guess becomes a secret: it arrives at a place with a role (a key, a token), or it is bound to a
//! name that says so (`let reset_token = ..`, `fn new_session_id()`).
//!
//! Two witnesses are asked for: where the value comes from, followed by flow, and what it becomes. A value that also has a role
//! of `unless` on another way (it is mixed with random bytes) is silent. With `guessable`, all it is made of must be so: [`alone`].
//!
//! The finding stands at the source where that is in the same body, else at the sink. One source is one finding, however
//! many secrets are made of it.

mod alone;
mod filled;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::base::Span;
use crate::catalog::parameters::ForbiddenUse;
use crate::catalog::{Lint, Role, RoleFlow};
use crate::detectors::BodyCx;
use crate::detectors::bindings::{Binding, bindings};
use crate::detectors::constant_flow::role_noun;
use crate::detectors::forbidden_use;
use crate::detectors::purpose::serves_purpose;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding};
use crate::flow::{Origin, OriginKind, Value};
use crate::ir::{ExprId, ExprKind};
use crate::types::Ty;

/// Verbs of functions whose result is what follows: `generate_token_for_user`.
const MAKES: &[&str] = &["generate", "gen", "create", "make", "new", "random", "rand", "issue", "mint"];

/// Where a value becomes a secret.
struct Sink<'v> {
    expr: ExprId,
    place: Span,
    value: &'v Value,
    via: &'v [Span],
    /// What it becomes, in a sentence.
    what: String,
}

/// Findings of a `role-flow` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, params: &RoleFlow) -> Vec<Finding> {
    let mut found: BTreeMap<Span, Finding> = BTreeMap::new();
    if body.flow.values.values().any(|v| source(v, params).is_some()) {
        let names = Names::new(params);
        let bound = bindings(body);
        let all = arrivals(body, params).into_iter().chain(named(body, &names, &bound));
        let all = all.chain(filled::sinks(body, params, &names));
        for (sink, origin) in all.filter_map(|sink| source(sink.value, params).map(|o| (sink, o))) {
            if !found.contains_key(&origin.span) && is_told(body, params, &sink) {
                found.insert(origin.span, report(body, lint, params, &sink, origin));
            }
        }
    }
    let mut out: Vec<Finding> = found.into_values().collect();
    let near = params.near.iter().flat_map(|near| by_name(body, lint, near));
    let told =
        |place: Span| out.iter().any(|f| f.primary.span.contains(place) || place.contains(f.primary.span));
    let near: Vec<Finding> = near.filter(|f| !told(f.primary.span)).collect();
    out.extend(near);
    out
}

/// Of several findings about one source the surest is kept, then the one that stands at it, else the first.
pub fn once_for_each_source(findings: &mut Vec<Finding>) {
    let source = |f: &Finding| f.flow.first().map_or(f.primary.span, |step| step.span);
    let sure = |f: &Finding| Reverse(f.confidence);
    findings.sort_by_key(|f| (f.in_test, source(f), sure(f), source(f) != f.primary.span, f.primary.span));
    findings.dedup_by_key(|f| (f.in_test, source(f)));
}

/// What is only near a name: of low confidence.
fn by_name(body: &BodyCx<'_>, lint: &Lint, near: &ForbiddenUse) -> Vec<Finding> {
    let mut found = forbidden_use::detect(body, lint, near);
    found.iter_mut().for_each(|finding| finding.confidence = Confidence::Low);
    found
}

/// The origin with a role of the lint, unless something else of the value makes up for it.
fn source<'v>(value: &'v Value, params: &RoleFlow) -> Option<&'v Origin> {
    let has = |o: &Origin, roles: &[Role]| matches!(&o.kind, OriginKind::Role(r) if roles.contains(r));
    let found = value.origins().iter().find(|o| has(o, &params.from))?;
    let drawn_there = |o: &Origin| {
        if !matches!(&o.kind, OriginKind::Role(r) if r.as_str() == "rng/output") {
            return false;
        }
        // Drawn in a function that was lent the generator: both come back by the same call.
        let back = o.steps().first().map(|s| s.span);
        let by = |from: &Origin| {
            from.span == o.span || from.steps().iter().any(|s| s.span == o.span || Some(s.span) == back)
        };
        value.origins().iter().filter(|from| has(from, &params.from)).any(by)
    };
    let mixed = value.origins().iter().any(|o| has(o, &params.unless) && !drawn_there(o));
    (!mixed).then_some(found)
}

fn arrivals<'v>(body: &'v BodyCx<'_>, params: &RoleFlow) -> Vec<Sink<'v>> {
    let wanted =
        body.flow.arrivals.iter().filter(|a| params.to.contains(&a.role.role) && a.role.when.is_none());
    let sink = |a: &'v crate::flow::Arrival<'_>| Sink {
        expr: a.arg,
        place: body.span(a.arg),
        value: &a.value,
        via: &a.via,
        what: match a.role.role.as_str() {
            "rng/for-secret" => format!("the secret that `{}` makes", body.sink_name(a)),
            _ => format!("the {} of `{}`", role_noun(a.role.role), body.sink_name(a)),
        },
    };
    wanted.map(sink).collect()
}

fn named<'v>(body: &'v BodyCx<'_>, names: &Names, bound: &[Binding]) -> Vec<Sink<'v>> {
    let wanted = bound.iter().filter(|b| b.strong || b.what == "function").filter(|b| names.mean(b, body));
    let sink = |b: &Binding| {
        let what = match b.what {
            "function" => format!("what `{}` returns", b.name),
            _ => format!("`{}`", b.name),
        };
        Sink { expr: b.value, place: b.place, value: b.of(body), via: &[], what }
    };
    wanted.map(sink).collect()
}

/// Whether a sink is worth a finding: not for a legitimate purpose, and made of what can be guessed alone if that is asked for.
fn is_told(body: &BodyCx<'_>, params: &RoleFlow, sink: &Sink<'_>) -> bool {
    let mut words = body.surrounding_words(sink.expr);
    words.extend(Words::of(body.file_stem()));
    // What a library calls its function says nothing of what the value is for: `sample_string`.
    if !body.flow.rows.contains_key(&body.peel(sink.expr)) {
        words.extend(body.words(sink.expr));
    }
    !serves_purpose(body, &params.purposes, &[&words])
        && (params.guessable.is_empty() || alone::is_guessable(body, params, sink.expr))
}

fn report(body: &BodyCx<'_>, lint: &Lint, params: &RoleFlow, sink: &Sink<'_>, origin: &Origin) -> Finding {
    let here = body.span(body.body.root).contains(origin.span);
    let at = if here { origin.span } else { sink.place };
    let label = if here { params.source.as_str() } else { "made of it here" };
    let message = format!("{} can be guessed", sink.what);
    let mut finding = body.finding(lint, at, label, message);
    let arrives = format!("becomes {} here", sink.what);
    finding.flow = body.cx.way(origin, &params.source, sink.place, sink.via, &arrives);
    finding.help.push(params.help.clone());
    finding
}

/// The names of secrets that a lint lists.
struct Names<'l> {
    words: Vec<&'l str>,
    pairs: Vec<(&'l str, &'l str)>,
    bytes: Vec<&'l str>,
}

fn is_bool(ty: &Ty) -> bool {
    matches!(ty, Ty::Prim(name) if *name == *"bool")
}

/// When something happened: `first_token: Some(Instant::now())`.
fn is_time(ty: &Ty) -> bool {
    let ty = ty.peel();
    let held = if ty.is_ext("std::option::Option") { ty.arg(0) } else { ty.clone() };
    held.peel().ext_path().is_some_and(|path| {
        matches!(
            path.rsplit("::").next(),
            Some("Instant" | "SystemTime" | "DateTime" | "OffsetDateTime" | "Duration")
        )
    })
}

/// What a text was taken apart into, or a list of secrets.
fn is_list_of_texts(ty: &Ty) -> bool {
    ty.peel().is_ext("std::vec::Vec") && ty.peel().arg(0).peel().is_text()
}

/// Whether a type is an array or vector of bytes.
fn is_bytes(ty: &Ty) -> bool {
    match ty.peel() {
        Ty::Array(inner) | Ty::Slice(inner) => matches!(&**inner, Ty::Prim(name) if *name == *"u8"),
        Ty::Adt(_, args) if ty.ext_path() == Some("std::vec::Vec") => {
            matches!(args.first(), Some(Ty::Prim(name)) if *name == *"u8")
        }
        _ => false,
    }
}

impl<'l> Names<'l> {
    fn new(params: &'l RoleFlow) -> Names<'l> {
        Names {
            words: params.names.iter().map(String::as_str).filter(|n| !n.contains('-')).collect(),
            pairs: params.names.iter().filter_map(|n| n.split_once('-')).collect(),
            bytes: params.byte_names.iter().map(String::as_str).collect(),
        }
    }

    /// Whether the head of a name is one of them; of a function also what its verb makes. One of several that is picked, and
    /// what answers yes or no, is not made here.
    fn mean(&self, binding: &Binding, body: &BodyCx<'_>) -> bool {
        let words = Words::of(binding.name.as_str());
        let mut value = binding.value;
        while let ExprKind::Ref { operand, .. } = body.kind(value) {
            value = *operand;
        }
        let ty = body.types.of(value);
        if matches!(body.kind(value), ExprKind::Index { .. }) || is_bool(ty) || is_time(ty) {
            return false;
        }
        // Of a list only a name that says so is that of secrets: `recovery_codes`, not `tokens`.
        let several = |name: &str| name.ends_with('s');
        if is_list_of_texts(ty) {
            return self.pairs.iter().any(|(a, b)| several(b) && words.has_pair(a, b));
        }
        if words.head_is(&self.bytes, &[]) && is_bytes(body.types.of(value)) {
            return true;
        }
        let made = binding.what == "function" && words.has_any(MAKES);
        words.head_is(&self.words, &self.pairs)
            || made && (words.has_any(&self.words) || self.pairs.iter().any(|(a, b)| words.has_pair(a, b)))
    }
}
