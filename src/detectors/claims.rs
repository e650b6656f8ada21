//! What a program does with the claims of a token makes up for a check that it switched off.
//!
//! Two ways: `validation.validate_exp = false` where the same file compares what it reads of the claim (`claims.exp`), as programs do
//! that tell an expired licence from a forged one; and a token that is read without verification into a type that has nothing
//! but the issuer or key id, by which the key is looked up that verifies it, or the end of its life, by which a client asks anew.

use crate::catalog::parameters::ConstantBound;
use crate::detectors::BodyCx;
use crate::detectors::derived_trait::printed::heads;
use crate::detectors::words::Words;
use crate::ir::{BinaryOp, ExprId, ExprKind, FileIr};
use crate::resolve::body_of;

/// Whether what a call reads of an unverified token may decide about somebody: not if it is only who verifies it and how long it is
/// valid, nor if the program asks others and serves nobody, so that the token is its own.
pub(super) fn are_believed(body: &BodyCx<'_>, call: ExprId, wanted: &ConstantBound) -> bool {
    let harmless = |name: &str| wanted.routing.iter().chain(&wanted.judged).any(|claim| claim == name);
    let mut read = Vec::new();
    heads(body.types.of(call), 0, &mut read);
    let fields = |id| body.cx.world.table.fields(id);
    let decides = |id| fields(id).is_empty() || !fields(id).iter().all(|(name, _)| harmless(name.as_str()));
    let own = body.depends_on(&wanted.clients) && !body.serves();
    !own && (read.is_empty() || read.into_iter().any(decides))
}

/// Whether a function of the same file reads the claim that a switch is named for, and compares which of two values is greater.
pub(super) fn are_judged_by_hand(body: &BodyCx<'_>, switch: &str, claims: &[String]) -> bool {
    let words = Words::of(switch);
    let Some(claim) = claims.iter().find(|claim| words.has(claim)) else { return false };
    let here = body.cx.map.def(body.def).file;
    let beside = body.cx.map.defs.iter().filter(|(_, def)| def.file == here && !def.in_test);
    let mut roots = beside.filter_map(|(id, _)| body_of(body.cx.program, &body.cx.map, id));
    roots.any(|found| compares(body.ir, found.root, claim))
}

fn compares(ir: &FileIr, root: ExprId, claim: &str) -> bool {
    let (mut read, mut compared) = (false, false);
    ir.for_each_expr(root, &mut |id| match &ir.exprs[id].kind {
        ExprKind::Field { name, .. } => read |= name.sym == *claim,
        ExprKind::Binary { op, .. } => {
            compared |= matches!(op, BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge);
        }
        _ => {}
    });
    read && compared
}
