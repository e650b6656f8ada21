//! The algorithm by which a token is verified is taken from the token.
//!
//! The header of a signed token is text of whoever sent it. A value that comes from it (role `jwt/header`) and arrives where the
//! algorithm is chosen (`jwt/algorithm`) is reported, unless the body compares the algorithm with those that it knows. So is a list
//! of algorithms that lets the token choose between a shared secret and a key pair: `vec![Algorithm::HS256, Algorithm::RS256]`.

use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::finding::Finding;
use crate::flow::Const;
use crate::ir::{BinaryOp, ExprId, ExprKind};

/// What anybody can write.
const HEADER: &str = "jwt/header";

/// Findings of the lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let arrivals = body.flow.arrivals.iter().filter(|a| a.role.role.as_str() == "jwt/algorithm");
    let found = arrivals.filter_map(|arrival| {
        let origin = arrival.value.role(HEADER).filter(|_| !is_compared(body))?;
        let arg = body.span(arrival.arg);
        let message = format!("the token chooses the algorithm of `{}`", body.sink_name(arrival));
        let mut finding = body.finding(lint, arg, "written by whoever sent the token", message);
        let begins = "the header is read here, before anything is verified";
        finding.flow = body.cx.way(origin, begins, arg, &arrival.via, "decides how it is verified");
        finding
            .help
            .push("name the algorithm that the issuer uses, or the one that is kept with the key".to_owned());
        Some(finding)
    });
    let lists = body.exprs().filter(|&id| is_mixed(body, id)).map(|id| {
        let message = "the token chooses between a shared secret and a key pair".to_owned();
        let mut finding = body.finding(lint, body.span(id), "algorithms of two families", message);
        finding
            .help
            .push("verify with the algorithms of one family, and keep the family beside the key".to_owned());
        finding
    });
    found.chain(lists).collect()
}

/// Whether a list names algorithms for a shared secret beside others, by their names in RFC 7518 and RFC 8037.
fn is_mixed(body: &BodyCx<'_>, id: ExprId) -> bool {
    let ExprKind::Array(items) = body.kind(id) else { return false };
    let names = || items.iter().filter_map(|&item| algorithm_name(body, item));
    let is = |prefixes: &[&str]| names().any(|name| prefixes.iter().any(|p| name.starts_with(p)));
    is(&["HS"]) && is(&["RS", "PS", "ES", "EdDSA"])
}

/// `RS256` of `Algorithm::RS256`.
fn algorithm_name<'b>(body: &'b BodyCx<'_>, id: ExprId) -> Option<&'b str> {
    let Some(Const::Path(path)) = body.flow.of(id).single() else { return None };
    let (owner, name) = path.as_str().rsplit_once("::")?;
    owner.ends_with("Algorithm").then_some(name)
}

/// Whether the algorithm of the header is compared with others: `match header.alg { RS256 | ES256 => .. }`.
fn is_compared(body: &BodyCx<'_>) -> bool {
    let algorithm = |id: ExprId| {
        let ty = body.types.of(id).peel();
        let reads = matches!(body.kind(body.peel(id)), ExprKind::Call { .. } | ExprKind::MethodCall { .. });
        let optional = ty.is_ext("std::result::Result") || ty.is_ext("std::option::Option");
        !reads && !optional && !body.words(id).has("kid") && body.flow.of(id).role(HEADER).is_some()
    };
    body.exprs().any(|id| match body.kind(id) {
        ExprKind::Match { scrutinee, arms } => arms.len() > 1 && algorithm(*scrutinee),
        ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, lhs, rhs } => algorithm(*lhs) || algorithm(*rhs),
        ExprKind::MethodCall { method, args, .. } => {
            method.sym == "contains" && args.iter().any(|&arg| algorithm(arg))
        }
        _ => false,
    })
}
