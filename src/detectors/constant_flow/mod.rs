//! A constant reaches a key, nonce, salt or secret.
//!
//! The value must be constant on some way to the place. A uniform content (`[0u8; 32]`) counts only if the value is constant on
//! every way: a buffer is usually filled, also by what is not followed. Empty texts and buffers never count.

mod derivation;
mod first_state;
pub mod fresh_key;

use crate::base::Span;
use crate::catalog::{AccessPath, Lint, Role, RoleAt};
use crate::detectors::kdf_cost::derives_from_key;
use crate::detectors::words::Words;
use crate::detectors::{BodyCx, included, remarks};
use crate::finding::{Confidence, Finding};
use crate::flow::{Arrival, COMBINED, Const, Origin};
use crate::ir::{Expr, ExprId, ExprKind, Literal};
use crate::types::Ty;

/// Marks of texts that are public by form.
const PUBLIC_FORMS: &[&str] =
    &["BEGIN PUBLIC KEY", "BEGIN CERTIFICATE", "BEGIN RSA PUBLIC KEY", "ssh-rsa ", "ssh-ed25519 "];

/// Findings of a `constant-flow` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, to: &[Role]) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for arrival in body.flow.arrivals.iter().filter(|a| to.contains(&a.role.role) && a.role.when.is_none()) {
        if is_never_looked_at(body, arrival) || is_hash_by_zeros(body, arrival) {
            continue;
        }
        if is_salt_by_name(body, arrival)
            || derivation::is_step(body, arrival)
            || salts_a_constant(body, arrival)
            || is_chosen_elsewhere(body, arrival)
        {
            continue;
        }
        if let Some(origin) = guilty_origin(body, arrival).filter(|origin| !first_state::is_of(body, origin))
        {
            let finding = report(body, lint, arrival, origin);
            // One constant is one finding, however many keys it becomes.
            let known = out.iter().any(|f| f.secrets.first() == finding.secrets.first());
            if !known {
                out.push(finding);
            }
        }
    }
    out.extend(given_back(body, lint, to));
    out.iter_mut().for_each(|finding| included::tell(body, finding));
    out
}

/// A constant that an implementation of a library's trait gives on every path, where the row of the method says what it is for:
/// `NonceSequence::advance`.
fn given_back(body: &BodyCx<'_>, lint: &Lint, to: &[Role]) -> Option<Finding> {
    let (api, role) = body.role_of_implementation().filter(|(_, role)| to.contains(&role.role))?;
    let constant = body.flow.ret.is_constant().then(|| body.flow.ret.constants().next())?;
    let (_, origin) = constant?;
    let noun = role_noun(role.role);
    let message = format!("`{}` gives the same {noun} every time", api.name());
    let here = body.span(body.body.root).contains(origin.span);
    let place = if here { origin.span } else { body.span(body.body.root) };
    let mut finding = body.finding(lint, place, &format!("the {noun} of every message"), message);
    finding.secrets.push(origin.span);
    finding.help.push(advice(role.role, api.instead.as_deref()));
    Some(finding)
}

/// What the caller calls a salt or label is public by intent, though a function that it is handed to may make a key of it (HKDF),
/// and zeros under such a name are the salt that HKDF goes without.
fn is_salt_by_name(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let is_key = matches!(arrival.role.role.as_str(), "mac/key" | "kdf/key-material");
    let zeros = |(c, _): (&Const, &Origin)| is_zeros(c);
    let no_call =
        |id: ExprId| matches!(body.kind(id), ExprKind::Path(_) | ExprKind::Field { .. } | ExprKind::Block(_));
    let public = |words: &Words| {
        words.list().last().is_some_and(|last| last == "id")
            || words.has_any(&["salt", "label", "info", "context"])
    };
    let mut named = false;
    body.ir.for_each_expr(arrival.arg, &mut |part| named |= public(&body.words(part)));
    is_key
        && named
        && no_call(body.peel(arrival.arg))
        && (!arrival.via.is_empty() || arrival.value.is_constant() && arrival.value.constants().all(zeros))
}

/// A constant password with a constant salt is a hash made to be compared with nothing, so that unknown users take as long; to
/// a key the salt is the label of what is derived from it.
fn salts_a_constant(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let of_call = |a: &&Arrival<'_>| a.call == arrival.call && a.role.role.as_str() == "kdf/password";
    arrival.role.role.as_str() == "kdf/salt"
        && (derives_from_key(body, arrival.call)
            || body.flow.arrivals.iter().filter(of_call).any(|a| a.value.is_constant()))
}

/// A nonce in what is named for decryption alone: whoever encrypts chose it, and is told of.
fn is_chosen_elsewhere(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let words = Words::of(&body.cx.map.path_of(body.def));
    let opens = ["decrypt", "decrypts", "decryption", "decryptor", "decrypter", "decrypting"];
    let seals = ["encrypt", "encryption", "encryptor", "encrypter", "crypto", "cipher"];
    arrival.role.role.as_str() == "cipher/nonce" && words.has_any(&opens) && !words.has_any(&seals)
}

/// `Hmac::new_from_slice(&[0; 32])`: zeros that somebody wrote as the key make a hash to derive from, as HKDF without a salt does.
/// A buffer that was to be filled has a name.
fn is_hash_by_zeros(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let place = body.span(arrival.arg);
    let written = |(c, o): (&Const, &Origin)| place.contains(o.span) && is_zeros(c);
    arrival.role.role.as_str() == "mac/key"
        && arrival.via.is_empty()
        && matches!(arrival.value.origins(), [_])
        && arrival.value.constants().all(written)
        && arrival.value.is_constant()
}

fn is_zeros(content: &Const) -> bool {
    matches!(content, Const::Bytes(bytes) if bytes.iter().all(|&b| b == 0))
}

/// A key where the same body switches off the verification that would use it: it stands in for one, and the switch is told of.
fn is_never_looked_at(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let off = |r: &RoleAt| {
        r.at == AccessPath::Use && matches!(r.role.as_str(), "jwt/unverified" | "jwt/validation-off")
    };
    let seals = Words::of(arrival.api.path.as_str()).has_any(&["encode", "encoding", "sign"]);
    arrival.role.role.as_str() == "jwt/secret"
        && !seals
        && body.flow.rows.values().flatten().any(|api| api.roles.iter().any(off))
}

/// The constant that should not be there.
fn guilty_origin<'v>(body: &BodyCx<'_>, arrival: &'v Arrival<'_>) -> Option<&'v Origin> {
    // Protocols derive from zeros by design (the key schedule of TLS 1.3); other uniform contents are unfilled buffers.
    let everywhere = arrival.value.is_constant() && arrival.role.role.as_str() != "kdf/key-material";
    // An empty salt is as good as none; other empty values are told by what they become.
    let none = match arrival.role.role.as_str() {
        "kdf/salt" => everywhere,
        // `env::var(..).unwrap_or_default()`: anybody can sign where nothing was configured.
        "jwt/secret" | "cookie/key" | "mac/key" => arrival.value.role("env/value").is_some(),
        _ => false,
    };
    let content = |c: &Const| match c {
        Const::Str(text) if text.is_empty() => none,
        Const::Bytes(bytes) if bytes.is_empty() => none,
        Const::Str(text) => !is_public(text),
        Const::Bytes(bytes) => {
            let public = std::str::from_utf8(bytes).is_ok_and(is_public);
            !public && (everywhere || !is_uniform(bytes))
        }
        // Bytes that one number fills, and what is put together of constants.
        Const::Int(_) | Const::Other => everywhere && holds_bytes(body.types.of(arrival.arg)),
        _ => false,
    };
    arrival.value.constants().find(|(c, _)| content(c)).map(|(_, origin)| origin)
}

/// Whether a value of this type is bytes or a text, behind references.
fn holds_bytes(ty: &Ty) -> bool {
    let byte = |ty: &Ty| matches!(ty.peel(), Ty::Prim(name) if *name == "u8");
    match ty.peel() {
        Ty::Slice(item) | Ty::Array(item) => byte(item),
        Ty::Adt(..) => ty.ext_path() == Some("std::vec::Vec") && byte(&ty.arg(0)),
        other => other.is_text(),
    }
}

/// Whether a text is a certificate or public key by form; a private key may stand beside it.
fn is_public(text: &str) -> bool {
    PUBLIC_FORMS.iter().any(|form| text.contains(form)) && !text.contains("PRIVATE KEY")
}

/// Whether all bytes are the same.
pub fn is_uniform(bytes: &[u8]) -> bool {
    bytes.windows(2).all(|w| w[0] == w[1])
}

/// What a role is called in a sentence.
pub fn role_noun(role: Role) -> &'static str {
    match role.as_str() {
        "cipher/key" => "encryption key",
        "mac/key" => "MAC key",
        "cipher/nonce" => "nonce",
        "kdf/salt" => "salt",
        "jwt/secret" => "token signing secret",
        "cookie/key" => "cookie key",
        "signature/private-key" => "private key",
        "kdf/key-material" => "key material",
        "secret/password" | "kdf/password" => "password",
        "secret/token" => "access token",
        "rng/seed" => "seed",
        other => other.rsplit('/').next().unwrap_or(other),
    }
}

fn report(body: &BodyCx<'_>, lint: &Lint, arrival: &Arrival<'_>, origin: &Origin) -> Finding {
    let noun = role_noun(arrival.role.role);
    let sink = body.span(arrival.arg);
    let callee = body.sink_name(arrival);
    let direct = arrival.via.is_empty() && (origin.span == sink || sink.contains(origin.span));
    let message = match origin.steps().first() {
        Some(_) if !direct => format!("a constant is used as the {noun} of `{callee}`"),
        _ => format!("the {noun} of `{callee}` is written in the source code"),
    };
    let label = if arrival.via.is_empty() {
        format!("used as the {noun} here")
    } else {
        format!("becomes the {noun}")
    };
    let mut finding = body.finding(lint, sink, &label, message);
    finding.secrets = secrets(body, arrival, origin);
    if !direct {
        let begins = format!("the {noun} is this constant");
        finding.flow = body.cx.way(origin, &begins, sink, &arrival.via, &format!("used as the {noun} here"));
    }
    finding.help.push(advice(arrival.role.role, arrival.api.instead.as_deref()));
    finding.notes.extend(arrival.api.note.clone());
    if arrival.role.role.as_str() == "cipher/nonce" && fresh_key::is_used(body, arrival) {
        finding.confidence = Confidence::Low;
        finding.notes.push("every key in this function is derived or generated here; a constant nonce is safe if each key encrypts once".to_owned());
    }
    if arrival.role.role.as_str() == "cipher/nonce" && remarks::say_key_is_used_once(body) {
        finding.confidence = Confidence::Low;
        finding
            .notes
            .push("the function is explained to use each key once; a constant nonce is safe then".to_owned());
    }
    if !arrival.value.is_constant() {
        finding.notes.push(
            "the constant is one of several values that can arrive here, for instance a fallback".to_owned(),
        );
    }
    finding
}

/// What must not be shown: the guilty constant, which comes first, what it was put together with, and the other constants.
fn secrets(body: &BodyCx<'_>, arrival: &Arrival<'_>, guilty: &Origin) -> Vec<Span> {
    let mut out = vec![guilty.span];
    let constants = arrival.value.constants().filter(|(c, _)| c.bytes().is_some());
    for (_, origin) in constants {
        out.push(origin.span);
        for step in origin.steps().iter().filter(|s| s.text == COMBINED) {
            out.extend(texts_in(body, step.span));
        }
    }
    let mut seen = Vec::new();
    out.retain(|span| {
        !seen.contains(span) && {
            seen.push(*span);
            true
        }
    });
    out
}

/// The literals of text and bytes at a place.
fn texts_in(body: &BodyCx<'_>, place: Span) -> Vec<Span> {
    let exprs = &body.cx.program.file(place.file).exprs;
    let is_text = |e: &Expr| matches!(e.kind, ExprKind::Literal(Literal::Str(_) | Literal::Bytes(_)));
    exprs.iter().filter(|(_, e)| place.contains(e.span) && is_text(e)).map(|(_, e)| e.span).collect()
}

fn advice(role: Role, instead: Option<&str>) -> String {
    if let Some(instead) = instead {
        return format!("use {instead}");
    }
    match role.as_str() {
        "cipher/nonce" => "generate a fresh random nonce for every message and send it along with the ciphertext",
        "kdf/salt" => "generate a random salt of at least 16 bytes for every password and store it with the hash",
        "jwt/secret" | "cookie/key" => "load at least 32 random bytes from a secret store or the environment, and refuse to start without them",
        "rng/seed" => "seed from the operating system",
        _ => "load the key from a secret store or the environment, or generate it from the operating system's random source",
    }
    .to_owned()
}
