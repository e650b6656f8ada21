//! Tests of an origin that an attacker's website passes too, since they look at a part of it.
//!
//! `origin.ends_with("example.com")` holds for `https://badexample.com`, `origin.starts_with("https://example.com")` for
//! `https://example.com.attacker.net`, and `contains` for both. An end that begins with a dot and a beginning that ends with a
//! slash or the colon of a port are whole. Told where a library is given the test, if cookies are allowed in the same function.

use crate::catalog::{AccessPath, Lint};
use crate::detectors::BodyCx;
use crate::finding::{Finding, Label};
use crate::flow::holds;
use crate::ir::{BinaryOp, ExprId, ExprKind};

/// The role of a policy that lets any origin in.
const ANY: &str = "cors/any-origin";
/// The role of a policy that allows cookies.
const COOKIES: &str = "cors/credentials";

/// Findings about tests that a library is given.
pub(super) fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let tests: Vec<ExprId> = body.exprs().filter_map(|id| predicate(body, id)).collect();
    if tests.is_empty() {
        return Vec::new();
    }
    let Some(cookies) = body.exprs().find(|&id| allows_cookies(body, id)) else { return Vec::new() };
    tests.into_iter().filter_map(|closure| report(body, lint, loose_in(body, closure)?, cookies)).collect()
}

/// The closure by which a call decides on origins.
fn predicate(body: &BodyCx<'_>, call: ExprId) -> Option<ExprId> {
    let (ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. }) = body.kind(call) else {
        return None;
    };
    let roles = body.flow.rows.get(&call)?.iter().flat_map(|api| &api.roles);
    roles.filter(|role| role.role.as_str() == ANY).find_map(|role| match role.at {
        AccessPath::ClosureReturn(n) => args.get(n).copied(),
        _ => None,
    })
}

fn allows_cookies(body: &BodyCx<'_>, call: ExprId) -> bool {
    let used = |rows: &Vec<&crate::catalog::Api>| {
        let mut roles = rows.iter().flat_map(|api| &api.roles);
        roles.any(|role| role.role.as_str() == COOKIES && role.at == AccessPath::Use)
    };
    body.flow.rows.get(&call).is_some_and(used)
        || body.flow.arrivals.iter().any(|a| {
            let told = a.role.when.as_ref().is_some_and(|when| holds(when, &a.value));
            a.call == call && a.role.role.as_str() == COOKIES && told
        })
}

/// A partial test in a closure that has no other beside it.
fn loose_in(body: &BodyCx<'_>, closure: ExprId) -> Option<ExprId> {
    let ExprKind::Closure { body: root, .. } = body.kind(body.initial(closure)) else { return None };
    let (mut loose, mut joined) = (None, false);
    body.ir.for_each_expr(*root, &mut |id| {
        joined |= matches!(body.kind(id), ExprKind::Binary { op: BinaryOp::And, .. });
        if is_partial(body, id) {
            loose = loose.or(Some(id));
        }
    });
    loose.filter(|_| !joined)
}

/// Whether an expression tests a part of an origin.
pub(super) fn is_partial(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Some((method, text)) = asked(body, id) else { return false };
    match method {
        "ends_with" => {
            let whole = text.starts_with(['.', ':', '/']) || text.contains("://");
            !whole && text.contains('.')
        }
        "starts_with" => {
            let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
            host.is_some_and(|host| !host.is_empty() && !host.contains([':', '/']))
        }
        "contains" => text.contains('.') || text == "localhost",
        _ => false,
    }
}

/// The method of a test, and the constant that it looks for.
fn asked<'a>(body: &BodyCx<'a>, test: ExprId) -> Option<(&'a str, String)> {
    let ExprKind::MethodCall { method, args, .. } = body.kind(test) else { return None };
    let [part] = &args[..] else { return None };
    Some((method.sym.as_str(), body.text(*part)?))
}

/// A website that passes a test.
pub(super) fn passes(body: &BodyCx<'_>, test: ExprId) -> String {
    let Some((method, text)) = asked(body, test) else { return String::new() };
    match method {
        "ends_with" => format!("https://bad{text}"),
        "starts_with" => format!("{text}.attacker.net"),
        _ => format!("https://{}.attacker.net", text.trim_matches('.')),
    }
}

fn report(body: &BodyCx<'_>, lint: &Lint, test: ExprId, cookies: ExprId) -> Option<Finding> {
    let other = passes(body, test);
    let message = format!("the website `{other}` may read the answers as the signed-in user");
    let mut finding = body.finding(lint, body.span(test), "looks at a part of the origin", message);
    let place = match body.kind(cookies) {
        ExprKind::MethodCall { method, .. } => method.span,
        _ => body.span(cookies),
    };
    finding.context.push(Label::new(place, "and cookies are allowed"));
    finding.help.push("compare the whole origin, or its end with the dot in front of the domain".to_owned());
    Some(finding)
}
