//! Whether a text is there to be matched by a pattern that stands beside it: `("Slack bot", "xoxb-[0-9]{11}-[0-9a-z]{24}", "xoxb-..")`.
//!
//! Programs that look for leaked secrets list them so. The pattern must be an element of the same tuple, struct or call, and begin
//! with the same letters as the text.

use crate::detectors::BodyCx;
use crate::ir::{ExprId, ExprKind, Literal};

/// Expressions around a text that are looked at.
const MAX_AROUND: usize = 6;
/// Letters that a pattern and its sample have in common at least.
const MIN_PREFIX: usize = 3;

/// Whether one of the neighbours of a text is a pattern that it is a sample of.
pub(super) fn is_sample_of_one(body: &BodyCx<'_>, id: ExprId, text: &str) -> bool {
    let mut at = id;
    for _ in 0..MAX_AROUND {
        let Some(parent) = body.parent(at) else { return false };
        let around = match body.kind(parent) {
            ExprKind::Tuple(items) => items.clone(),
            ExprKind::Struct { fields, .. } => fields.iter().map(|f| f.value).collect(),
            ExprKind::Call { args, .. } => args.clone(),
            ExprKind::Array(_) | ExprKind::Ref { .. } | ExprKind::MethodCall { .. } => Vec::new(),
            _ => return false,
        };
        let beside = around.into_iter().filter(|&e| e != at);
        if beside.filter_map(|e| literal(body, e)).any(|pattern| begins_alike(pattern, text)) {
            return true;
        }
        at = parent;
    }
    false
}

fn literal<'a>(body: &BodyCx<'a>, id: ExprId) -> Option<&'a str> {
    match body.kind(body.peel(id)) {
        ExprKind::Literal(Literal::Str(text)) => Some(text),
        _ => None,
    }
}

/// Whether one of the alternatives of a pattern begins with letters, and the text with the same.
fn begins_alike(pattern: &str, text: &str) -> bool {
    let special = |c: char| "[](){}\\^$.*+?|".contains(c);
    let alike = |alternative: &str| {
        let plain = alternative.trim_start_matches("\\b").trim_start_matches(['^', '(']);
        let letters = plain.split(special).next().unwrap_or_default();
        letters.len() >= MIN_PREFIX && letters.len() < plain.len() && text.starts_with(letters)
    };
    pattern.contains('[') && pattern.split('|').any(alike)
}
