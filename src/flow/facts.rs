//! What else is known of a function, for detectors: small questions about one body, answered once.
//!
//! Each is a function of the body's shape and values. Only what holds on every path is said.

use crate::flow::eval::BodyFlow;
use crate::flow::value::{OriginKind, Value};
use crate::ir::{
    BinaryOp, Block, ExprId, ExprKind, FileIr, Fn, Literal, LoopKind, MacroForm, Stmt, TypeKind,
};

/// Nesting of results beyond which nothing is said.
const MAX_DEPTH: usize = 200;
/// Roles of what a random generator fills in.
const RANDOM: &str = "rng/output";
/// The role of a comparison by a library that takes constant time.
const CONSTANT_TIME: &str = "compare/constant-time";

/// How a function compares two byte strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Over the whole length, by accumulated differences or by a library made for it.
    ConstantTime,
    /// It stops at the first difference.
    EarlyExit,
}

/// What is known of a function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// It returns `Ok(..)`, `Some(..)` or `true` on every path: a verifier that accepts anything.
    pub accepts: bool,
    /// It returns the same constant on every path.
    pub constant: bool,
    /// It compares two byte strings.
    pub comparison: Option<Comparison>,
    /// The `&mut` parameters that it fills with random bytes.
    pub random: Vec<usize>,
    /// It never returns.
    pub diverges: bool,
    /// Its result is the outcome of a verification, see [`verification`](crate::flow::verification).
    pub verifies: bool,
}

impl Facts {
    /// The facts of an evaluated body; `verifies` is told by [`verification`](crate::flow::verification).
    pub fn of(ir: &FileIr, func: Option<&Fn>, root: ExprId, flow: &BodyFlow<'_>) -> Facts {
        let Some(func) = func else { return Facts { constant: is_constant(&flow.ret), ..Facts::default() } };
        let own = own_exprs(ir, root);
        Facts {
            accepts: accepts(ir, root, &own),
            constant: is_constant(&flow.ret),
            comparison: comparison(ir, func, &own, flow),
            random: flow.writes.iter().filter(|(_, v)| is_random(v)).map(|&(n, _)| n).collect(),
            diverges: diverges(ir, func, root, &own),
            verifies: false,
        }
    }
}

fn is_constant(value: &Value) -> bool {
    value.is_constant() && value.origins().len() == 1 && value.fields().all(|(_, field)| is_constant(field))
}

fn is_random(value: &Value) -> bool {
    let random = |kind: &OriginKind| match kind {
        OriginKind::Role(role) => role.as_str().starts_with("rng/"),
        // The generator that it was lent.
        OriginKind::Param(_, None) => true,
        _ => false,
    };
    value.role(RANDOM).is_some() && value.origins().iter().all(|o| random(&o.kind))
}

/// The expressions of a body without those of closures and `async` blocks, whose `return` and `?` are their own.
fn own_exprs(ir: &FileIr, root: ExprId) -> Vec<ExprId> {
    let mut out = Vec::new();
    let mut stack = vec![root];
    while let Some(id) = stack.pop() {
        out.push(id);
        if !matches!(ir.exprs[id].kind, ExprKind::Closure { .. } | ExprKind::Async(_)) {
            ir.for_each_child(id, &mut |child| stack.push(child));
        }
    }
    out
}

/// Whether what a branch gives back, or leaves the function with, is `Ok(..)`, `Some(..)` or `true` and nothing else.
pub fn accepts_in(ir: &FileIr, branch: ExprId) -> bool {
    let own = own_exprs(ir, branch);
    let returned =
        |id: &ExprId| if let ExprKind::Return(value) = &ir.exprs[*id].kind { *value } else { None };
    let leaves_so = own.iter().filter_map(returned).next().is_some_and(|value| accepted(ir, value));
    accepts(ir, branch, &own)
        || leaves_so && !own.iter().any(|&id| matches!(ir.exprs[id].kind, ExprKind::Try(_)))
}

/// Whether every result is `Ok(..)`, `Some(..)` or `true`, and no `?` leaves with another.
fn accepts(ir: &FileIr, root: ExprId, own: &[ExprId]) -> bool {
    let mut results = Vec::new();
    let mut complete = results_of(ir, root, &mut results, 0);
    for &id in own {
        match &ir.exprs[id].kind {
            ExprKind::Try(_) | ExprKind::Return(None) => return false,
            ExprKind::Return(Some(value)) => complete &= results_of(ir, *value, &mut results, 0),
            _ => {}
        }
    }
    complete && !results.is_empty() && results.iter().all(|&id| accepted(ir, id))
}

fn accepted(ir: &FileIr, id: ExprId) -> bool {
    match &ir.exprs[id].kind {
        ExprKind::Literal(Literal::Bool(value)) => *value,
        ExprKind::Call { callee, .. } => matches!(
            &ir.exprs[*callee].kind,
            ExprKind::Path(path) if path.last().is_some_and(|s| s.name.sym == "Ok" || s.name.sym == "Some")
        ),
        _ => false,
    }
}

/// Collects the expressions whose values an expression may have; `false` if too deep. Ways that do not come back have none.
fn results_of(ir: &FileIr, id: ExprId, out: &mut Vec<ExprId>, depth: usize) -> bool {
    if depth > MAX_DEPTH {
        return false;
    }
    match &ir.exprs[id].kind {
        ExprKind::Block(block) => match (block.tail, block.stmts.last()) {
            (Some(tail), _) => results_of(ir, tail, out, depth + 1),
            (None, Some(Stmt::Expr(last, _))) => results_of(ir, *last, out, depth + 1),
            _ => false,
        },
        ExprKind::If { then, otherwise: Some(otherwise), .. } => {
            results_of(ir, *then, out, depth + 1) && results_of(ir, *otherwise, out, depth + 1)
        }
        ExprKind::Match { arms, .. } => arms.iter().all(|arm| results_of(ir, arm.body, out, depth + 1)),
        ExprKind::Return(_) => true,
        _ if ends(ir, id) => true,
        _ => {
            out.push(id);
            true
        }
    }
}

/// Whether evaluation does not get past an expression of this shape.
fn ends(ir: &FileIr, id: ExprId) -> bool {
    match &ir.exprs[id].kind {
        ExprKind::Macro(call) => call.leaves,
        ExprKind::Call { callee, .. } => match &ir.exprs[*callee].kind {
            ExprKind::Path(path) => matches!(
                path.text().as_str(),
                "std::process::exit" | "process::exit" | "std::process::abort" | "process::abort"
            ),
            _ => false,
        },
        _ => false,
    }
}

fn diverges(ir: &FileIr, func: &Fn, root: ExprId, own: &[ExprId]) -> bool {
    if func.ret.is_some_and(|ty| matches!(ir.types[ty].kind, TypeKind::Never)) {
        return true;
    }
    let leaves = |id: &ExprId| matches!(ir.exprs[*id].kind, ExprKind::Return(_) | ExprKind::Try(_));
    if own.iter().any(leaves) {
        return false;
    }
    let ExprKind::Block(Block { stmts, tail }) = &ir.exprs[root].kind else { return false };
    let last = tail.or_else(|| match stmts.last() {
        Some(Stmt::Expr(last, _)) => Some(*last),
        _ => None,
    });
    let breaks = || own.iter().any(|&id| matches!(ir.exprs[id].kind, ExprKind::Break(_)));
    last.is_some_and(|last| match &ir.exprs[last].kind {
        ExprKind::Loop { kind: LoopKind::Loop, .. } => !breaks(),
        _ => ends(ir, last),
    })
}

/// How a function of two or more parameters that answers yes or no compares them.
fn comparison(ir: &FileIr, func: &Fn, own: &[ExprId], flow: &BodyFlow<'_>) -> Option<Comparison> {
    let params = func.params.len() + usize::from(func.self_param.is_some());
    if params < 2 || func.ret.is_none() {
        return None;
    }
    let modelled =
        || flow.rows.values().flatten().any(|api| api.roles.iter().any(|r| r.role.as_str() == CONSTANT_TIME));
    if modelled() {
        return Some(Comparison::ConstantTime);
    }
    let loops = own.iter().filter_map(|&id| match &ir.exprs[id].kind {
        ExprKind::Loop { body, .. } => Some(*body),
        _ => None,
    });
    let loops: Vec<ExprId> = loops.collect();
    if loops.iter().any(|&body| leaves_at_difference(ir, body)) {
        return Some(Comparison::EarlyExit);
    }
    let folds = own.iter().filter_map(|&id| match &ir.exprs[id].kind {
        ExprKind::MethodCall { method, args, .. } if method.sym == "fold" => args.get(1).copied(),
        _ => None,
    });
    let accumulates = loops.iter().copied().chain(folds).any(|body| accumulates_differences(ir, body));
    accumulates.then_some(Comparison::ConstantTime)
}

/// Whether a loop is left at the first difference: `if a != b { return false }`.
pub fn leaves_at_difference(ir: &FileIr, body: ExprId) -> bool {
    own_exprs(ir, body).into_iter().any(|id| match &ir.exprs[id].kind {
        ExprKind::If { cond, then, .. } => {
            let differs = matches!(ir.exprs[*cond].kind, ExprKind::Binary { op: BinaryOp::Ne, .. });
            let leaves = |id| matches!(ir.exprs[id].kind, ExprKind::Return(_) | ExprKind::Break(_));
            differs && own_exprs(ir, *then).into_iter().any(leaves)
        }
        _ => false,
    })
}

/// `acc |= a ^ b`, or `acc | (a ^ b)` as what a closure returns.
pub fn accumulates_differences(ir: &FileIr, body: ExprId) -> bool {
    let mut found = false;
    ir.for_each_expr(body, &mut |id| {
        let value = match &ir.exprs[id].kind {
            ExprKind::Assign { op: Some(BinaryOp::BitOr), value, .. } => *value,
            ExprKind::Binary { op: BinaryOp::BitOr, rhs, .. } => *rhs,
            _ => return,
        };
        found |= is_difference(ir, value);
    });
    found
}

fn is_difference(ir: &FileIr, mut id: ExprId) -> bool {
    for _ in 0..4 {
        id = match &ir.exprs[id].kind {
            ExprKind::Binary { op: BinaryOp::BitXor, .. } => return true,
            ExprKind::Cast { operand, .. } | ExprKind::Unary { operand, .. } => *operand,
            ExprKind::Macro(call) => match call.form {
                MacroForm::Expr(inner) => inner,
                _ => return false,
            },
            _ => return false,
        };
    }
    false
}
