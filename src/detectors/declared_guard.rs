//! Routes whose description says that strangers are refused, and that answer them.
//!
//! The routes are judged in [`web`](crate::web); here the contradiction becomes a finding at the description.

use rustc_hash::FxHashSet;

use crate::catalog::Lint;
use crate::detectors::Context;
use crate::detectors::route_guard::{short, sibling_label};
use crate::finding::{Finding, Label};
use crate::web::{Declared, EvidenceKind, Route};

/// One finding for each description.
pub fn detect(cx: &Context<'_>, lint: &Lint, routes: &[Route]) -> Vec<Finding> {
    let mut seen = FxHashSet::default();
    let declared = routes.iter().filter_map(|route| route.declared.as_ref().map(|d| (route, d)));
    declared
        .filter(|(_, declared)| seen.insert(declared.span))
        .filter_map(|(route, declared)| finding(cx, lint, route, declared))
        .collect()
}

fn finding(cx: &Context<'_>, lint: &Lint, route: &Route, declared: &Declared) -> Option<Finding> {
    let name = short(&route.handler);
    let path = route.path.as_deref().map_or(String::new(), |path| format!(" {path}"));
    let said = if declared.required {
        format!("asks for `{}`", declared.name)
    } else {
        "refuses strangers".to_owned()
    };
    let message = format!("`{}{path}` is described as if it {said}, and asks nobody", route.method);
    let label = format!("says that `{name}` {said}");
    let mut finding = cx.finding(lint, route.handler_def?, declared.span, &label, message);
    finding.in_test |= route.in_test;
    if !route.by_attribute {
        finding.context.push(Label::new(route.route_span, "registered here, where no guard covers it"));
    }
    finding.context.push(sibling_label(&declared.sibling, route));
    finding.notes.push("clients and reviewers read the description; the route answers anybody".to_owned());
    let guard = &declared.sibling.guard.name;
    finding.help.push(match declared.sibling.guard.kind {
        EvidenceKind::Extractor => format!("take `{guard}` as a parameter of `{name}`"),
        EvidenceKind::Layer => format!("register the route where `{guard}` covers it"),
        EvidenceKind::Attribute | EvidenceKind::Body => {
            format!("ask in `{name}` who is there, as `{}` does", short(&declared.sibling.handler))
        }
    });
    finding.help.push("or take the requirement out of the description, if everybody may call it".to_owned());
    Some(finding)
}
