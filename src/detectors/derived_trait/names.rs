//! What the names of fields and types say: whether a field holds a secret, and how sure that is.
//!
//! The head of a name decides ([`Words::head_is`]); words about a secret (`token_type`) and other worlds (parsers, schemas) are
//! no witnesses.

use crate::detectors::words::Words;
use crate::finding::Confidence;

/// Words that name a secret wherever they stand.
const PLAIN: &[&str] = &[
    "password",
    "passwords",
    "passwd",
    "passphrase",
    "passphrases",
    "passcode",
    "pwd",
    "secret",
    "secrets",
    "privkey",
    "apikey",
    "apikeys",
    "authtoken",
    "mnemonic",
    "pepper",
    "secretkey",
    "accesstoken",
    "refreshtoken",
];
/// Pairs of words that do.
const PLAIN_PAIRS: &[(&str, &str)] = &[
    ("private", "key"),
    ("private", "keys"),
    ("secret", "key"),
    ("api", "key"),
    ("api", "keys"),
    ("signing", "key"),
    ("encryption", "key"),
    ("decryption", "key"),
    ("master", "key"),
    ("shared", "key"),
    ("hmac", "key"),
    ("account", "key"),
    ("session", "key"),
    ("cookie", "key"),
    ("jwt", "key"),
    ("pre", "shared"),
    ("access", "token"),
    ("refresh", "token"),
    ("auth", "token"),
    ("session", "token"),
    ("bearer", "token"),
    ("api", "token"),
    ("api", "tokens"),
    ("reset", "token"),
    ("csrf", "token"),
    ("oauth", "token"),
    ("bot", "token"),
    ("id", "token"),
    ("jwt", "token"),
    ("security", "token"),
    ("login", "token"),
    ("invite", "token"),
    ("verification", "token"),
    ("recovery", "code"),
    ("backup", "code"),
    ("recovery", "codes"),
    ("backup", "codes"),
    ("auth", "code"),
    ("authorization", "code"),
    ("code", "verifier"),
    ("seed", "phrase"),
    ("recovery", "phrase"),
    ("private", "pem"),
    ("device", "code"),
];
/// Words that may name a secret.
const VAGUE: &[&str] = &[
    "token",
    "tokens",
    "key",
    "seed",
    "pin",
    "otp",
    "totp",
    "jwt",
    "bearer",
    "credential",
    "credentials",
    "code",
    "csrf",
    "pass",
];
/// Words of what is computed from a secret and often public.
const DERIVED: &[&str] = &[
    "hash",
    "hashed",
    "signature",
    "sig",
    "mac",
    "hmac",
    "digest",
    "tag",
    "encrypted",
    "cipher",
    "ciphertext",
    "sealed",
    "enc",
    "encapsulated",
    "salt",
    "wrapped",
    "fingerprint",
    "checksum",
    "nonce",
];
/// Words of fields beside a `pwd` that is a working directory.
pub(super) const SHELL: &[&str] = &["shell", "cmdline", "cmd", "command", "cwd", "home", "exit"];

/// Words of fields that are shown to everybody, also inside of a struct that is named like a secret.
pub(super) const PUBLIC: &[&str] =
    &["salt", "id", "name", "username", "url", "nonce", "kind", "type", "prefix"];

/// Words that say, beside those of [`Words::name_metadata`], that a name is about a secret.
const ABOUT: &[&str] = &[
    "required",
    "cost",
    "strength",
    "rounds",
    "command",
    "cmd",
    "dir",
    "directory",
    "ref",
    "refs",
    "reference",
    "template",
    "pattern",
    "claim",
    "claims",
    "audience",
    "scope",
    "scopes",
    "host",
    "realm",
    "rule",
    "rules",
    "validation",
    "validator",
    "generator",
    "hasher",
    "lifetime",
    "duration",
    "age",
    "validity",
    "method",
    "expected",
    "unexpected",
    "invalid",
    "missing",
    "unknown",
    "bad",
    "wrong",
    "lookup",
    "selector",
    "location",
    "backend",
    "engine",
    "namespace",
    "question",
    "charset",
    "alphabet",
    "rest",
    "help",
    "text",
    "kms",
    "changed",
    "created",
    "updated",
    "at",
    "by",
    "not",
    "no",
    "without",
    "requires",
    "challenge",
    "tokenizer",
    "response",
    "request",
    "allowed",
    "verifying",
    "verify",
    "event",
    "keyring",
    "class",
    "style",
    "property",
    "query",
    "documentation",
    "docs",
    "example",
];
/// Words of types that are about a language, a schema or a place, not about an account.
pub(super) const OTHER_WORLDS: &[&str] = &[
    "policy",
    "schema",
    "ref",
    "reference",
    "selector",
    "lexer",
    "parser",
    "tokenizer",
    "grammar",
    "syntax",
    "ast",
    "span",
    "requirements",
    "labels",
    "names",
    "columns",
    "headers",
    "values",
    "mapping",
    "cursor",
    "pagination",
    "page",
    "completion",
    "keyword",
];
/// Words of types that hold what opens something.
const WITNESSES: &[&str] = &[
    "auth",
    "oauth",
    "oauth2",
    "oidc",
    "credential",
    "credentials",
    "login",
    "signin",
    "session",
    "wallet",
    "authentication",
    "authorization",
    "authenticator",
    "secret",
    "secrets",
    "bearer",
    "account",
    "user",
    "jwt",
    "token",
    "password",
    "mfa",
    "otp",
    "totp",
    "apikey",
    "identity",
    "pairing",
    "vault",
];
/// Of these, what makes a `key` or `seed` one.
const KEY_WITNESSES: &[&str] = &[
    "credential",
    "credentials",
    "wallet",
    "secret",
    "secrets",
    "cipher",
    "encryption",
    "encryptor",
    "crypto",
    "signer",
    "private",
    "keypair",
    "apikey",
    "hmac",
    "aead",
    "vault",
];

/// How sure it is that a field of this name in a type with these words is a secret.
pub(super) fn confidence(name: &Words, owner: &Words) -> Option<Confidence> {
    if name.name_metadata() || name.has_any(ABOUT) {
        return None;
    }
    let plain = name.head_is(PLAIN, PLAIN_PAIRS);
    let vague = name.head_is(VAGUE, &[]);
    if name.has_any(DERIVED) {
        let stored = plain
            && name.has_any(&["password", "passwd", "pwd"])
            && !name.has_any(&["encrypted", "salt", "sealed"]);
        return match stored {
            true => Some(Confidence::Medium),
            false => (plain || vague).then_some(Confidence::Low),
        };
    }
    if plain {
        return Some(Confidence::High);
    }
    if !vague {
        return None;
    }
    // By itself the public half of a pair.
    if name.has_pair("access", "key") {
        return Some(Confidence::Low);
    }
    let witnesses = if name.has_any(&["key", "seed"]) { KEY_WITNESSES } else { WITNESSES };
    let error = owner.has_any(&["error", "err", "kind", "type"]);
    Some(if owner.has_any(witnesses) && !error { Confidence::Medium } else { Confidence::Low })
}

/// The same for a struct or variant around one value. The whole name must speak of a secret; a variant needs a witness in the
/// name of its enum.
pub(super) fn confidence_alone(name: &Words, variant_of: Option<&Words>) -> Option<Confidence> {
    let found = confidence(name, &Words::default())?;
    match variant_of {
        None => Some(found),
        Some(owner) if owner.has_any(WITNESSES) && !owner.has_any(&["error", "err", "kind", "type"]) => {
            Some(found.min(Confidence::Medium))
        }
        Some(_) => Some(Confidence::Low),
    }
}
