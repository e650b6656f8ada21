//! Handlers that take the identity of who asks and never read it, although their siblings ask whether they may.
//!
//! The handlers are judged in [`web`](crate::web); here what they drop becomes a finding. A handler of several routes is one
//! finding; one that is named for reading (`preview_import`) is none, whatever its method says, and one of which
//! [`route_guard`](crate::detectors::route_guard) tells is none either.

use rustc_hash::FxHashSet;

use crate::catalog::Lint;
use crate::detectors::Context;
use crate::detectors::words::Words;
use crate::finding::{Finding, Label};
use crate::web::{Dropped, Route, Verdict, Why};

/// One finding for each handler.
pub fn detect(cx: &Context<'_>, lint: &Lint, reading: &[String], routes: &[Route]) -> Vec<Finding> {
    let mut seen = FxHashSet::default();
    let reads = |route: &Route| Words::of(last(&route.handler)).has_any(reading);
    let dropped = routes.iter().filter_map(|route| route.dropped.as_ref().map(|dropped| (route, dropped)));
    dropped
        .filter(|(route, _)| route.verdict != Verdict::Missing && !reads(route))
        .filter(|(_, dropped)| seen.insert(dropped.span))
        .filter_map(|(route, dropped)| finding(cx, lint, route, dropped))
        .collect()
}

fn finding(cx: &Context<'_>, lint: &Lint, route: &Route, dropped: &Dropped) -> Option<Finding> {
    let name = last(&route.handler);
    let path = route.path.as_deref().map_or(String::new(), |path| format!(" {path}"));
    let message = match dropped.taken {
        true => format!("`{}{path}` never looks at the `{}` that it takes", route.method, dropped.name),
        false => {
            format!("`{}{path}` does not take the `{}` that those beside it take", route.method, dropped.name)
        }
    };
    let label = format!("`{name}` serves everybody who is signed in");
    let mut finding = cx.finding(lint, route.handler_def?, dropped.span, &label, message);
    finding.in_test |= route.in_test;
    match &dropped.why {
        Why::Asks(sibling) => {
            let asked = sibling.guard.span;
            let place = if asked.file == dropped.span.file { " beside it" } else { "" };
            let sibling = last(&sibling.handler);
            finding.context.push(Label::new(asked, format!("`{sibling}`{place} asks here whether they may")));
            finding.notes.push("it is known who asks, not whether they may change this".to_owned());
            finding.help.push(format!("ask in `{name}` too before anything is changed"));
        }
        Why::Named(field) => {
            finding.notes.push(format!("whoever is signed in can write any `{field}` into the request"));
            finding.help.push(format!("take it from the `{}` instead of `{field}`", dropped.name));
        }
    }
    Some(finding)
}

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}
