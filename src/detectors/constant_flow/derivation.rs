//! A constant as the key of a MAC that is a step of a derivation or commitment, where it separates one use from others and is public
//! by design.
//!
//! Three shapes: a chain, in which the key is a variable that the MAC's result then replaces (`ck = hmac(&ck, input)`); a message
//! that is itself secret key material (`HMAC(label, seed)`, the first half of HKDF); a constant whose name says that it is a salt or
//! label, or a message with a nonce, in what is named for a derivation or commitment.

use crate::detectors::BodyCx;
use crate::detectors::purpose::{bound_around, inputs_of};
use crate::detectors::words::Words;
use crate::flow::Arrival;
use crate::ir::{ExprId, ExprKind, PatId};

/// A key is followed through this many variables.
const MAX_BINDINGS: usize = 2;
/// Words of functions and files that derive keys.
const DERIVES: &[&str] =
    &["kdf", "hkdf", "derive", "derives", "derived", "derivation", "extract", "expand", "prf", "ratchet"];
/// Words of functions and files whose tags somebody must not be able to make.
const AUTHENTICATES: &[&str] =
    &["auth", "cookie", "csrf", "login", "session", "sign", "signature", "token", "verify", "webhook"];
/// Words of functions and files that commit to values.
const COMMITS: &[&str] = &["commit", "commitment", "commitments"];
/// Words of constants that are no keys.
const PUBLIC: &[&str] = &["salt", "label", "info", "context", "domain", "separator", "personalization"];
/// Last words of names of key material.
const MATERIAL: &[&str] = &["entropy", "ikm", "mnemonic", "prk", "seed", "shared"];
const MATERIAL_PAIRS: &[(&str, &str)] = &[
    ("chain", "key"),
    ("dh", "secret"),
    ("key", "material"),
    ("master", "key"),
    ("master", "secret"),
    ("private", "key"),
    ("root", "key"),
    ("secret", "key"),
    ("shared", "key"),
    ("shared", "secret"),
];
/// Words of what opens a commitment.
const OPENINGS: &[&str] = &["nonce", "opening", "blinding", "randomness", "salt"];

/// Whether a constant that arrives as the key of a MAC is no key.
pub(super) fn is_step(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    if arrival.role.role.as_str() != "mac/key" {
        return false;
    }
    let mut around = Words::of(&body.cx.map.path_of(body.def));
    around.extend(Words::of(body.file_stem()));
    is_chained(body, arrival)
        || messages(body, arrival).iter().any(|&message| is_material(body, message))
        || around.has_any(DERIVES) && !around.has_any(AUTHENTICATES) && is_public(body, arrival)
        || around.has_any(COMMITS)
            && messages(body, arrival)
                .iter()
                .any(|&message| names_of(body, message).iter().any(|words| words.has_any(OPENINGS)))
}

/// `ck = hmac(&ck, input)`: the constant is where the chain begins.
fn is_chained(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let Some(key) = body.local(arrival.arg) else { return false };
    let mut at = arrival.call;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Assign { target, op: None, .. } => {
                return *target != at && body.local(*target) == Some(key);
            }
            ExprKind::Block(block) if block.stmts.is_empty() => at = parent,
            ExprKind::Block(_) | ExprKind::Async(_) | ExprKind::Closure { .. } => return false,
            _ => at = parent,
        }
    }
    false
}

/// What the MAC is of.
fn messages(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> Vec<ExprId> {
    let mut out = beside(body, arrival.call, arrival.arg);
    // `let key = Key::new(b".."); let mut mac = Context::with_key(&key); mac.update(seed)`
    let mut kept = bound_around(body, arrival.call);
    for _ in 0..MAX_BINDINGS {
        let uses: Vec<ExprId> = uses_of(body, &kept).collect();
        out.extend(
            uses.iter().filter_map(|&id| taken_by(body, id)).flat_map(|(call, arg)| beside(body, call, arg)),
        );
        // `let borrowed = &key;`
        kept = uses.into_iter().flat_map(|id| bound_around(body, id)).collect();
    }
    out
}

fn uses_of<'b>(body: &'b BodyCx<'_>, kept: &'b [PatId]) -> impl Iterator<Item = ExprId> + 'b {
    body.exprs().filter(|&id| body.local(id).is_some_and(|local| kept.contains(&local)))
}

/// What else a call is given, and what is given to what it makes.
fn beside(body: &BodyCx<'_>, call: ExprId, key: ExprId) -> Vec<ExprId> {
    let mut out = inputs_of(body, call);
    if let ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. } = body.kind(call) {
        out.extend(args.iter().filter(|&&arg| arg != key));
    }
    out
}

/// The call that takes a value, or a reference to it, and the argument.
fn taken_by(body: &BodyCx<'_>, id: ExprId) -> Option<(ExprId, ExprId)> {
    let parent = body.parent(id)?;
    match body.kind(parent) {
        ExprKind::Ref { .. } => taken_by(body, parent),
        ExprKind::Block(block) if block.tail == Some(id) => taken_by(body, parent),
        ExprKind::Call { callee, .. } => (*callee != id).then_some((parent, id)),
        _ => None,
    }
}

/// Words of what a message is called, and was before it was given another name.
fn names_of(body: &BodyCx<'_>, message: ExprId) -> [Words; 2] {
    let value = std::iter::successors(Some(message), |&at| match body.kind(at) {
        ExprKind::Block(block) => block.tail,
        _ => None,
    });
    let root = body.chain_root(value.last().unwrap_or(message));
    let made = body.local(root).and_then(|local| body.initializer(local)).unwrap_or(root);
    [body.words(root), body.words(body.chain_root(made))]
}

fn is_material(body: &BodyCx<'_>, message: ExprId) -> bool {
    let named = |words: &Words| {
        words.list().last().is_some_and(|last| MATERIAL.contains(&last.as_str()))
            || MATERIAL_PAIRS.iter().any(|(a, b)| words.has_pair(a, b))
    };
    let derived = || body.flow.of(message).role("kdf/output").is_some();
    names_of(body, message).iter().any(named) || derived()
}

/// Whether the constant, or what the argument is called, has the name of something public.
fn is_public(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let public = |words: &Words| words.has_any(PUBLIC) && !words.has_any(&["key", "secret"]);
    let item = |span| body.cx.item_around(span).is_some_and(|name| public(&Words::of(name)));
    let constants: Vec<_> = arrival.value.constants().map(|(_, origin)| origin.span).collect();
    public(&body.words(arrival.arg)) || !constants.is_empty() && constants.into_iter().all(item)
}
