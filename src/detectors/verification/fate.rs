//! Where the outcome of a verification ends up.

use crate::base::Span;
use crate::detectors::BodyCx;
use crate::detectors::verification::{
    PRINTS, accepts, bound, ends_in_yes, is_true, last_of, leaves, only_logs, only_writes, said, variant,
};
use crate::ir::{Block, ExprId, ExprKind, PatId, PatKind, Stmt};
use crate::resolve::{PathRes, Res};
use crate::types::Ty;

/// Steps outwards.
const MAX_STEPS: usize = 64;

/// What becomes of an outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fate {
    /// Something hangs on it: an early return, a branch, the result of the function.
    Decides,
    /// It is lost in this statement.
    Dropped(Span),
    /// Only whether there is an answer is asked, not which.
    AnyAnswer(Span),
    /// A failure is replaced by `true`.
    Assumed(Span),
    /// A failure is written to a log, and that is all.
    Logged(Span),
    /// Not known.
    Unknown,
}

/// Follows an outcome outwards.
pub(super) fn fate(body: &BodyCx<'_>, call: ExprId) -> Fate {
    let mut walk = Walk { body, at: call, failed: false };
    for _ in 0..MAX_STEPS {
        if let Some(fate) = walk.step() {
            return fate;
        }
    }
    Fate::Unknown
}

struct Walk<'b, 'a> {
    body: &'b BodyCx<'a>,
    at: ExprId,
    /// Whether `true` says that the verification failed.
    failed: bool,
}

impl Walk<'_, '_> {
    fn step(&mut self) -> Option<Fate> {
        let Some(parent) = self.body.parent(self.at) else { return Some(Fate::Decides) };
        match self.body.kind(parent) {
            ExprKind::Await(_) | ExprKind::Ref { .. } | ExprKind::Cast { .. } => {}
            ExprKind::Unary { op, .. } => self.failed ^= matches!(op, crate::ir::UnaryOp::Not),
            ExprKind::Try(_) => return self.demanded(parent),
            ExprKind::MethodCall { receiver, method, args, .. } if *receiver == self.at => {
                return self.method(parent, method.sym.as_str(), method.span, args);
            }
            ExprKind::Block(block) | ExprKind::Async(block) => return self.in_block(parent, block),
            ExprKind::If { cond, then, otherwise } if *cond == self.at => {
                return Some(self.branch(parent, *then, *otherwise));
            }
            ExprKind::If { .. } => {}
            ExprKind::Let { pat, .. } => return Some(self.pattern(parent, *pat)),
            ExprKind::Match { scrutinee, .. } if *scrutinee == self.at => return Some(self.arms(parent)),
            ExprKind::Match { .. } => {}
            ExprKind::Closure { .. } => match self.chained(parent) {
                Some(chain) => self.at = chain,
                None => return Some(Fate::Unknown),
            },
            _ => return Some(Fate::Decides),
        }
        if !matches!(self.body.kind(parent), ExprKind::Closure { .. }) {
            self.at = parent;
        }
        None
    }

    /// `key.and_then(|key| signature.verify(&key))`: the outcome of the closure is that of the whole.
    fn chained(&self, closure: ExprId) -> Option<ExprId> {
        let chain = self.body.parent(closure)?;
        let ExprKind::MethodCall { method, args, .. } = self.body.kind(chain) else { return None };
        (method.sym == "and_then" && args.first() == Some(&closure)).then_some(chain)
    }

    /// `?` and `unwrap` take what is inside: nothing, or an answer that is still to be asked.
    fn demanded(&mut self, parent: ExprId) -> Option<Fate> {
        if !is_answer(self.body.types.of(parent)) {
            return Some(Fate::Decides);
        }
        self.at = parent;
        None
    }

    fn method(&mut self, parent: ExprId, name: &str, span: Span, args: &[ExprId]) -> Option<Fate> {
        let lossy = wraps_bool(self.body.types.of(self.at));
        match name {
            "unwrap" | "expect" => return self.demanded(parent),
            "is_ok" | "is_some" | "is_err" | "is_none" if lossy => return Some(Fate::AnyAnswer(span)),
            "is_err" | "is_none" => self.failed ^= true,
            "unwrap_or" | "unwrap_or_else" if args.first().is_some_and(|&a| is_true(self.body, a)) => {
                return Some(Fate::Assumed(span));
            }
            // `map(|()| true)` says what a success means, and what a failure does is told by what follows.
            "map" if lossy && args.first().is_some_and(|&a| is_true(self.body, a)) => {
                return Some(Fate::AnyAnswer(span));
            }
            "map" if args.first().is_some_and(|&a| is_true(self.body, a)) => {}
            "or_else" if args.first().is_some_and(|&a| answers_yes(self.body, a)) => {
                return Some(Fate::Assumed(span));
            }
            "map_or" if args.len() == 2 && args.iter().all(|&a| is_true(self.body, a)) => {
                return Some(Fate::Assumed(span));
            }
            "map_err" | "inspect_err" | "context" | "with_context" | "ok" | "is_ok" | "is_some" | "ok_or"
            | "unwrap_or" | "unwrap_or_else" | "unwrap_or_default" | "into" | "unwrap_u8" | "boxed" => {}
            _ => return Some(Fate::Decides),
        }
        self.at = parent;
        None
    }

    /// `verify(..).ok();`: what a method gives that only results have is an answer, whatever is known of types.
    fn asks_for_answer(&self) -> bool {
        let ExprKind::MethodCall { method, .. } = self.body.kind(self.at) else { return false };
        matches!(method.sym.as_str(), "ok" | "is_ok" | "is_err" | "map_err" | "unwrap_or_default")
    }

    fn in_block(&mut self, parent: ExprId, block: &Block) -> Option<Fate> {
        if block.tail == Some(self.at) {
            self.at = parent;
            return None;
        }
        for stmt in &block.stmts {
            match stmt {
                Stmt::Expr(e, span) if *e == self.at => {
                    let lost = is_answer(self.body.types.of(self.at)) || self.asks_for_answer();
                    return Some(if lost { Fate::Dropped(*span) } else { Fate::Decides });
                }
                Stmt::Let { pat, value: Some(value), otherwise, span, .. } if *value == self.at => {
                    return self.kept(*pat, otherwise.is_some(), *span);
                }
                _ => {}
            }
        }
        Some(Fate::Unknown)
    }

    /// `let x = ..`: of a variable that is read once, what becomes of it there.
    fn kept(&mut self, pat: PatId, tested: bool, span: Span) -> Option<Fate> {
        let unit = matches!(self.body.types.of(self.at), Ty::Tuple(items) if items.is_empty());
        if tested || unit {
            return Some(Fate::Decides);
        }
        match &self.body.ir.pats[pat].kind {
            PatKind::Wild => Some(Fate::Dropped(span)),
            PatKind::Bind { sub: None, .. } => {
                let local = PathRes { res: Res::Local(pat), rest: 0 };
                let reads = self.body.exprs().filter(|id| self.body.names.exprs.get(id) == Some(&local));
                match reads.collect::<Vec<_>>()[..] {
                    [] => Some(Fate::Dropped(span)),
                    [only] => {
                        self.at = only;
                        None
                    }
                    _ => Some(Fate::Decides),
                }
            }
            _ => Some(Fate::Decides),
        }
    }

    /// `if !verified { warn!(..) }` that goes on.
    fn branch(&self, whole: ExprId, then: ExprId, otherwise: Option<ExprId>) -> Fate {
        if otherwise.is_some_and(|no| self.same_yes(&[then, no])) {
            return Fate::Assumed(self.body.span(if self.failed { then } else { otherwise.unwrap_or(then) }));
        }
        let written = only_logs(self.body, then)
            || only_writes(self.body, then, PRINTS) && is_for_another_thing(self.body);
        let logged = self.failed && otherwise.is_none() && written;
        if logged && goes_on(self.body, whole) { Fate::Logged(self.body.span(then)) } else { Fate::Decides }
    }

    /// Whether all branches say yes, whatever the outcome.
    fn same_yes(&self, branches: &[ExprId]) -> bool {
        branches.len() > 1
            && branches.iter().all(|&id| accepts(self.body, said(self.body, last_of(self.body, id))))
    }

    /// `if let Err(e) = verify(..) { warn!(..) }`, `if let Ok(_) = verify(..)`.
    fn pattern(&self, test: ExprId, pat: PatId) -> Fate {
        let Some(whole) = self.body.parent(test) else { return Fate::Decides };
        let ExprKind::If { cond, then, otherwise } = self.body.kind(whole) else { return Fate::Decides };
        if *cond != test {
            return Fate::Decides;
        }
        match variant(self.body, pat) {
            Some(("Err", _)) => Walk { failed: true, ..*self }.branch(whole, *then, *otherwise),
            Some(("Ok", parts)) if self.takes_any(parts) => Fate::AnyAnswer(self.body.ir.pats[pat].span),
            _ => Fate::Decides,
        }
    }

    /// Whether a pattern leaves open whether the answer inside is `true`.
    fn takes_any(&self, parts: &[PatId]) -> bool {
        wraps_bool(self.body.types.of(self.at))
            && matches!(parts, [only] if matches!(self.body.ir.pats[*only].kind, PatKind::Wild))
    }

    fn arms(&self, whole: ExprId) -> Fate {
        let ExprKind::Match { arms, .. } = self.body.kind(whole) else { return Fate::Decides };
        let named = |wanted: &str| {
            let is =
                move |arm: &&crate::ir::Arm| variant(self.body, arm.pat).is_some_and(|(n, _)| n == wanted);
            arms.iter().filter(is).collect::<Vec<_>>()
        };
        if let [ok] = named("Ok")[..]
            && let Some((_, parts)) = variant(self.body, ok.pat)
            && ok.guard.is_none()
            && self.takes_any(parts)
        {
            return Fate::AnyAnswer(self.body.ir.pats[ok.pat].span);
        }
        let logged = arms.len() == 2 && arms.iter().all(|arm| only_logs(self.body, arm.body));
        match named("Err")[..] {
            [err] if logged && goes_on(self.body, whole) => Fate::Logged(self.body.span(err.body)),
            [err] if self.same_yes(&arms.iter().map(|arm| arm.body).collect::<Vec<_>>()) => {
                Fate::Assumed(self.body.span(err.body))
            }
            _ => Fate::Decides,
        }
    }
}

/// A closure that gives `Ok(())` or `Ok(true)`.
fn answers_yes(body: &BodyCx<'_>, id: ExprId) -> bool {
    matches!(body.kind(id), ExprKind::Closure { body: inner, .. } if accepts(body, said(body, last_of(body, *inner))))
}

/// Whether a body says yes in the end or gives something: then what it writes to the terminal is not what it is for.
fn is_for_another_thing(body: &BodyCx<'_>) -> bool {
    let ty = body.types.of(body.body.root).peel();
    let wrapped = ty.is_ext("std::result::Result") || ty.is_ext("std::option::Option");
    let given = if wrapped { ty.arg(0) } else { ty.clone() };
    let plain = match given.peel() {
        Ty::Tuple(items) => items.is_empty(),
        Ty::Unknown | Ty::Never | Ty::Prim(_) => true,
        other => other.is_ext("std::process::ExitCode"),
    };
    ends_in_yes(body) || !plain
}

/// Whether a value still has to be asked: a truth value, a result, an option, or not known.
fn is_answer(ty: &Ty) -> bool {
    match ty.peel() {
        Ty::Prim(name) => *name == "bool",
        ty => ty.is_ext("std::result::Result") || ty.is_ext("std::option::Option"),
    }
}

/// `Result<bool, _>` and `Option<bool>`.
fn wraps_bool(ty: &Ty) -> bool {
    let ty = ty.peel();
    (ty.is_ext("std::result::Result") || ty.is_ext("std::option::Option"))
        && matches!(ty.arg(0), Ty::Prim(name) if name == "bool")
}

/// Whether something follows an expression in its block or in one around it, up to the loop or function.
pub(super) fn goes_on(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Block(block) | ExprKind::Async(block) => {
                let upto = body.span(at).hi;
                let later = |stmt: &Stmt| match stmt {
                    Stmt::Let { span, .. } | Stmt::Expr(_, span) => span.lo >= upto,
                    Stmt::Item(_) => false,
                };
                if block.stmts.iter().any(later) || block.tail.is_some_and(|t| body.span(t).lo >= upto) {
                    return true;
                }
            }
            ExprKind::Loop { .. } | ExprKind::Closure { .. } => return false,
            _ => {}
        }
        at = parent;
    }
    false
}

/// Whether a failure of the verification leaves the function, or is its result.
pub(super) fn rejects(body: &BodyCx<'_>, call: ExprId) -> bool {
    let mut at = call;
    let mut failed = false;
    for _ in 0..MAX_STEPS {
        let Some(parent) = body.parent(at) else { return true };
        match body.kind(parent) {
            ExprKind::Try(_) | ExprKind::Return(_) => return true,
            ExprKind::If { cond, then, otherwise } if *cond == at => {
                let refusal = if failed { Some(*then) } else { *otherwise };
                return refusal.is_some_and(|r| leaves(body, r) || super::refuses(body, last_of(body, r)));
            }
            ExprKind::Match { scrutinee, arms } if *scrutinee == at => {
                return arms.iter().any(|arm| leaves(body, arm.body) || super::refuses(body, arm.body));
            }
            ExprKind::Unary { op: crate::ir::UnaryOp::Not, .. } => failed ^= true,
            ExprKind::MethodCall { method, .. } if matches!(method.sym.as_str(), "is_err" | "is_none") => {
                failed ^= true;
            }
            ExprKind::Let { pat, .. } => {
                failed = variant(body, *pat).is_some_and(|(name, _)| matches!(name, "Err" | "None"));
            }
            ExprKind::Closure { .. } => return false,
            ExprKind::Block(block) | ExprKind::Async(block) if block.tail != Some(at) => {
                let kept = block.stmts.iter().find_map(|stmt| match stmt {
                    Stmt::Let { pat, value: Some(v), otherwise, .. } if *v == at => {
                        Some((*pat, otherwise.is_some()))
                    }
                    _ => None,
                });
                match kept {
                    Some((_, true)) => return true,
                    Some((pat, false)) => {
                        let Some(&local) = bound(body, pat).first() else { return false };
                        let read = PathRes { res: Res::Local(local), rest: 0 };
                        let Some(next) = body.exprs().find(|id| body.names.exprs.get(id) == Some(&read))
                        else {
                            return false;
                        };
                        at = next;
                        continue;
                    }
                    None => return false,
                }
            }
            _ => {}
        }
        at = parent;
    }
    false
}
