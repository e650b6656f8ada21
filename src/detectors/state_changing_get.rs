//! A route that changes state and is called by following a link.
//!
//! Browsers send session cookies along with links to other websites, also with `SameSite=Lax`: whoever gets a user to follow
//! a link, or a page to load a picture, has it called in their name. Told by the name of the handler, a deed in its body,
//! and that nothing but cookies says who asks.

use crate::catalog::Lint;
use crate::catalog::parameters::StateChangingGet;
use crate::detectors::Context;
use crate::detectors::route_guard::{places, short};
use crate::detectors::words::Words;
use crate::finding::{Finding, Label};
use crate::web::Route;

/// One finding for each route.
pub fn detect(cx: &Context<'_>, lint: &Lint, wanted: &StateChangingGet, routes: &[Route]) -> Vec<Finding> {
    let changes = |route: &&Route| {
        let name = Words::of(short(&route.handler));
        let deed = name.has_any(&wanted.deeds) && !name.has_any(&wanted.harmless);
        route.method == "GET" && route.rides_on_cookies && deed
    };
    routes.iter().filter(changes).filter_map(|route| finding(cx, lint, route)).collect()
}

fn finding(cx: &Context<'_>, lint: &Lint, route: &Route) -> Option<Finding> {
    let name = short(&route.handler);
    let path = route.path.as_deref().map_or(String::new(), |path| format!(" {path}"));
    let (place, other) = places(route);
    let message = format!("`GET{path}` changes state, and a link of any website calls it");
    let label = format!("`{name}` is called by whoever follows a link");
    let mut finding = cx.finding(lint, route.handler_def?, place, &label, message);
    finding.in_test |= route.in_test;
    finding.context.push(match route.by_attribute {
        true => Label::new(other, "registered by this attribute"),
        false => Label::new(other, "only cookies say who asks"),
    });
    finding.help.push(format!("register `{name}` for `POST`, and let the page send a form"));
    Some(finding)
}
