//! Whether a condition of a row holds for a value: it must on every way by which the value may come.

use crate::catalog::Condition;
use crate::flow::builder::NONE;
use crate::flow::value::{Const, OriginKind, Value};

/// Whether a condition holds for a value on every way.
pub fn holds(condition: &Condition, value: &Value) -> bool {
    let none = |c: &Const| matches!(c, Const::Path(path) if path.as_str() == NONE);
    if let Condition::Is(role) = condition {
        return !value.origins().is_empty()
            && value.origins().iter().all(|o| o.kind == OriginKind::Role(*role));
    }
    if let Condition::None = condition {
        return value.origins().is_empty() || value.is_constant() && value.constants().all(|(c, _)| none(c));
    }
    if let Condition::Lacks(text) = condition {
        return lacks(value, text);
    }
    if let Condition::Has(texts) = condition {
        let one = |c: &Const| matches!(c, Const::Str(is) if texts.iter().any(|text| **text == **is));
        return value.has_elements() && value.element().constants().any(|(c, _)| one(c));
    }
    if let Condition::Text(wanted) = condition
        && let Some(known) = known_in_part(value)
    {
        return known.iter().all(|text| wanted.holds_in_part(text));
    }
    let fulfils = |c: &Const| match (condition, c) {
        (Condition::Bool(wanted), Const::Bool(is)) => wanted == is,
        (Condition::Less(n), Const::Int(Some(is))) => is < n,
        (Condition::Greater(n), Const::Int(Some(is))) => is > n,
        (Condition::OneOf(list), Const::Path(path)) if !none(c) => {
            let last = path.as_str().rsplit("::").next().unwrap_or_default();
            list.iter().any(|l| l == last)
        }
        (Condition::OneOf(list), Const::Int(Some(is))) => list.iter().any(|l| *l == is.to_string()),
        (Condition::OneOf(list), Const::Str(text)) => list.iter().any(|l| **l == **text),
        (Condition::Text(wanted), Const::Str(text)) => wanted.holds(text),
        _ => false,
    };
    value.is_constant() && value.constants().all(|(c, _)| fulfils(c))
}

/// The texts of a value of which something is known, if one of them was put together with unknown parts. What these were made of
/// stands beside it.
fn known_in_part(value: &Value) -> Option<Vec<&str>> {
    let mut templates = false;
    let texts = value.origins().iter().filter_map(|origin| match &origin.kind {
        OriginKind::Template(text) => {
            templates = true;
            Some(Some(&**text))
        }
        OriginKind::Const(Const::Str(text)) => Some(Some(&**text)),
        OriginKind::Role(_) | OriginKind::Derived(..) => None,
        _ => Some(None),
    });
    let texts: Option<Vec<&str>> = texts.collect();
    texts.filter(|_| templates)
}

/// Whether a value is a list that is known to be empty, or whose elements are constants other than the text.
fn lacks(value: &Value, text: &str) -> bool {
    let other = |c: &Const| match c {
        Const::Str(is) => **is != *text,
        Const::Path(path) => path.as_str().rsplit("::").next() != Some(text),
        _ => false,
    };
    let empty = |c: &Const| matches!(c, Const::Bytes(bytes) if bytes.is_empty());
    let (known, elements) = (value.is_constant(), value.element());
    match value.has_elements() {
        true => elements.is_constant() && elements.constants().all(|(c, _)| other(c)),
        false => value.origins().is_empty() || known && value.constants().all(|(c, _)| empty(c)),
    }
}
