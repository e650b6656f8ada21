//! A slow password hash is made too cheap: its parameters are constants below what a policy asks for.
//!
//! Rows say which places of a call tell the cost ([`CostRow`]), policies how much is enough. All terms of a call are judged
//! together, what is not known of them counts as enough. A value that a function of the workspace hands on is judged where it
//! is given, alone. How much is missing decides: guessing that is an order of magnitude cheaper is of the lint's severity,
//! less of a lower one, and what is nearly enough is not worth an interruption.
//!
//! Example: `bcrypt::hash(password, 4)` has the term `log_rounds` with the value 4; a policy that asks for 1024 rounds is
//! missed by a factor of 64.

use crate::base::Span;
use crate::catalog::cost::{Known, describe};
use crate::catalog::purpose::Purpose;
use crate::catalog::{AccessPath, Api, CostRow, CostTerm, Lint, Policy, Shortfall};
use crate::detectors::condition::choice_around;
use crate::detectors::purpose::serves_purpose;
use crate::detectors::{BodyCx, remarks};
use crate::finding::{Confidence, Finding, Severity};
use crate::flow::{Arrival, Const, Origin, OriginKind, Value};
use crate::ir::{ExprId, ExprKind};
use crate::types::Ty;

/// Guessing that is this many times cheaper than the policy asks for is of the lint's full severity.
const FAR: u128 = 10;
/// Below this many times, the parameters are those of an older edition of the policy.
const NEAR: u128 = 2;
/// The role of parameters that functions hand on.
const COST: &str = "kdf/cost";

/// One call with what is known of its terms.
struct Judged<'a> {
    call: ExprId,
    api: &'a Api,
    hash: Option<String>,
    terms: Vec<Known>,
    /// A constant that is to blame, if any is written down.
    origin: Option<Origin>,
    /// Where it is handed over, and through which places.
    arg: Span,
    via: Vec<Span>,
}

/// Findings of a `kdf-cost` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, policies: &[Policy], purposes: &[Purpose]) -> Vec<Finding> {
    let Some(policy) = policies.first() else { return Vec::new() };
    let calls = body.exprs().filter_map(|id| Some((id, body.flow.rows.get(&id)?)));
    let direct = calls.flat_map(|(id, rows)| rows.iter().filter_map(move |api| called(body, id, api)));
    let handed = body.flow.arrivals.iter().filter_map(|arrival| handed_on(body, arrival));
    let mut out: Vec<Finding> = Vec::new();
    for one in direct.chain(handed) {
        let finding = judge(body, lint, policy, purposes, &one);
        out.extend(finding.filter(|f| out.iter().all(|o| o.primary.span != f.primary.span)));
    }
    out
}

/// A call whose row tells the cost.
fn called<'a>(body: &BodyCx<'_>, call: ExprId, api: &'a Api) -> Option<Judged<'a>> {
    let row = api.cost.as_ref()?;
    let (receiver, args) = parts(body, call)?;
    let mut terms = Vec::new();
    let mut origins = Vec::new();
    for (name, term) in &row.terms {
        let value = value_at(body, term, receiver, args, body.span(call));
        terms.push((name.clone(), value.as_ref().and_then(|v| number(body, v))));
        origins.extend(value.iter().flat_map(Value::origins).filter(|o| o.constant().is_some()).cloned());
    }
    let chosen = origins.iter().find(|o| !o.is_default()).cloned();
    if row.defaults_only && chosen.is_some() || terms.iter().all(|(_, n)| n.is_none()) {
        return None;
    }
    let origin = chosen.or(origins.into_iter().next());
    let arg = body.span(first_arg(row, args).unwrap_or(call));
    let hash = hash_name(body, row, call, args);
    Some(Judged { call, api, hash, terms, origin, arg, via: Vec::new() })
}

/// The receiver and arguments of a call.
fn parts<'b>(body: &BodyCx<'b>, call: ExprId) -> Option<(Option<ExprId>, &'b [ExprId])> {
    match body.kind(call) {
        ExprKind::MethodCall { receiver, args, .. } => Some((Some(*receiver), args)),
        ExprKind::Call { args, .. } => Some((None, args)),
        _ => None,
    }
}

fn value_at(
    body: &BodyCx<'_>,
    term: &CostTerm,
    receiver: Option<ExprId>,
    args: &[ExprId],
    span: Span,
) -> Option<Value> {
    let place = match term {
        CostTerm::Number(n) => return Some(Value::of(OriginKind::Default(Const::Int(Some(*n))), span)),
        CostTerm::Text(_) => return None,
        CostTerm::Place(place) => place,
    };
    let whole = match *place.root() {
        AccessPath::Argument(n) => body.flow.of(*args.get(n)?),
        AccessPath::Receiver => body.flow.of(receiver.or(args.first().copied())?),
        _ => return None,
    };
    Some(place.fields().iter().fold(whole.clone(), |value, &name| value.field(name, span)))
}

/// The number that a value is at most. A fallback is what runs where nobody chose.
fn number(body: &BodyCx<'_>, value: &Value) -> Option<u128> {
    let known = value.is_constant() || value.constants().any(|(_, o)| is_fallback(body, o));
    let numbers: Option<Vec<u128>> =
        value.constants().map(|(constant, _)| if let Const::Int(n) = constant { *n } else { None }).collect();
    numbers.filter(|_| known)?.into_iter().max()
}

/// Whether a constant stands in for a value that may be missing: `unwrap_or(4)`.
fn is_fallback(body: &BodyCx<'_>, origin: &Origin) -> bool {
    let written = body.exprs().find(|&e| body.span(e) == origin.span);
    let mut parents = std::iter::successors(written, |&e| body.parent(e)).skip(1).map(|p| body.kind(p));
    let around = parents.find(|kind| !matches!(kind, ExprKind::Block(_)));
    matches!(around, Some(ExprKind::MethodCall { method, .. }) if method.sym.as_str().starts_with("unwrap_or"))
}

/// The first argument that is a term.
fn first_arg(row: &CostRow, args: &[ExprId]) -> Option<ExprId> {
    row.terms.iter().find_map(|(_, term)| match term {
        CostTerm::Place(AccessPath::Argument(n)) => args.get(*n).copied(),
        _ => None,
    })
}

/// The name of the hash inside: of a generic argument, a constant, or a function that gives it.
fn hash_name(body: &BodyCx<'_>, row: &CostRow, call: ExprId, args: &[ExprId]) -> Option<String> {
    match row.hash.as_ref()? {
        CostTerm::Text(name) => Some(name.clone()),
        CostTerm::Place(AccessPath::Generic(n)) => {
            let ExprKind::Call { callee, .. } = body.kind(call) else { return None };
            let ExprKind::Path(path) = body.kind(*callee) else { return None };
            let scope = body.cx.types().scope_of(body.def);
            let args = body.cx.types().generic_args(&scope, &path.last()?.args, 0);
            args.get(*n).map(|ty| format!("{ty:?}"))
        }
        CostTerm::Place(AccessPath::Argument(n)) => {
            let arg = *args.get(*n)?;
            match body.flow.of(arg).single() {
                Some(Const::Path(path)) => Some(path.to_string()),
                _ => body.name(body.initial(arg)).map(|name| name.to_string()),
            }
        }
        _ => None,
    }
}

/// A parameter or field that arrives alone: through a function of the workspace, or in a struct expression.
fn handed_on<'a>(body: &BodyCx<'_>, arrival: &Arrival<'a>) -> Option<Judged<'a>> {
    let row = arrival.api.cost.as_ref().filter(|_| arrival.role.role.as_str() == COST)?;
    let direct = arrival.via.is_empty() && parts(body, arrival.call).is_some();
    let (name, _) = row.terms.iter().find(|(_, t)| *t == CostTerm::Place(arrival.role.at.clone()))?;
    let known = number(body, &arrival.value).filter(|_| !direct)?;
    Some(Judged {
        call: arrival.call,
        api: arrival.api,
        hash: None,
        terms: vec![(name.clone(), Some(known))],
        origin: arrival.value.constants().next().map(|(_, o)| o.clone()),
        arg: body.span(arrival.arg),
        via: arrival.via.clone(),
    })
}

fn judge(
    body: &BodyCx<'_>,
    lint: &Lint,
    policy: &Policy,
    purposes: &[Purpose],
    one: &Judged<'_>,
) -> Option<Finding> {
    let row = one.api.cost.as_ref()?;
    let short = policy.judge(&row.kdf, one.hash.as_deref(), &one.terms)?;
    if is_stretched_before(body, one.call)
        || derives_from_key(body, one.call)
        || serves_purpose(body, purposes, &[&body.surrounding_words(one.call)])
    {
        return None;
    }
    let mut finding = begin(body, lint, one, &short);
    if remarks::cite_specification(body) {
        finding.confidence = Confidence::Low;
        finding.notes.push("the function is explained by a document that prescribes what it does".to_owned());
    }
    finding.notes.push(format!("judged by the policy `{}`: {}", policy.name, policy.source));
    Some(finding)
}

/// Whether what is hashed was derived from the password by a slow function before: nobody guesses a key.
fn is_stretched_before(body: &BodyCx<'_>, call: ExprId) -> bool {
    let of_call = |a: &&Arrival<'_>| a.call == call && a.role.role.as_str() == "kdf/password";
    body.flow.arrivals.iter().filter(of_call).any(|a| a.value.role("kdf/output").is_some())
}

/// Whether what is hashed has a fixed length, as a key from which keys for other uses are derived: nobody types it, nor guesses it.
pub(super) fn derives_from_key(body: &BodyCx<'_>, call: ExprId) -> bool {
    let of_call = |a: &&Arrival<'_>| a.call == call && a.role.role.as_str() == "kdf/password";
    let fixed = |id: ExprId| matches!(body.types.of(body.peel(id)).peel(), Ty::Array(_));
    body.flow.arrivals.iter().filter(of_call).any(|a| a.via.is_empty() && fixed(a.arg))
}

fn begin(body: &BodyCx<'_>, lint: &Lint, one: &Judged<'_>, short: &Shortfall) -> Finding {
    let callee = body.callee_name(one.call, one.api);
    let given = describe(&one.terms);
    let (message, label, help) = match short {
        Shortfall::Cheap { factor, enough } => (
            format!("`{callee}` makes guessing passwords cheap: {given}"),
            match *factor {
                0..NEAR => "less than the policy asks for".to_owned(),
                _ => format!("guessing is {factor} times cheaper than it should be"),
            },
            format!("use at least {enough}"),
        ),
        Shortfall::NotApproved { approved } => (
            format!("`{callee}` is not approved for passwords by the policy"),
            "not approved".to_owned(),
            format!("use {}", approved.join(" or ")),
        ),
    };
    // A default that nobody set is told where it is made.
    let made = one.origin.as_ref().filter(|o| o.is_default() && body.exprs().any(|e| body.span(e) == o.span));
    let place = made.map_or(one.arg, |o| o.span);
    let mut finding = body.finding(lint, place, &label, message);
    if let Some(origin) = one.origin.as_ref().filter(|o| made.is_none() && !place.contains(o.span)) {
        finding.flow = body.cx.way(origin, "the value comes from here", one.arg, &one.via, "used here");
    }
    let instead = one.api.instead.as_ref().map_or(help, |i| format!("use {i}"));
    finding.help.push(instead);
    grade(&mut finding, short);
    if let Some(cond) = choice_around(body, one.call) {
        finding.confidence = Confidence::Low;
        finding.notes.push(format!("only under the condition `{}`", body.snippet(cond)));
    }
    finding
}

fn grade(finding: &mut Finding, short: &Shortfall) {
    let (severity, confidence) = match short {
        Shortfall::Cheap { factor, .. } if *factor >= FAR => return,
        Shortfall::Cheap { factor, .. } if *factor < NEAR => (Severity::Low, Confidence::Low),
        _ => (Severity::Medium, Confidence::Medium),
    };
    finding.severity = finding.severity.min(severity);
    finding.confidence = finding.confidence.min(confidence);
}
