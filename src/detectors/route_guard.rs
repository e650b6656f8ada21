//! Routes that change state and ask nobody, or do not ask whether who is known may, although their siblings do.
//!
//! The routes are judged in [`web`](crate::web); here the verdict `Missing` becomes a finding that shows the registration,
//! the handler, and the sibling that asks.

use crate::base::Span;
use crate::catalog::Lint;
use crate::catalog::lint::Lacks;
use crate::detectors::Context;
use crate::finding::{Finding, Label};
use crate::web::{Authentication, Evidence, EvidenceKind, Route, Sibling, Verdict};

/// One finding for each route that lacks this, unless a defect of its guard says more.
pub fn detect(cx: &Context<'_>, lint: &Lint, lacks: Lacks, routes: &[Route]) -> Vec<Finding> {
    let wanted =
        |route: &&Route| route.verdict == Verdict::Missing && !route.explained && lacked_by(route) == lacks;
    let missing = routes.iter().filter(wanted);
    match lacks {
        Lacks::Authorization => missing.filter_map(|route| outlier(cx, lint, route)).collect(),
        Lacks::Authentication => {
            let words = Words { what: "changes state without knowing who asks", how: "answers anybody" };
            missing
                .filter_map(|route| late(cx, lint, route).or_else(|| finding(cx, lint, route, &words)))
                .collect()
        }
        Lacks::Certainty => {
            let words = Words { what: "changes state for strangers too", how: "lets strangers pass" };
            missing.filter_map(|route| finding(cx, lint, route, &words)).collect()
        }
        Lacks::Layer => {
            let what = "changes state outside of the layer that guards its siblings";
            let words = Words { what, how: "answers anybody" };
            missing.filter_map(|route| finding(cx, lint, route, &words)).collect()
        }
    }
}

/// How a finding says it: of the route, and of the handler.
struct Words {
    what: &'static str,
    how: &'static str,
}

/// What a route lacks that should have a guard: one lint speaks of it.
fn lacked_by(route: &Route) -> Lacks {
    let by_layer = route.sibling.as_ref().is_some_and(|s| s.guard.kind == EvidenceKind::Layer);
    match route.authentication {
        Authentication::Required => Lacks::Authorization,
        Authentication::Optional => Lacks::Certainty,
        _ if by_layer => Lacks::Layer,
        _ => Lacks::Authentication,
    }
}

/// A handler that knows who asks, but not whether they may.
fn outlier(cx: &Context<'_>, lint: &Lint, route: &Route) -> Option<Finding> {
    let handler = route.handler_def?;
    let sibling = route.sibling.as_ref()?;
    let (name, asks) = (short(&route.handler), &sibling.guard.name);
    let path = route.path.as_deref().unwrap_or_default();
    let message = format!("`{} {path}` does not ask `{asks}`, as its siblings do", route.method);
    let label = format!("`{name}` serves everybody who is signed in");
    let mut finding = cx.finding(lint, handler, route.handler_span, &label, message);
    finding.in_test |= route.in_test;
    finding.context.push(match sibling.guard.kind {
        EvidenceKind::Body => {
            let beside = format!("`{}` beside it asks here", short(&sibling.handler));
            Label::new(sibling.guard.span, beside)
        }
        _ => sibling_label(sibling, route),
    });
    finding.help.push(match sibling.guard.kind {
        EvidenceKind::Body => format!("call `{asks}` in `{name}` before anything is changed"),
        _ => help(sibling, name),
    });
    Some(finding)
}

/// A handler that acts first and asks then.
pub(super) fn late(cx: &Context<'_>, lint: &Lint, route: &Route) -> Option<Finding> {
    let (handler, late) = (route.handler_def?, route.late.as_ref()?);
    let path = route.path.as_deref().map_or(String::new(), |path| format!(" {path}"));
    let message = format!("`{}{path}` changes state before it knows who asks", route.method);
    let label = format!("`{}` is done for everybody", late.deed);
    let mut finding = cx.finding(lint, handler, late.span, &label, message);
    finding.in_test |= route.in_test;
    finding.context.push(Label::new(late.check.span, "asked only here"));
    finding.help.push(format!("move the check above the call of `{}`", late.deed));
    Some(finding)
}

fn finding(cx: &Context<'_>, lint: &Lint, route: &Route, words: &Words) -> Option<Finding> {
    let handler = route.handler_owner?;
    let sibling = route.sibling.as_ref()?;
    let name = if route.handler_def.is_some() { short(&route.handler) } else { "closure" };
    let path = route.path.as_deref().map_or(String::new(), |path| format!(" {path}"));
    let message = format!("`{}{path}` {}", route.method, words.what);
    let (place, other) = places(route);
    let mut finding = cx.finding(lint, handler, place, &format!("`{name}` {}", words.how), message);
    finding.in_test |= route.in_test;
    let optional = optional(route);
    match optional {
        Some(guard) => {
            let text = format!("`{}` is nobody for a stranger, and nothing asks", guard.name);
            finding.context.push(Label::new(guard.span, text));
        }
        None if route.by_attribute => {
            finding.context.push(Label::new(other, "registered by this attribute"));
        }
        None => finding.context.push(Label::new(other, "the handler takes no guard")),
    }
    finding.context.push(sibling_label(sibling, route));
    finding.help.push(match optional {
        Some(guard) => {
            format!("refuse in `{name}` who is not known, or take a guard in place of `{}`", guard.name)
        }
        None => help(sibling, name),
    });
    Some(finding)
}

/// The parameter that looks at who asks and lets everybody pass.
fn optional(route: &Route) -> Option<&Evidence> {
    let optional = route.authentication == Authentication::Optional;
    route.evidence.iter().find(|e| optional && e.kind == EvidenceKind::Extractor)
}

/// Where the finding stands, and the other end of the registration.
pub(super) fn places(route: &Route) -> (Span, Span) {
    if route.by_attribute {
        (route.handler_span, route.route_span)
    } else {
        (route.route_span, route.handler_span)
    }
}

pub(super) fn short(handler: &str) -> &str {
    handler.rsplit("::").next().unwrap_or(handler)
}

pub(super) fn sibling_label(sibling: &Sibling, route: &Route) -> Label {
    let name = short(&sibling.handler);
    let same = sibling.handler_span == route.handler_span;
    let guard = &sibling.guard.name;
    let who = if same { "here the same handler".to_owned() } else { format!("`{name}` beside it") };
    match sibling.guard.kind {
        EvidenceKind::Extractor => {
            Label::new(sibling.guard.span, format!("{who} is guarded by this parameter"))
        }
        EvidenceKind::Body => Label::new(sibling.guard.span, format!("{who} is guarded by this check")),
        EvidenceKind::Attribute => Label::new(sibling.guard.span, format!("{who} is guarded by `{guard}`")),
        EvidenceKind::Layer => Label::new(sibling.route_span, format!("{who} is guarded by `{guard}`")),
    }
}

fn help(sibling: &Sibling, handler: &str) -> String {
    let guard = &sibling.guard.name;
    match sibling.guard.kind {
        EvidenceKind::Extractor => format!("take `{guard}` as a parameter of `{handler}`"),
        EvidenceKind::Layer => format!("register the route where `{guard}` covers it"),
        EvidenceKind::Attribute => format!("put `{guard}` on `{handler}`"),
        EvidenceKind::Body => format!("check in `{handler}` who asks, as `{}` does", short(&sibling.handler)),
    }
}
