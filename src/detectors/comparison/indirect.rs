//! Values that are secrets by a name that stands somewhere else than at the value.
//!
//! `settings.get("password")` is what is kept under this name, `format!("Bearer {api_key}")` is what a header has to be, `pass` is a password
//! where a `user` stands beside it, and `expected` is what the function says that checks it: `check_api_token(expected, given)`.

use crate::base::Symbol;
use crate::detectors::BodyCx;
use crate::detectors::comparison::opens_something;
use crate::detectors::request::from_request;
use crate::detectors::words::Words;
use crate::ir::{ExprId, ExprKind, Literal, MacroForm, PatKind};

/// Conversions around a value.
const MAX_STEPS: usize = 8;
/// First words of functions that give what is kept under a name.
const GIVES: &str = "get fetch read lookup load var require secret config setting";
/// Words that stand before a credential in a header.
const SCHEMES: &[&str] = &["bearer", "basic", "token", "apikey", "bot"];
/// Names of what something is compared with.
const KEPT: &[&str] = &["expected", "stored", "correct"];
/// Words of functions that hash a password.
const HASHING: &[&str] = &[
    "hash", "hashed", "hashing", "digest", "crypt", "md5", "apr1", "sha1", "sha256", "sha512", "pbkdf2",
    "scrypt",
];
/// Words of those that look for one, or make no hash.
const ASKING: &[&str] =
    &["verify", "check", "is", "has", "needs", "cost", "version", "params", "algorithm", "type", "kind"];
/// Names of who has a password.
const USERS: &[&str] = &["user", "username", "login", "email", "account"];

/// The name of a secret that a value is, by what stands around.
pub(super) fn name_of_secret(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let made = body.local(id).and_then(|local| body.initializer(local)).unwrap_or(id);
    let steps = std::iter::successors(Some(made), |&at| inside(body, at)).take(MAX_STEPS);
    steps
        .filter_map(|at| kept_under(body, at))
        .next()
        .or_else(|| hashed_password(body, body.peel(made)))
        .or_else(|| behind_scheme(body, body.peel(made)))
        .or_else(|| body.name(id).filter(|name| *name == "pass" && names_user(body)))
        .or_else(|| checked_by_name(body, id))
}

/// The name of the function, if it is one that checks a secret and the value is what it expects, or of the password that it is given:
/// `verify(password, stored)`.
fn checked_by_name(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let expected = body.name(id).is_some_and(|name| KEPT.contains(&name.as_str()));
    let function = body.cx.map.def(body.def).name;
    let words = Words::of(function.as_str());
    if !expected || !words.name_verification() {
        return None;
    }
    let shown = || {
        let names = body.body.func.map_or(&[][..], |func| &func.params).iter();
        let named = names.filter_map(|p| match &body.ir.pats[p.pat].kind {
            PatKind::Bind { name, .. } => Some(name.sym),
            _ => None,
        });
        named.into_iter().find(|name| Words::of(name.as_str()).head_password())
    };
    if opens_something(&words) { Some(function) } else { shown() }
}

/// What is converted, or taken out of a result or an option.
fn inside(body: &BodyCx<'_>, id: ExprId) -> Option<ExprId> {
    match body.kind(id) {
        ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => Some(*operand),
        ExprKind::Try(inner) | ExprKind::Await(inner) => Some(*inner),
        ExprKind::MethodCall { receiver, method, .. } => {
            let name = method.sym.as_str();
            let takes = name.starts_with("unwrap") || matches!(name, "expect" | "context" | "with_context");
            (takes || body.cx.conversions.get(method.sym).is_some()).then_some(*receiver)
        }
        _ => None,
    }
}

/// `password` of `variables::get("password")`, where it is no field of a request.
fn kept_under(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let (name, args) = match body.kind(id) {
        ExprKind::MethodCall { method, args, .. } => (method.sym, args),
        ExprKind::Call { callee, args } => (body.name(*callee)?, args),
        _ => return None,
    };
    let [key] = &args[..] else { return None };
    let key = body.text(*key)?;
    let one_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let named = key.chars().all(one_word) && opens_something(&Words::of(&key));
    (named && Words::of(name.as_str()).starts_with(GIVES) && !from_request(body, id))
        .then(|| Symbol::new(&key))
}

/// `password` of `apr1_encode(password, salt)`: whoever keeps hashes of passwords compares with them.
fn hashed_password(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let (function, args) = match body.kind(id) {
        ExprKind::Call { callee, args } => (Words::of(&body.snippet(*callee)), args),
        ExprKind::MethodCall { method, args, .. } => (Words::of(method.sym.as_str()), args),
        _ => return None,
    };
    // What a known hash makes of a password is told of as such.
    let hashes = function.has_any(HASHING) && !function.has_any(ASKING) && !body.flow.rows.contains_key(&id);
    let password = args.iter().filter_map(|&arg| body.name(arg));
    password.into_iter().find(|name| hashes && Words::of(name.as_str()).head_password())
}

/// `api_key` of `format!("Bearer {api_key}")`.
fn behind_scheme(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let ExprKind::Macro(call) = body.kind(id) else { return None };
    let MacroForm::Format(format) = &call.form else { return None };
    let (Some(template), [arg]) = (format.template, &format.args[..]) else { return None };
    let ExprKind::Literal(Literal::Str(text)) = body.kind(template) else { return None };
    let scheme = text.split_once(' ').is_some_and(|(scheme, rest)| {
        SCHEMES.contains(&scheme.to_lowercase().as_str()) && rest.starts_with('{') && rest.ends_with('}')
    });
    body.name(arg.value).filter(|name| scheme && opens_something(&Words::of(name.as_str())))
}

/// Whether a variable of the body is called as somebody who has a password.
fn names_user(body: &BodyCx<'_>) -> bool {
    let is_user = |name: Symbol| USERS.contains(&name.as_str());
    let params = body.body.func.map_or(&[][..], |func| &func.params);
    params
        .iter()
        .any(|p| matches!(&body.ir.pats[p.pat].kind, PatKind::Bind { name, .. } if is_user(name.sym)))
        || body.exprs().any(|id| match body.kind(id) {
            ExprKind::Path(path) => path.segments.len() == 1 && is_user(path.segments[0].name.sym),
            _ => false,
        })
}
