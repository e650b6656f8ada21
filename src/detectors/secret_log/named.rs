//! Values with the name of a secret that only tell where one is: the key of an entry of a store of secrets or of anything else that is
//! looked up by it, and what a variable of the environment holds that is known to be a path.

use crate::detectors::BodyCx;
use crate::detectors::derived_trait::names::confidence;
use crate::detectors::words::Words;
use crate::finding::Confidence;
use crate::ir::{ExprId, ExprKind, Literal, PatKind};

/// Variables that a value is made of are looked at this deep.
const MAX_MADE: usize = 3;
/// Words of methods that find or keep something under the key that they are given.
const LOOKS_UP: &[&str] = &[
    "get", "set", "put", "insert", "remove", "delete", "contains", "entry", "lookup", "fetch", "load",
    "store",
];

/// Whether a value names a secret, or the place of one. `paths` are variables of the environment.
pub(super) fn is_name(body: &BodyCx<'_>, value: ExprId, paths: &[String]) -> bool {
    is_key_of_entry(body, value)
        || is_looked_up(body, value)
        || is_path(body, value, paths)
        || is_public_half(body, value, MAX_MADE)
}

/// `client_key` in `let client_key = format!("{kind} {}", encode(public_key))`: what it is made of says that everybody may have it.
fn is_public_half(body: &BodyCx<'_>, value: ExprId, depth: usize) -> bool {
    let Some(made) = body.local(value).and_then(|local| body.initializer(local)).filter(|_| depth > 0) else {
        return false;
    };
    let mut found = false;
    body.ir.for_each_expr(made, &mut |part| {
        let name = match body.kind(part) {
            ExprKind::Path(path) => path.last().map(|s| s.name.sym),
            ExprKind::Field { name, .. } | ExprKind::MethodCall { method: name, .. } => Some(name.sym),
            _ => None,
        };
        found |= name.is_some_and(|name| is_public_key(&Words::of(name.as_str())));
        found |= matches!(body.kind(part), ExprKind::Path(_)) && is_public_half(body, part, depth - 1);
    });
    found
}

fn is_public_key(words: &Words) -> bool {
    words.has("pubkey") || words.has_pair("public", "key") || words.has_pair("verifying", "key")
}

/// Whether a value is a text that is named for a key, and not for one that opens something, such as `api_key`.
pub(super) fn is_vague_key(body: &BodyCx<'_>, value: ExprId) -> bool {
    let words = body.words(value);
    let vague = confidence(&words, &Words::default(), false).is_none_or(|c| c == Confidence::Low);
    vague && words.head_is(&["key"], &[]) && body.types.of(value).peel().is_text()
}

/// `vault_key` in `vault.get(vault_key)`, `store.get(Table::Auth, vault_key)`: the key that something is found by.
fn is_looked_up(body: &BodyCx<'_>, value: ExprId) -> bool {
    let Some(local) = body.local(value).filter(|_| is_vague_key(body, value)) else { return false };
    body.exprs().any(|id| match body.kind(id) {
        ExprKind::MethodCall { method, args, .. } => {
            Words::of(method.sym.as_str()).has_any(LOOKS_UP)
                && args.iter().any(|&arg| body.local(body.peel(arg)) == Some(local))
        }
        _ => false,
    })
}

/// `secret_data_key` in `fn read(secret_name: &str, secret_data_key: &str)`.
fn is_key_of_entry(body: &BodyCx<'_>, value: ExprId) -> bool {
    let Some(local) = body.local(value) else { return false };
    let params = body.body.func.map_or(&[][..], |func| &func.params);
    let words = |pat| match &body.ir.pats[pat].kind {
        PatKind::Bind { name, .. } => Words::of(name.sym.as_str()),
        _ => Words::default(),
    };
    let own = params.iter().find(|p| p.pat == local).map(|p| words(p.pat));
    own.is_some_and(|own| own.list().last().is_some_and(|last| last == "key"))
        && params.iter().any(|p| p.pat != local && words(p.pat).has_pair("secret", "name"))
}

fn is_path(body: &BodyCx<'_>, value: ExprId, paths: &[String]) -> bool {
    let Some(origin) = body.flow.of(value).role("env/value") else { return false };
    body.exprs().any(|id| {
        origin.span.contains(body.span(id))
            && matches!(body.kind(id), ExprKind::Literal(Literal::Str(name)) if paths.iter().any(|p| **p == **name))
    })
}
