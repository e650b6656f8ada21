//! A value that becomes a text by a serializer on the way to the log, with a secret in it: `serde_json::to_string(&settings)`.

use crate::base::Symbol;
use crate::catalog::parameters::LogWords;
use crate::detectors::BodyCx;
use crate::detectors::derived_trait::serialized::secret_of;
use crate::finding::Confidence;
use crate::ir::{ExprId, ExprKind};
use crate::resolve::Res;
use crate::types::{Callee, Ty};

/// The secret in a text that a serializer makes, and how sure that is.
pub(super) fn secret_in(body: &BodyCx<'_>, words: &LogWords, value: ExprId) -> Option<(Symbol, Confidence)> {
    let call = unwrapped(body, body.initial(value));
    let ExprKind::Call { callee, args } = body.kind(call) else { return None };
    let named = |id: ExprId| match body.types.callees.get(&id) {
        Some(Callee::Ext(ext)) => Some(body.cx.types().externals.canonical(ext).path),
        _ => None,
    };
    let path = named(call).or_else(|| named(*callee))?;
    if !words.serializers.iter().any(|name| path == **name) {
        return None;
    }
    let [value] = args[..] else { return None };
    let Ty::Adt(Res::Def(id), _) = body.types.of(value).peel() else { return None };
    secret_of(body.cx, *id, &words.unserialized)
}

/// The call behind what takes a value out of its result.
fn unwrapped(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = body.peel(id);
    while let ExprKind::MethodCall { receiver, method, .. } = body.kind(at) {
        let takes =
            method.sym.as_str().starts_with("unwrap") || matches!(method.sym.as_str(), "expect" | "ok");
        if !takes {
            break;
        }
        at = body.peel(*receiver);
    }
    at
}
