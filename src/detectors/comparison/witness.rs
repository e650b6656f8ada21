//! The second witness of a comparison with a value that is a secret by its name only: that somebody else chose the other side.
//!
//! It comes from a request, or the function decides who is let in and was given it, or what a caller gives decides about the way of the program.

use crate::detectors::BodyCx;
use crate::detectors::comparison::listed::is_asked;
use crate::detectors::comparison::opens_something;
use crate::detectors::comparison::tag::{is_authentication_tag, is_recomputed};
use crate::detectors::comparison::wraps;
use crate::detectors::request::{from_answer, from_request};
use crate::detectors::words::Words;
use crate::flow::{Origin, OriginKind, Value};
use crate::ir::{ExprId, ExprKind};
use crate::resolve::{DefKind, Res};
use crate::types::Ty;

/// Steps on the way to where a value is taken from.
const MAX_STEPS: usize = 16;
/// Fields within fields that are looked at.
const MAX_FIELDS: usize = 2;
/// Words that say of a token that it opens something.
const TOKENS_OF_ACCESS: &[&str] = &[
    "access",
    "api",
    "auth",
    "bearer",
    "refresh",
    "session",
    "csrf",
    "xsrf",
    "reset",
    "invite",
    "admin",
    "secret",
    "login",
    "jwt",
    "user",
    "webhook",
    "bot",
    "registration",
    "verification",
    "service",
    "master",
    "device",
    "remember",
    "client",
    "password",
    "join",
    "confirm",
    "activation",
    "unsubscribe",
    "magic",
    "recovery",
    "expected",
    "stored",
];
/// Words of places that deal with who may do something, beside those of [`Words::name_verification`].
const ACCESS: &[&str] = &[
    "user",
    "users",
    "account",
    "accounts",
    "password",
    "passwords",
    "credential",
    "credentials",
    "secret",
    "secrets",
    "token",
    "tokens",
    "jwt",
    "oauth",
    "oauth2",
    "oidc",
    "sso",
    "mfa",
    "totp",
    "otp",
    "api",
    "http",
    "handler",
    "handlers",
    "route",
    "routes",
    "cookie",
    "cookies",
    "invite",
    "identity",
    "permission",
    "permissions",
    "security",
    "access",
    "hook",
    "hooks",
];

/// Words of functions that let somebody in.
const ENTRIES: &[&str] =
    &["auth", "authenticate", "authenticator", "authorize", "login", "password", "credentials"];

/// Words of places that give somebody a thing for a while, with a token that nobody else may give it back by.
const LOCKS: &[&str] = &["lock", "locks", "locking", "locked", "lease", "leases", "mutex", "semaphore"];

/// Words of places that take texts apart into tokens.
const LANGUAGE: &[&str] = &["tokenizer", "tokenize", "lexer", "parser", "analyzer", "syntax", "grammar"];

/// Why somebody else may have chosen the other side of a comparison with a value that is secret by name.
pub(super) fn second_witness(
    body: &BodyCx<'_>,
    id: ExprId,
    secret: ExprId,
    other: ExprId,
) -> Option<&'static str> {
    let opaque = |e: ExprId| is_opaque(body, e) && !from_request(body, e);
    if is_vague(body, secret) && (opaque(secret) || opaque(other)) {
        return None;
    }
    if is_asked_back(body, id, [secret, other]) {
        return Some("the function that is given here decides whether somebody is let in");
    }
    if is_eq_of_secret(body) {
        return Some("whoever asks whether somebody is let in compares values of this type");
    }
    let known_text = |e: ExprId| body.types.of(e).peel().is_known();
    if !known_text(secret) && !known_text(other) || is_one_of_constants(body, secret) {
        return None;
    }
    let answered = from_answer(body, other) || from_answer(body, secret);
    if answered || is_of_lock(body, secret) || is_own_entry(body, id) {
        return None;
    }
    if from_request(body, other) || from_request(body, secret) {
        return Some("the other side comes from a request");
    }
    let function = Words::of(&body.cx.map.path_of(body.def));
    let params = |pat| body.body.func.is_some_and(|f| f.params.iter().any(|p| p.pat == pat));
    let named = |e: ExprId| body.local(e).is_some_and(params);
    let whole = |o: &Origin| matches!(o.kind, OriginKind::Param(_, None));
    let given = |e: ExprId| named(e) || body.flow.of(e).origins().iter().any(whole);
    let parameter = |e: ExprId| holds_parameter(body.flow.of(e), MAX_FIELDS);
    // A word `matches` the pattern of a command, too.
    let checks = match is_vague(body, secret) {
        true => function.clone().without(&["matches"]).name_verification(),
        false => function.name_verification(),
    };
    if checks && (parameter(other) || parameter(secret)) {
        return Some("the function decides whether somebody is let in");
    }
    // A list is asked for many reasons.
    if is_asked(body, id) {
        return None;
    }
    if is_authentication_tag(&body.words(secret)) && (given(secret) || given(other)) && decides(body, id) {
        return Some("an authentication tag that was given is compared with the one that was made");
    }
    if is_recomputed(body, secret, other) && decides(body, id) {
        return Some("a tag is compared with one that is made with the key here");
    }
    if is_vague(body, secret) && (!about_access(body) || function.has_any(LANGUAGE)) {
        return None;
    }
    let both_text = known_text(secret) && known_text(other);
    if both_text && given(other) && !named(secret) && decides(body, id) {
        return Some("what the caller gives is compared with a secret that is kept");
    }
    if body.words(other).name_secret() && (parameter(other) != parameter(secret)) && decides(body, id) {
        return Some("a secret that was given is compared with one that is kept");
    }
    let kept = || !named(other) && !is_one_of_constants(body, other);
    if both_text && named(secret) && kept() && decides(body, id) && !is_vague(body, secret) {
        return Some("a secret that the caller gives is compared with what is kept");
    }
    None
}

/// Whether a body is the `PartialEq`, written by hand, of a type around one value that is named for a credential: `ApiKey`. A secret key
/// is used, not shown.
fn is_eq_of_secret(body: &BodyCx<'_>) -> bool {
    let DefKind::Method(owner) = body.cx.map.def(body.def).kind else { return false };
    let data = &body.cx.map.impls[owner];
    let of = data.trait_.as_ref().and_then(|res| body.cx.map.name_of(res));
    match &data.self_ty {
        Some(Res::Def(id)) if of == Some("PartialEq") => {
            let words = Words::of(body.cx.map.def(*id).name.as_str());
            let shown = opens_something(&words) && !words.has_pair("secret", "key");
            shown && words.name_credential() && body.cx.world.table.fields(*id).len() == 1
        }
        _ => false,
    }
}

/// Whether a value is made of what the function was given, also within a struct: `Some(Secret::from(given))`.
fn holds_parameter(value: &Value, depth: usize) -> bool {
    value.origins().iter().any(|o| matches!(o.kind, OriginKind::Param(..)))
        || depth > 0 && value.fields().any(|(_, field)| holds_parameter(field, depth - 1))
}

/// Whether a comparison is the answer of a closure to a function that lets somebody in, with what that says: `accept_password(socket, |user, pass|
/// pass == password)`.
fn is_asked_back(body: &BodyCx<'_>, id: ExprId, sides: [ExprId; 2]) -> bool {
    let around = std::iter::successors(body.parent(id), |&at| body.parent(at)).take(MAX_STEPS);
    let is_closure = |at: &ExprId| matches!(body.kind(*at), ExprKind::Closure { .. });
    let Some(closure) = around.into_iter().find(is_closure) else { return false };
    let ExprKind::Closure { params, .. } = body.kind(closure) else { return false };
    let told = |e: ExprId| {
        let local = body.local(body.chain_root(e));
        local.is_some_and(|local| params.iter().any(|param| body.ir.pattern_binds(param.pat, local)))
    };
    let asks = body.parent(closure).is_some_and(|call| match body.kind(call) {
        ExprKind::Call { callee, .. } => body.words(*callee).has_any(ENTRIES),
        ExprKind::MethodCall { method, .. } => Words::of(method.sym.as_str()).has_any(ENTRIES),
        _ => false,
    });
    asks && told(sides[0]) != told(sides[1])
}

/// Whether a value is taken out of something constant: `COMMON.iter().any(|known| known == password)`.
fn is_one_of_constants(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut at = body.peel(id);
    for _ in 0..MAX_STEPS {
        if body.flow.of(at).is_constant() {
            return true;
        }
        let next = match body.kind(at) {
            ExprKind::MethodCall { receiver, .. } => Some(*receiver),
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => Some(*base),
            _ => body.local(at).and_then(|local| body.taken_from(local)),
        };
        let Some(next) = next else { return false };
        at = body.peel(next);
    }
    false
}

/// Whether a name says of a token that it opens something.
pub(super) fn says_access(words: &Words) -> bool {
    words.has_any(TOKENS_OF_ACCESS)
}

/// A token that nothing in its name says more of than that: it may be a word of a language or the owner of a lock.
fn is_vague(body: &BodyCx<'_>, secret: ExprId) -> bool {
    let words = body.words(secret);
    words.has("token") && !words.has_any(TOKENS_OF_ACCESS)
}

/// Whether a token, by the names around, is that of a lock.
fn is_of_lock(body: &BodyCx<'_>, secret: ExprId) -> bool {
    let words = body.words(secret).without(&["expected", "stored"]);
    let mut around = Words::of(&body.cx.map.path_of(body.def));
    around.extend(Words::of(body.file_stem()));
    words.has("token") && !words.has_any(TOKENS_OF_ACCESS) && around.has_any(LOCKS)
}

/// Whether the program finds one of its own entries by the secret that stands in it, to drop it, or to note something in it: `retain(|t|
/// t.token != token)`. Nobody is told what was found.
fn is_own_entry(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Some(closure) = body.parent(id) else { return false };
    let ExprKind::Closure { .. } = body.kind(closure) else { return false };
    let Some(ExprKind::MethodCall { method, .. }) = body.parent(closure).map(|call| body.kind(call)) else {
        return false;
    };
    let tells_nothing = || body.body.func.is_some_and(|func| func.ret.is_none());
    match method.sym.as_str() {
        "retain" | "retain_mut" => true,
        "find" | "position" => tells_nothing(),
        _ => false,
    }
}

/// Whether a value has a type of a library that is not known to be text or bytes: the token of an event loop or of a parser.
fn is_opaque(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut ty = body.types.of(id).peel().clone();
    while let Ty::Adt(Res::Ext(ext), args) = &ty {
        match args.first() {
            Some(inner) if wraps(ext.path.as_str()) => ty = inner.peel().clone(),
            _ => break,
        }
    }
    match &ty {
        Ty::Adt(Res::Ext(ext), _) => !ty.is_text() && !ext.path.as_str().starts_with("std::"),
        _ => false,
    }
}

/// Whether the names around say that it is about who may do something.
fn about_access(body: &BodyCx<'_>) -> bool {
    let mut around = Words::of(&body.cx.map.path_of(body.def));
    around.extend(Words::of(body.file_stem()));
    around.name_verification() || around.has_any(ACCESS)
}

/// Whether the result of a comparison decides about a path of the program or is returned.
fn decides(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::If { cond, .. } => return *cond == at,
            ExprKind::Match { .. } | ExprKind::Return(_) => return true,
            ExprKind::MethodCall { method, .. } => {
                return matches!(
                    method.sym.as_str(),
                    "any"
                        | "all"
                        | "find"
                        | "is_some_and"
                        | "is_ok_and"
                        | "then"
                        | "then_some"
                        | "filter"
                        | "position"
                );
            }
            ExprKind::Call { .. } => return is_wrapped(body, parent),
            ExprKind::Struct { .. } => return false,
            _ => at = parent,
        }
    }
    true
}

/// `Ok(a == b)`.
fn is_wrapped(body: &BodyCx<'_>, call: ExprId) -> bool {
    let ExprKind::Call { callee, .. } = body.kind(call) else { return false };
    body.name(*callee).is_some_and(|n| matches!(n.as_str(), "Ok" | "Some"))
}
