//! What the fields beside a secret say of it: `Turn { username: "public", credential: ".." }` is an account that everybody may use, and
//! `Engine { image: "docker.io/library/postgres:16", password: ".." }` a service that is started where the program runs.

use crate::detectors::BodyCx;
use crate::detectors::bindings::Binding;
use crate::detectors::words::Words;
use crate::flow::Const;
use crate::ir::{ExprKind, FieldInit};

/// Last words of fields that hold the name of an account.
const ACCOUNTS: &[&str] = &["account", "login", "user", "username"];

/// Whether the account beside the secret has one of these names.
pub(super) fn is_account_of_all(body: &BodyCx<'_>, binding: &Binding, anonymous: &[String]) -> bool {
    beside(body, binding).iter().any(|field| {
        let words = Words::of(field.name.sym.as_str());
        let account = words.list().last().is_some_and(|last| ACCOUNTS.contains(&last.as_str()));
        account && text(body, field).is_some_and(|name| anonymous.contains(&name))
    })
}

/// Whether a field beside the secret, with one of these names, says what is started.
pub(super) fn is_started_here(body: &BodyCx<'_>, binding: &Binding, started: &[String]) -> bool {
    beside(body, binding).iter().any(|field| {
        let named = started.iter().any(|name| Words::of(name) == Words::of(field.name.sym.as_str()));
        named && text(body, field).is_some()
    })
}

/// The other fields of the struct expression that the secret is given in.
fn beside<'b>(body: &'b BodyCx<'_>, binding: &Binding) -> Vec<&'b FieldInit> {
    let Some(ExprKind::Struct { fields, .. }) = body.parent(binding.value).map(|parent| body.kind(parent))
    else {
        return Vec::new();
    };
    fields.iter().filter(|field| field.value != binding.value).collect()
}

fn text(body: &BodyCx<'_>, field: &FieldInit) -> Option<String> {
    match body.flow.of(field.value).single()? {
        Const::Str(text) => Some(text.to_string()),
        _ => None,
    }
}
