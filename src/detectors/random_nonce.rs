//! A nonce of 96 bits that is drawn anew for each message, under a key that lives as long as the object around it.
//!
//! `self.cipher.encrypt(&Aes256Gcm::generate_nonce(&mut OsRng), text)`: right for the first four billion messages. Asked for are a
//! type whose nonces have 96 bits (`cipher/96-bit-nonce`), a nonce that is random on every way, and a cipher, or a key from which the
//! body makes the cipher, that is a field of `self`.

use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::finding::{Finding, Label};
use crate::flow::{Arrival, OriginKind, Value};
use crate::ir::{ExprId, ExprKind};

/// Findings in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let nonces = body.flow.arrivals.iter().filter(|a| a.role.role.as_str() == "cipher/nonce");
    nonces.filter_map(|arrival| judge(body, lint, arrival)).collect()
}

fn judge(body: &BodyCx<'_>, lint: &Lint, arrival: &Arrival<'_>) -> Option<Finding> {
    let ExprKind::MethodCall { receiver, .. } = body.kind(arrival.call) else { return None };
    let short = body.receiver_roles(arrival.call).iter().any(|r| r.as_str() == "cipher/96-bit-nonce");
    if !short || !is_random(&arrival.value) {
        return None;
    }
    let key = long_lived(body, *receiver)?;
    let name = body.snippet(key);
    let message = format!("every message under `{name}` gets a random nonce of 96 bits");
    let mut finding = body.finding(lint, body.span(arrival.arg), "drawn for each message", message);
    finding.context.push(Label::new(body.span(key), "used as long as the object lives"));
    finding.help.push(
        "use a cipher with long nonces, XChaCha20-Poly1305 or AES-256-GCM-SIV, or a new key before 2^32 messages".to_owned(),
    );
    Some(finding)
}

fn is_random(value: &Value) -> bool {
    let drawn = |kind: &OriginKind| matches!(kind, OriginKind::Role(role) if role.as_str() == "rng/output");
    !value.origins().is_empty() && value.origins().iter().all(|o| drawn(&o.kind))
}

/// The field of `self` that is the cipher or the key that it is made from.
fn long_lived(body: &BodyCx<'_>, cipher: ExprId) -> Option<ExprId> {
    body.body.func?.self_param.as_ref()?;
    if is_own(body, cipher) {
        return Some(cipher);
    }
    match body.kind(body.initial(cipher)) {
        ExprKind::Call { args, .. } => args.iter().copied().find(|&arg| is_own(body, arg)),
        _ => None,
    }
}

fn is_own(body: &BodyCx<'_>, id: ExprId) -> bool {
    let origins = body.flow.of(id).origins();
    !origins.is_empty() && origins.iter().all(|o| matches!(o.kind, OriginKind::Param(0, Some(_))))
}
