//! What becomes of the outcome of a verification.
//!
//! A call that verifies is told by [`BodyCx::verifies`]. [`fate`] follows its outcome outwards, through `?`, `!`, `map_err`,
//! variables that are read once, to what it decides, or to where it is lost. [`ignored`] reports what is lost,
//! [`fail_open`] a verification that is left out if the caller sends nothing to verify, [`late`] one that comes too late.
//!
//! Example: in `if !verify(tag, body) { return Err(Denied) }` the fate is a decision; in `let _ = verify(tag, body);` the outcome
//! is dropped.

pub mod fail_open;
mod fate;
pub mod ignored;
pub mod late;

use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::flow::Const;
use crate::ir::{ExprId, ExprKind, PatId, PatKind, Stmt};
use crate::resolve::{DefId, PathRes, Res};
use crate::types::Ty;

/// Macros that write to the terminal.
const PRINTS: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];
/// Macros that write a line to a log, from which nothing follows.
const LOGS: &[&str] = &["trace", "debug", "info", "warn", "error", "crit", "log", "event"];

/// Whether a call verifies a password, by its rows or by the name of the function.
fn is_password(body: &BodyCx<'_>, call: ExprId) -> bool {
    let by_row = body.flow.rows.get(&call).is_some_and(|rows| {
        rows.iter().any(|api| api.roles.iter().any(|r| r.role.as_str() == "password/verify"))
    });
    let words = body.words(call);
    by_row || words.name_password() || words.has_any(&["login", "pin"])
}

/// Whether another call of the body verifies and rejects. Of a switch it is one that does not get what was switched; of a
/// function that reads a token, one that gets the same token, or what was read of it: `Token::parse_unverified(text)?` has a method
/// that verifies.
pub fn verified_beside(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut own = locals_in(body, id);
    own.extend(kept_in(body, id));
    let is_switch = matches!(body.kind(id), ExprKind::MethodCall { .. });
    body.exprs().any(|call| {
        call != id && body.verifies(call) && {
            let shared = locals_in(body, call).iter().any(|local| own.contains(local));
            shared != is_switch && fate::rejects(body, call)
        }
    })
}

/// The variables that the value of an expression is put into.
fn kept_in(body: &BodyCx<'_>, id: ExprId) -> Vec<PatId> {
    let mut out = Vec::new();
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Block(block) | ExprKind::Async(block) => {
                for stmt in &block.stmts {
                    if let Stmt::Let { pat, value: Some(value), .. } = stmt
                        && *value == at
                    {
                        body.ir.for_each_pat(*pat, &mut |p| out.push(p));
                    }
                }
                break;
            }
            ExprKind::Try(_) | ExprKind::Await(_) => {}
            ExprKind::MethodCall { receiver, .. } if *receiver == at => {}
            _ => break,
        }
        at = parent;
    }
    out
}

/// Names of one place are followed this far.
const MAX_NAMES: usize = 6;

/// Words of functions that verify the token that they get.
const VERIFYING: &[&str] = &["authenticate", "decode", "validate", "verified", "verify"];
/// Words of functions that read a token and do not.
const READING: &[&str] = &["dangerous", "header", "insecure", "unsafe", "unverified", "without"];

/// The call of a body that verifies and rejects what it gives to a function, at a place of that function, for its `nth` parameter.
/// So a token may be read only to choose who verifies it.
pub fn verified_in_caller(body: &BodyCx<'_>, def: DefId, place: ExprId, nth: usize) -> Option<String> {
    let given = given(body, def, place, nth)?;
    let verifies = |call: ExprId| {
        let parts = match body.kind(call) {
            ExprKind::Call { args, .. } => args.clone(),
            ExprKind::MethodCall { receiver, args, .. } => [*receiver].iter().chain(args).copied().collect(),
            _ => return false,
        };
        let words = body.words(call);
        let named = words.has_any(VERIFYING) && !words.has_any(READING);
        call != place
            && parts.iter().any(|&part| place_text(body, part) == Some(given))
            && (named || body.verifies(call))
            && !is_instead(body, place, call)
            && fate::rejects(body, call)
    };
    body.exprs().find(|&call| verifies(call)).map(|call| body.snippet(call))
}

/// Whether a place is reached instead of a call or when that has failed: another branch, `verify(t).or_else(|_| read(t))`.
fn is_instead(body: &BodyCx<'_>, place: ExprId, call: ExprId) -> bool {
    let up = |from: ExprId| std::iter::successors(Some(from), |&at| body.parent(at));
    let ways: Vec<ExprId> = up(place).collect();
    let Some((under, fork)) = up(call).zip(up(call).skip(1)).find(|(_, parent)| ways.contains(parent)) else {
        return false;
    };
    let is_over = |of: &ExprId| ways.contains(of);
    match body.kind(fork) {
        ExprKind::If { otherwise, then, .. } => {
            otherwise.as_ref().is_some_and(is_over) || is_over(then) && Some(under) == *otherwise
        }
        ExprKind::Match { scrutinee, .. } => !is_over(scrutinee),
        ExprKind::MethodCall { receiver, method, .. } => {
            under == *receiver && Words::of(method.sym.as_str()).has("or")
        }
        _ => false,
    }
}

/// What a call gives for a parameter, if it is a variable or field.
fn given<'a>(body: &BodyCx<'a>, def: DefId, place: ExprId, nth: usize) -> Option<&'a str> {
    place_text(body, body.given_for(def, place, nth)?)
}

/// The text of the variable or field that an expression is, through variables and blocks that are nothing but another one.
fn place_text<'a>(body: &BodyCx<'a>, id: ExprId) -> Option<&'a str> {
    let other = |at: &ExprId| match body.kind(*at) {
        ExprKind::Block(block) => block.tail.map(|tail| body.peel(tail)),
        _ => body.local(*at).and_then(|local| body.initializer(local)).map(|value| body.peel(value)),
    };
    let names = std::iter::successors(Some(body.peel(id)), other).take(MAX_NAMES);
    let is_place = |id: &ExprId| matches!(body.kind(*id), ExprKind::Path(_) | ExprKind::Field { .. });
    names.filter(is_place).last().map(|last| body.cx.program.sources.slice(body.span(last)))
}

/// Whether nothing is done but to write to a log.
fn only_logs(body: &BodyCx<'_>, id: ExprId) -> bool {
    only_writes(body, id, LOGS)
}

/// Whether nothing is done but to call some of these macros.
fn only_writes(body: &BodyCx<'_>, id: ExprId, macros: &[&str]) -> bool {
    match body.kind(id) {
        ExprKind::Macro(call) => {
            call.path.last().is_some_and(|s| macros.contains(&s.name.sym.as_str())) && !call.leaves
        }
        ExprKind::Tuple(items) => items.is_empty(),
        ExprKind::Block(block) => {
            let writes = |stmt: &Stmt| matches!(stmt, Stmt::Expr(e, _) if only_writes(body, *e, macros));
            block.stmts.iter().all(writes) && block.tail.is_none_or(|tail| only_writes(body, tail, macros))
        }
        _ => false,
    }
}

/// Whether a body says yes in the end: `true`. To write to the terminal is then all that comes of a failure before; where it is not,
/// it may be what the program is for.
fn ends_in_yes(body: &BodyCx<'_>) -> bool {
    let last = said(body, last_of(body, body.body.root));
    let written = match body.kind(last) {
        ExprKind::Literal(_) => true,
        ExprKind::Path(_) => body.local(last).is_none(),
        _ => false,
    };
    written && is_true(body, last)
}

/// The last thing that a block does.
fn last_of(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = id;
    while let ExprKind::Block(block) = body.kind(at) {
        at = match (block.tail, block.stmts.last()) {
            (Some(tail), _) => tail,
            (None, Some(Stmt::Expr(last, _))) => *last,
            _ => return at,
        };
    }
    at
}

/// What is returned or is the value.
fn said(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    if let ExprKind::Return(Some(value)) = body.kind(id) { *value } else { id }
}

/// Whether the last thing that a block does is to say no.
pub(super) fn refuses_with(body: &BodyCx<'_>, id: ExprId) -> bool {
    refuses(body, last_of(body, id))
}

/// Whether control does not go on after an expression.
pub(super) fn leaves(body: &BodyCx<'_>, id: ExprId) -> bool {
    let last = last_of(body, id);
    match body.kind(last) {
        ExprKind::Return(_) | ExprKind::Break(_) | ExprKind::Continue => true,
        ExprKind::Macro(call) => call.leaves,
        // `Err(Denied)?` and functions that never return.
        ExprKind::Try(inner) => refuses(body, *inner),
        ExprKind::If { then, otherwise: Some(other), .. } => leaves(body, *then) && leaves(body, *other),
        ExprKind::Call { .. } | ExprKind::MethodCall { .. } => {
            let targets = body.targets(last);
            let diverges = |def| body.summaries.get(def).is_some_and(|s| s.facts.diverges);
            !targets.is_empty() && targets.into_iter().all(diverges)
        }
        _ => false,
    }
}

/// Whether a value says no: `Err(..)`, `false`, `None`.
fn refuses(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(id) {
        ExprKind::Literal(_) => is_bool(body, id, false),
        ExprKind::Path(_) => is_bool(body, id, false) || body.name(id).is_some_and(|n| n == "None"),
        ExprKind::Call { callee, args } => body.name(*callee).is_some_and(|name| match name.as_str() {
            "Err" | "err" => true,
            // `ready(Err(..))`, `Box::pin(async { Err(..) })`
            "ready" | "pin" => matches!(args[..], [only] if refuses_with(body, only)),
            _ => false,
        }),
        ExprKind::MethodCall { receiver, method, .. } => {
            matches!(method.sym.as_str(), "into" | "into_response") && refuses(body, *receiver)
        }
        ExprKind::Return(value) => value.is_some_and(|v| refuses(body, v)),
        ExprKind::Macro(call) => call.leaves || call.path.last().is_some_and(|s| s.name.sym == "Err"),
        _ => false,
    }
}

/// Whether a value is `true`; that of a closure is what it returns.
fn is_true(body: &BodyCx<'_>, id: ExprId) -> bool {
    is_bool(body, id, true)
}

fn is_bool(body: &BodyCx<'_>, id: ExprId, wanted: bool) -> bool {
    matches!(body.flow.of(id).single(), Some(Const::Bool(is)) if *is == wanted)
}

/// Whether a value says yes and nothing else: `true`, `Ok(())`, `Ok(true)`, `Ok(next.run(request).await)`.
fn accepts(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(id) {
        ExprKind::Literal(_) | ExprKind::Path(_) => is_true(body, id),
        ExprKind::Call { callee, args } => {
            let ok = matches!(body.kind(*callee), ExprKind::Path(p) if p.last().is_some_and(|s| s.name.sym == "Ok"));
            ok && args.len() == 1 && (accepts(body, args[0]) || is_plain_yes(body, args[0]))
        }
        _ => false,
    }
}

fn is_plain_yes(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(id) {
        ExprKind::Tuple(items) => items.is_empty(),
        ExprKind::Block(block) => block.tail.is_some_and(|tail| is_plain_yes(body, tail)),
        ExprKind::Path(_) => matches!(body.types.of(id), Ty::Tuple(items) if items.is_empty()),
        ExprKind::Await(inner) | ExprKind::Try(inner) => is_plain_yes(body, *inner),
        ExprKind::MethodCall { method, .. } => method.sym == "run",
        _ => false,
    }
}

/// The local variables that a pattern binds.
fn bound(body: &BodyCx<'_>, pat: PatId) -> Vec<PatId> {
    let mut out = Vec::new();
    body.ir.for_each_pat(pat, &mut |p| {
        if matches!(body.ir.pats[p].kind, PatKind::Bind { .. }) {
            out.push(p);
        }
    });
    out
}

/// The local variables that are named below an expression.
pub(super) fn locals_in(body: &BodyCx<'_>, id: ExprId) -> Vec<PatId> {
    let mut out = Vec::new();
    body.ir.for_each_expr(id, &mut |e| {
        if let Some(PathRes { res: Res::Local(pat), rest: 0 }) = body.names.exprs.get(&e) {
            out.push(*pat);
        }
    });
    out
}

/// The name of a variable.
fn name_of(body: &BodyCx<'_>, pat: PatId) -> Words {
    match &body.ir.pats[pat].kind {
        PatKind::Bind { name, .. } => Words::of(name.sym.as_str()),
        _ => Words::default(),
    }
}

/// The last name of the path of a pattern, `Some` of `Some(x)`, with its parts.
fn variant<'b>(body: &'b BodyCx<'_>, pat: PatId) -> Option<(&'static str, &'b [PatId])> {
    let (path, parts) = match &body.ir.pats[pat].kind {
        PatKind::TupleStruct(path, parts) => (path, parts.as_slice()),
        PatKind::Path(path) => (path, &[][..]),
        PatKind::Bind { name, sub: None, .. } => return Some((name.sym.as_str(), &[])),
        PatKind::Wild => return Some(("_", &[])),
        _ => return None,
    };
    path.last().map(|s| (s.name.sym.as_str(), parts))
}
