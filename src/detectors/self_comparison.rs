//! A comparison whose two sides are the same expression, in a function that compares.
//!
//! Looked at: the operators, methods with one argument (`a.eq(&a)`, `a.ct_eq(&a)`) and functions of two values
//! (`memcmp(a, a)`). Sides are compared as trees, references and dereferences aside; they must be built from variables,
//! fields, elements and calls that only look (`as_ref()`, `iter()`, `len()`). Silent: calls with an effect (`next() == next()`),
//! comparisons of constants, and `x != x` or `x == x` of what may be a floating-point number, the test for "not a number".

use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::finding::Finding;
use crate::ir::{BinaryOp, ExprId, ExprKind, ItemKind, PatKind, UnaryOp};
use crate::resolve::{DefKind, PathRes, Res};
use crate::types::{Callee, Ty};

/// Nodes of one side that are looked at.
const MAX_NODES: usize = 200;

/// Words of functions that compare.
const COMPARES: &[&str] = &[
    "eq", "ne", "cmp", "equal", "equals", "compare", "compares", "memcmp", "memeq", "verify", "verifies",
    "matches", "match", "lt", "le", "gt", "ge",
];

/// Methods and functions that compare two values.
const COMPARISONS: &[&str] = &[
    "eq",
    "ne",
    "cmp",
    "partial_cmp",
    "total_cmp",
    "lt",
    "le",
    "gt",
    "ge",
    "ct_eq",
    "ct_ne",
    "ct_gt",
    "ct_lt",
    "eq_ignore_ascii_case",
    "equals",
    "memcmp",
    "memeq",
    "constant_time_eq",
    "equal",
    "compare",
    "constant_time_compare",
    "timing_safe_eq",
    "secure_compare",
    "fixed_time_eq",
];

/// Methods without an effect, apart from those that begin with `as_`, `to_` or `is_`.
const LOOKS: &[&str] = &[
    "len",
    "iter",
    "clone",
    "bytes",
    "chars",
    "get",
    "first",
    "last",
    "deref",
    "borrow",
    "inner",
    "unwrap",
    "expect",
    "copied",
    "cloned",
    "into",
    "into_iter",
    "value",
    "rev",
    "trim",
    "iter_mut",
    "into_inner",
    "into_bytes",
    "into_vec",
    "into_string",
    "unwrap_or_default",
    "expose_secret",
    "lines",
    "keys",
    "values",
    "min",
    "max",
    "abs",
];

/// Findings of the `self-comparison` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    if !is_comparing(body) {
        return Vec::new();
    }
    let judge = |id: ExprId| {
        let (a, b) = operands(body, id)?;
        let (a, b) = (behind_references(body, a), behind_references(body, b));
        let same = same(body, a, b) && names_variable(body, a) && !may_be_float(body, id, a);
        same.then(|| report(body, lint, id, a))
    };
    body.exprs().filter_map(judge).collect()
}

/// Whether the function is one that compares, by its trait or its name.
fn is_comparing(body: &BodyCx<'_>) -> bool {
    let def = body.cx.map.def(body.def);
    if body.body.func.is_none() {
        return false;
    }
    let trait_name = match def.kind {
        DefKind::Method(owner) => trait_of(body, owner),
        _ => None,
    };
    let compares = matches!(
        trait_name,
        Some("PartialEq" | "Eq" | "PartialOrd" | "Ord" | "ConstantTimeEq" | "ConstantTimeGreater")
    );
    compares || Words::of(def.name.as_str()).has_any(COMPARES)
}

fn trait_of(body: &BodyCx<'_>, owner: crate::resolve::ImplId) -> Option<&'static str> {
    let data = &body.cx.map.impls[owner];
    let ItemKind::Impl(item) = &body.cx.program.file(data.file).items[data.item].kind else { return None };
    item.trait_.as_ref()?.last().map(|s| s.name.sym.as_str())
}

fn operands(body: &BodyCx<'_>, id: ExprId) -> Option<(ExprId, ExprId)> {
    match body.kind(id) {
        ExprKind::Binary { op, lhs, rhs } if is_comparison(*op) => Some((*lhs, *rhs)),
        ExprKind::MethodCall { receiver, method, args, .. } if args.len() == 1 => {
            (is_side_by_side(body, id) || COMPARISONS.contains(&method.sym.as_str()) || has_role(body, id))
                .then(|| (*receiver, args[0]))
        }
        // `memcmp(a, b, n)` of C has the length behind the two places.
        ExprKind::Call { callee, args } if matches!(args.len(), 2 | 3) => {
            let ExprKind::Path(path) = body.kind(*callee) else { return None };
            let name = path.last()?.name.sym.as_str();
            (COMPARISONS.contains(&name) || has_role(body, id)).then(|| (args[0], args[1]))
        }
        _ => None,
    }
}

/// `a.iter().zip(b)`, of which all pairs are looked at.
fn is_side_by_side(body: &BodyCx<'_>, id: ExprId) -> bool {
    let method = |id: ExprId| match body.kind(id) {
        ExprKind::MethodCall { method, .. } => method.sym.as_str(),
        _ => "",
    };
    let looked_at = || body.parent(id).is_some_and(|parent| matches!(method(parent), "fold" | "all" | "any"));
    method(id) == "zip" && looked_at()
}

fn is_comparison(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge)
}

fn has_role(body: &BodyCx<'_>, id: ExprId) -> bool {
    let rows = body.flow.rows.get(&id);
    rows.is_some_and(|rows| {
        rows.iter().any(|api| api.roles.iter().any(|r| r.role.as_str() == "compare/constant-time"))
    })
}

fn behind_references(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = id;
    loop {
        at = match body.kind(at) {
            ExprKind::Ref { mutable: false, operand } | ExprKind::Unary { op: UnaryOp::Deref, operand } => {
                *operand
            }
            _ => return at,
        };
    }
}

/// Whether two expressions are the same tree and give the same value. Iterative, at most [`MAX_NODES`] nodes.
fn same(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> bool {
    let mut stack = vec![(a, b)];
    for _ in 0..MAX_NODES {
        let Some((a, b)) = stack.pop() else { return true };
        if !same_node(body, a, b, &mut stack) {
            return false;
        }
    }
    false
}

fn same_node(body: &BodyCx<'_>, a: ExprId, b: ExprId, rest: &mut Vec<(ExprId, ExprId)>) -> bool {
    match (body.kind(a), body.kind(b)) {
        (ExprKind::Path(p), ExprKind::Path(q)) => {
            p.text() == q.text() && p.qself.is_none() && body.names.exprs.get(&a) == body.names.exprs.get(&b)
        }
        (ExprKind::Literal(x), ExprKind::Literal(y)) => x == y,
        (ExprKind::Field { base: x, name: m }, ExprKind::Field { base: y, name: n }) => {
            rest.push((*x, *y));
            m.sym == n.sym
        }
        (ExprKind::Index { base: x, index: i }, ExprKind::Index { base: y, index: j }) => {
            rest.extend([(*x, *y), (*i, *j)]);
            true
        }
        (ExprKind::Range { start: a, end: b }, ExprKind::Range { start: c, end: d }) => {
            rest.extend(a.zip(*c));
            rest.extend(b.zip(*d));
            a.is_some() == c.is_some() && b.is_some() == d.is_some()
        }
        (ExprKind::Ref { operand: x, .. }, ExprKind::Ref { operand: y, .. }) => {
            rest.push((*x, *y));
            true
        }
        (ExprKind::Unary { op: o, operand: x }, ExprKind::Unary { op: p, operand: y }) => {
            rest.push((*x, *y));
            o == p
        }
        (ExprKind::Cast { operand: x, ty: s }, ExprKind::Cast { operand: y, ty: t }) => {
            rest.push((*x, *y));
            let text = |ty: &crate::ir::TypeId| body.cx.program.sources.slice(body.ir.types[*ty].span);
            text(s) == text(t)
        }
        (
            ExprKind::MethodCall { receiver: x, method: m, args: s, .. },
            ExprKind::MethodCall { receiver: y, method: n, args: t, .. },
        ) => {
            rest.push((*x, *y));
            rest.extend(s.iter().copied().zip(t.iter().copied()));
            m.sym == n.sym && s.len() == t.len() && only_looks(body, a, m.sym.as_str())
        }
        _ => false,
    }
}

/// Whether a method call gives the same value each time.
fn only_looks(body: &BodyCx<'_>, call: ExprId, name: &str) -> bool {
    if LOOKS.contains(&name) || name.starts_with("as_") || name.starts_with("to_") || name.starts_with("is_")
    {
        return true;
    }
    let Some(Callee::Def(def)) = body.types.callees.get(&call) else { return false };
    let def = body.cx.map.def(*def);
    let ir = body.cx.program.file(def.file);
    let ItemKind::Fn(func) = &ir.items[def.item].kind else { return false };
    let reads = func.self_param.as_ref().is_some_and(|s| s.by_ref && !s.mutable) && func.params.is_empty();
    reads && !func.is_async && func.body.is_some_and(|root| is_plain(ir, root))
}

/// Whether a body only reaches into its receiver: no calls but those that look.
fn is_plain(ir: &crate::ir::FileIr, root: ExprId) -> bool {
    let mut plain = true;
    ir.for_each_expr(root, &mut |id| {
        plain &= match &ir.exprs[id].kind {
            ExprKind::Path(_) | ExprKind::Field { .. } | ExprKind::Ref { .. } | ExprKind::Index { .. } => {
                true
            }
            ExprKind::Literal(_) | ExprKind::Unary { .. } | ExprKind::Block(_) | ExprKind::Range { .. } => {
                true
            }
            ExprKind::MethodCall { method, .. } => {
                let name = method.sym.as_str();
                LOOKS.contains(&name) || name.starts_with("as_") || name.starts_with("to_")
            }
            _ => false,
        };
    });
    plain
}

/// A comparison of constants with themselves is odd, but decides about nobody's value.
fn names_variable(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut found = false;
    body.ir.for_each_expr(id, &mut |e| {
        found |= matches!(body.names.exprs.get(&e), Some(PathRes { res: Res::Local(_), rest: 0 }));
    });
    found
}

/// Only "not a number" differs from itself.
fn may_be_float(body: &BodyCx<'_>, id: ExprId, side: ExprId) -> bool {
    let ty = body.types.of(side).peel();
    match ty {
        Ty::Prim(name) => matches!(name.as_str(), "f32" | "f64"),
        Ty::Unknown | Ty::Param(_) => match body.kind(id) {
            ExprKind::Binary { op, .. } => *op == BinaryOp::Ne,
            ExprKind::MethodCall { method, .. } => method.sym == *"ne",
            _ => false,
        },
        _ => false,
    }
}

fn report(body: &BodyCx<'_>, lint: &Lint, id: ExprId, side: ExprId) -> Finding {
    let shown = body.snippet(side);
    let message = format!("`{shown}` is compared with itself");
    let mut finding = body.finding(lint, body.span(id), "both sides are the same value", message);
    finding.help.push(match other_parameter(body, side) {
        Some(name) => format!("compare with `{name}`, which this function receives"),
        None => "name the value that is to be compared on one of the sides".to_owned(),
    });
    finding
}

/// The parameter that was probably meant: of two, the one that the operand does not name.
fn other_parameter(body: &BodyCx<'_>, side: ExprId) -> Option<&'static str> {
    let func = body.body.func?;
    let pats = func.self_param.iter().map(|p| p.pat).chain(func.params.iter().map(|p| p.pat));
    let pats: Vec<_> = pats.collect();
    let mut named = None;
    body.ir.for_each_expr(side, &mut |e| {
        if let Some(PathRes { res: Res::Local(pat), rest: 0 }) = body.names.exprs.get(&e) {
            named = Some(*pat);
        }
    });
    let [a, b] = pats[..] else { return None };
    let other = if named == Some(a) {
        b
    } else if named == Some(b) {
        a
    } else {
        return None;
    };
    match &body.ir.pats[other].kind {
        PatKind::Bind { name, .. } => {
            Some(name.sym.as_str().trim_start_matches('_')).filter(|n| !n.is_empty())
        }
        _ => None,
    }
}
