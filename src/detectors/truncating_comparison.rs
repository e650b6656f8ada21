//! Two byte strings are compared side by side, and what the longer one has more is not looked at:
//! `given.bytes().zip(expected.bytes()).fold(0, |acc, (a, b)| acc | (a ^ b)) == 0`.
//!
//! Where the lengths are not compared too, an empty value is equal to any other one. Looked at: differences that are collected
//! (`acc | (a ^ b)`, `diff |= a ^ b`) over a `zip`, which is how secrets are compared by hand in constant time, and `all(|(a, b)| a == b)`
//! over the bytes of what is named for a secret or for being expected, in a function that is named for a comparison. Silent: functions
//! that ask for any length or take parts of a side by their places, and two sides of fixed length.

use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::flow::accumulates_differences;
use crate::ir::{BinaryOp, ExprId, ExprKind, LoopKind};
use crate::types::Ty;

/// Methods that go through something and change none of it.
const ITERATES: &[&str] =
    &["iter", "into_iter", "bytes", "copied", "cloned", "by_ref", "as_bytes", "as_ref", "as_slice"];

/// Words of functions that compare.
const COMPARES: &[&str] = &[
    "eq", "equal", "equals", "compare", "matches", "match", "verify", "valid", "validate", "check", "fits",
    "same",
];
/// Words of what something has to be.
const EXPECTED: &[&str] = &["expected", "digest", "checksum"];

/// Findings of the `truncating-comparison` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let zips = || body.exprs().filter_map(|id| Some((id, sides(body, id)?)));
    let by_hand = |&(id, sides): &(ExprId, (ExprId, ExprId))| {
        collects_differences(body, id) || asks_for_all(body, id) && is_check(body, sides)
    };
    let found: Vec<_> = zips().filter(by_hand).collect();
    if found.is_empty() || asks_for_length(body) {
        return Vec::new();
    }
    let open = |(_, (a, b)): &(ExprId, (ExprId, ExprId))| {
        (varies(body, *a) || varies(body, *b)) && !is_cut(body, *a) && !is_cut(body, *b)
    };
    found.into_iter().filter(open).map(|(id, sides)| report(body, lint, id, sides)).collect()
}

/// What a call of `zip` puts side by side.
fn sides(body: &BodyCx<'_>, id: ExprId) -> Option<(ExprId, ExprId)> {
    let ExprKind::MethodCall { receiver, method, args, .. } = body.kind(id) else { return None };
    let other = *args.first()?;
    (method.sym == *"zip").then(|| (whole(body, *receiver), whole(body, other)))
}

fn whole(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = id;
    loop {
        at = match body.kind(at) {
            ExprKind::MethodCall { receiver, method, .. } if ITERATES.contains(&method.sym.as_str()) => {
                *receiver
            }
            ExprKind::Ref { operand, .. } => *operand,
            _ => return at,
        };
    }
}

/// Whether what is put side by side is folded into the sum of its differences.
fn collects_differences(body: &BodyCx<'_>, zip: ExprId) -> bool {
    let Some(parent) = body.parent(zip) else { return false };
    match body.kind(parent) {
        ExprKind::Loop { kind: LoopKind::For(_, over), body: inner } => {
            *over == zip && accumulates_differences(body.ir, *inner)
        }
        ExprKind::MethodCall { receiver, method, args, .. } => {
            let folds = matches!(method.sym.as_str(), "fold" | "for_each");
            folds && *receiver == zip && args.last().is_some_and(|&f| accumulates_differences(body.ir, f))
        }
        _ => false,
    }
}

/// `zip(..).all(|(a, b)| a == b)`.
fn asks_for_all(body: &BodyCx<'_>, zip: ExprId) -> bool {
    let Some(parent) = body.parent(zip) else { return false };
    let ExprKind::MethodCall { receiver, method, args, .. } = body.kind(parent) else { return false };
    let equal = |&closure: &ExprId| match body.kind(closure) {
        ExprKind::Closure { body: inner, .. } => {
            matches!(body.kind(*inner), ExprKind::Binary { op: BinaryOp::Eq, .. })
        }
        _ => false,
    };
    *receiver == zip && method.sym == *"all" && args.first().is_some_and(equal)
}

/// Whether bytes are compared to know whether a secret, a tag or a code is right.
fn is_check(body: &BodyCx<'_>, (a, b): (ExprId, ExprId)) -> bool {
    let function = Words::of(body.cx.map.def(body.def).name.as_str());
    let byte = |ty: &Ty| matches!(ty.peel(), Ty::Prim(name) if *name == "u8");
    let bytes = |id: ExprId| match body.types.of(id).peel() {
        Ty::Slice(inner) | Ty::Array(inner) => byte(inner),
        ty => ty.is_ext("std::vec::Vec") && byte(&ty.arg(0)) || ty.is_text(),
    };
    let named = |id: ExprId| body.words(id).has_any(EXPECTED) || body.words(id).head_secret();
    function.has_any(COMPARES) && bytes(a) && bytes(b) && (named(a) || named(b))
}

fn asks_for_length(body: &BodyCx<'_>) -> bool {
    body.exprs().any(|id| match body.kind(id) {
        ExprKind::MethodCall { method, .. } => matches!(method.sym.as_str(), "len" | "size" | "is_empty"),
        _ => false,
    })
}

/// Whether parts of a value are taken by their places (`signature[32..64]`), which fails if it is shorter.
fn is_cut(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Some(local) = body.local(id) else { return false };
    body.exprs()
        .any(|e| matches!(body.kind(e), ExprKind::Index { base, .. } if body.local(*base) == Some(local)))
}

/// Whether a value is known to have any length.
fn varies(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.types.of(id).peel() {
        Ty::Slice(_) => true,
        Ty::Prim(name) => *name == "str",
        ty => matches!(ty.ext_path(), Some("std::vec::Vec" | "std::string::String")),
    }
}

fn report(body: &BodyCx<'_>, lint: &Lint, zip: ExprId, (a, b): (ExprId, ExprId)) -> Finding {
    let message =
        format!("`{}` and `{}` are equal if one of them is empty", body.snippet(a), body.snippet(b));
    let label = "`zip` ends with the shorter side";
    let mut finding = body.finding(lint, body.span(zip), label, message);
    if asks_for_all(body, zip) {
        finding.confidence = Confidence::Medium;
    }
    let longer = if varies(body, a) { a } else { b };
    finding.context.push(Label::new(body.span(longer), "the length of this is compared nowhere"));
    finding.help.push(
        "compare the lengths first, or leave both to `subtle::ConstantTimeEq::ct_eq` or to `verify_slice` of the MAC"
            .to_owned(),
    );
    finding
}
