//! A private key is written to a file that is made without a mode, so that the mask of the process decides who reads it: on most
//! machines everybody.
//!
//! What is written is a key if its name says so, that of the value or of what makes it (`key.to_pem()`), or if it is called a
//! `secret` in a function, or for a path, that is named for keys. Silent: bodies that deal with permissions, themselves or in what
//! they call, and what is encrypted or public.
//!
//! Example: `fs::write(dir.join("server.key"), key_pair.serialize_pem())`.

use crate::base::Span;
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::finding::{Finding, Label};
use crate::flow::Arrival;
use crate::ir::{ExprId, ExprKind, PatKind};
use crate::resolve::body_of;

/// Functions that write a file, and methods of one.
const WRITES: &[&str] = &["fs::write", "File::write_all"];
/// Pairs of words that name a key.
const KEY_PAIRS: &[(&str, &str)] = &[
    ("private", "key"),
    ("secret", "key"),
    ("signing", "key"),
    ("ca", "key"),
    ("root", "key"),
    ("server", "key"),
    ("host", "key"),
    ("tls", "key"),
    ("ssh", "key"),
    ("key", "pem"),
    ("key", "pair"),
    ("master", "key"),
];
/// Words that do.
const KEYS: &[&str] = &["keypair", "privkey", "mnemonic"];
/// Words of values that are keys where the place says so too.
const VAGUE: &[&str] = &["secret", "seed", "key", "sk"];
/// Words of such places.
const PLACES: &[&str] = &["secret", "private", "keypair", "wallet", "identity", "privkey"];
/// Words of what everybody may read, or nobody can use.
const HARMLESS: &[&str] = &[
    "public",
    "pub",
    "pubkey",
    "verifying",
    "cert",
    "certificate",
    "encrypted",
    "encrypt",
    "sealed",
    "seal",
    "cipher",
    "ciphertext",
    "wrapped",
    "hash",
    "fingerprint",
    "known",
    "authorized",
    "keyring",
    "test",
    "tests",
    "dummy",
    "example",
    "sample",
    "fixture",
    "fixtures",
    "mock",
    "dev",
];
/// Words of what a key is called, or where it is.
const ABOUT: &[&str] = &["id", "name", "path", "file", "dir"];
/// Texts of code that sets permissions.
const PERMISSIONS: &[&str] = &[
    "set_permissions",
    "set_mode",
    "from_mode",
    ".mode(",
    "umask",
    "icacls",
    "set_readonly",
    "SetNamedSecurityInfo",
];
/// Words of functions that do.
const CAREFUL: &[&str] = &[
    "perm",
    "perms",
    "permission",
    "permissions",
    "mode",
    "chmod",
    "restrict",
    "restricted",
    "owner",
    "secure",
    "securely",
    "acl",
    "umask",
    "harden",
    "lock",
];

/// Findings of the lint in a body: at most one for each place.
pub(super) fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let keys = body
        .flow
        .arrivals
        .iter()
        .filter(|a| writes_file(body, a) && is_key(body, a) && !told_inside(body, a));
    let mut found: Vec<&Arrival<'_>> = keys.collect();
    if found.is_empty() || is_careful(body) {
        return Vec::new();
    }
    found.dedup_by_key(|a| body.span(a.arg));
    found.into_iter().map(|a| report(body, lint, a)).collect()
}

fn writes_file(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let path = arrival.api.path.as_str();
    let is_file = || {
        let ExprKind::MethodCall { receiver, .. } = body.kind(arrival.call) else { return true };
        body.types.of(*receiver).peel().ext_path().is_some_and(|p| p.ends_with("fs::File"))
    };
    let writes = WRITES.iter().any(|end| path.ends_with(end));
    arrival.role.role.as_str() == "store/value" && writes && (!path.ends_with("write_all") || is_file())
}

/// Whether the function that is given a key calls it one too, so that it is told of there.
fn told_inside(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let (ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. }) = body.kind(arrival.call) else {
        return false;
    };
    let Some(nth) = args.iter().position(|&arg| arg == arrival.arg) else { return false };
    body.targets(arrival.call).into_iter().any(|target| {
        let Some(found) = body_of(body.cx.program, &body.cx.map, target) else { return false };
        let pats = &body.cx.program.file(found.file).pats;
        let param = found.func.and_then(|func| func.params.get(nth));
        param.is_some_and(|param| match &pats[param.pat].kind {
            PatKind::Bind { name, .. } => names_key(&Words::of(name.sym.as_str())),
            _ => false,
        })
    })
}

fn names_key(words: &Words) -> bool {
    KEY_PAIRS.iter().any(|(a, b)| words.has_pair(a, b)) || words.has_any(KEYS)
}

/// Whether what is written is a private key, by its name or by the names of what makes it.
fn is_key(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let mut words = named(body, body.peel(arrival.arg));
    words.extend(named(body, body.initial(arrival.arg)));
    let mut around = Words::of(body.cx.map.def(body.def).name.as_str());
    around.extend(place(body, arrival));
    if words.has_any(HARMLESS) || words.has_any(ABOUT) || around.has_any(HARMLESS) {
        return false;
    }
    let told = || around.has_any(PLACES) || KEY_PAIRS.iter().any(|(a, b)| around.has_pair(a, b));
    names_key(&words) || words.has_any(VAGUE) && told()
}

/// Words of a value, and of the parts of a chain that makes it: `self.ca_key.serialize_pem()`.
fn named(body: &BodyCx<'_>, id: ExprId) -> Words {
    let mut words = Words::default();
    let mut at = id;
    loop {
        words.extend(body.words(at));
        at = match body.kind(at) {
            ExprKind::MethodCall { receiver, .. } => body.peel(*receiver),
            ExprKind::Field { base, .. } => body.peel(*base),
            ExprKind::Call { args, .. } if args.len() == 1 => body.peel(args[0]),
            _ => return words,
        };
    }
}

/// Words of the path that is written to, and of the text in it.
fn place(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> Words {
    let mut words = Words::default();
    let (ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. }) = body.kind(arrival.call) else {
        return words;
    };
    for &arg in args.iter().filter(|&&arg| arg != arrival.arg) {
        words.extend(named(body, body.peel(arg)));
        words.extend(Words::of(&body.snippet(body.initial(arg))));
    }
    words
}

/// Whether a body sets permissions, or calls what does.
fn is_careful(body: &BodyCx<'_>) -> bool {
    let sources = &body.cx.program.sources;
    let sets = |span: Span| PERMISSIONS.iter().any(|text| sources.slice(span).contains(text));
    let calls = |id: ExprId| {
        let named = match body.kind(id) {
            ExprKind::MethodCall { method, .. } => Words::of(method.sym.as_str()),
            ExprKind::Call { callee, .. } => body.words(*callee),
            _ => return false,
        };
        let private = named.has("private") && !named.has_pair("private", "key");
        let item = |def| {
            let def = body.cx.map.def(def);
            body.cx.program.file(def.file).items[def.item].span
        };
        named.has_any(CAREFUL) || private || body.targets(id).into_iter().any(|def| sets(item(def)))
    };
    sets(body.span(body.body.root)) || body.exprs().any(calls)
}

fn report(body: &BodyCx<'_>, lint: &Lint, arrival: &Arrival<'_>) -> Finding {
    let shown = body.snippet(body.peel(arrival.arg));
    let message = format!("`{shown}` is written to a file that others may read");
    let mut finding =
        body.finding(lint, body.span(arrival.arg), "the mask of the process decides who reads it", message);
    finding.context.extend(arrival.via.last().map(|&inner| Label::new(inner, "written here")));
    finding
        .help
        .push("make the file with `OpenOptions::new().write(true).create(true).mode(0o600)`".to_owned());
    finding
}
