//! A constant that fulfils a condition arrives where it switches a defence off: `danger_accept_invalid_certs(true)`.
//!
//! A switch that the user of the program chose (`if args.insecure { .. }`, a value from a parameter) is no finding by default: the
//! call is then under a [condition](super::condition) or the value not constant. Nor is one that a later setter replaces: see
//! [`builder_state`](super::builder_state), which also finds the defaults that nobody replaced.

use crate::base::Span;
use crate::catalog::parameters::ConstantBound;
use crate::catalog::{AccessPath, Api, Condition, Lint, Role, RoleAt, Witnesses};
use crate::detectors::BodyCx;
use crate::detectors::builder_state::{Effect, default_left, effect_of};
use crate::detectors::condition::choice_around;
use crate::detectors::verification::{locals_in, verified_beside};
use crate::detectors::witnesses::{Weight, has_witness, weight};
use crate::detectors::words::Words;
use crate::detectors::{carried, claims, same_builder, states};
use crate::finding::{Confidence, Finding};
use crate::flow::{Arrival, Origin, OriginKind, holds};
use crate::ir::{BinaryOp, ExprId, ExprKind, MacroForm};
use crate::resolve::Res;

/// The role of an address to which what the call is given is sent: harmless unless that is a secret.
const SENDS: &str = "transport/cleartext-body";

/// Findings of a `constant-bound` lint in a body; those that another call of the file makes up for are left out by
/// [`Analysis`](super::Analysis).
pub fn detect(body: &BodyCx<'_>, lint: &Lint, wanted: &ConstantBound) -> Vec<Finding> {
    let ConstantBound { roles, words, .. } = wanted;
    let mut out: Vec<Finding> = Vec::new();
    for arrival in body.flow.arrivals.iter().filter(|a| roles.contains(&a.role.role)) {
        let fulfilled =
            arrival.role.when.as_ref().is_some_and(|c| holds(c, &arrival.value) || falls_back(c, arrival));
        if !fulfilled || !has_witness(body, arrival.call, words) || !wanted.switch && is_part(body, arrival) {
            continue;
        }
        if arrival.role.role.as_str() == SENDS && !carried::is_secret_given(body, arrival.call) {
            continue;
        }
        if matches!(arrival.role.at, AccessPath::Field(..)) {
            let finding = match arrival.value.origins().iter().any(Origin::is_default) {
                true => default_left(body, lint, arrival, effect(arrival.role.role), words),
                // What the constructor was given is harmless until it meets what the sink does with it.
                false => is_text(arrival).then(|| report(body, lint, wanted, arrival)),
            };
            // One builder is one finding, however many of its fields nobody set.
            out.extend(finding.filter(|f| out.iter().all(|o| o.primary.span != f.primary.span)));
            continue;
        }
        match effect_of(body, arrival) {
            Effect::None => {}
            Effect::Full => {
                out.extend(weighed(body, report(body, lint, wanted, arrival), arrival.call, words))
            }
            Effect::Unless(cond) => out.push(unless(body, report(body, lint, wanted, arrival), cond)),
        }
    }
    out.extend(uses(body, lint, wanted));
    states::leave_out_parts(body, roles, &mut out);
    out.extend(states::detect(body, lint, roles));
    for finding in &mut out {
        if same_builder::is_excused(body, finding.primary.span, &wanted.excused_by) {
            finding.confidence = Confidence::Low;
        }
    }
    if !wanted.unless.is_empty() {
        // One call makes up for all of them.
        out.sort_by_key(|f| f.primary.span);
        out.truncate(1);
    }
    if !out.is_empty() && body.depends_on(&wanted.harmless_with) {
        out.iter_mut().for_each(|finding| finding.confidence = Confidence::Low);
    }
    out
}

/// Whether a number that is too small is taken where the caller gives none: `bits.unwrap_or(1024)`.
fn falls_back(condition: &Condition, arrival: &Arrival<'_>) -> bool {
    let given = |o: &Origin| matches!(o.kind, OriginKind::Param(..) | OriginKind::Derived(..));
    let chosen = arrival.value.only(|o| !given(o));
    matches!(condition, Condition::Less(_)) && !chosen.origins().is_empty() && holds(condition, &chosen)
}

/// Whether a value is one of several with its role that are put together to one text.
fn is_part(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let mut at = arrival.call;
    while let Some(parent) = body.parent(at) {
        if let ExprKind::Macro(call) = body.kind(parent)
            && let MacroForm::Format(_) = call.form
        {
            let whole = body.span(parent);
            let beside =
                |a: &&Arrival<'_>| a.role.role == arrival.role.role && whole.contains(body.span(a.call));
            return body.flow.arrivals.iter().filter(beside).nth(1).is_some();
        }
        at = parent;
    }
    false
}

/// What the names around say of a value that somebody wrote.
fn weighed(body: &BodyCx<'_>, mut finding: Finding, call: ExprId, words: &Witnesses) -> Option<Finding> {
    match weight(body, call, body.span(call), words) {
        Weight::Silent => return None,
        Weight::Harmless => finding.confidence = Confidence::Low,
        Weight::Sensitive | Weight::Unknown => {}
    }
    Some(finding)
}

fn is_text(arrival: &Arrival<'_>) -> bool {
    matches!(arrival.role.when, Some(Condition::Text(_)))
}

fn report(body: &BodyCx<'_>, lint: &Lint, wanted: &ConstantBound, arrival: &Arrival<'_>) -> Finding {
    let arg = body.span(arrival.arg);
    let what = effect(arrival.role.role);
    let callee = body.sink_name(arrival);
    let message = format!("`{callee}` {what}");
    let mut finding = body.finding(lint, call_span(body, arrival), what, message);
    let known = |o: &&Origin| o.constant().is_some() || matches!(o.kind, OriginKind::Template(_));
    let first = arrival.value.origins().iter().find(known);
    if let Some(origin) = first.filter(|o| o.span != arg || !arrival.via.is_empty()) {
        finding.flow = body.cx.way(origin, "the value comes from here", arg, &arrival.via, what);
    }
    let mut finding = finish(body, finding, arrival.call, Some(arrival.api), wanted.switch);
    let switch = arrival.api.name();
    if Words::of(switch.as_str()).has_any(&wanted.modest)
        || claims::are_judged_by_hand(body, switch.as_str(), &wanted.judged)
    {
        finding.confidence = Confidence::Low;
    }
    finding
}

/// Adds the advice, and the condition under which the user chose it if it is a switch.
pub(super) fn finish(
    body: &BodyCx<'_>,
    mut finding: Finding,
    call: ExprId,
    api: Option<&Api>,
    switch: bool,
) -> Finding {
    finding.help.extend(api.and_then(|a| a.instead.as_ref()).map(|i| format!("use {i}")));
    finding.notes.extend(api.and_then(|a| a.note.clone()));
    if let Some(cond) = choice_around(body, call).filter(|_| switch) {
        finding.confidence = Confidence::Low;
        finding.notes.push(format!("only under the condition `{}`", body.snippet(cond)));
    }
    finding
}

/// A finding about a write that a later one replaces if the user chose so.
pub(super) fn unless(body: &BodyCx<'_>, mut finding: Finding, cond: ExprId) -> Finding {
    finding.confidence = Confidence::Low;
    finding.notes.push(format!("set anew under the condition `{}`", body.snippet(cond)));
    finding
}

/// The place of a call: inside of a function that hands a value on, the argument tells more than the method, and in a struct
/// expression the value of the field.
fn call_span(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> Span {
    let is_field = matches!(body.kind(arrival.call), ExprKind::Struct { .. });
    match arrival.via.is_empty() && !is_field {
        true => method_span(body, arrival.call),
        false => body.span(arrival.arg),
    }
}

/// The method with its arguments, without the chain before it; of other expressions all.
pub(super) fn method_span(body: &BodyCx<'_>, id: ExprId) -> Span {
    let whole = body.span(id);
    match body.kind(id) {
        ExprKind::MethodCall { method, .. } => method.span.to(Span { lo: whole.hi, ..whole }),
        _ => whole,
    }
}

/// What fulfilling the condition does, completing the name of the function.
pub(super) fn effect(role: Role) -> &'static str {
    match role.as_str() {
        "tls/certificate-check-off" => "turns off the check of the server's certificate",
        "tls/hostname-check-off" => "turns off the check of the server's name",
        "tls/old-version" => "allows TLS versions with known weaknesses",
        "tls/weak-suites" => "allows cipher suites that are broken or do not authenticate",
        "transport/cleartext" | SENDS => "sends credentials over a connection without encryption",
        "transport/opportunistic" => "goes on without encryption if somebody on the way takes the offer away",
        "tls/any-peer" => "encrypts, but to whoever answers",
        "ssh/unchecked-session" => "connects to a server whose key nobody looks at",
        "ssh/any-host-key" => "accepts any SSH host key",
        "jwt/validation-off" => "turns off a check of the token",
        "jwt/unverified" => "reads the token without verifying its signature",
        "jwt/unsigned" => "makes a token that anybody can write",
        "jwt/optional-expiry" => "accepts tokens without an expiry date",
        "cookie/insecure" => "exposes the cookie",
        "cors/permissive" => "lets any website read the answers as the signed-in user",
        "cors/any-origin" => "lets any website read the answers",
        "cookie/cross-site" => "lets the pages of other websites send the cookie",
        "oauth/no-pkce" => "lets whoever intercepts the code use it",
        "oauth/any-nonce" => "takes the token of any login, also an old one",
        "oauth/constant-state" => "is the same for each login, so that a forged callback cannot be told",
        "oauth/weak-grant" => "shows the password or the token to more than need it",
        "file/readable-by-all" => "lets every user of the machine read the file",
        "rng/token-length" => "makes a secret that is too short",
        "session/identity" => "signs somebody in without a new identifier of the session",
        "session/in-memory" => "keeps sessions in the memory of one process",
        "kdf/cost" => "makes guessing passwords cheap",
        "rsa/pkcs1v15-encryption" => "uses a padding that gives the plaintext to whoever may ask often",
        "rsa/key-bits" => "makes a key that is too short",
        "rsa/key-bits-modest" => "makes a key that is long enough for some years only",
        "tls/trust-store-replaced" => "trusts other authorities than those of the system",
        "tls/client-certificate-optional" => "lets clients without a certificate in",
        "tls/revocation-off" => "accepts certificates that may have been revoked",
        "rsa/exponent" => "makes a key with a small exponent",
        _ => "switches a defence off",
    }
}

/// Uses of items that alone have the role: functions, constants, variants.
fn uses(body: &BodyCx<'_>, lint: &Lint, wanted: &ConstantBound) -> Vec<Finding> {
    body.exprs().filter_map(|id| used_at(body, lint, wanted, id)).collect()
}

fn used_at(body: &BodyCx<'_>, lint: &Lint, wanted: &ConstantBound, id: ExprId) -> Option<Finding> {
    let (rows, span) = match body.kind(id) {
        ExprKind::MethodCall { method, .. } => (body.flow.rows.get(&id)?.clone(), method.span),
        ExprKind::Call { callee, .. } => (body.flow.rows.get(&id)?.clone(), body.span(*callee)),
        ExprKind::Path(_) if !is_callee(body, id) && !is_compared(body, id) => {
            let Res::Ext(ext) = &body.names.exprs.get(&id)?.res else { return None };
            (body.cx.types().externals.rows(&body.cx.types().externals.canonical(ext)), body.span(id))
        }
        _ => return None,
    };
    let unconditional =
        |r: &&RoleAt| r.at == AccessPath::Use && r.when.is_none() && wanted.roles.contains(&r.role);
    let (api, role) = rows.iter().find_map(|api| api.roles.iter().find(unconditional).map(|r| (api, r)))?;
    let unverified = role.role.as_str() == "jwt/unverified";
    if unverified && verified_beside(body, id) {
        return None;
    }
    let what = effect(role.role);
    let finding = body.finding(lint, span, what, format!("`{}` {what}", body.callee_name(id, api)));
    let mut finding = finish(body, finding, id, Some(api), wanted.switch);
    if unverified && !claims::are_believed(body, id, wanted) {
        finding.confidence = Confidence::Low;
    }
    Some(finding)
}

/// The parameter of the function around whose token a finding says is read without verification.
pub(super) fn token_parameter(body: &BodyCx<'_>, finding: &Finding) -> Option<usize> {
    let at = finding.primary.span;
    let call = body.exprs().find(|&id| match body.kind(id) {
        ExprKind::MethodCall { method, .. } => method.span == at,
        ExprKind::Call { callee, .. } => body.span(*callee) == at,
        _ => false,
    })?;
    let reads = |api: &&Api| api.roles.iter().any(|r| r.role.as_str() == "jwt/unverified");
    body.flow.rows.get(&call)?.iter().find(|api| reads(api))?;
    let read = locals_in(body, call);
    body.body.func?.params.iter().position(|param| {
        let mut found = false;
        body.ir.for_each_pat(param.pat, &mut |p| found |= read.contains(&p));
        found
    })
}

/// Whether an expression is asked for, not chosen: `if mode == SslMode::Disable`.
fn is_compared(body: &BodyCx<'_>, id: ExprId) -> bool {
    let parent = body.parent(id).map(|p| body.kind(p));
    matches!(parent, Some(ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, .. }))
}

/// Whether an expression is the function of a call.
pub(super) fn is_callee(body: &BodyCx<'_>, id: ExprId) -> bool {
    let parent = body.parent(id).map(|p| body.kind(p));
    matches!(parent, Some(ExprKind::Call { callee, .. }) if *callee == id)
}
