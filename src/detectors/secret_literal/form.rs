//! Secrets by their form: tokens of providers, private keys with content, credentials in URLs.

use crate::base::Span;
use crate::catalog::{Lint, TokenFormat};
use crate::detectors::BodyCx;
use crate::detectors::secret_literal::{content, finish};
use crate::finding::{Confidence, Finding, Severity};
use crate::ir::ExprId;

/// Characters of Base64 that a private key has at least; the mark alone is a parser's.
const MIN_KEY_CHARS: usize = 64;

/// Judges one literal.
pub fn judge(
    body: &BodyCx<'_>,
    lint: &Lint,
    formats: &[TokenFormat],
    id: ExprId,
    text: &str,
) -> Option<(Span, Finding)> {
    let span = body.span(id);
    let (message, severity, confidence) = private_key(text)
        .map(|m| (m, Severity::Critical, Confidence::High))
        .or_else(|| token(formats, text))
        .or_else(|| url(text))?;
    let mut finding = body.finding(lint, span, "a secret by its form", message);
    finding.severity = severity;
    finding.confidence = confidence;
    finish(&mut finding, span);
    Some((span, finding))
}

/// A PEM private key with its content in the same literal.
fn private_key(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (kind, body) = rest.split_once("-----")?;
    if !kind.ends_with("PRIVATE KEY") && !kind.ends_with("PRIVATE KEY BLOCK") {
        return None;
    }
    let body = body.split("-----END").next().unwrap_or_default();
    let encoded = body.chars().filter(|c| c.is_ascii_alphanumeric() || "+/=".contains(*c)).count();
    (encoded >= MIN_KEY_CHARS).then(|| format!("a private key (`{kind}`) is written in the source code"))
}

fn token(formats: &[TokenFormat], text: &str) -> Option<(String, Severity, Confidence)> {
    if text.contains("EXAMPLE") || text.contains("example") {
        return None;
    }
    let format = formats.iter().filter(|f| f.severity > Severity::Info).find(|f| f.find(text).is_some())?;
    let message =
        format!("a credential of {} (`{}`) is written in the source code", format.provider, format.id);
    Some((
        message,
        format.severity,
        if format.severity >= Severity::High { Confidence::High } else { Confidence::Medium },
    ))
}

/// `scheme://user:password@host`. Hosts that only the developer reaches make it less sure, not silent.
fn url(text: &str) -> Option<(String, Severity, Confidence)> {
    let (scheme, rest) = text.split_once("://")?;
    let scheme = scheme.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '+').next().unwrap_or_default();
    let authority = rest.split(['/', '?', '#', ' ', '"', '\'', '\n']).next().unwrap_or_default();
    let (login, host) = authority.rsplit_once('@')?;
    let (user, password) = login.split_once(':')?;
    if scheme.len() < 2 || user.is_empty() || password.is_empty() || host.is_empty() {
        return None;
    }
    let templated = |t: &str| t.contains(['{', '}', '<', '>', '$', '%', '*', '[']);
    if templated(login) || templated(host) || host.contains("example") || password.eq_ignore_ascii_case("xxx")
    {
        return None;
    }
    let host_name = host.split(':').next().unwrap_or_default();
    let local =
        matches!(host_name, "localhost" | "127.0.0.1" | "0.0.0.0" | "db" | "host" | "hostname" | "server")
            || !host_name.contains('.');
    let weak = content::is_placeholder(password) || password == user;
    if weak && !local {
        return None;
    }
    let confidence = if local && weak { Confidence::Low } else { Confidence::Medium };
    let message = format!("a URL with the password of `{user}` is written in the source code");
    Some((message, if local { Severity::Low } else { Severity::High }, confidence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_without_content_is_no_key() {
        assert_eq!(private_key("-----BEGIN PRIVATE KEY-----"), None);
        let key =
            format!("-----BEGIN RSA PRIVATE KEY-----\n{}\n-----END RSA PRIVATE KEY-----", "MIIE".repeat(40));
        assert!(private_key(&key).is_some());
        assert_eq!(private_key(&key.replace("PRIVATE", "PUBLIC")), None);
    }

    #[test]
    fn urls_with_credentials() {
        assert!(url("postgres://app:t0psecret@db.internal.net/prod").is_some());
        for text in
            ["https://host/a@b:c", "redis://{}:{}@{}", "https://user@host", "ssh://git@h.x:22/a", "//a:b@c"]
        {
            assert_eq!(url(text), None, "{text}");
        }
        let local = url("postgres://user:password@localhost/x").unwrap();
        assert_eq!(local.2, Confidence::Low);
    }
}
