//! Values that are named for a tag (`signature`, `hmac`) and that no API is known to have computed.
//!
//! The word alone says little: functions, events and drawn lines have signatures too, a public-key signature is no secret and
//! has the fingerprint of a signer, and an HMAC of a document tells which version of it this is.
//! Who checks a tag by comparing it has the key, so that one must be mentioned in the function, or the tag is named for being expected; data of a request is the other witness.

use crate::detectors::BodyCx;
use crate::detectors::request::from_request;
use crate::detectors::words::Words;
use crate::ir::{ExprId, ExprKind};

/// Heads of names of tags.
const TAGS: &[&str] = &["signature", "sig", "hmac", "mac", "tag"];
/// Words of what a tag is computed with.
const KEYS: &[&str] = &["key", "keys", "secret", "secrets", "hmac", "mac", "password", "token"];
/// Words of what everybody may have.
const OPEN: &[&str] = &["public", "pub", "pubkey", "verifying", "verification", "verifier", "id", "name"];
/// Words of the tag of another version of the same thing.
const VERSIONS: &[&str] = &["base", "last", "stale", "synced"];
/// Words of what is told from others by its parameters.
const SHAPES: &[&str] = &["event", "function", "method", "selector", "topic"];
/// Words of a tag that was computed to be compared.
const EXPECTED: &[&str] = &["expected", "computed", "calculated", "recomputed"];
/// Words of functions that do, and of types of tags.
const MAKING: &[&str] = &["sign", "signature", "hmac", "mac", "tag"];
/// Words of places that compute tags.
const MAKERS: &[&str] = &["hmac", "mac"];

/// Whether a comparison of what is named for a tag shows no sign of a check of one.
pub(super) fn is_no_check(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    let named = [body.words(a), body.words(b)];
    let tag = |words: &Words| words.list().last().is_some_and(|w| TAGS.contains(&w.as_str()));
    if !named.iter().any(tag) || named.iter().any(Words::name_credential) {
        return false;
    }
    let other = |words: &Words| words.has_any(VERSIONS) || words.has_any(SHAPES) || words.has("fingerprint");
    if named.iter().any(other) || is_getter_twice(body, a, b) {
        return true;
    }
    if named.iter().any(is_authentication_tag) {
        return false;
    }
    let expected = named.iter().any(|words| words.has_any(EXPECTED));
    !expected && !from_request(body, a) && !from_request(body, b) && !has_key(body, [a, b])
}

/// Whether one of two values is made here of a key by a function that is named for making tags, and the other was not:
/// `let expected = sign_link(path, &config.link_secret); if signature != expected { return Err(Denied) }`.
pub(super) fn is_recomputed(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    is_made_with_key(body, a) != is_made_with_key(body, b)
}

/// Whether a value is what a function makes of a key and a message that is named for making tags, or whose type is. What is made of
/// a key alone, as `ssh_tag(key)`, only says which key it is.
pub(super) fn is_made_with_key(body: &BodyCx<'_>, id: ExprId) -> bool {
    let call = body.peel(body.initial(id));
    let (made_by, args) = match body.kind(call) {
        ExprKind::Call { callee, args } => (Words::of(&body.snippet(*callee)), args),
        ExprKind::MethodCall { method, args, .. } => (Words::of(method.sym.as_str()), args),
        _ => return false,
    };
    let is_key = |&arg: &ExprId| {
        let words = body.words(arg);
        words.has_any(KEYS) && !words.has_any(OPEN)
    };
    made_by.has_any(MAKING) && args.len() > 1 && args.iter().any(is_key)
}

/// `auth_tag`: what an authenticated cipher makes, which is compared for nothing else than to verify it.
pub(super) fn is_authentication_tag(words: &Words) -> bool {
    words.has_pair("auth", "tag") || words.has_pair("authentication", "tag")
}

/// `one.signature() == another.signature()`: of two things of one kind, such as functions.
fn is_getter_twice(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    let getter = |id: ExprId| match body.kind(body.peel(id)) {
        ExprKind::MethodCall { method, args, .. } if args.is_empty() => Some(method.sym),
        _ => None,
    };
    getter(a).is_some_and(|name| getter(b) == Some(name))
}

/// Whether something that the function mentions, beside the two values, is named for a key, or its module for tags.
fn has_key(body: &BodyCx<'_>, compared: [ExprId; 2]) -> bool {
    let names_key = |name: &str| {
        let words = Words::of(name);
        words.has_any(KEYS) && !words.has_any(OPEN)
    };
    let compared: Vec<_> = compared.iter().filter_map(|&id| body.name(id)).collect();
    let of_expr = |id: ExprId| {
        let name = match body.kind(id) {
            ExprKind::Path(_) | ExprKind::Field { .. } | ExprKind::MethodCall { .. } => body.name(id),
            _ => None,
        };
        name.is_some_and(|name| !compared.contains(&name) && names_key(name.as_str()))
    };
    Words::of(&body.cx.map.path_of(body.def)).has_any(MAKERS) || body.exprs().any(of_expr)
}
