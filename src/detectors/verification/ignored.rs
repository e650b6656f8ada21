//! A verification is run and its outcome does not matter.
//!
//! Reported: an outcome that a statement drops, a failure that is replaced by `true` or only logged, and an answer that
//! is not read: `bcrypt::verify` returns `Ok(false)` for a wrong password, so `is_ok()` says nothing. A decryption in place verifies
//! too. Silent: work that is
//! done for its time alone (a dummy hash, so that an unknown user takes as long as a known one), and drops where the
//! function refuses all the same.

use crate::base::Span;
use crate::catalog::{Api, Lint};
use crate::detectors::BodyCx;
use crate::detectors::verification::fate::{Fate, fate};
use crate::detectors::verification::{leaves, refuses};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::ir::{ExprId, ExprKind, Stmt};

/// Words of values and functions that exist to take time, or to try something out.
const DECOYS: &[&str] = &[
    "dummy",
    "fake",
    "decoy",
    "placeholder",
    "timing",
    "constant",
    "warm",
    "warmup",
    "bench",
    "benchmark",
    "fuzz",
    "selftest",
    "blind",
    "equalize",
    "burn",
];

/// Findings of the lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let calls = body.exprs().filter(|&id| body.verifies(id) && !is_part(body, id) || decrypts(body, id));
    calls.filter_map(|call| judge(body, lint, call)).collect()
}

/// Whether a call decrypts in place, after which the buffer holds something whether it is genuine or not.
fn decrypts(body: &BodyCx<'_>, call: ExprId) -> bool {
    let says = |api: &&Api| api.roles.iter().any(|r| r.role.as_str() == "cipher/decrypt-result");
    body.flow.rows.get(&call).is_some_and(|rows| rows.iter().any(says))
}

/// `a.ct_eq(b).into()`: an outcome on which another call that verifies is made is told there.
fn is_part(body: &BodyCx<'_>, call: ExprId) -> bool {
    body.parent(call).is_some_and(|parent| {
        matches!(body.kind(parent), ExprKind::MethodCall { receiver, .. } if *receiver == call)
            && body.verifies(parent)
    })
}

fn judge(body: &BodyCx<'_>, lint: &Lint, call: ExprId) -> Option<Finding> {
    let fate = fate(body, call);
    let (label, at, help) = match fate {
        Fate::Dropped(at) => ("the outcome is dropped here", at, DEMAND),
        Fate::AnyAnswer(at) => ("holds for `Ok(false)` too", at, READ),
        Fate::Assumed(at) => {
            ("a failure counts as a success", at, "say no there: `unwrap_or(false)`, or an early return")
        }
        Fate::Logged(at) => ("a failure is logged, and the function goes on", at, DEMAND),
        Fate::Decides | Fate::Unknown => return None,
    };
    if is_decoy(body, call) || matches!(fate, Fate::Dropped(_)) && refused_anyway(body, call) {
        return None;
    }
    let name = body.name(call).map_or("the verification", |n| n.as_str());
    let message = format!("the outcome of `{name}` is ignored");
    let mut finding = body.finding(lint, name_span(body, call), "verifies", message);
    finding.context.push(Label::new(at, label));
    let library = body.flow.rows.get(&call).into_iter().flatten().next();
    if library.is_none() {
        finding.confidence = Confidence::Medium;
    }
    finding.notes.extend(library.and_then(|api| api.note.clone()));
    finding.help.push(help.to_owned());
    Some(finding)
}

const DEMAND: &str = "return early if it fails: `?` for a `Result`, `if !.. { return .. }` for a `bool`";
const READ: &str = "read the answer: `matches!(.., Ok(true))`, or `.unwrap_or(false)`";

fn name_span(body: &BodyCx<'_>, call: ExprId) -> Span {
    match body.kind(call) {
        ExprKind::MethodCall { method, .. } => {
            method.span.to(Span { lo: body.span(call).hi, ..body.span(call) })
        }
        _ => body.span(call),
    }
}

/// Whether the verification is run for the time that it takes.
fn is_decoy(body: &BodyCx<'_>, call: ExprId) -> bool {
    if Words::of(&body.cx.map.path_of(body.def)).has_any(DECOYS) {
        return true;
    }
    let mut decoy = false;
    body.ir.for_each_expr(call, &mut |id| {
        if let ExprKind::Path(path) = body.kind(id) {
            decoy |= path.segments.iter().any(|s| Words::of(s.name.sym.as_str()).has_any(DECOYS));
        }
        decoy |= id != call && body.words(id).has_any(DECOYS);
    });
    let constant = |arg: &ExprId| body.flow.of(*arg).is_constant();
    decoy || super::is_password(body, call) && arguments(body, call).iter().any(constant)
}

fn arguments(body: &BodyCx<'_>, call: ExprId) -> Vec<ExprId> {
    match body.kind(call) {
        ExprKind::Call { args, .. } => args.clone(),
        ExprKind::MethodCall { receiver, args, .. } => {
            std::iter::once(*receiver).chain(args.iter().copied()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the block in which the outcome is lost refuses in the end.
fn refused_anyway(body: &BodyCx<'_>, call: ExprId) -> bool {
    let mut at = call;
    while let Some(parent) = body.parent(at) {
        if let ExprKind::Block(block) | ExprKind::Async(block) = body.kind(parent) {
            let last = block.tail.or_else(|| match block.stmts.last() {
                Some(Stmt::Expr(last, _)) => Some(*last),
                _ => None,
            });
            let ends = last.filter(|&last| last != at);
            return ends.is_some_and(|e| {
                refuses(body, e)
                    || leaves(body, e)
                        && !matches!(body.kind(e), ExprKind::Return(Some(v)) if !refuses(body, *v))
            });
        }
        at = parent;
    }
    false
}
