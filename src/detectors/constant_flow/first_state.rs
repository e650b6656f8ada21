//! A field that begins with zeros, or any uniform content, and that methods of its type change: the constant is its first state, and
//! what arrives later is another.

use crate::detectors::BodyCx;
use crate::detectors::constant_flow::is_uniform;
use crate::detectors::nonce_reuse::kept::is_changed;
use crate::flow::{Const, Origin};
use crate::ir::ExprKind;
use crate::types::local_adt;

/// Whether a constant is the first state of a field.
pub(super) fn is_of(body: &BodyCx<'_>, origin: &Origin) -> bool {
    let uniform = matches!(origin.constant(), Some(Const::Bytes(bytes)) if is_uniform(bytes));
    uniform
        && body.exprs().any(|id| match body.kind(id) {
            ExprKind::Struct { fields, .. } => fields.iter().any(|field| {
                body.span(field.value).contains(origin.span)
                    && local_adt(body.types.of(id))
                        .is_some_and(|owner| is_changed(body, owner, field.name.sym))
            }),
            _ => false,
        })
}
