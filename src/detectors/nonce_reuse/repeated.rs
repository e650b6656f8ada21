//! A variable that is the nonce of several messages in one function: of each turn of a loop, or of two calls after each other.
//!
//! The variable is made before the loop and nothing in it changes it, while the message is another in each turn; or two calls encrypt
//! different texts, the second on the same way as the first, and nothing changes the variable between them. Constants are the
//! subject of `hardcoded-nonce`. Silent: a key that is made in the loop too, and decryption.

use crate::base::Span;
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::verification::locals_in;
use crate::detectors::words::Words;
use crate::finding::{Finding, Label};
use crate::flow::Arrival;
use crate::ir::{ExprId, ExprKind, PatId};

/// Constructors around a variable that are looked through.
const MAX_AROUND: usize = 4;

/// An encryption with the variable that is its nonce.
struct Sealed {
    call: ExprId,
    nonce: ExprId,
    local: PatId,
    /// What is encrypted, and with what.
    others: Vec<ExprId>,
}

/// Encryptions of a body whose nonce another message has.
pub(super) fn repeated(body: &BodyCx<'_>, lint: &Lint, nonces: &[&Arrival<'_>]) -> Vec<Finding> {
    let all: Vec<Sealed> = nonces.iter().filter_map(|arrival| sealed(body, arrival)).collect();
    let in_loop = all.iter().filter_map(|one| Some((one, turns(body, one)?)));
    let mut out: Vec<Finding> =
        in_loop.map(|(one, turn)| report(body, lint, one, "every message of this loop", turn)).collect();
    for (n, second) in all.iter().enumerate() {
        if let Some(first) = all[..n].iter().find(|first| follows(body, first, second)) {
            out.push(report(body, lint, second, "two messages", body.span(first.nonce)));
        }
    }
    out
}

fn sealed(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> Option<Sealed> {
    let gives = arrival.api.roles.iter().any(|r| r.role.as_str() == "cipher/ciphertext");
    let named = Words::of(arrival.api.name().as_str()).has_any(&["encrypt", "seal"]);
    if !(gives || named) || !arrival.via.is_empty() || arrival.value.is_constant() {
        return None;
    }
    let (ExprKind::MethodCall { args, .. } | ExprKind::Call { args, .. }) = body.kind(arrival.call) else {
        return None;
    };
    let mut others: Vec<ExprId> = args.iter().copied().filter(|&arg| arg != arrival.arg).collect();
    if let ExprKind::MethodCall { receiver, .. } = body.kind(arrival.call) {
        others.push(*receiver);
    }
    let local = variable(body, arrival.arg)?;
    Some(Sealed { call: arrival.call, nonce: arrival.arg, local, others })
}

/// The variable that a nonce is made of: `nonce` of `Nonce::from_slice(&nonce)`.
fn variable(body: &BodyCx<'_>, id: ExprId) -> Option<PatId> {
    body.local(variable_name(body, id))
}

/// Where [`variable`] is named.
fn variable_name(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = body.peel(id);
    for _ in 0..MAX_AROUND {
        match body.kind(at) {
            ExprKind::Call { args, .. } if args.len() == 1 => at = body.peel(args[0]),
            _ => break,
        }
    }
    at
}

/// What turns around an encryption, if its nonce stays the same in each turn and its message does not.
fn turns(body: &BodyCx<'_>, one: &Sealed) -> Option<Span> {
    let mut at = one.call;
    while let Some(parent) = body.parent(at) {
        let turn = match body.kind(parent) {
            ExprKind::Loop { .. } => Some(parent),
            ExprKind::Closure { .. } => body.parent(parent).filter(|&call| is_repeated(body, call)),
            _ => None,
        };
        if let Some(turn) = turn {
            let span = body.span(turn);
            let inside = |local: PatId| span.contains(body.ir.pats[local].span);
            let of_turn = |id: &&ExprId| locals_in(body, **id).into_iter().any(inside);
            let message = one.others.iter().filter(|id| !is_receiver(body, one, **id)).any(|id| of_turn(&id));
            let fresh_key =
                one.others.iter().filter(|id| is_receiver(body, one, **id)).any(|id| of_turn(&id));
            let kept = !inside(one.local) && !is_changed(body, one.local, span);
            return (message && !fresh_key && kept).then(|| head(body, turn));
        }
        at = parent;
    }
    None
}

/// The begin of a loop or of the call that a closure is given to.
fn head(body: &BodyCx<'_>, turn: ExprId) -> Span {
    match body.kind(turn) {
        ExprKind::MethodCall { method, .. } => method.span,
        _ => Span { hi: body.span(turn).lo + 3, ..body.span(turn) },
    }
}

fn is_receiver(body: &BodyCx<'_>, one: &Sealed, id: ExprId) -> bool {
    matches!(body.kind(one.call), ExprKind::MethodCall { receiver, .. } if *receiver == id)
}

/// Whether a method calls the closure that it is given for each of many.
fn is_repeated(body: &BodyCx<'_>, call: ExprId) -> bool {
    let ExprKind::MethodCall { receiver, method, .. } = body.kind(call) else { return false };
    let each = matches!(
        method.sym.as_str(),
        "map" | "for_each" | "try_for_each" | "flat_map" | "filter_map" | "fold" | "try_fold"
    );
    each && body.types.of(*receiver).peel().is_ext("std::iter::Iter")
}

/// Whether a variable is written, or borrowed to be written, inside of a place.
fn is_changed(body: &BodyCx<'_>, local: PatId, place: Span) -> bool {
    body.exprs().filter(|&id| place.contains(body.span(id))).any(|id| match body.kind(id) {
        ExprKind::Assign { target, .. } => locals_in(body, *target).contains(&local),
        ExprKind::Ref { mutable: true, operand } => locals_in(body, *operand).contains(&local),
        ExprKind::MethodCall { receiver, .. } => {
            let may = body.cx.conversions.get(method_of(body, id)).is_none();
            may && body.local(*receiver) == Some(local)
        }
        _ => false,
    })
}

fn method_of(body: &BodyCx<'_>, id: ExprId) -> crate::base::Symbol {
    if let ExprKind::MethodCall { method, .. } = body.kind(id) {
        method.sym
    } else {
        crate::base::Symbol::known("")
    }
}

/// Whether a second encryption takes the nonce of a first on the same way, for another message under the same key.
fn follows(body: &BodyCx<'_>, first: &Sealed, second: &Sealed) -> bool {
    let text = |ids: &[ExprId]| ids.iter().map(|&id| body.snippet(id)).collect::<Vec<_>>();
    let (a, b) = (text(&first.others), text(&second.others));
    let same_key = a.last() == b.last() && !a.is_empty();
    let (from, to) = (body.span(first.call), body.span(second.call));
    let between = Span { lo: from.hi, hi: to.lo.max(from.hi), ..from };
    first.local == second.local
        && same_key
        && a != b
        && from.hi <= to.lo
        && !apart(body, first.call, second.call)
        && !is_changed(body, first.local, between)
}

/// Whether two expressions are in different branches, so that only one of them runs, or the first leaves the function.
fn apart(body: &BodyCx<'_>, first: ExprId, second: ExprId) -> bool {
    let up = |from: ExprId| std::iter::successors(Some(from), |&at| body.parent(at));
    let ways: Vec<ExprId> = up(second).collect();
    for (under, fork) in up(first).zip(up(first).skip(1)) {
        if matches!(body.kind(under), ExprKind::Return(_)) {
            return true;
        }
        if !ways.contains(&fork) {
            continue;
        }
        return match body.kind(fork) {
            ExprKind::If { cond, .. } => *cond != under,
            ExprKind::Match { scrutinee, .. } => *scrutinee != under,
            ExprKind::Block(_) => matches!(body.kind(under), ExprKind::If { .. } | ExprKind::Match { .. }),
            _ => false,
        };
    }
    false
}

fn report(body: &BodyCx<'_>, lint: &Lint, one: &Sealed, of: &str, other: Span) -> Finding {
    let name = body.snippet(variable_name(body, one.nonce));
    let message = format!("`{name}` is the nonce of {of}");
    let mut finding = body.finding(lint, body.span(one.nonce), "the same nonce again", message);
    finding.context.push(Label::new(
        other,
        if of.starts_with("two") { "the nonce of this message" } else { "in each turn" },
    ));
    finding.help.push("draw a fresh nonce for each message and send it along".to_owned());
    finding
}
