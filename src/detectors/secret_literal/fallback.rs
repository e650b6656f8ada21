//! A constant takes the place of a secret that was not configured: `env::var("JWT_SECRET").unwrap_or("dev".into())`, the
//! `Err` arm of a `match` on it, the `else` of an `if let`.
//!
//! The witness is what the fallback replaces: an environment variable, or something else that is named like a secret; or the
//! fallback is an address with a password. A fallback that is generated (`unwrap_or_else(|_| random())`) is not constant, so
//! it is silent; one that is a constant elsewhere is reported there if it says itself what it is.

use crate::base::Span;
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::secret_literal::content::{Worth, is_open_default, worth, worth_as_default};
use crate::detectors::secret_literal::named::is_public;
use crate::detectors::secret_literal::{address, empty, finish};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::flow::{Arrival, Const, Origin, OriginKind, Value};
use crate::ir::{Arm, ExprId, ExprKind, MacroForm, PatId, PatKind};

/// Roles of keys whose holder can make what others trust.
const KEYS: &[&str] = &["jwt/secret", "mac/key", "cookie/key"];
/// Words of variables that hold such keys.
const SIGNS: &[&str] = &["jwt", "signing", "hmac"];

/// What is asked for, and what is taken instead.
struct Fallback {
    asked: ExprId,
    instead: ExprId,
}

/// Fallbacks in a body with the place of the constant.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<(Span, Finding)> {
    let all = body.exprs().flat_map(|id| fallbacks(body, id));
    let empty = body.exprs().filter_map(|id| empty_key(body, lint, id));
    all.filter_map(|fallback| judge(body, lint, &fallback)).chain(empty).collect()
}

/// `env::var("JWT_SECRET").unwrap_or_default()`, where it becomes the key of tags or tokens: with an empty one anybody makes them.
/// An empty password is refused by whoever asks for it.
fn empty_key(body: &BodyCx<'_>, lint: &Lint, id: ExprId) -> Option<(Span, Finding)> {
    let asked_for = empty::replaced(body, id).filter(|_| !empty::is_asked_after(body, id))?;
    let asked = replaced(body, asked_for).filter(|asked| asked.from_environment)?;
    let whole = body.span(id);
    let from_here = |o: &Origin| {
        matches!(&o.kind, OriginKind::Role(r) if r.as_str() == "env/value") && whole.contains(o.span)
    };
    let is_key =
        |a: &&Arrival<'_>| KEYS.contains(&a.role.role.as_str()) && a.value.origins().iter().any(from_here);
    let used = body.flow.arrivals.iter().find(is_key);
    // An empty text that is written down is told of as a constant where it is used.
    let written = matches!(body.kind(id), ExprKind::MethodCall { args, .. } if !args.is_empty());
    let silent = if used.is_some() { written } else { !Words::of(&asked.name).has_any(SIGNS) };
    if silent {
        return None;
    }
    let message = format!("`{}` is empty when it is not set", asked.name);
    let mut finding = body.finding(lint, whole, "anybody can use an empty key", message);
    finding.context.push(Label::new(asked.place, format!("`{}` is asked for here", asked.name)));
    finding.context.extend(used.map(|a| Label::new(body.span(a.arg), "the key is used here")));
    finding.help.push("stop at the start where it is not set: `expect(\".. must be set\")`".to_owned());
    Some((whole, finding))
}

fn fallbacks(body: &BodyCx<'_>, id: ExprId) -> Vec<Fallback> {
    match body.kind(id) {
        ExprKind::MethodCall { receiver, method, args, .. } => {
            let instead = match (method.sym.as_str(), &args[..]) {
                ("unwrap_or" | "unwrap_or_else" | "or" | "or_else", [only]) => *only,
                ("map_or" | "map_or_else", [first, _]) => *first,
                _ => return Vec::new(),
            };
            vec![Fallback { asked: *receiver, instead }]
        }
        ExprKind::Match { scrutinee, arms } => {
            let (failed, given): (Vec<_>, Vec<_>) = arms.iter().partition(|arm| is_failure(body, arm.pat));
            let varies = given.iter().any(|arm| !body.flow.of(arm.body).is_constant());
            let part = |arm: &&Arm| given.iter().any(|other| mentions(body, other.body, arm.body));
            let failed = failed.iter().filter(|arm| varies && !part(arm));
            failed.map(|arm| Fallback { asked: *scrutinee, instead: arm.body }).collect()
        }
        ExprKind::If { cond, then, otherwise: Some(instead) } => match body.kind(*cond) {
            ExprKind::Let { value, .. } if !body.flow.of(*then).is_constant() => {
                vec![Fallback { asked: *value, instead: *instead }]
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Whether a variable that stands in for what is missing is also a part of what is there: `format!("{token}@{host}")`, else `host`.
fn mentions(body: &BodyCx<'_>, given: ExprId, instead: ExprId) -> bool {
    let Some(local) = body.local(body.peel(instead)) else { return false };
    let mut found = false;
    body.ir.for_each_expr(given, &mut |part| found |= body.local(part) == Some(local));
    found
}

/// `Err(_)`, `None`, `_`.
fn is_failure(body: &BodyCx<'_>, pat: PatId) -> bool {
    match &body.ir.pats[pat].kind {
        PatKind::Wild => true,
        PatKind::TupleStruct(path, _) => path.last().is_some_and(|s| s.name.sym == *"Err"),
        PatKind::Path(path) => path.last().is_some_and(|s| s.name.sym == *"None"),
        PatKind::Bind { name, .. } => name.sym == *"None",
        _ => false,
    }
}

fn judge(body: &BodyCx<'_>, lint: &Lint, fallback: &Fallback) -> Option<(Span, Finding)> {
    let (text, origin) = text_constant(body.flow.of(fallback.instead))?;
    let mut finding = body.finding(lint, origin.span, "known to everybody who has the source", String::new());
    if let Some(address) = address::judge(text, true) {
        finding = address.fill(finding, origin.span);
    } else {
        let asked = replaced(body, fallback.asked)
            .filter(|asked| asked.from_environment || !is_shown(body, fallback.instead))?;
        finding.confidence = confidence(text, &asked)?;
        finding.message = format!("`{}` falls back to a constant when it is not set", asked.name);
        finding.context.push(Label::new(asked.place, format!("`{}` is asked for here", asked.name)));
        finish(&mut finding, origin.span);
    }
    if !body.span(fallback.instead).contains(origin.span) {
        if is_judged_itself(body, origin, text) {
            return None;
        }
        finding.primary = Label::new(body.span(fallback.instead), "used when it is not set");
        finding.flow = body.cx.way(
            origin,
            "the fallback is this constant",
            body.span(fallback.instead),
            &[],
            "used when it is not set",
        );
    }
    Some((origin.span, finding))
}

/// Whether what stands in for a missing value is only put into a text: `format!("token: {}", token.unwrap_or("none"))`.
fn is_shown(body: &BodyCx<'_>, instead: ExprId) -> bool {
    let mut at = instead;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Macro(call) => return matches!(call.form, MacroForm::Format(_)),
            ExprKind::Call { .. } | ExprKind::Struct { .. } | ExprKind::Closure { .. } => return false,
            ExprKind::Block(block) if block.tail != Some(at) => return false,
            _ => at = parent,
        }
    }
    false
}

fn text_constant(value: &Value) -> Option<(&str, &Origin)> {
    let text = |c: &'_ Const| c.bytes().is_some_and(|b| b.len() >= 2 && std::str::from_utf8(b).is_ok());
    let (_, origin) = value.constants().find(|(c, _)| text(c))?;
    Some((std::str::from_utf8(origin.constant()?.bytes()?).ok()?, origin))
}

/// What is asked for.
struct Asked {
    name: String,
    place: Span,
    from_environment: bool,
}

fn confidence(text: &str, asked: &Asked) -> Option<Confidence> {
    if asked.from_environment {
        return is_open_default(text).then_some(Confidence::High);
    }
    match worth_as_default(text, &Words::of(&asked.name)) {
        Worth::Name => None,
        Worth::Word => Some(Confidence::Medium),
        Worth::Secret => Some(Confidence::High),
    }
}

/// Whether the constant is of an item that is reported where it is written, because its name or form tells what it is, or
/// whose name tells that it is no secret.
fn is_judged_itself(body: &BodyCx<'_>, origin: &Origin, text: &str) -> bool {
    let Some(name) = body.cx.item_around(origin.span) else { return false };
    let words = Words::of(name);
    // A weak word is told at both places: the constant may have other uses, the fallback is what opens the door.
    let named = || worth(text, &words) == Worth::Secret;
    is_public(&words)
        || address::judge(text, words.has("default")).is_some_and(|u| u.is_sure())
        || words.name_credential() && named()
}

/// What is asked for, if it is a secret: the constant name of a variable, or the name of the expression.
fn replaced(body: &BodyCx<'_>, receiver: ExprId) -> Option<Asked> {
    let mut asked: Option<(String, Span)> = None;
    let mut from_environment = body.flow.of(receiver).role("env/value").is_some();
    body.ir.for_each_expr(receiver, &mut |id| {
        if let Some(Const::Str(text)) = body.flow.of(id).single()
            && asked.is_none()
            && names_secret(text)
        {
            asked = Some((text.to_string(), body.span(id)));
        }
        if let ExprKind::Macro(call) = body.kind(id) {
            from_environment |= call.path.last().is_some_and(|s| s.name.sym == *"option_env");
        }
    });
    if let Some((name, place)) = asked {
        let lookup = from_environment || is_lookup(body, receiver);
        return lookup.then_some(Asked { name, place, from_environment });
    }
    let name = body.name(receiver)?.to_string();
    let place = body.span(receiver);
    Words::of(&name).name_credential().then_some(Asked { name, place, from_environment })
}

/// `SECRET_KEY`, `DB_PASSWORD`, also with `KEY` as the last word of an encryption's name.
fn names_secret(text: &str) -> bool {
    let words = Words::of(text);
    let key = words.has("key")
        && words.has_any(&["encryption", "jwt", "secret", "signing", "hmac", "session", "cookie", "aes"]);
    (words.name_secret() || key && !words.name_metadata()) && !text.contains(char::is_whitespace)
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
