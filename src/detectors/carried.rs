//! Whether a secret is among what a call is given: in a record, a list of pairs, a map or a text.
//!
//! A secret is told by a plain name, `password`, of a field, of the key beside it, or of a variable. What is constant is no secret,
//! and what `token` or `code` mean is not known, so names like these do not count.
//!
//! Example: `json(&json!({ "user": user, "password": password }))`, `form(&params)` after `params.insert("password", password)`.

use crate::detectors::BodyCx;
use crate::detectors::derived_trait::names;
use crate::detectors::words::Words;
use crate::finding::Confidence;
use crate::ir::{ExprId, ExprKind, MacroForm};
use crate::resolve::Res;
use crate::types::Ty;

/// Values in values, and variables of variables, are looked at this deep.
const MAX_DEPTH: usize = 6;

/// Whether one of the arguments of a call carries a secret.
pub(super) fn is_secret_given(body: &BodyCx<'_>, call: ExprId) -> bool {
    match body.kind(call) {
        ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. } => {
            args.iter().any(|&arg| carries(body, arg, 0))
        }
        _ => false,
    }
}

fn carries(body: &BodyCx<'_>, id: ExprId, depth: usize) -> bool {
    if depth > MAX_DEPTH || body.flow.of(id).is_constant() {
        return false;
    }
    let id = body.peel(id);
    let next = |value: ExprId| carries(body, value, depth + 1);
    let beside = |key: ExprId, value: ExprId| {
        key_of(body, key).is_some_and(|name| is_plain(&name)) && !body.flow.of(value).is_constant()
    };
    match body.kind(id) {
        ExprKind::Tuple(items) | ExprKind::Array(items) => match items[..] {
            [key, value] if beside(key, value) => true,
            _ => items.iter().any(|&item| next(item)),
        },
        ExprKind::Map(pairs) => pairs.iter().any(|&(key, value)| beside(key, value) || next(value)),
        ExprKind::Struct { fields, .. } => fields.iter().any(|f| {
            is_plain(&Words::of(f.name.sym.as_str())) && !body.flow.of(f.value).is_constant() || next(f.value)
        }),
        ExprKind::Macro(call) => match &call.form {
            MacroForm::Format(format) => format.args.iter().any(|arg| next(arg.value)),
            MacroForm::Exprs(list) => list.iter().any(|&value| next(value)),
            MacroForm::Expr(value) => next(*value),
            _ => false,
        },
        ExprKind::Block(block) => block.tail.is_some_and(next),
        ExprKind::Path(_) | ExprKind::Field { .. } => {
            is_plain(&body.words(id)) || has_plain_field(body, id) || is_filled(body, id, &beside) || {
                let first = body.local(id).and_then(|local| body.initializer(local));
                matches!(body.kind(id), ExprKind::Path(_)) && first.is_some_and(next)
            }
        }
        _ => false,
    }
}

fn is_plain(name: &Words) -> bool {
    names::confidence(name, &Words::default(), false).is_some_and(|sure| sure >= Confidence::Medium)
}

fn key_of(body: &BodyCx<'_>, key: ExprId) -> Option<Words> {
    body.text(key).map(|text| Words::of(&text))
}

/// Whether a value is a record of the workspace with a field for a secret.
fn has_plain_field(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Ty::Adt(Res::Def(record), _) = body.types.of(id).peel() else { return false };
    let mut fields = body.cx.world.table.fields(*record).iter();
    fields.any(|(name, ty)| ty.peel().is_text() && is_plain(&Words::of(name.as_str())))
}

/// Whether a variable is a map that a secret is put into.
fn is_filled(body: &BodyCx<'_>, id: ExprId, beside: &dyn Fn(ExprId, ExprId) -> bool) -> bool {
    let Some(local) = body.local(id).filter(|_| matches!(body.kind(id), ExprKind::Path(_))) else {
        return false;
    };
    body.exprs().any(|e| match body.kind(e) {
        ExprKind::MethodCall { receiver, method, args, .. } => match args[..] {
            [key, value] => {
                method.sym == *"insert" && body.local(*receiver) == Some(local) && beside(key, value)
            }
            _ => false,
        },
        _ => false,
    })
}
