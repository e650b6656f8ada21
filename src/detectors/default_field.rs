//! A switch of a configuration that is off unless somebody turns it on: `cookie_secure: false` in `impl Default`.
//!
//! Judged are the struct expressions in functions named `default`, by the names of field and struct, and functions named
//! `default_..` that return a constant, which attributes of deserialisation name. A value that depends on anything is none.
//!
//! Example: `impl Default for SessionConfig { fn default() -> Self { Self { cookie_secure: false, .. } } }`.

use crate::base::Span;
use crate::catalog::{DefaultField, Lint};
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::finding::Finding;
use crate::flow::{Const, Value};
use crate::ir::{ExprId, ExprKind};
use crate::types::Ty;

/// Findings of a `default-field` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, fields: &[DefaultField]) -> Vec<Finding> {
    match body.cx.map.def(body.def).name.as_str() {
        "default" => body.exprs().flat_map(|id| in_struct(body, lint, fields, id)).collect(),
        name if name.starts_with("default_") => returned(body, lint, fields, name).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Fields of a struct expression.
fn in_struct(body: &BodyCx<'_>, lint: &Lint, fields: &[DefaultField], id: ExprId) -> Vec<Finding> {
    let ExprKind::Struct { fields: given, .. } = body.kind(id) else { return Vec::new() };
    let owner = match body.types.of(id).peel() {
        Ty::Adt(res, _) => body.cx.map.name_of(res).unwrap_or_default(),
        _ => return Vec::new(),
    };
    let wrong = given.iter().filter_map(|init| {
        let name = init.name.sym.as_str();
        let field = matching(fields, &Words::of(name), &Words::of(owner))?;
        let place = init.name.span.to(body.span(init.value));
        is(body.flow.of(init.value), field.value).then(|| report(body, lint, field, name, place))
    });
    wrong.collect()
}

/// The result of `default_cookie_secure`.
fn returned(body: &BodyCx<'_>, lint: &Lint, fields: &[DefaultField], name: &str) -> Option<Finding> {
    let words = Words::of(name);
    let field = matching(fields, &words, &words)?;
    let origin = body.flow.ret.origins().first()?;
    is(&body.flow.ret, field.value).then(|| report(body, lint, field, name, origin.span))
}

/// The rule for a field, by the words of its name and of its owner's.
fn matching<'f>(fields: &'f [DefaultField], name: &Words, owner: &Words) -> Option<&'f DefaultField> {
    let named = |field: &DefaultField| field.names.iter().any(|n| name.contains_all(&Words::of(n)));
    let near = |field: &DefaultField| field.near.iter().any(|w| name.has(w) || owner.has(w));
    fields.iter().find(|field| named(field) && near(field))
}

/// Whether a value is nothing but this constant.
fn is(value: &Value, wanted: bool) -> bool {
    value.single() == Some(&Const::Bool(wanted))
}

fn report(body: &BodyCx<'_>, lint: &Lint, field: &DefaultField, name: &str, place: Span) -> Finding {
    let message = format!("the default of `{name}` {}", field.what);
    let state = if field.value { "on" } else { "off" };
    let label = format!("{state} unless somebody changes it");
    let mut finding = body.finding(lint, place, &label, message);
    finding.help.push(field.help.clone());
    finding
}
