//! Lines of the policy that fit no route any more: each would let a later route in, or protects nothing.

use crate::catalog::nearest;
use crate::catalog::own::{Entry, Policy, Requirement};
use crate::catalog::route::RoutePattern;
use crate::detectors::route_policy::{concerns, is_called, listed, name, new};
use crate::finding::{Finding, Label, Severity};
use crate::web::{Authentication, Route};

/// Findings about the lines of a policy.
pub(super) fn detect(policy: &Policy, routes: &[&Route]) -> Vec<Finding> {
    let public = policy.public.iter().flat_map(|entry| public(entry, routes));
    let require = policy.require.iter().flat_map(|one| requirement(one, routes));
    public.chain(require).collect()
}

/// A route that is listed as public: it has to be there, and nothing may ask who is there.
fn public(entry: &Entry<RoutePattern>, routes: &[&Route]) -> Option<Finding> {
    let pattern = &entry.value;
    let met = |r: &&&Route| r.paths().any(|path| pattern.matches(&r.method, path));
    let (mut guarded, open): (Vec<&Route>, Vec<&Route>) =
        routes.iter().filter(met).copied().partition(|r| r.authentication == Authentication::Required);
    if guarded.is_empty() && open.is_empty() {
        return Some(no_route(entry, routes));
    }
    // Of two routes with one address the second answers what the first refuses.
    guarded.retain(|g| !open.iter().any(|o| o.method == g.method));
    // A pattern with stars says that what asks for more is accepted too.
    if !open.is_empty() && !pattern.is_exact() {
        return None;
    }
    let first = guarded.first()?;
    let names = listed(guarded.iter().map(|r| name(r)));
    let verb = if guarded.len() > 1 { "ask" } else { "asks" };
    let message = format!("{names} {verb} who is there, but is listed as public");
    let mut out = new(Severity::Medium, entry.span, message, "listed here");
    if let Some(evidence) = first.evidence.first() {
        out.context.push(Label::new(evidence.span, format!("`{}` asks here", evidence.name)));
    }
    out.help.push(match open.is_empty() {
        true => "remove it from the list".to_owned(),
        false => format!("write the method: {}", listed(open.iter().map(|r| name(r)))),
    });
    Some(out)
}

fn no_route(entry: &Entry<RoutePattern>, routes: &[&Route]) -> Finding {
    let message = format!("`{}` fits no route", entry.value);
    let mut out = new(Severity::Medium, entry.span, message, "");
    let has_method = entry.value.has_method();
    let known = routes.iter().flat_map(|r| {
        let method = if has_method { format!("{} ", r.method) } else { String::new() };
        r.paths().map(|path| format!("{method}{path}")).collect::<Vec<_>>()
    });
    let known: Vec<String> = known.collect();
    out.help.push(match nearest(&entry.value.to_string(), known.iter().map(String::as_str)) {
        Some(near) => format!("remove it, or write `{near}` if that is meant"),
        None => "remove it".to_owned(),
    });
    out
}

/// A requirement: it has to fit routes, and what it names has to protect something.
fn requirement(one: &Requirement, routes: &[&Route]) -> Vec<Finding> {
    if !routes.iter().any(|r| concerns(one, r)) {
        return vec![no_route(&one.routes, routes)];
    }
    let names = || routes.iter().flat_map(|r| &r.evidence).map(|e| e.name.as_str());
    let unknown = one.protected_by.iter().filter(|n| !names().any(|guard| is_called(guard, &n.value)));
    let finding = |n: &Entry<String>| {
        let message = format!("no route is protected by `{}`", n.value);
        let mut out = new(Severity::Medium, n.span, message, "");
        out.help.push(match nearest(&n.value, names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write a name that `cargo secure-lint routes` shows under `protected by`".to_owned(),
        });
        out
    };
    unknown.map(finding).collect()
}
