//! Routes that change state and ask nobody, or do not ask whether who is known may, although their siblings do.
//!
//! The routes are judged in [`web`](crate::web); here the verdict `Missing` becomes a finding that shows the registration,
//! the handler, and the sibling that asks.

use crate::base::Span;
use crate::catalog::Lint;
use crate::catalog::lint::Lacks;
use crate::detectors::Context;
use crate::finding::{Finding, Label};
use crate::web::{Authentication, EvidenceKind, Route, Sibling, Verdict};

/// One finding for each route that lacks this.
pub fn detect(cx: &Context<'_>, lint: &Lint, lacks: Lacks, routes: &[Route]) -> Vec<Finding> {
    let missing = routes.iter().filter(|route| route.verdict == Verdict::Missing);
    let known = |route: &&Route| route.authentication == Authentication::Required;
    match lacks {
        Lacks::Authentication => {
            missing.filter(|r| !known(r)).filter_map(|route| finding(cx, lint, route)).collect()
        }
        Lacks::Authorization => missing.filter(known).filter_map(|route| outlier(cx, lint, route)).collect(),
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
    let beside = format!("`{}`, which changes the same, asks here", short(&sibling.handler));
    finding.context.push(Label::new(sibling.guard.span, beside));
    finding.help.push(format!("call `{asks}` in `{name}` before anything is changed"));
    Some(finding)
}

fn finding(cx: &Context<'_>, lint: &Lint, route: &Route) -> Option<Finding> {
    let handler = route.handler_def?;
    let sibling = route.sibling.as_ref()?;
    let name = short(&route.handler);
    let path = route.path.as_deref().map_or(String::new(), |path| format!(" {path}"));
    let message = format!("`{}{path}` changes state without knowing who asks", route.method);
    let (place, other) = places(route);
    let mut finding = cx.finding(lint, handler, place, &format!("`{name}` answers anybody"), message);
    finding.in_test |= route.in_test;
    let other_text =
        if route.by_attribute { "registered by this attribute" } else { "the handler takes no guard" };
    finding.context.push(Label::new(other, other_text));
    finding.context.push(sibling_label(sibling, name));
    if route.authentication == Authentication::Optional {
        finding.notes.push("the handler looks at who asks, but lets strangers pass".to_owned());
    }
    finding.help.push(help(sibling, name));
    Some(finding)
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

pub(super) fn sibling_label(sibling: &Sibling, handler: &str) -> Label {
    let name = short(&sibling.handler);
    let guard = &sibling.guard.name;
    let who =
        if name == handler { "here the same handler".to_owned() } else { format!("`{name}` beside it") };
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
