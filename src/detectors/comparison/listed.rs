//! A list of secrets that is asked for one: `config.api_keys.contains(&given)`.
//!
//! Every entry is compared up to the first difference. Silent: sets and maps, which hash first, tokens that may be words of a
//! language, and lists of what is refused, as of passwords that are too common.

use crate::base::Symbol;
use crate::detectors::BodyCx;
use crate::detectors::comparison::opens_something;
use crate::detectors::comparison::witness::says_access;
use crate::detectors::words::Words;
use crate::ir::{ExprId, ExprKind};
use crate::types::Ty;

/// Steps from a list to where it has its name.
const MAX_STEPS: usize = 8;
/// Methods that make a list of what another holds.
const PASSES: &[&str] = &["iter", "map", "collect", "cloned", "copied", "as_slice", "as_ref", "to_vec"];
/// Words of lists of what is refused or left out.
const REFUSED: &[&str] = &[
    "common",
    "weak",
    "breached",
    "leaked",
    "banned",
    "forbidden",
    "revoked",
    "blocked",
    "blacklist",
    "denied",
    "used",
    "old",
    "previous",
    "seen",
    "expired",
    "default",
    "reserved",
    "disabled",
    "invalid",
];

/// Whether a call asks a list for an entry.
pub(super) fn is_asked(body: &BodyCx<'_>, id: ExprId) -> bool {
    let ExprKind::MethodCall { receiver, method, .. } = body.kind(id) else { return false };
    method.sym == *"contains" && is_list(body.types.of(*receiver).peel())
}

fn is_list(ty: &Ty) -> bool {
    match ty {
        Ty::Slice(entry) | Ty::Array(entry) => entry.peel().is_text(),
        ty => ty.is_ext("std::vec::Vec") && ty.arg(0).peel().is_text(),
    }
}

/// The name of a list of secrets, if that is what an expression is: `api_keys`.
pub(super) fn name_of_list(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    if !body.parent(id).is_some_and(|call| is_asked(body, call)) {
        return None;
    }
    let inner = |&at: &ExprId| match body.kind(at) {
        ExprKind::MethodCall { receiver, method, .. } => {
            PASSES.contains(&method.sym.as_str()).then(|| body.peel(*receiver))
        }
        _ => None,
    };
    let list = std::iter::successors(Some(body.peel(id)), inner).take(MAX_STEPS).last()?;
    let name = body.name(list)?;
    let words = Words::of(name.as_str().strip_suffix(['s', 'S'])?);
    let named = opens_something(&words) && !words.has_any(REFUSED);
    (named && (!words.has("token") || says_access(&words))).then_some(name)
}
