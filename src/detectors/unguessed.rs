//! Why the time of a comparison tells nobody anything, by what is compared.
//!
//! The same person chose both sides (a password and its repetition, two settings of one object), who compares has what is compared
//! (CSRF tokens), or what varies is a digest that nobody can steer.

use crate::base::Symbol;
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::flow::{Origin, OriginKind};
use crate::ir::{ExprId, ExprKind};
use crate::resolve::Res;
use crate::types::Ty;

/// A new password and its repetition, or the old one that it must not be: the same person typed both. What was there before is
/// compared to see a change; an old password is asked for where a new one is set.
pub(super) fn is_repetition(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    let repeated = [
        "confirm",
        "confirmation",
        "confirmed",
        "again",
        "repeat",
        "repeated",
        "retype",
        "retyped",
        "check",
        "new",
        "previous",
        "prev",
        "original",
    ];
    let before = |words: &Words| words.has("old") && !words.name_password();
    [a, b].into_iter().any(|e| {
        let named = [body.words(e), named_words(body, e)];
        named.iter().any(|words| words.has_any(&repeated) || before(words))
    })
}

/// Words of the variable or field that a chain of getters begins with: `form.new_password` in `form.new_password.expose_secret()`.
fn named_words(body: &BodyCx<'_>, id: ExprId) -> Words {
    body.words(body.chain_root(id))
}

/// A password and the name of its user: whether a password is too weak, not whether it is right.
pub(super) fn is_weakness_rule(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    let password = |e| body.words(e).name_password();
    let user = |e| !password(e) && body.words(e).has_any(&["user", "username", "login", "email"]);
    password(a) && user(b) || password(b) && user(a)
}

/// The same field, or what the same getter gives, of two objects of one type, as when the program finds again what it keeps: `left.token == right.token`. Who is
/// asked for a secret gives it in a form of another type, or it is put into one here. `PartialEq` by hand is for whoever compares, with whatever.
pub(super) fn are_twins(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    let field = |id: ExprId| match body.kind(body.peel(id)) {
        ExprKind::Field { base, name } => Some((name.sym, body.types.of(*base).peel())),
        ExprKind::MethodCall { receiver, method, args, .. } if args.is_empty() => {
            Some((method.sym, body.types.of(*receiver).peel()))
        }
        _ => None,
    };
    let of_workspace = |ty: &Ty| matches!(ty, Ty::Adt(Res::Def(_), _));
    let by_hand = matches!(body.cx.map.def(body.def).name.as_str(), "eq" | "ne");
    !by_hand
        && field(a).is_some_and(|one| of_workspace(one.1) && field(b) == Some(one))
        && !signs_in(body, a, b)
}

/// Whether a function lets somebody in, by its name or by what it returns, and just one of two values is what its caller gave: a
/// form that was put into the type of what is kept.
fn signs_in(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    let entry = ["authenticate", "authentication", "auth", "login", "signin", "authorize"];
    let returned = || {
        let ret = body.body.func.and_then(|func| func.ret)?;
        Some(Words::of(body.cx.program.sources.slice(body.ir.types[ret].span)))
    };
    // `self` is the first of the parameters.
    let first = usize::from(body.body.func.is_some_and(|func| func.self_param.is_some()));
    let from_caller = |o: &Origin| matches!(o.kind, OriginKind::Param(n, _) if n >= first);
    let given = |e| body.flow.of(e).origins().iter().any(from_caller);
    let enters = Words::of(body.cx.map.def(body.def).name.as_str()).has_any(&entry)
        || returned().is_some_and(|words| words.has_any(&entry));
    enters && given(a) != given(b)
}

/// One variable twice, as when a rule for passwords asks for capitals: `password.to_lowercase() == password`.
pub(super) fn are_of_one(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    let root = |id| body.local(body.chain_root(id)).filter(|_| is_variable(body, body.chain_root(id)));
    root(a).is_some_and(|one| root(b) == Some(one))
}

fn is_variable(body: &BodyCx<'_>, id: ExprId) -> bool {
    matches!(body.kind(id), ExprKind::Path(_))
}

/// Two fields of one object, as when settings are validated: nobody guesses the one by the other.
pub(super) fn are_siblings(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    let parent = |id| match body.flow.of(id).only_param() {
        Some((n, Some(path))) => Some((n, path.as_str().rsplit_once('.')?.0)),
        _ => None,
    };
    parent(a).is_some_and(|of| parent(b) == Some(of))
}

/// Whether who can have a value compared has the session that it belongs to and needs not guess it: CSRF tokens, the state of
/// a login.
pub(super) fn belongs_to_session(body: &BodyCx<'_>, name: Symbol, (secret, other): (ExprId, ExprId)) -> bool {
    let csrf = |words: &Words| words.has_any(&["csrf", "xsrf"]);
    let state = |e| named_words(body, e).has("state");
    csrf(&Words::of(name.as_str()))
        || [secret, other].into_iter().any(|e| csrf(&named_words(body, e)))
        || csrf(&Words::of(&body.cx.map.path_of(body.def)))
        || state(secret) && state(other)
}

/// Whether one side is the plain digest of a token, which is as good as a comparison in constant time. Digests of passwords are
/// to be verified by what made them, and what is signed by a digest is varied at will.
pub(super) fn is_digest_of_token(body: &BodyCx<'_>, (a, b): (ExprId, ExprId)) -> bool {
    let mut words = body.words(a);
    let function = Words::of(body.cx.map.def(body.def).name.as_str());
    [body.words(b), named_words(body, a), named_words(body, b), function]
        .into_iter()
        .for_each(|w| words.extend(w));
    let digest = |e| body.flow.of(e).role("hash/output").is_some();
    let kept = ["pass", "sig", "signature", "mac", "hmac", "tag"];
    (digest(a) || digest(b)) && !words.has_any(&kept) && !words.name_password()
}
