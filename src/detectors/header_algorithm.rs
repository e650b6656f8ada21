//! The algorithm by which a token is verified is taken from the token.
//!
//! The header of a signed token is text of whoever sent it. A value that comes from it (role `jwt/header`) and arrives where the
//! algorithm is chosen (`jwt/algorithm`) is reported, unless the body compares the algorithm with those that it knows.

use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::finding::Finding;
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
    found.collect()
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
