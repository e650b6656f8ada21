//! Routes that are not as the policy of the project says, and lines of the policy that fit no route.
//!
//! Every route has to ask who is there or to be listed as public; without a policy nothing is listed. A route is told at
//! its registration, or at the handler if an attribute registers it; routes of one place are told together. A line of the
//! policy is told where it stands ([`stale`]), if all product code was looked at. Absent: whether those who are let in are
//! the right ones.

mod stale;

use std::collections::BTreeMap;

use crate::base::Span;
use crate::catalog::own::{Policy, Requirement};
use crate::config::Builtin;
use crate::config::builtin::ROUTE_POLICY;
use crate::detectors::Analysis;
use crate::detectors::route_guard::{places, short, sibling_label};
use crate::finding::{Finding, Label, Level, Severity};
use crate::web::{Authentication, Authorization, EvidenceKind, Route};

/// What is wrong with a route. The order is that in which one place is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Drift {
    /// It lets strangers in and is not listed.
    Open,
    /// Who may call it cannot be told.
    Unsure,
    /// It is guarded only under a setting.
    Conditional,
    /// It lacks what the n-th requirement demands.
    Lacks(usize),
}

/// What is not as the policy says.
pub fn detect(analysis: &Analysis<'_>) -> Vec<Finding> {
    let none = Policy::default();
    let policy = analysis.context.catalog.own.policy.as_ref().unwrap_or(&none);
    let routes: Vec<&Route> = analysis.routes.iter().filter(|r| !r.in_test).collect();
    let mut found: BTreeMap<(Span, Drift), Vec<&Route>> = BTreeMap::new();
    for route in &routes {
        let place = places(route).0;
        for drift in drifts(policy, route) {
            found.entry((place, drift)).or_default().push(route);
        }
    }
    let mut out: Vec<Finding> =
        found.into_iter().filter_map(|((_, drift), routes)| finding(policy, drift, &routes)).collect();
    if analysis.context.workspace.is_whole() {
        out.extend(stale::detect(policy, &routes));
    }
    out
}

/// What is demanded below a path goes before what is demanded of every route.
fn drifts(policy: &Policy, route: &Route) -> Vec<Drift> {
    let listed = route.declared_public.is_some();
    if route.authentication == Authentication::Unknown && !listed {
        return vec![Drift::Unsure];
    }
    let lacks = |(n, requirement): (usize, &Requirement)| {
        (concerns(requirement, route) && !fulfils(requirement, route)).then_some(Drift::Lacks(n))
    };
    let mut out: Vec<Drift> = policy.require.iter().enumerate().filter_map(lacks).collect();
    if route.authentication == Authentication::Conditional && !listed {
        out.push(Drift::Conditional);
    }
    if out.is_empty() && !listed && !route.is_guarded() {
        out.push(Drift::Open);
    }
    out
}

/// Whether a requirement speaks of a route: of any of its paths.
fn concerns(requirement: &Requirement, route: &Route) -> bool {
    route.paths().any(|path| requirement.routes.value.matches(&route.method, path))
}

fn fulfils(requirement: &Requirement, route: &Route) -> bool {
    let named = |name: &str| route.evidence.iter().any(|e| is_called(&e.name, name));
    route.is_guarded()
        && (requirement.protected_by.is_empty() || requirement.protected_by.iter().any(|n| named(&n.value)))
        && (!requirement.role || route.authorization >= Authorization::Role)
}

/// Whether a guard, or a type inside it, is called `name`. Of two paths one may be longer.
fn is_called(guard: &str, name: &str) -> bool {
    let ends =
        |path: &str, end: &str| path.strip_suffix(end).is_some_and(|f| f.is_empty() || f.ends_with("::"));
    let mut parts = guard.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | ':'));
    guard == name || parts.any(|part| !part.is_empty() && (ends(part, name) || ends(name, part)))
}

/// The routes of one place with the same drift as a finding, unless the policy allows it.
fn finding(policy: &Policy, drift: Drift, routes: &[&Route]) -> Option<Finding> {
    let severity = match drift {
        Drift::Unsure => severity(policy.unsure)?,
        Drift::Conditional => severity(policy.conditional)?,
        Drift::Open | Drift::Lacks(_) => Severity::High,
    };
    let route = *routes.first()?;
    let (place, other) = places(route);
    let names = listed(routes.iter().map(|r| name(r)));
    let handler = short(&route.handler);
    let mut out = new(severity, place, String::new(), said(drift, route, handler));
    let lets_in = if routes.len() > 1 { "let strangers in and are" } else { "lets strangers in and is" };
    out.message = match drift {
        Drift::Open => format!("{names} {lets_in} not listed as public"),
        Drift::Unsure => format!("who may call {names} cannot be told"),
        Drift::Conditional => format!("{names} is guarded only under a setting"),
        Drift::Lacks(n) => lack(&policy.require[n], route, &names),
    };
    if other != place {
        let text = if route.by_attribute { "registered here" } else { "the handler" };
        out.context.push(Label::new(other, text));
    }
    explain(policy, drift, route, &mut out);
    out.help.extend(help(policy, drift, routes));
    Some(out)
}

fn said(drift: Drift, route: &Route, handler: &str) -> String {
    match drift {
        Drift::Open => format!("`{handler}` answers anybody"),
        Drift::Lacks(_) if !route.is_guarded() => format!("`{handler}` answers anybody"),
        Drift::Unsure | Drift::Conditional => format!("`{handler}` is registered here"),
        Drift::Lacks(_) => format!("`{handler}` answers more people than it may"),
    }
}

fn explain(policy: &Policy, drift: Drift, route: &Route, out: &mut Finding) {
    if let (false, Some(sibling)) = (route.is_guarded(), &route.sibling) {
        out.context.push(sibling_label(sibling, route));
    }
    if route.authentication == Authentication::Optional {
        out.notes.push("it looks at who asks, but lets strangers pass".to_owned());
    }
    if let (Drift::Unsure, Some(reason)) = (drift, &route.reason) {
        out.notes.push(reason.clone());
    }
    if drift != Drift::Open {
        for evidence in &route.evidence {
            let what = match evidence.kind {
                EvidenceKind::Extractor => "parameter",
                EvidenceKind::Layer => "layer",
                EvidenceKind::Body => "check",
                EvidenceKind::Attribute => "attribute",
            };
            let text = match drift {
                Drift::Unsure => format!("what this {what} does is not known"),
                _ => format!("guarded by this {what}, `{}`", evidence.name),
            };
            out.context.push(Label::new(evidence.span, text));
        }
    }
    if let Drift::Lacks(n) = drift {
        out.context.push(Label::new(policy.require[n].routes.span, "demanded here"));
    }
}

/// What routes lack of a requirement.
fn lack(requirement: &Requirement, route: &Route, routes: &str) -> String {
    let guards = alternatives(requirement);
    match (route.is_guarded(), guards.is_empty()) {
        (false, false) => format!("{routes} lets strangers in, but has to be protected by {guards}"),
        (false, true) => format!("{routes} lets strangers in, but has to ask who is there"),
        (true, false) => format!("{routes} is not protected by {guards}"),
        (true, true) => format!("{routes} asks for no role"),
    }
}

fn alternatives(requirement: &Requirement) -> String {
    series(requirement.protected_by.iter().map(|n| n.value.clone()), "or")
}

fn help(policy: &Policy, drift: Drift, routes: &[&Route]) -> Vec<String> {
    let route = routes[0];
    let lines: Vec<String> = routes.iter().flat_map(|r| lines_of(r)).collect();
    let public = if lines.is_empty() || routes.iter().any(|r| r.path.is_none()) {
        format!("write `// secure-lint: public(reason)` above `{}`", short(&route.handler))
    } else {
        format!("list {} as `public` in `secure-lint.toml`", listed(lines.into_iter()))
    };
    match drift {
        Drift::Open => vec![format!("guard it, or, if it is meant for everybody, {public}")],
        Drift::Unsure => vec![
            "say what its layer is: list it under `layers` or `not-guards` in `[web]` of `secure-lint.toml`"
                .to_owned(),
            format!("if it is meant for everybody, {public}"),
        ],
        Drift::Conditional => vec![
            format!("if it is meant for everybody without that setting, {public}"),
            "or set `conditional = \"allow\"` in `[routes]` if such settings are accepted".to_owned(),
        ],
        Drift::Lacks(n) => match (alternatives(&policy.require[n]), policy.require[n].role) {
            (names, _) if !names.is_empty() => vec![format!("protect it by {names}")],
            (_, true) => vec!["ask for a role or permission".to_owned()],
            (_, false) => vec!["guard it".to_owned()],
        },
    }
}

/// A route as a line of the list: `"GET /health"`.
fn lines_of(route: &Route) -> impl Iterator<Item = String> {
    route.paths().map(|path| format!("\"{} {path}\"", route.method))
}

/// A route for people: `GET /health`.
fn name(route: &Route) -> String {
    match &route.path {
        Some(path) => format!("{} {path}", route.method),
        None => format!("{} {}", route.method, short(&route.handler)),
    }
}

/// `a`, `b` and `c`.
fn listed(names: impl Iterator<Item = String>) -> String {
    series(names, "and")
}

fn series(names: impl Iterator<Item = String>, word: &str) -> String {
    let mut names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    match names.pop() {
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} {word} {last}", names.join(", ")),
        None => String::new(),
    }
}

/// How bad what has this level is; `None` if it is allowed.
fn severity(level: Level) -> Option<Severity> {
    match level {
        Level::Allow => None,
        Level::Warn => Some(Severity::Medium),
        Level::Deny | Level::Forbid => Some(Severity::High),
    }
}

fn new(severity: Severity, place: Span, message: String, label: impl Into<String>) -> Finding {
    Finding::new(ROUTE_POLICY, severity, Builtin::CONFIDENCE, message, Label::new(place, label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_is_called_by_a_name_in_it() {
        for name in ["Auth<Admin>", "Auth", "session::Auth", "Admin"] {
            assert!(is_called("Auth<Admin>", name), "{name}");
        }
        assert!(is_called("session::check", "check") && is_called("#[gate::signed_in]", "signed_in"));
        assert!(!is_called("session::check", "other::check") && !is_called("AdminUser", "User"));
    }
}
