//! Cookies written as text: `format!("session={id}; Path=/; HttpOnly")` without `Secure`.
//!
//! A literal or format string is a cookie by its form: parts between semicolons, of which all but the first are attributes of
//! cookies. An attribute counts as given too if another text of the body has it, or if something is put in after the
//! last attribute. Whether the cookie matters is told by the names around. One that ends at once is none.
//!
//! Example: `"{name}={value}; Path=/; SameSite=Lax"` lacks `Secure` and `HttpOnly`.

use crate::catalog::{Lint, Witnesses};
use crate::detectors::BodyCx;
use crate::detectors::witnesses::{Weight, names_in, weigh};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding};
use crate::ir::{BinaryOp, ExprId, ExprKind, Literal};

/// Attributes of cookies, in lower case.
const ATTRIBUTES: &[&str] =
    &["path", "domain", "max-age", "expires", "httponly", "secure", "samesite", "partitioned", "priority"];
/// Attributes that protect, as they are written.
const PROTECTING: &[&str] = &["Secure", "HttpOnly"];
/// Calls and references around the text of a header.
const MAX_AROUND: usize = 8;
/// Beginnings of a time long ago.
const LONG_AGO: &[&str] = &["thu, 01 jan 1970", "thu, 01-jan-1970", "0"];

/// Findings of a `cookie-text` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, words: &Witnesses) -> Vec<Finding> {
    let texts: Vec<(ExprId, &str)> = body.exprs().filter_map(|id| Some((id, text(body, id)?))).collect();
    let cookies = texts
        .iter()
        .filter(|(id, _)| !is_looked_for(body, *id))
        .filter_map(|&(id, text)| Some((id, text, attributes(text, is_header_of_cookie(body, id))?)));
    let elsewhere =
        |id: ExprId, name: &str| texts.iter().any(|&(other, text)| other != id && text.contains(name));
    let found = cookies.filter_map(|(id, text, given)| {
        let lacks = |name: &&&str| !given.contains(&name.to_lowercase()) && !elsewhere(id, name);
        let missing: Vec<&str> = PROTECTING.iter().filter(lacks).copied().collect();
        report(body, lint, words, id, text, &missing)
    });
    found.collect()
}

/// Whether a text is looked for in another one, or compared with it: `header.contains("; HttpOnly; SameSite=Lax")`.
fn is_looked_for(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Some(parent) = body.parent(id) else { return false };
    match body.kind(parent) {
        ExprKind::MethodCall { method, args, .. } => {
            let asks = Words::of(method.sym.as_str())
                .starts_with("contains starts ends strip split rsplit find matches eq");
            asks && args.contains(&id)
        }
        ExprKind::Binary { op, .. } => matches!(op, BinaryOp::Eq | BinaryOp::Ne),
        _ => false,
    }
}

fn text<'a>(body: &BodyCx<'a>, id: ExprId) -> Option<&'a str> {
    match body.kind(id) {
        ExprKind::Literal(Literal::Str(text)) => Some(text),
        _ => None,
    }
}

/// Whether a text becomes the header of a cookie: `headers.insert(SET_COOKIE, HeaderValue::from_str(&text)?)`.
fn is_header_of_cookie(body: &BodyCx<'_>, id: ExprId) -> bool {
    let is_name = |e: ExprId| match body.kind(e) {
        ExprKind::Path(path) => path.last().is_some_and(|s| s.name.sym == *"SET_COOKIE"),
        ExprKind::Literal(Literal::Str(name)) => name.eq_ignore_ascii_case("set-cookie"),
        _ => false,
    };
    let around = std::iter::successors(body.parent(id), |&e| body.parent(e)).take(MAX_AROUND);
    around.map(|e| body.kind(e)).any(|kind| match kind {
        ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. } => {
            args.len() == 2 && is_name(args[0]) && args[0] != id
        }
        ExprKind::Tuple(items) => items.len() == 2 && is_name(items[0]) && items[0] != id,
        _ => false,
    })
}

/// The names of the attributes of a text that is a cookie, in lower case; none of one that ends at once, or whose end is open. A
/// text that is `sent` as a cookie needs no attributes to be one.
fn attributes(text: &str, sent: bool) -> Option<Vec<String>> {
    let mut parts = text.trim_end_matches("\r\n").split(';');
    let first = parts.next()?.trim();
    let named = first.is_empty() || first.split_once('=').is_some_and(|(name, _)| is_name(name));
    let mut out = Vec::new();
    for part in parts.map(str::trim).filter(|p| !p.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let (name, value) = (name.trim().to_lowercase(), value.trim().to_lowercase());
        let ended =
            matches!(name.as_str(), "max-age" | "expires") && LONG_AGO.iter().any(|t| value.starts_with(t));
        if ended || !ATTRIBUTES.contains(&name.as_str()) {
            return None;
        }
        out.push(name);
    }
    let telling = out.len() > 1 || out.iter().any(|name| matches!(name.as_str(), "httponly" | "samesite"));
    let sent = sent && !first.is_empty() && first.split_once('=').is_some_and(|(_, value)| !value.is_empty());
    (named && (telling || sent)).then_some(out)
}

/// Whether a text is the name of a cookie, or stands for one.
fn is_name(text: &str) -> bool {
    let name = text.rsplit_once(':').map_or(text, |(_, name)| name).trim();
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.{}".contains(c))
}

fn report(
    body: &BodyCx<'_>,
    lint: &Lint,
    witnesses: &Witnesses,
    id: ExprId,
    text: &str,
    missing: &[&str],
) -> Option<Finding> {
    let (first, others) = missing.split_first()?;
    let mut words = body.surrounding_words(id);
    // What is formatted into the text stands beside it.
    let around = body.parent(id).unwrap_or(id);
    words.extend(names_in(body, body.span(around)));
    words.extend(Words::of(text.split('=').next().unwrap_or_default()));
    let confidence = match weigh(&words, witnesses) {
        Weight::Silent => return None,
        Weight::Sensitive => lint.confidence,
        Weight::Harmless | Weight::Unknown => Confidence::Low,
    };
    let names = others.iter().fold(format!("`{first}`"), |out, name| format!("{out} and `{name}`"));
    let mut finding = body.finding(
        lint,
        body.span(id),
        &format!("{names} is missing"),
        format!("the cookie is set without {names}"),
    );
    finding.confidence = confidence;
    finding.help.push(format!("add {names}, or let a cookie library write the header"));
    Some(finding)
}
