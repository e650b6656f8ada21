//! What a message calls the values that are put into it: `password` in `"password: {}"`.

use crate::base::Symbol;
use crate::detectors::BodyCx;
use crate::detectors::derived_trait::names;
use crate::detectors::words::Words;
use crate::finding::Confidence;
use crate::ir::{ExprId, ExprKind, FormatCall, Literal};

/// Words of messages about what went wrong, which is what they show: `"cannot read the password: {}"`.
const FAILURES: &[&str] =
    &["fail", "fails", "failed", "failure", "error", "cannot", "could", "couldn", "unable"];
/// Words before the name in a message about something that belongs to the secret: `"lifetime of the access token: {}"`.
const BELONGS: &[&str] = &["of", "for", "from", "in", "with"];
/// Words that stand between.
const ARTICLES: &[&str] = &["a", "an", "the", "this", "your", "its"];

/// For each argument that has no name of its own, in order, the name that the message gives it, if it surely is that of a secret and
/// the type of the value is known.
pub(super) fn labels(body: &BodyCx<'_>, format: &FormatCall) -> Vec<(ExprId, Symbol)> {
    let Some(template) = format.template else { return Vec::new() };
    let ExprKind::Literal(Literal::Str(text)) = body.kind(template) else { return Vec::new() };
    if Words::of(text).has_any(FAILURES) {
        return Vec::new();
    }
    let place = body.span(template);
    let positional =
        format.args.iter().filter(|arg| arg.name.is_none() && !place.contains(body.span(arg.value)));
    let named = positional.zip(in_order(text)).filter_map(|(arg, label)| {
        let label = label.filter(|label| names_secret(label))?;
        body.types.of(arg.value).peel().is_known().then(|| (arg.value, Symbol::new(&label)))
    });
    named.collect()
}

fn names_secret(label: &str) -> bool {
    let words = Words::of(label);
    words.head_secret() && names::confidence(&words, &Words::default(), false) == Some(Confidence::High)
}

/// The labels of the placeholders without a name.
fn in_order(text: &str) -> Vec<Option<String>> {
    let text = text.replace("{{", "").replace("}}", "");
    let mut out = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((inside, next)) = after.split_once('}') else { break };
        if inside.is_empty() || inside.starts_with(':') {
            out.push(label_of(before));
        }
        rest = next;
    }
    out
}

/// `api key` of `using the api key: "`, what stands before a colon or an equals sign.
fn label_of(before: &str) -> Option<String> {
    let before = before.trim_end_matches(['"', '\'', '`', ' ']);
    let before = before.strip_suffix([':', '='])?.trim_end();
    let words = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_' && c != '-' && c != ' ').next()?;
    let mut words = words.split(' ').filter(|w| !w.is_empty()).rev();
    let mut last: Vec<&str> = words.by_ref().take(2).collect();
    last.reverse();
    let before = words.find(|w| !ARTICLES.contains(w));
    let belongs = before.into_iter().chain(last.first().copied()).any(|w| BELONGS.contains(&w));
    (!belongs).then(|| last.join("_"))
}
