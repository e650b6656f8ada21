//! A constant takes the place of a secret that was not configured: `env::var("JWT_SECRET").unwrap_or("dev".into())`.
//!
//! The witness is what the fallback replaces: an environment variable, or something else that is named like a secret. A
//! fallback that is generated (`unwrap_or_else(|_| random())`) is not constant, so it is silent.

use crate::base::Span;
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::secret_literal::finish;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::flow::{Const, Origin, Value};
use crate::ir::{ExprId, ExprKind, Literal};

/// Fallbacks in a body with the place of the constant.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<(Span, Finding)> {
    body.exprs().filter_map(|id| judge(body, lint, id)).collect()
}

fn judge(body: &BodyCx<'_>, lint: &Lint, id: ExprId) -> Option<(Span, Finding)> {
    let ExprKind::MethodCall { receiver, method, args, .. } = body.kind(id) else { return None };
    let fallback = match (method.sym.as_str(), &args[..]) {
        ("unwrap_or" | "unwrap_or_else" | "or" | "or_else", [only]) => *only,
        ("map_or" | "map_or_else", [first, _]) => *first,
        _ => return None,
    };
    let (_, origin) = text_constant(body.flow.of(fallback))?;
    let (name, place) = replaced(body, *receiver)?;
    let message = format!("`{name}` falls back to a constant when it is not set");
    let mut finding = body.finding(lint, origin.span, "known to everybody who has the source", message);
    finding.confidence = Confidence::High;
    finding.context.push(Label::new(place, format!("`{name}` is asked for here")));
    if !body.span(fallback).contains(origin.span) {
        finding.primary = Label::new(body.span(fallback), "used when it is not set");
        finding.flow = body.cx.way(
            origin,
            "the fallback is this constant",
            body.span(fallback),
            &[],
            "used when it is not set",
        );
    }
    finish(&mut finding, origin.span);
    Some((origin.span, finding))
}

fn text_constant(value: &Value) -> Option<(&Const, &Origin)> {
    value.constants().find(|(c, _)| c.bytes().is_some_and(|b| b.len() >= 2))
}

/// The name of what is asked for, if it is a secret: the literal name of a variable, or the name of the expression.
fn replaced(body: &BodyCx<'_>, receiver: ExprId) -> Option<(String, Span)> {
    let mut asked: Option<(String, Span)> = None;
    let from_environment = body.flow.of(receiver).role("env/value").is_some();
    body.ir.for_each_expr(receiver, &mut |id| {
        if let ExprKind::Literal(Literal::Str(text)) = body.kind(id)
            && asked.is_none()
            && names_secret(text)
        {
            asked = Some((text.to_string(), body.span(id)));
        }
    });
    if from_environment || asked.is_some() {
        return asked.filter(|_| from_environment || is_lookup(body, receiver));
    }
    let name = body.name(receiver)?;
    Words::of(name.as_str()).name_secret().then(|| (name.to_string(), body.span(receiver)))
}

/// `SECRET_KEY`, `DB_PASSWORD`, also with `KEY` as the last word of an encryption's name.
fn names_secret(text: &str) -> bool {
    let words = Words::of(text);
    let key = words.has("key")
        && words.has_any(&["encryption", "jwt", "secret", "signing", "hmac", "session", "cookie", "aes"]);
    words.name_secret() || key
}

/// A look-up by name in a map, configuration or command line.
fn is_lookup(body: &BodyCx<'_>, receiver: ExprId) -> bool {
    match body.kind(receiver) {
        ExprKind::MethodCall { method, .. } => {
            matches!(method.sym.as_str(), "get" | "get_string" | "var" | "value_of" | "ok" | "get_str")
        }
        ExprKind::Call { .. } => true,
        _ => false,
    }
}
