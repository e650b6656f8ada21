//! All headers of a request, `Authorization` and `Cookie` among them: `debug!("{:?}", request.headers())`, and the loop that writes
//! one line for each.
//!
//! That it is a request is said by a name on the way (`req`) or by the type of what has the headers. Silent: answers, lines for tracing, and bodies that name one of
//! the headers, which may be left out there.

use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::ir::{ExprId, ExprKind, Literal, LoopKind, MacroCall, MacroForm};
use crate::types::Ty;

/// Wrappers of a value are looked through this far.
const MAX_CHAIN: usize = 8;
/// Words of what somebody sends.
const REQUESTS: &[&str] = &["req", "request"];
/// Words of what is sent back.
const ANSWERS: &[&str] = &["response", "resp", "res", "rsp", "reply", "answer", "trailers"];
/// Words of what leaves the secrets out.
const MASKED: &[&str] = &["sanitized", "sanitize", "redacted", "redact", "masked", "mask"];
/// Headers in which a secret stands.
const SECRET_HEADERS: &[&str] = &["authorization", "cookie"];

/// The first value of a line of the log that shows all headers of a request.
pub(super) fn shown(body: &BodyCx<'_>, call: &MacroCall) -> Option<ExprId> {
    let MacroForm::Format(format) = &call.form else { return None };
    let traces = call.path.last().is_some_and(|name| name.name.sym == *"trace");
    let values = format.args.iter().map(|arg| arg.value);
    let all = |&value: &ExprId| is_map_of_request(body, value) || is_value_of_loop(body, value);
    let found = values.filter(|_| !traces).find(all)?;
    (!names_secret_header(body) && !is_asked_for(body, found)).then_some(found)
}

/// Whether an option says that headers are to be shown: `if self.include_headers`.
fn is_asked_for(body: &BodyCx<'_>, value: ExprId) -> bool {
    let about_headers = |cond: &ExprId| {
        let is_option = !matches!(body.kind(*cond), ExprKind::Let { .. });
        is_option && body.words(*cond).has("headers")
    };
    body.conditions(value).iter().any(about_headers)
}

fn is_map_of_request(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Ty::Adt(crate::resolve::Res::Ext(ext), _) = body.types.of(id).peel() else { return false };
    let model = body.cx.catalog.type_model(ext.path, ext.krate.version.as_ref());
    let map = model.is_some_and(|m| m.roles.iter().any(|role| role.as_str() == "request/headers"));
    map && is_of_request(body, id)
}

/// Whether a name of the chain that leads to a value is one of a request.
fn is_of_request(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut words = Words::default();
    let mut at = id;
    for _ in 0..MAX_CHAIN {
        let inner = body.peel(at);
        words.extend(body.words(inner));
        words.extend(Words::of(body.types.of(inner).peel().ext_path().unwrap_or_default()));
        at = match body.kind(inner) {
            ExprKind::MethodCall { receiver, .. } => *receiver,
            ExprKind::Field { base, .. } => *base,
            ExprKind::Path(_) => match body.local(inner).and_then(|local| body.initializer(local)) {
                Some(value) => value,
                None => break,
            },
            _ => break,
        };
    }
    words.has_any(REQUESTS) && !words.has_any(ANSWERS) && !words.has_any(MASKED)
}

/// `value` in `for (name, value) in request.headers()`.
fn is_value_of_loop(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Some(local) = body.local(body.peel(id)) else { return false };
    let names_value = body.words(id).has_any(&["value", "val", "v"]);
    names_value
        && body.exprs().any(|e| match body.kind(e) {
            ExprKind::Loop { kind: LoopKind::For(pat, over), .. } => {
                let mut binds = false;
                body.ir.for_each_pat(*pat, &mut |p| binds |= p == local);
                binds && is_map_of_request(body, iterated(body, *over))
            }
            _ => false,
        })
}

/// `map` of `map.iter()`.
fn iterated(body: &BodyCx<'_>, over: ExprId) -> ExprId {
    match body.kind(over) {
        ExprKind::MethodCall { receiver, method, .. } if method.sym == *"iter" => *receiver,
        _ => over,
    }
}

fn names_secret_header(body: &BodyCx<'_>) -> bool {
    body.exprs().any(|id| match body.kind(id) {
        ExprKind::Literal(Literal::Str(text)) => {
            SECRET_HEADERS.iter().any(|name| text.eq_ignore_ascii_case(name))
        }
        ExprKind::Path(path) => {
            let name = path.last().map_or("", |s| s.name.sym.as_str());
            SECRET_HEADERS.iter().any(|secret| name.eq_ignore_ascii_case(secret))
        }
        ExprKind::MethodCall { method, .. } => Words::of(method.sym.as_str()).has_any(MASKED),
        _ => false,
    })
}
