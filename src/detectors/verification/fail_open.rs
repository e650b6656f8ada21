//! A verification that is left out if there is nothing to verify.
//!
//! Whoever sends a message also decides not to send its signature. A *gate* is a test of presence around a verification
//! that rejects: `if !sig.is_empty() && !verify(..)`, `if let Some(sig) = sig { verify(..)? }`, `sig.is_none_or(|s| verify(s))`,
//! or before it, `let Some(sig) = sig else { return Ok(()) }`. What the gate tests must be what the verification gets, and must
//! come from outside: from a request, or by its name a signature. A gate on the *secret* (`if secret.is_empty()`) is
//! a setting of the operator, and of low confidence.

use rustc_hash::FxHashSet;

use crate::base::Span;
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::request::is_request;
use crate::detectors::verification::fate::{goes_on, rejects};
use crate::detectors::verification::{
    accepts, bound, is_password, is_true, last_of, leaves, locals_in, name_of, only_logs, refuses_with, said,
    variant,
};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::ir::{BinaryOp, Block, ExprId, ExprKind, Literal, PatId, Stmt, UnaryOp};

/// Definitions of variables that are followed.
const MAX_DEFINITIONS: usize = 8;
/// Words of what a sender adds to be verified.
const SIGNED: &[&str] = &[
    "signature",
    "signatures",
    "sig",
    "sigs",
    "sign",
    "hmac",
    "mac",
    "proof",
    "signed",
    "attestation",
    "tag",
];
/// Words of functions that look whether something is in order.
const ASKING: &[&str] =
    &["check", "ensure", "require", "validate", "validation", "verify", "verification", "authorize"];
/// Words of what the operator keeps.
const KEPT: &[&str] = &[
    "secret", "secrets", "key", "keys", "config", "cfg", "settings", "pubkey", "trusted", "expected",
    "stored", "verifier", "issuer",
];

/// A test of presence on which a verification hangs.
struct Gate {
    /// The test.
    test: Span,
    /// What is tested.
    tested: ExprId,
    /// What the test binds if it succeeds.
    binds: Vec<PatId>,
    /// Where it goes on without the verification.
    skips: Span,
}

/// Who decides whether a gate is open.
enum Chosen {
    Sender(Confidence),
    Operator,
}

/// Findings of the lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let mut seen = FxHashSet::default();
    let calls = body.exprs().filter(|&id| body.verifies(id) && !is_password(body, id));
    let found = calls.filter_map(|call| {
        let fed = Fed::of(body, call);
        let mut gates = around(body, call);
        if rejects(body, call) {
            gates.extend(before(body, call));
        }
        gates.into_iter().filter(|gate| !asked_later(body, gate)).find_map(|gate| {
            let chosen = chosen_by(body, &gate).filter(|_| fed.by(body, &gate))?;
            Some((call, gate, chosen))
        })
    });
    let found: Vec<_> = found.collect();
    let once = found.into_iter().filter(|(_, gate, _)| seen.insert(gate.test));
    once.map(|(call, gate, chosen)| report(body, lint, call, &gate, &chosen)).collect()
}

/// Whether what the gate tests goes on, there or not, to another question whose failure leaves the function:
/// `check_for_version(&token, proof.as_ref())?`. That one knows that nothing was there.
fn asked_later(body: &BodyCx<'_>, gate: &Gate) -> bool {
    let Some(tested) = body.local(body.peel(gate.tested)) else { return false };
    let whole = |arg: ExprId| body.local(body.peel(arg)) == Some(tested);
    body.exprs().any(|call| {
        let (ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. }) = body.kind(call) else {
            return false;
        };
        body.span(call).lo > gate.test.hi
            && args.iter().any(|&arg| whole(arg))
            && body.name(call).is_some_and(|name| Words::of(name.as_str()).has_any(ASKING))
            && demanded(body, call)
    })
}

/// Whether the failure of a call leaves the function by `?`.
fn demanded(body: &BodyCx<'_>, call: ExprId) -> bool {
    let mut at = call;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Await(_) => {}
            ExprKind::MethodCall { receiver, method, .. }
                if *receiver == at
                    && matches!(method.sym.as_str(), "map_err" | "inspect_err" | "context") => {}
            kind => return matches!(kind, ExprKind::Try(_)),
        }
        at = parent;
    }
    false
}

/// What a verification gets: the variables, and the texts of the places.
struct Fed {
    locals: FxHashSet<PatId>,
    places: FxHashSet<String>,
}

impl Fed {
    fn of(body: &BodyCx<'_>, call: ExprId) -> Fed {
        let mut fed = Fed { locals: FxHashSet::default(), places: FxHashSet::default() };
        let mut open = vec![call];
        for _ in 0..MAX_DEFINITIONS {
            let mut next = Vec::new();
            for expr in std::mem::take(&mut open) {
                body.ir.for_each_expr(expr, &mut |id| {
                    if matches!(body.kind(id), ExprKind::Field { .. }) {
                        fed.places.insert(body.snippet(id));
                    }
                });
                for local in locals_in(body, expr) {
                    if fed.locals.insert(local) {
                        next.extend(body.taken_from(local));
                    }
                }
            }
            open = next;
        }
        fed
    }

    fn by(&self, body: &BodyCx<'_>, gate: &Gate) -> bool {
        let place = body.peel(gate.tested);
        gate.binds.iter().any(|local| self.locals.contains(local))
            || body.local(place).is_some_and(|local| self.locals.contains(&local))
            || matches!(body.kind(place), ExprKind::Field { .. })
                && self.places.contains(&body.snippet(place))
    }
}

/// Gates around a verification, innermost first.
fn around(body: &BodyCx<'_>, call: ExprId) -> Vec<Gate> {
    let mut out = Vec::new();
    let mut at = call;
    let mut failed = false;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Unary { op: UnaryOp::Not, .. } => failed ^= true,
            ExprKind::MethodCall { receiver, method, .. } if *receiver == at => {
                failed ^= matches!(method.sym.as_str(), "is_err" | "is_none");
            }
            ExprKind::Binary { op, lhs, rhs } if *rhs == at => {
                out.extend(beside(body, parent, *op, *lhs, failed));
            }
            ExprKind::If { cond, then, otherwise } if *then == at => {
                out.extend(inside(body, parent, *cond, *then, *otherwise, call));
            }
            ExprKind::Match { scrutinee, arms } if *scrutinee != at => {
                out.extend(arm(body, parent, *scrutinee, arms, at));
            }
            ExprKind::Closure { .. } => out.extend(handed(body, parent)),
            _ => {}
        }
        at = parent;
    }
    out
}

/// `present(x) && !verify(..)` where that refuses, `absent(x) || verify(..)` where that accepts.
fn beside(body: &BodyCx<'_>, whole: ExprId, op: BinaryOp, lhs: ExprId, failed: bool) -> Option<Gate> {
    let (tested, binds) = match (op, failed) {
        (BinaryOp::And, true) => present(body, lhs)?,
        (BinaryOp::Or, false) => absent(body, lhs).map(|x| (x, Vec::new()))?,
        _ => return None,
    };
    let top = chain(body, whole, op);
    let decides = match (op, body.parent(top).map(|p| body.kind(p))) {
        (BinaryOp::And, Some(ExprKind::If { cond, then, otherwise: None })) => {
            *cond == top && leaves(body, *then)
        }
        (BinaryOp::And, _) => false,
        _ => true,
    };
    decides.then(|| Gate { test: body.span(lhs), tested, binds, skips: body.span(lhs) })
}

/// The whole of a chain of `&&` or `||`.
fn chain(body: &BodyCx<'_>, id: ExprId, op: BinaryOp) -> ExprId {
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        if !matches!(body.kind(parent), ExprKind::Binary { op: outer, .. } if *outer == op) {
            break;
        }
        at = parent;
    }
    at
}

/// `if present(x) { verify(..)? }`, also with an `else` that says yes.
fn inside(
    body: &BodyCx<'_>,
    whole: ExprId,
    cond: ExprId,
    then: ExprId,
    otherwise: Option<ExprId>,
    call: ExprId,
) -> Option<Gate> {
    let (tested, binds) = present(body, cond)?;
    let test = body.span(cond);
    match otherwise {
        Some(otherwise) => {
            let last = said(body, last_of(body, otherwise));
            accepts(body, last).then(|| Gate { test, tested, binds, skips: body.span(last) })
        }
        None => {
            let passes = rejects(body, call)
                && only_rejects(body, then)
                && goes_on(body, whole)
                && !refused_behind(body, whole);
            passes.then_some(Gate { test, tested, binds, skips: test })
        }
    }
}

/// Whether nothing but a refusal follows, in the block of an expression or in the first one around it with anything behind:
/// `if let Some(token) = token { return check(token); } Err(Missing)`.
fn refused_behind(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        if let ExprKind::Block(block) = body.kind(parent) {
            let upto = body.span(at).hi;
            let behind = |e: ExprId| body.span(e).lo >= upto;
            let mut later = block.stmts.iter().filter_map(|stmt| match stmt {
                Stmt::Let { value: Some(e), .. } | Stmt::Expr(e, _) => Some(*e).filter(|&e| behind(e)),
                _ => None,
            });
            let tail = block.tail.filter(|&tail| behind(tail));
            if let Some(first) = later.find(|&e| !only_logs(body, e)).or(tail) {
                return refuses_with(body, first);
            }
        }
        at = parent;
    }
    false
}

/// Whether a block does nothing but to find out and to refuse, so that nothing hangs on it otherwise.
fn only_rejects(body: &BodyCx<'_>, id: ExprId) -> bool {
    let ExprKind::Block(block) = body.kind(id) else { return false };
    let refuses = |e: ExprId| match body.kind(e) {
        ExprKind::If { then, otherwise, .. } => {
            (leaves(body, *then) || only_rejects(body, *then))
                && otherwise.is_none_or(|o| leaves(body, o) || only_logs(body, o) || only_rejects(body, o))
        }
        ExprKind::Match { arms, .. } => {
            arms.iter().any(|arm| leaves(body, arm.body))
                && arms.iter().all(|arm| leaves(body, arm.body) || only_logs(body, arm.body))
        }
        ExprKind::Try(_) => true,
        _ => only_logs(body, e),
    };
    block.stmts.iter().all(|stmt| match stmt {
        Stmt::Expr(e, _) => refuses(*e),
        _ => true,
    }) && block.tail.is_none_or(refuses)
}

/// `match x { Some(s) => verify(s), None => true }`.
fn arm(
    body: &BodyCx<'_>,
    whole: ExprId,
    scrutinee: ExprId,
    arms: &[crate::ir::Arm],
    at: ExprId,
) -> Option<Gate> {
    let own = arms.iter().find(|a| a.body == at || a.guard == Some(at))?;
    let ("Some" | "Ok", _) = variant(body, own.pat)? else { return None };
    let absent =
        arms.iter().find(|a| variant(body, a.pat).is_some_and(|(n, _)| matches!(n, "None" | "Err" | "_")))?;
    let last = last_of(body, absent.body);
    let goes = only_logs(body, absent.body) && only_rejects(body, own.body) && goes_on(body, whole);
    (accepts(body, said(body, last)) || goes).then(|| Gate {
        test: body.ir.pats[absent.pat].span,
        tested: scrutinee,
        binds: bound(body, own.pat),
        skips: body.span(absent.body),
    })
}

/// `x.is_none_or(|s| verify(s))`, `x.map_or(true, |s| verify(s))`, `x.map(|s| verify(s)).unwrap_or(true)`.
fn handed(body: &BodyCx<'_>, closure: ExprId) -> Option<Gate> {
    let ExprKind::Closure { params, .. } = body.kind(closure) else { return None };
    let call = body.parent(closure)?;
    let ExprKind::MethodCall { receiver, method, args, .. } = body.kind(call) else { return None };
    let says_yes = |id: &&ExprId| is_true(body, **id);
    let open = match method.sym.as_str() {
        "is_none_or" => Some(method.span),
        "map_or" => args.first().filter(says_yes).map(|a| body.span(*a)),
        "map" => body.parent(call).and_then(|outer| match body.kind(outer) {
            ExprKind::MethodCall { receiver, method, args, .. }
                if *receiver == call && method.sym == "unwrap_or" =>
            {
                args.first().filter(says_yes).map(|a| body.span(*a))
            }
            _ => None,
        }),
        _ => None,
    }?;
    let binds = params.iter().flat_map(|p| bound(body, p.pat)).collect();
    Some(Gate { test: open, tested: *receiver, binds, skips: open })
}

/// Gates before a verification, which leave with an acceptance.
fn before(body: &BodyCx<'_>, call: ExprId) -> Vec<Gate> {
    let mut out = Vec::new();
    let mut at = call;
    while let Some(parent) = body.parent(at) {
        if let ExprKind::Block(block) | ExprKind::Async(block) = body.kind(parent) {
            out.extend(exits(body, block, body.span(at)));
        }
        at = parent;
    }
    out
}

fn exits(body: &BodyCx<'_>, block: &Block, upto: Span) -> Vec<Gate> {
    let one = |stmt: &Stmt| match stmt {
        Stmt::Let { pat, value: Some(tested), otherwise: Some(otherwise), span, .. }
            if span.hi <= upto.lo =>
        {
            let exit = yes_exit(body, *otherwise)?;
            let ("Some" | "Ok", _) = variant(body, *pat)? else { return None };
            Some(Gate { test: body.span(*tested), tested: *tested, binds: bound(body, *pat), skips: exit })
        }
        Stmt::Let { pat, value: Some(value), span, .. } if span.hi <= upto.lo => {
            let ExprKind::Match { scrutinee, arms } = body.kind(*value) else { return None };
            let exit = arms
                .iter()
                .find(|arm| variant(body, arm.pat).is_some_and(|(n, _)| matches!(n, "None" | "Err" | "_")))?;
            let skips = yes_exit(body, exit.body)?;
            Some(Gate { test: body.span(*scrutinee), tested: *scrutinee, binds: bound(body, *pat), skips })
        }
        Stmt::Expr(e, span) if span.hi <= upto.lo => {
            let ExprKind::If { cond, then, otherwise: None } = body.kind(*e) else { return None };
            let skips = yes_exit(body, *then)?;
            let tested = absent(body, *cond)?;
            Some(Gate { test: body.span(*cond), tested, binds: Vec::new(), skips })
        }
        _ => None,
    };
    block.stmts.iter().filter_map(one).collect()
}

/// Where a branch returns an acceptance.
fn yes_exit(body: &BodyCx<'_>, id: ExprId) -> Option<Span> {
    let last = last_of(body, id);
    let ExprKind::Return(Some(value)) = body.kind(last) else { return None };
    accepts(body, *value).then(|| body.span(last))
}

/// What a condition tests to be there, with what it binds.
fn present(body: &BodyCx<'_>, id: ExprId) -> Option<(ExprId, Vec<PatId>)> {
    match body.kind(id) {
        ExprKind::Let { pat, value } => {
            matches!(variant(body, *pat), Some(("Some" | "Ok", _))).then(|| (*value, bound(body, *pat)))
        }
        ExprKind::Unary { op: UnaryOp::Not, operand } => absent(body, *operand).map(|x| (x, Vec::new())),
        ExprKind::MethodCall { receiver, method, .. } => {
            matches!(method.sym.as_str(), "is_some" | "is_ok").then(|| (*receiver, Vec::new()))
        }
        ExprKind::Binary { op: BinaryOp::And, lhs, rhs } => {
            present(body, *lhs).or_else(|| present(body, *rhs))
        }
        ExprKind::Binary { op: BinaryOp::Ne | BinaryOp::Gt, lhs, rhs } => {
            compared_with_nothing(body, *lhs, *rhs).map(|x| (x, Vec::new()))
        }
        _ => None,
    }
}

/// What a condition tests to be absent.
fn absent(body: &BodyCx<'_>, id: ExprId) -> Option<ExprId> {
    match body.kind(id) {
        ExprKind::MethodCall { receiver, method, .. } => {
            matches!(method.sym.as_str(), "is_empty" | "is_none" | "is_err").then_some(*receiver)
        }
        ExprKind::Unary { op: UnaryOp::Not, operand } => present(body, *operand).map(|(x, _)| x),
        ExprKind::Binary { op: BinaryOp::Or, lhs, rhs } => absent(body, *lhs).or_else(|| absent(body, *rhs)),
        ExprKind::Binary { op: BinaryOp::Eq, lhs, rhs } => compared_with_nothing(body, *lhs, *rhs),
        _ => None,
    }
}

/// `x == ""`, `x.len() > 0`.
fn compared_with_nothing(body: &BodyCx<'_>, lhs: ExprId, rhs: ExprId) -> Option<ExprId> {
    let nothing = match body.kind(rhs) {
        ExprKind::Literal(Literal::Str(text)) => text.is_empty(),
        ExprKind::Literal(Literal::Int(n, _)) => *n == Some(0),
        _ => false,
    };
    match body.kind(lhs) {
        _ if !nothing => None,
        ExprKind::MethodCall { receiver, method, .. } if method.sym == "len" => Some(*receiver),
        ExprKind::Path(_) | ExprKind::Field { .. } => Some(lhs),
        _ => None,
    }
}

/// Whether the sender of a message or the operator decides whether something is there.
fn chosen_by(body: &BodyCx<'_>, gate: &Gate) -> Option<Chosen> {
    let mut words = Words::default();
    gate.binds.iter().for_each(|&local| words.extend(name_of(body, local)));
    words.extend(body.words(gate.tested));
    let mut asked = false;
    let mut open = vec![gate.tested];
    for _ in 0..MAX_DEFINITIONS {
        for expr in std::mem::take(&mut open) {
            body.ir.for_each_expr(expr, &mut |id| {
                asked |= is_request(body, id);
                if let ExprKind::Literal(Literal::Str(text)) = body.kind(id) {
                    words.extend(Words::of(text));
                }
            });
            open.extend(locals_in(body, expr).into_iter().filter_map(|local| body.initializer(local)));
        }
    }
    match words.has_any(KEPT) {
        true if !asked => Some(Chosen::Operator),
        _ if asked => Some(Chosen::Sender(Confidence::High)),
        _ if words.has_any(SIGNED) => Some(Chosen::Sender(Confidence::Medium)),
        _ => None,
    }
}

fn report(body: &BodyCx<'_>, lint: &Lint, call: ExprId, gate: &Gate, chosen: &Chosen) -> Finding {
    let verification = body.name(call).map_or("the verification", |n| n.as_str());
    let shown = body.snippet(gate.tested);
    let fails = body.types.of(gate.tested).peel().is_ext("std::result::Result");
    let how = if fails { "fails" } else { "is missing" };
    let message = format!("`{verification}` is left out if `{shown}` {how}");
    let label = "decides whether anything is verified";
    let mut finding = body.finding(lint, gate.test, label, message);
    finding.context.push(Label::new(body.span(call), "verified only then"));
    if gate.skips != gate.test {
        finding.context.push(Label::new(gate.skips, "accepted without"));
    }
    match chosen {
        Chosen::Sender(confidence) => {
            finding.confidence = *confidence;
            finding.notes.push("who forges a message leaves its signature out".to_owned());
            finding.help.push("refuse what carries nothing to verify".to_owned());
        }
        Chosen::Operator => {
            finding.confidence = Confidence::Low;
            finding.notes.push("without the setting everybody is believed".to_owned());
            finding.help.push("fail at the start if the secret is not set".to_owned());
        }
    }
    finding
}
