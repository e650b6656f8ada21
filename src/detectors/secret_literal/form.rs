//! Secrets by their form: tokens of providers, private keys with content, addresses with a password.

use crate::base::Span;
use crate::catalog::{Lint, TokenFormat};
use crate::detectors::BodyCx;
use crate::detectors::included;
use crate::detectors::secret_literal::{address, finish, pattern};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Severity};
use crate::ir::{ExprId, ExprKind, Literal};

/// Expressions around a literal that are looked at for what it is for.
const MAX_AROUND: usize = 6;
/// Characters of Base64 that a private key has at least; the mark alone is a parser's.
const MIN_KEY_CHARS: usize = 64;

/// Judges one literal, in a sample or not: a key that is made for one is a whole key.
pub fn judge(
    body: &BodyCx<'_>,
    lint: &Lint,
    formats: &[TokenFormat],
    id: ExprId,
    text: &str,
    sample: bool,
) -> Option<(Span, Finding)> {
    if sample && private_key(text).is_some() {
        return None;
    }
    let span = body.span(id);
    let written = included::file_at(body, span).is_none();
    let form = Form::of(formats, text)
        .or_else(|| written.then(|| address::judge(text, is_default(body))).flatten())?;
    if documents(body, id) || pattern::is_sample_of_one(body, id, text) {
        return None;
    }
    let finding = body.finding(lint, span, "", String::new());
    Some((span, form.fill(finding, span)))
}

/// Whether a text is the value of an example or a description: `("example", "..")`, `.example("..")`.
fn documents(body: &BodyCx<'_>, id: ExprId) -> bool {
    let tells = |words: Words| words.has_any(&["example", "examples", "description", "help", "doc", "docs"]);
    let mut at = id;
    for _ in 0..MAX_AROUND {
        let Some(parent) = body.parent(at) else { break };
        let key = |key: ExprId| match body.kind(body.peel(key)) {
            ExprKind::Literal(Literal::Str(text)) if key != at => tells(Words::of(text)),
            _ => false,
        };
        let found = match body.kind(parent) {
            ExprKind::MethodCall { method, args, .. } => {
                tells(Words::of(method.sym.as_str())) || args.first().is_some_and(|&a| key(a))
            }
            ExprKind::Map(pairs) => pairs.iter().any(|&(k, v)| v == at && key(k)),
            ExprKind::Tuple(items) => items.first().is_some_and(|&a| key(a)),
            ExprKind::Struct { fields, .. } => {
                fields.iter().any(|f| f.value == at && tells(Words::of(f.name.sym.as_str())))
            }
            ExprKind::Block(_) | ExprKind::Closure { .. } => return false,
            _ => false,
        };
        if found {
            return true;
        }
        at = parent;
    }
    false
}

/// What a text is by its form.
pub struct Form {
    pub(super) message: String,
    pub(super) severity: Severity,
    pub(super) confidence: Confidence,
}

impl Form {
    /// A private key or a provider's token.
    pub fn of(formats: &[TokenFormat], text: &str) -> Option<Form> {
        let key = || {
            let message = private_key(text)?;
            Some(Form { message, severity: Severity::Critical, confidence: Confidence::High })
        };
        key().or_else(|| token(formats, text))
    }

    /// Whether it is reported in the default profile.
    pub fn is_sure(&self) -> bool {
        self.confidence > Confidence::Low
    }

    /// Puts what it is into a finding.
    pub fn fill(self, mut finding: Finding, span: Span) -> Finding {
        finding.message = self.message;
        finding.primary.text = "a secret by its form".to_owned();
        finding.severity = self.severity;
        finding.confidence = self.confidence;
        finish(&mut finding, span);
        finding
    }
}

/// Whether a body gives what a program takes when nobody says otherwise: `impl Default`, `fn default_url()`,
/// `const DEFAULT_URL`.
pub fn is_default(body: &BodyCx<'_>) -> bool {
    Words::of(body.cx.map.def(body.def).name.as_str()).has("default")
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

fn token(formats: &[TokenFormat], text: &str) -> Option<Form> {
    if text.contains("EXAMPLE") || text.contains("example") {
        return None;
    }
    let format = formats.iter().filter(|f| f.severity > Severity::Info).find(|f| f.find(text).is_some())?;
    let message =
        format!("a credential of {} (`{}`) is written in the source code", format.provider, format.id);
    let confidence = if format.severity >= Severity::High { Confidence::High } else { Confidence::Medium };
    Some(Form { message, severity: format.severity, confidence })
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
}
