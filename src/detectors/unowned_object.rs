//! Handlers that know who asks and change what an identifier of the request names, whoever's it is.
//!
//! The handlers are judged in [`web`](crate::web); here what they leave out becomes a finding. A handler of several routes is
//! one finding; one of which [`route_guard`](crate::detectors::route_guard) or
//! [`dropped_identity`](crate::detectors::dropped_identity) tells is none.

use rustc_hash::FxHashSet;

use crate::catalog::Lint;
use crate::detectors::Context;
use crate::detectors::route_guard::short;
use crate::finding::{Confidence, Finding, Label};
use crate::web::{Lack, Route, Unowned, Verdict};

/// One finding for each handler.
pub fn detect(cx: &Context<'_>, lint: &Lint, routes: &[Route]) -> Vec<Finding> {
    let mut seen = FxHashSet::default();
    let told =
        |route: &Route| route.verdict == Verdict::Missing || route.dropped.is_some() || route.explained;
    let unowned = routes.iter().filter(|r| !told(r)).filter_map(|r| r.unowned.as_ref().map(|u| (r, u)));
    unowned
        .filter(|(_, unowned)| seen.insert(unowned.deed_span))
        .filter_map(|(route, unowned)| finding(cx, lint, route, unowned))
        .collect()
}

fn finding(cx: &Context<'_>, lint: &Lint, route: &Route, unowned: &Unowned) -> Option<Finding> {
    let handler = route.handler_def?;
    let name = short(&route.handler);
    let path = route.path.as_deref().map_or(String::new(), |path| format!(" {path}"));
    let verb = if route.writes() { "changes" } else { "shows" };
    let deed = &unowned.deed;
    let message = message(route, &path, verb, &unowned.lack);
    let label = match &unowned.lack {
        Lack::Reading { .. } => "whoever may look at it passes".to_owned(),
        _ => format!("`{deed}` takes the identifier that anybody may send"),
    };
    let mut finding = cx.finding(lint, handler, unowned.deed_span, &label, message);
    finding.in_test |= route.in_test;
    if !route.writes() {
        // Much may be read by everybody who is signed in.
        finding.confidence = Confidence::Low;
    }
    let head = Label::new(route.handler_span, format!("`{name}` knows who asks"));
    match &unowned.lack {
        Lack::Beside(sibling) => {
            finding.context.push(head);
            let (beside, asks) = (short(&sibling.handler), &sibling.guard.name);
            let who = format!("`{beside}` beside it ties it to who asks here");
            finding.context.push(Label::new(sibling.guard.span, who));
            finding.help.push(if asks == "a comparison" {
                format!("compare the owner in `{name}` with who asks, as `{beside}` does")
            } else {
                format!("make who asks part of what `{deed}` is given, as `{beside}` does with `{asks}`")
            });
        }
        Lack::Claimed { at, field } => {
            finding.context.push(Label::new(*at, format!("this says whose `{field}` is, not whose that is")));
            finding.help.push(format!(
                "make who asks part of what `{deed}` is given, or compare the owner of what is found"
            ));
        }
        Lack::Compared { at } => {
            finding.context.push(head);
            finding.context.push(Label::new(*at, "both sides are what the client sent"));
            finding.help.push("compare with the identity of who asks instead".to_owned());
        }
        Lack::Told { at, field } => {
            finding.context.push(head);
            finding
                .context
                .push(Label::new(*at, format!("anybody can write the right `{field}` into the request")));
            finding.help.push("compare with the identity of who asks instead".to_owned());
        }
        Lack::Reading { fits, .. } => {
            finding.context.push(Label::new(route.handler_span, format!("`{name}` removes it")));
            finding.help.push(format!("ask for `{fits}`"));
            return Some(finding);
        }
        Lack::Late { at } => {
            finding.context.push(head);
            finding.context.push(Label::new(*at, "whoever is refused here has done it already"));
            finding.help.push("ask first, or do both in one transaction that the refusal undoes".to_owned());
        }
    }
    finding.notes.push("whoever is signed in can name the identifiers of others".to_owned());
    Some(finding)
}

fn message(route: &Route, path: &str, verb: &str, lack: &Lack) -> String {
    match lack {
        Lack::Beside(_) => format!("`{}{path}` does not ask whose it is that it {verb}", route.method),
        Lack::Claimed { .. } => format!("`{}{path}` asks about something else than it {verb}", route.method),
        Lack::Compared { .. } => format!("`{}{path}` compares what is sent only with itself", route.method),
        Lack::Told { .. } => format!("`{}{path}` lets the request say whose it is", route.method),
        Lack::Reading { asked, .. } => format!("`{}{path}` asks for `{asked}` and removes it", route.method),
        Lack::Late { .. } => format!("`{}{path}` changes it before it asks who may", route.method),
    }
}
