//! The origin of a request is written into `Access-Control-Allow-Origin` as it came, and credentials are allowed beside it.
//!
//! 1. In a body that gives both headers a value, the value of the first is followed back, as a tree, through variables, patterns,
//!    branches and conversions, to a read of the request's header `Origin`.
//! 2. A way counts unless something on it tests the origin: the guard of an arm, the condition of a branch, a filter, or a
//!    condition around the header or before it that leaves. That the header is there is no test.
//!
//! Example: `match (origin, &self.allowed) { (Some(o), Some(list)) if list.contains(&o) => Some(o), (Some(o), None) => Some(o), .. }`
//! is followed to the second arm, which lets any origin through.

mod partial;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Symbol;
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::finding::{Finding, Label};
use crate::flow::Const;
use crate::ir::{Arm, BinaryOp, Block, ExprId, ExprKind, MacroForm, PatId, PatKind, Stmt, UnaryOp};

/// Steps back on one way.
const MAX_DEPTH: usize = 24;
/// The names of the headers, in lower case.
const ALLOWED: &str = "access-control-allow-origin";
const CREDENTIALS: &str = "access-control-allow-credentials";
const ORIGIN: &str = "origin";
/// Tests that something is there, which say nothing of what it is.
const PRESENCE: &[&str] = &["is_some", "is_none", "is_ok", "is_err", "is_empty", "contains_key"];
/// Methods that let a value pass or not.
const FILTERS: &[&str] = &["filter", "filter_map", "and_then", "take_if", "is_some_and"];

/// Findings in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let mut out = by_hand(body, lint);
    out.extend(partial::detect(body, lint));
    out
}

/// Findings about headers that are written by hand.
fn by_hand(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let given: Vec<(ExprId, ExprId, ExprId)> = body.exprs().filter_map(|id| pair(body, id)).collect();
    let named = |name: &'static str| given.iter().filter(move |(_, key, _)| is_header(body, *key, name));
    let Some((_, _, credentials)) = named(CREDENTIALS).find(|(_, _, value)| !says(body, *value, "false"))
    else {
        return Vec::new();
    };
    let trace = Trace { body, sources: sources(body) };
    let found = named(ALLOWED).filter_map(|&(call, _, value)| {
        let way = trace.unguarded(value, 0)?;
        if trace.is_guarded(call) {
            return None;
        }
        Some(report(body, lint, value, way, *credentials))
    });
    found.collect()
}

/// A name and a value that are given together: two arguments in a row, or a pair.
fn pair(body: &BodyCx<'_>, id: ExprId) -> Option<(ExprId, ExprId, ExprId)> {
    match body.kind(id) {
        ExprKind::Call { args: parts, .. }
        | ExprKind::MethodCall { args: parts, .. }
        | ExprKind::Tuple(parts) => match parts[..] {
            [key, value] => Some((id, key, value)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether an expression is the name of a header: a constant of the name, or its text.
fn is_header(body: &BodyCx<'_>, id: ExprId, name: &str) -> bool {
    let stated = |id: ExprId| {
        matches!(body.kind(body.peel(id)), ExprKind::Path(path)
            if path.last().is_some_and(|s| s.name.sym.as_str().to_lowercase().replace('_', "-") == name && is_constant(s.name.sym)))
    };
    let tail = match body.kind(id) {
        ExprKind::Block(Block { tail: Some(tail), .. }) => *tail,
        _ => body.peel(id),
    };
    let bound = || body.local(tail).and_then(|local| body.initializer(local));
    says(body, id, name) || stated(tail) || bound().is_some_and(stated)
}

fn is_constant(name: Symbol) -> bool {
    name.as_str().chars().all(|c| c.is_ascii_uppercase() || c == '_')
}

fn says(body: &BodyCx<'_>, id: ExprId, text: &str) -> bool {
    matches!(body.flow.of(id).single(), Some(Const::Str(is)) if is.eq_ignore_ascii_case(text))
}

/// A way on which the origin of a request arrives untested.
#[derive(Clone, Copy)]
struct Way {
    /// Where it is read.
    read: ExprId,
    /// What the arm or branch gives that lets it through, if there is one: the nearest to the header.
    gate: Option<ExprId>,
}

struct Trace<'t, 'a> {
    body: &'t BodyCx<'a>,
    /// What each variable of a pattern is taken from.
    sources: FxHashMap<PatId, ExprId>,
}

impl Trace<'_, '_> {
    /// The way by which an expression may come from the request's origin without a test.
    fn unguarded(&self, id: ExprId, depth: usize) -> Option<Way> {
        if depth > MAX_DEPTH {
            return None;
        }
        let inner = |id: ExprId| self.unguarded(id, depth + 1);
        let through = |gate: ExprId| inner(gate).map(|way| Way { gate: Some(gate), ..way });
        match self.body.kind(id) {
            ExprKind::Ref { operand, .. } | ExprKind::Cast { operand, .. } => inner(*operand),
            ExprKind::Unary { op: UnaryOp::Deref, operand } => inner(*operand),
            ExprKind::Try(value) | ExprKind::Await(value) => inner(*value),
            ExprKind::Path(_) => inner(*self.sources.get(&self.body.local(id)?)?),
            ExprKind::MethodCall { receiver, method, args, .. } => {
                let reads = args.len() == 1 && is_header(self.body, args[0], ORIGIN);
                let filters = FILTERS.contains(&method.sym.as_str()) && args.iter().any(|&a| self.decides(a));
                match reads {
                    true => Some(Way { read: id, gate: None }),
                    false if filters => None,
                    false => inner(*receiver),
                }
            }
            ExprKind::Call { args, .. } => args.iter().find_map(|&arg| inner(arg)),
            ExprKind::If { cond, then, otherwise } => {
                let open = !self.tests(*cond);
                std::iter::once(then).chain(otherwise).filter(|_| open).find_map(|&branch| through(branch))
            }
            ExprKind::Match { arms, .. } => {
                // What holds without a condition matters more than what a setting may ask for.
                let (plain, guarded): (Vec<&Arm>, Vec<&Arm>) =
                    arms.iter().partition(|arm| arm.guard.is_none());
                let open = |arm: &&Arm| !arm.guard.is_some_and(|guard| self.tests(guard));
                plain.into_iter().chain(guarded).filter(open).find_map(|arm| through(arm.body))
            }
            ExprKind::Block(Block { tail: Some(tail), .. }) => inner(*tail),
            _ => None,
        }
    }

    /// Whether the closure of a filter compares or asks something, rather than converts.
    fn decides(&self, closure: ExprId) -> bool {
        let ExprKind::Closure { body: root, .. } = self.body.kind(closure) else { return true };
        let mut found = false;
        self.body.ir.for_each_expr(*root, &mut |e| {
            found |= matches!(self.body.kind(e), ExprKind::If { .. } | ExprKind::Match { .. })
                || matches!(self.body.kind(e), ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, .. })
                || matches!(self.body.kind(e), ExprKind::MethodCall { method, .. } if asks(method.sym));
        });
        found
    }

    /// Whether a condition tests what the origin is.
    fn tests(&self, cond: ExprId) -> bool {
        match self.body.kind(cond) {
            ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, lhs, rhs } => {
                self.tests(*lhs) || self.tests(*rhs)
            }
            ExprKind::Unary { op: UnaryOp::Not, operand } => self.tests(*operand),
            ExprKind::Let { .. } => false,
            ExprKind::MethodCall { method, .. } if PRESENCE.contains(&method.sym.as_str()) => false,
            _ if partial::is_partial(self.body, cond) => false,
            ExprKind::Macro(call) if matches!(call.form, MacroForm::Opaque) => true,
            _ => self.mentions_origin(cond) || self.outcome_of_test(cond),
        }
    }

    /// Whether a variable is what a function made of the origin: `let (ok, vary) = self.is_allowed(&origin)`.
    fn outcome_of_test(&self, cond: ExprId) -> bool {
        let Some(source) = self.body.local(cond).and_then(|local| self.sources.get(&local)) else {
            return false;
        };
        match self.body.kind(*source) {
            ExprKind::MethodCall { method, .. } if PRESENCE.contains(&method.sym.as_str()) => false,
            _ => self.mentions_origin(*source),
        }
    }

    fn mentions_origin(&self, id: ExprId) -> bool {
        let mut found = false;
        self.body.ir.for_each_expr(id, &mut |part| {
            found |= matches!(self.body.kind(part), ExprKind::Path(_) | ExprKind::MethodCall { .. })
                && self.unguarded(part, MAX_DEPTH / 2).is_some();
        });
        found
    }

    /// Whether a test of the origin is around a call, or before it and leaves.
    fn is_guarded(&self, call: ExprId) -> bool {
        let upto = self.body.span(call).lo;
        let leaves = |id: ExprId| {
            let mut found = false;
            let mut see =
                |e: ExprId| found |= matches!(self.body.kind(e), ExprKind::Return(_) | ExprKind::Continue);
            self.body.ir.for_each_expr(id, &mut see);
            found
        };
        let before = |id: ExprId| match self.body.kind(id) {
            ExprKind::If { cond, then, otherwise } => {
                let exits = leaves(*then) || otherwise.is_some_and(&leaves);
                self.body.span(id).hi <= upto && exits && self.tests(*cond)
            }
            _ => false,
        };
        self.body.conditions(call).into_iter().any(|cond| self.tests(cond)) || self.body.exprs().any(before)
    }
}

/// Whether a method asks something of its receiver.
fn asks(method: Symbol) -> bool {
    let name = method.as_str();
    matches!(name, "contains" | "any" | "all" | "starts_with" | "ends_with" | "eq" | "ne" | "matches")
        || name.starts_with("is_") && !PRESENCE.contains(&name)
}

/// What the variables of all patterns of the body are taken from.
fn sources(body: &BodyCx<'_>) -> FxHashMap<PatId, ExprId> {
    let mut out = FxHashMap::default();
    let mut seen = FxHashSet::default();
    for id in body.exprs().filter(|id| seen.insert(*id)) {
        match body.kind(id) {
            ExprKind::Block(block) | ExprKind::Async(block) => {
                for stmt in &block.stmts {
                    if let Stmt::Let { pat, value: Some(value), .. } = stmt {
                        bind(body, *pat, *value, &mut out);
                    }
                }
            }
            ExprKind::Let { pat, value } => bind(body, *pat, *value, &mut out),
            ExprKind::Match { scrutinee, arms } => {
                arms.iter().for_each(|a| bind(body, a.pat, *scrutinee, &mut out))
            }
            ExprKind::MethodCall { receiver, args, .. } => {
                for &arg in args {
                    if let ExprKind::Closure { params, .. } = body.kind(arg) {
                        params.iter().for_each(|p| bind(body, p.pat, *receiver, &mut out));
                    }
                }
            }
            _ => {}
        }
    }
    out
}

/// Variables of a pattern; the parts of a tuple are told apart where a tuple is written.
fn bind(body: &BodyCx<'_>, pat: PatId, value: ExprId, out: &mut FxHashMap<PatId, ExprId>) {
    if let (PatKind::Tuple(parts), ExprKind::Tuple(values)) = (&body.ir.pats[pat].kind, body.kind(value))
        && parts.len() == values.len()
    {
        parts.iter().zip(values).for_each(|(&part, &value)| bind(body, part, value, out));
        return;
    }
    body.ir.for_each_pat(pat, &mut |p| {
        if matches!(body.ir.pats[p].kind, PatKind::Bind { .. }) {
            out.insert(p, value);
        }
    });
}

fn report(body: &BodyCx<'_>, lint: &Lint, value: ExprId, way: Way, credentials: ExprId) -> Finding {
    let message = "any website may read the answers as the signed-in user".to_owned();
    let place = body.span(way.gate.unwrap_or(value));
    let mut finding = body.finding(lint, place, "the origin of the request is allowed as it came", message);
    if !place.contains(body.span(way.read)) {
        finding.context.push(Label::new(body.span(way.read), "read from the request here"));
    }
    if !place.contains(body.span(value)) {
        finding.context.push(Label::new(body.span(value), "written into the header here"));
    }
    let conditions = body.conditions(value).into_iter();
    if let Some(test) =
        conditions.flat_map(|cond| parts_of(body, cond)).find(|&t| partial::is_partial(body, t))
    {
        let other = partial::passes(body, test);
        finding.context.push(Label::new(body.span(test), format!("`{other}` passes too")));
    }
    finding.context.push(Label::new(body.span(credentials), "and cookies are allowed"));
    finding
        .help
        .push("allow the origins of a list, and send no credentials where any origin is allowed".to_owned());
    finding
}

/// All expressions of a condition.
fn parts_of(body: &BodyCx<'_>, cond: ExprId) -> Vec<ExprId> {
    let mut out = Vec::new();
    body.ir.for_each_expr(cond, &mut |id| out.push(id));
    out
}
