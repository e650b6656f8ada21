//! A password goes into a fast hash: to be stored or compared, or to become a key.
//!
//! Data arrives at a hash ([`INPUT`], also inside a function of the workspace that hashes its parameter) and somebody called it
//! a password: the variable, field, parameter or function that it comes from, also as a part of a text that is put together.
//! Which names are meant is said by the lint. What becomes of the digest decides which of two lints speaks: it becomes a key
//! where it arrives at a cipher, or is bound to a name that says so.
//!
//! A body whose digest goes on into a slow hash shortens the password for it, which is no defect; nor is what a purpose of the
//! lint names.
//!
//! Example: `h.update(username); h.update(form.password); h.finalize()` is reported at the second line.

use crate::base::Span;
use crate::catalog::parameters::FastHash;
use crate::catalog::{AccessPath, Lint, Role};
use crate::detectors::BodyCx;
use crate::detectors::purpose::{serves_purpose, word_matches};
use crate::detectors::words::Words;
use crate::finding::{Finding, Label};
use crate::flow::{Arrival, OriginKind};
use crate::ir::{ExprId, ExprKind, MacroForm, PatId, PatKind, Stmt};
use crate::resolve::Res;
use crate::types::Ty;

/// The role of what is hashed.
const INPUT: &str = "hash/input";
/// The role of digests.
const DIGEST: &str = "hash/output";
/// Roles of places where a digest is a key.
const KEYS: &[&str] = &["cipher/key", "cookie/key", "jwt/secret"];
/// Names of names, and parts of parts, are followed this deep.
const MAX_DEPTH: usize = 5;

/// Findings of a `fast-hash` lint in a body: at most one, for one digest has many inputs.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, wanted: &FastHash) -> Vec<Finding> {
    if let Some(found) = derived_fast(body, lint, wanted) {
        return vec![found];
    }
    let mut inputs = body.flow.arrivals.iter().filter(|a| a.role.role.as_str() == INPUT).peekable();
    if inputs.peek().is_none() || shortens(body) {
        return Vec::new();
    }
    let found = inputs.filter(|a| !told_inside(body, a, wanted)).find_map(|arrival| {
        let secret = secret_in(body, arrival.arg, wanted, 0)?;
        let followed = !wanted.followed || is_followed(body, arrival, secret);
        (followed && is_meant(body, arrival, wanted)).then_some((arrival, secret))
    });
    let Some((arrival, secret)) = found else { return Vec::new() };
    if becomes_key(body) != wanted.becomes_key || is_legitimate(body, arrival, wanted) {
        return Vec::new();
    }
    if wanted.becomes_key && is_key_of_entries(body, secret) {
        return Vec::new();
    }
    vec![report(body, lint, arrival, secret, wanted)]
}

/// A password that a derivation gets which is made for keys: HKDF is as fast as the hash in it.
fn derived_fast(body: &BodyCx<'_>, lint: &Lint, wanted: &FastHash) -> Option<Finding> {
    let (message, names) = (wanted.derived_message.as_ref()?, &wanted.derived_names);
    let named = |words: &Words| {
        let heads: Vec<&str> = names.iter().map(String::as_str).collect();
        let others: Vec<&str> = wanted.not.iter().map(String::as_str).collect();
        words.has_any(&heads) && words.head_is(&heads, &[]) && !words.has_any(&others)
    };
    let derives = |a: &&Arrival<'_>| a.role.role.as_str() == "kdf/key-material" && a.via.is_empty();
    body.flow.arrivals.iter().filter(derives).find_map(|arrival| {
        let secret = body.peel(arrival.arg);
        // What a slow derivation or an agreement on a password made of it is no password any more.
        let raw = body.flow.of(secret).origins().iter().all(|o| !matches!(o.kind, OriginKind::Role(_)));
        let words = body.words(secret);
        if !raw || !named(&words) {
            return None;
        }
        let name = body.name(secret)?;
        let mut finding =
            body.finding(lint, body.span(arrival.arg), &wanted.label, message.replace("{}", name.as_str()));
        finding.help.push(wanted.advice.clone());
        Some(finding)
    })
}

/// Whether a function that hashes what it is given has a name for it that decides: if that of a secret, the finding stands
/// there; if that of something else, as `token` in `validate_token(&password)`, it is that.
fn told_inside(body: &BodyCx<'_>, arrival: &Arrival<'_>, wanted: &FastHash) -> bool {
    arrival.via.iter().any(|&place| {
        let words = Words::of(body.cx.program.sources.slice(place));
        let any = |list: &[String]| list.iter().any(|w| words.has(w));
        any(&wanted.names) || any(&wanted.not)
    })
}

/// Whether a digest goes on into a slow hash.
fn shortens(body: &BodyCx<'_>) -> bool {
    let slow = |a: &&Arrival<'_>| matches!(a.role.role.as_str(), "kdf/password" | "kdf/key-material");
    body.flow.arrivals.iter().filter(slow).any(|a| a.value.role(DIGEST).is_some())
}

/// Whether the data arrives at a hash of the kind that the lint is about.
fn is_meant(body: &BodyCx<'_>, arrival: &Arrival<'_>, wanted: &FastHash) -> bool {
    let by_row = |r: &Role| arrival.api.roles.iter().any(|at| at.at == AccessPath::Use && at.role == *r);
    if wanted.hashes.iter().any(by_row) {
        return true;
    }
    let roles = match arrival.via.is_empty() {
        true => [body.receiver_roles(arrival.call), algorithm_roles(body, arrival.call)].concat(),
        false => arrival.owner.map(|name| body.cx.catalog.roles_of_types_named(name)).unwrap_or_default(),
    };
    roles.iter().any(|r| wanted.hashes.contains(r))
}

/// The roles of an algorithm that is an argument: `digest(&SHA256, data)`, `hash(MessageDigest::sha256(), data)`.
fn algorithm_roles(body: &BodyCx<'_>, call: ExprId) -> Vec<Role> {
    let ExprKind::Call { args, .. } = body.kind(call) else { return Vec::new() };
    let maker = |id: ExprId| if let ExprKind::Call { callee, .. } = body.kind(id) { *callee } else { id };
    let named = args.iter().filter_map(|&arg| match &body.names.exprs.get(&maker(body.initial(arg)))?.res {
        Res::Ext(ext) => Some(body.cx.types().externals.canonical(ext)),
        _ => None,
    });
    let rows = named.flat_map(|ext| body.cx.types().externals.rows(&ext));
    rows.flat_map(|api| &api.roles).filter(|at| at.at == AccessPath::Use).map(|at| at.role).collect()
}

/// The part of an expression that goes by the name of a secret.
fn secret_in(body: &BodyCx<'_>, id: ExprId, wanted: &FastHash, depth: usize) -> Option<ExprId> {
    if depth > MAX_DEPTH {
        return None;
    }
    let next = |id: ExprId| secret_in(body, id, wanted, depth + 1);
    let at = body.peel(id);
    let parts = parts(body, at);
    match body.kind(at) {
        _ if !parts.is_empty() => parts.into_iter().find_map(next),
        _ if names_secret(&body.words(at), wanted) => is_text(body, at, wanted).then_some(at),
        ExprKind::Path(_) => match body.local(at).and_then(|local| body.initializer(local)) {
            Some(value) => next(value),
            None => comes_from_field(body, at, wanted).then_some(at),
        },
        _ => None,
    }
}

fn names_secret(words: &Words, wanted: &FastHash) -> bool {
    let pairs: Vec<(&str, &str)> = wanted.names.iter().filter_map(|name| name.split_once('-')).collect();
    let names: Vec<&str> = wanted.names.iter().map(String::as_str).filter(|n| !n.contains('-')).collect();
    let others: Vec<&str> = wanted.not.iter().map(String::as_str).collect();
    words.head_is(&names, &pairs) && !words.has_any(&others)
}

/// Whether something that is not constant is hashed after the secret: by the same hasher, or a later part of the same text.
fn is_followed(body: &BodyCx<'_>, arrival: &Arrival<'_>, secret: ExprId) -> bool {
    let after = body.span(secret).hi;
    let varies = |id: ExprId| body.span(id).lo >= after && !body.flow.of(id).is_constant();
    let whole = body.initial(arrival.arg);
    let hasher = hasher_of(body, arrival.call);
    let later = |a: &Arrival<'_>| {
        let same = match hasher {
            Some(local) => hasher_of(body, a.call) == Some(local),
            None => body.span(a.call).contains(body.span(arrival.call)),
        };
        a.role.role.as_str() == INPUT && same && varies(a.arg)
    };
    parts(body, whole).into_iter().any(varies) || body.flow.arrivals.iter().any(later)
}

/// The variable of the hasher that a call feeds, at the beginning of its chain.
fn hasher_of(body: &BodyCx<'_>, call: ExprId) -> Option<PatId> {
    let mut at = call;
    while let ExprKind::MethodCall { receiver, .. } = body.kind(at) {
        at = *receiver;
    }
    body.local(at)
}

/// The parts of a text or an array that is put together.
fn parts(body: &BodyCx<'_>, id: ExprId) -> Vec<ExprId> {
    match body.kind(id) {
        ExprKind::Macro(call) => match &call.form {
            MacroForm::Format(format) => format.args.iter().map(|a| a.value).collect(),
            MacroForm::Exprs(list) => list.clone(),
            _ => Vec::new(),
        },
        ExprKind::Binary { lhs, rhs, .. } => vec![*lhs, *rhs],
        ExprKind::Array(items) | ExprKind::Tuple(items) => items.clone(),
        ExprKind::MethodCall { receiver, args, .. } if body.words(id).has_any(&["concat", "join"]) => {
            std::iter::once(*receiver).chain(args.iter().copied()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a value is a field of a parameter with the name of a secret, by whatever name it goes here.
fn comes_from_field(body: &BodyCx<'_>, id: ExprId, wanted: &FastHash) -> bool {
    body.flow.of(id).origins().iter().any(|origin| match &origin.kind {
        OriginKind::Param(_, Some(path)) => {
            // Of what a variant holds, `AuthPassword::0`, the name of the variant says nothing.
            let last = path.as_str().rsplit(['.', ':']).next().unwrap_or_default();
            names_secret(&Words::of(last), wanted)
        }
        _ => false,
    })
}

/// Where only texts count: whether it may be one, in contrast to bytes that a machine made.
fn is_text(body: &BodyCx<'_>, id: ExprId, wanted: &FastHash) -> bool {
    !wanted.only_text
        || !matches!(body.types.of(id).peel(), Ty::Array(_) | Ty::Slice(_) | Ty::Adt(..) if !is_string(body.types.of(id)))
}

fn is_string(ty: &Ty) -> bool {
    matches!(ty.peel(), Ty::Adt(Res::Ext(ext), _) if ext.path.as_str() == "std::string::String")
}

/// Whether a digest of the body is a key: by where it arrives, by what it is bound to, or by what the function says it gives.
fn becomes_key(body: &BodyCx<'_>) -> bool {
    arrives_at_key(body) || is_named_key(body, &|_| true)
}

/// Whether a digest is a key by a name, of a value that counts.
fn is_named_key(body: &BodyCx<'_>, counts: &dyn Fn(ExprId) -> bool) -> bool {
    names_key(body.cx.map.def(body.def).name.as_str())
        && body.flow.ret.role(DIGEST).is_some()
        && counts(body.body.root)
        || body.exprs().any(|id| binds_key(body, id, counts))
}

/// Whether what is called a key before it is hashed is a text called a key afterwards: that of an entry of a map or cache, where
/// nothing says that it encrypts.
fn is_key_of_entries(body: &BodyCx<'_>, secret: ExprId) -> bool {
    let no_text = |id: ExprId| !is_string(body.types.of(id));
    body.words(secret).list().last().is_some_and(|last| last == "key")
        && !arrives_at_key(body)
        && !is_named_key(body, &no_text)
}

fn arrives_at_key(body: &BodyCx<'_>) -> bool {
    let arrives = |a: &Arrival<'_>| KEYS.contains(&a.role.role.as_str()) && a.value.role(DIGEST).is_some();
    body.flow.arrivals.iter().any(arrives)
}

fn binds_key(body: &BodyCx<'_>, id: ExprId, counts: &dyn Fn(ExprId) -> bool) -> bool {
    let digest = |value: ExprId| body.flow.of(value).role(DIGEST).is_some() && counts(value);
    match body.kind(id) {
        ExprKind::Block(block) | ExprKind::Async(block) => block.stmts.iter().any(|stmt| match stmt {
            Stmt::Let { pat, value: Some(value), .. } => match &body.ir.pats[*pat].kind {
                PatKind::Bind { name, .. } => names_key(name.sym.as_str()) && digest(*value),
                _ => false,
            },
            _ => false,
        }),
        ExprKind::Struct { fields, .. } => {
            fields.iter().any(|f| names_key(f.name.sym.as_str()) && digest(f.value))
        }
        _ => false,
    }
}

/// Whether a name is that of a key of a cipher: not of a cache, and not that of its hash. In `key_from_password` what it is
/// made of does not count.
fn names_key(name: &str) -> bool {
    let made_of = ["_from", "_for", "_of", "_with", "_by"];
    let name = made_of.iter().fold(name, |name, word| name.split_once(word).map_or(name, |(head, _)| head));
    let words = Words::of(name);
    words.head_is(&["key"], &[])
        && !words
            .has_any(&["hash", "hashed", "digest", "id", "cache", "lookup", "index", "public", "api", "map"])
}

fn is_legitimate(body: &BodyCx<'_>, arrival: &Arrival<'_>, wanted: &FastHash) -> bool {
    let mut words = body.surrounding_words(arrival.arg);
    words.extend(Words::of(body.package()));
    words.extend(Words::of(body.file_stem()));
    let near = wanted.near.is_empty()
        || wanted.becomes_key && arrives_at_key(body)
        || wanted.near.iter().any(|w| word_matches(&words, w));
    !near || serves_purpose(body, &wanted.purposes, &[&words])
}

fn report(
    body: &BodyCx<'_>,
    lint: &Lint,
    arrival: &Arrival<'_>,
    secret: ExprId,
    wanted: &FastHash,
) -> Finding {
    let what = body.name(secret).map_or("secret".to_owned(), |name| name.to_string());
    let arg = body.span(arrival.arg);
    let message = wanted.message.replace("{}", &what);
    let mut finding = body.finding(lint, arg, &wanted.label, message);
    let source = body.span(secret);
    if !arg.contains(source) {
        finding.context.push(Label::new(source, format!("`{what}` comes from here")));
    }
    if let Some(digest) = digest_after(body, arg) {
        finding.context.push(Label::new(digest, "the digest is made here"));
    }
    finding.context.extend(arrival.via.last().map(|&inner| Label::new(inner, "hashed here")));
    finding.help.push(wanted.advice.clone());
    finding
}

/// Where the digest is made, if that is another place after the input.
fn digest_after(body: &BodyCx<'_>, input: Span) -> Option<Span> {
    let made = |id: ExprId| {
        let span = body.span(id);
        let here = body.flow.of(id).role(DIGEST).is_some_and(|o| o.span == span);
        (here && span.lo >= input.hi).then_some(span)
    };
    body.exprs().filter_map(made).min()
}
