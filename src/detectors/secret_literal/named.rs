//! Secrets by what they are bound to: constants, fields, variables, keys of a map or setting.

use crate::base::Span;
use crate::catalog::Lint;
use crate::catalog::parameters::LiteralForms;
use crate::detectors::BodyCx;
use crate::detectors::bindings::{Binding, bindings};
use crate::detectors::secret_literal::content::{Worth, worth, worth_as_default};
use crate::detectors::secret_literal::finish;
use crate::detectors::secret_literal::form::is_default;
use crate::detectors::secret_literal::shared;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::flow::{Origin, Value};
use crate::ir::{ExprId, ExprKind};

/// Constructors around a value that are looked through.
const MAX_AROUND: usize = 3;

/// Literals bound to names of secrets, with their places.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, forms: &LiteralForms) -> Vec<(Span, Finding)> {
    bindings(body).iter().filter_map(|b| judge(body, lint, forms, b)).collect()
}

fn judge(body: &BodyCx<'_>, lint: &Lint, forms: &LiteralForms, binding: &Binding) -> Option<(Span, Finding)> {
    let words = Words::of(binding.name.as_str());
    if !words.name_credential() {
        return None;
    }
    let value =
        if binding.what == "function" { &body.flow.ret } else { body.flow.of(content(body, binding.value)) };
    let (text, origin) = only_text(value)?;
    // A constant is reported where it is written, if it says what it is.
    let elsewhere = !body.span(body.body.root).contains(origin.span);
    if elsewhere
        && (binding.what == "function"
            || body.cx.item_around(origin.span).is_none_or(|name| is_public(&Words::of(name))))
    {
        return None;
    }
    if forms.public.iter().any(|prefix| text.starts_with(prefix.as_str())) {
        return None;
    }
    // A function that uses test data says so, and so does the data.
    let owner = Words::of(body.cx.map.def(body.def).name.as_str());
    if owner.has_any(&forms.samples) && Words::of(&text).has_any(&forms.samples) {
        return None;
    }
    if shared::is_account_of_all(body, binding, &forms.anonymous) {
        return None;
    }
    let default = words.has("default") || is_default(body);
    // A known password in a constant may be what a guard refuses; where it is a fallback, that is told.
    let item = matches!(binding.what, "constant" | "static");
    let worth = if default && !item { worth_as_default(&text, &words) } else { worth(&text, &words) };
    let telling = default || words.name_password();
    let confidence = match worth {
        Worth::Name => return None,
        Worth::Word if binding.strong && telling || default => Confidence::Medium,
        Worth::Word => Confidence::Low,
        Worth::Secret => Confidence::Medium,
    };
    let confidence = if is_for_development(body, origin.span, &forms.development)
        || shared::is_started_here(body, binding, &forms.started)
        || item && words.list().first().is_some_and(|first| forms.samples.contains(first))
    {
        Confidence::Low
    } else {
        confidence
    };
    let message =
        format!("the {} `{}` holds a secret that is written in the source code", binding.what, binding.name);
    let mut finding = body.finding(lint, origin.span, "known to everybody who has the source", message);
    finding.confidence = confidence;
    finding.context.push(Label::new(binding.place, ""));
    finish(&mut finding, origin.span);
    Some((origin.span, finding))
}

/// Whether the file or module, also that of the constant, says that it is for those who develop the program.
fn is_for_development(body: &BodyCx<'_>, constant: Span, words: &[String]) -> bool {
    let module = body.cx.map.modules[body.cx.map.def(body.def).module].name;
    [module.as_str(), body.file_stem(), body.cx.file_stem(constant.file)]
        .iter()
        .any(|name| Words::of(name).has_any(words))
}

/// What constructors of libraries are put around: `Value::String("..".to_string())`.
fn content(body: &BodyCx<'_>, value: ExprId) -> ExprId {
    let mut at = value;
    for _ in 0..MAX_AROUND {
        let ExprKind::Call { callee, args } = body.kind(at) else { break };
        let ([only], ExprKind::Path(path)) = (&args[..], body.kind(*callee)) else { break };
        if !path.last().is_some_and(|s| s.name.sym.as_str().starts_with(char::is_uppercase)) {
            break;
        }
        at = *only;
    }
    at
}

/// Whether a constant has a name of something that is no secret.
pub(super) fn is_public(words: &Words) -> bool {
    words.has_any(&["user", "username", "name", "id", "dummy", "example"])
        || words.has_pair("access", "key") && !words.has("secret")
}

/// The text, if the value can be nothing else.
fn only_text(value: &Value) -> Option<(String, &Origin)> {
    let [origin] = value.origins() else { return None };
    let bytes = origin.constant()?.bytes()?;
    let text = std::str::from_utf8(bytes).ok()?;
    (!text.is_empty()).then(|| (text.to_owned(), origin))
}
