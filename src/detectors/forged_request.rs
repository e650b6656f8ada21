//! A session cookie that other websites may make a browser send, in a program whose forms trust it.
//!
//! That the cookie is open another lint finds, by constants alone, and it is often meant so. With a route that changes
//! state, that nothing but cookies tells who asks, and that takes what a form of any website can send, the same place is
//! worth an interruption: the finding is raised to this lint, with the route beside it.

use std::collections::BTreeMap;

use crate::catalog::parameters::ForgedRequest;
use crate::catalog::{Catalog, Detector, Lint};
use crate::detectors::Context;
use crate::detectors::route_guard::short;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::resolve::Res;
use crate::types::Ty;
use crate::web::Route;

/// Moves findings of the lint that sees the cookie to the one that has seen the route too.
pub fn raise(
    cx: &Context<'_>,
    catalog: &Catalog,
    routes: &[Route],
    findings: &mut BTreeMap<String, Vec<Finding>>,
) {
    for lint in catalog.lints.values() {
        let Detector::ForgedRequest(wanted) = &lint.detector else { continue };
        let forms: Vec<&Route> = routes.iter().filter(|route| is_forgeable(cx, wanted, route)).collect();
        let Some(first) = forms.first() else { continue };
        let Some(open) = findings.get_mut(&wanted.opened_by) else { continue };
        let sure = |f: &Finding| f.confidence > Confidence::Low && !f.in_test;
        let (raised, left): (Vec<Finding>, Vec<Finding>) = open.drain(..).partition(sure);
        *open = left;
        let raised = raised.into_iter().map(|found| with_route(lint, found, first, forms.len()));
        findings.entry(lint.id.clone()).or_default().extend(raised);
    }
}

/// Whether a form of another website can ask for what the route does.
fn is_forgeable(cx: &Context<'_>, wanted: &ForgedRequest, route: &Route) -> bool {
    let parsed = |ty: &Ty| match ty.peel() {
        Ty::Adt(Res::Ext(ext), _) => wanted.preflighted.iter().any(|path| ext.path.as_str() == path),
        _ => false,
    };
    let signature = route.handler_def.and_then(|def| cx.types().table.sig(def));
    route.method == "POST"
        && route.rides_on_cookies
        && !Words::of(short(&route.handler)).has_any(&wanted.harmless)
        && !signature.is_some_and(|sig| sig.params.iter().any(parsed))
}

fn with_route(lint: &Lint, mut finding: Finding, route: &Route, count: usize) -> Finding {
    let path = route.path.as_deref().map_or(String::new(), |path| format!(" {path}"));
    let name = short(&route.handler);
    finding.lint.clone_from(&lint.id);
    finding.severity = lint.severity;
    finding.confidence = lint.confidence;
    finding.message =
        format!("a form of any website can call `{}{path}` as the signed-in user", route.method);
    let more = match count {
        1 => String::new(),
        _ => format!(", one of {count} such handlers"),
    };
    let label = format!("`{name}` trusts the cookie alone{more}");
    finding.context.push(Label::new(route.handler_span, label));
    finding
        .notes
        .push("browsers send the cookie along with requests that pages of other websites cause".to_owned());
    finding.help.push(format!(
        "set `SameSite` to `Lax` or `Strict`; where frames need the cookie, ask in `{name}` for a token that only the own pages know"
    ));
    finding
}
