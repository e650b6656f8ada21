//! `let mut rng = self.rng.clone(); rng.fill_bytes(&mut nonce)`: the clone advances, the generator that is kept does not.
//!
//! The clone is followed to what it draws, that to a nonce or salt: by a place with the role, or by name. Generators without
//! a state of their own (the system's, the thread's: not seedable in the models) may be cloned.

use crate::base::Symbol;
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::ir::{ExprId, ExprKind, PatId, PatKind, Stmt, TypeKind, UnaryOp};
use crate::resolve::{DefKind, Res};
use crate::types::Ty;

/// Steps from a value to where it is kept.
const MAX_STEPS: usize = 12;

/// `id` clones a kept generator that then draws a nonce.
pub(super) fn cloned_generator(body: &BodyCx<'_>, lint: &Lint, id: ExprId) -> Option<Finding> {
    let ExprKind::MethodCall { receiver, method, args, .. } = body.kind(id) else { return None };
    if method.sym != *"clone" || !args.is_empty() {
        return None;
    }
    let confidence = repeats(body, body.types.of(*receiver).peel())?;
    let is_generator = confidence == Confidence::High;
    if !is_kept(body, *receiver) || is_put_back(body, *receiver) {
        return None;
    }
    let (draw, what) = drawn_nonce(body, id, is_generator)?;
    let shown = body.snippet(*receiver);
    let message = format!("every {what} is drawn from a copy of `{shown}` in the same state");
    let mut finding = body.finding(lint, body.span(id), "the copy advances, the original does not", message);
    finding.confidence = finding.confidence.min(confidence);
    finding.context.push(Label::new(body.span(draw), format!("the {what} is drawn here")));
    finding.help.push(format!(
        "draw from `{shown}` itself, for instance through `&mut self` or a mutex, or from the operating system's generator"
    ));
    Some(finding)
}

/// Whether an expression is a place that outlives the call: of `self`, or behind a parameter that is a reference.
fn is_kept(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Some(func) = body.body.func else { return false };
    if func.self_param.as_ref().is_some_and(|s| !s.by_ref && s.ty.is_none()) {
        return false;
    }
    let Some(local) = root(body, id) else { return false };
    let of_self = func.self_param.as_ref().is_some_and(|s| s.pat == local);
    let of_parameter = func.params.iter().any(|p| {
        let is_reference = matches!(body.ir.types[p.ty].kind, TypeKind::Ref { .. });
        is_reference && body.ir.pattern_binds(p.pat, local)
    });
    of_self || of_parameter
}

/// The variable in which a value is kept in the end: through fields, guards of locks, and patterns that take a place apart.
fn root(body: &BodyCx<'_>, id: ExprId) -> Option<PatId> {
    let mut at = id;
    for _ in 0..MAX_STEPS {
        at = match body.kind(at) {
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => *base,
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
            ExprKind::Try(inner) | ExprKind::Await(inner) => *inner,
            ExprKind::MethodCall { receiver, method, .. } if reaches_into(method.sym.as_str()) => *receiver,
            ExprKind::Path(_) => {
                let local = body.local(at)?;
                match body.taken_from(local) {
                    Some(from) => from,
                    None => return Some(local),
                }
            }
            _ => return None,
        };
    }
    None
}

fn reaches_into(method: &str) -> bool {
    matches!(
        method,
        "lock"
            | "read"
            | "borrow"
            | "unwrap"
            | "expect"
            | "as_ref"
            | "get"
            | "as_mut"
            | "borrow_mut"
            | "write"
    )
}

/// Whether a clone of this generator repeats what the original will draw, and how sure that is.
fn repeats(body: &BodyCx<'_>, ty: &Ty) -> Option<Confidence> {
    let catalog = body.cx.catalog;
    let has_role = |path: Symbol, role: &str| {
        catalog.type_model(path, None).is_some_and(|t| t.roles.iter().any(|r| r.as_str() == role))
    };
    match ty {
        Ty::Adt(Res::Ext(ext), _) => {
            let traits = catalog.traits_of(ext.path, ext.krate.version.as_ref());
            if traits.iter().any(|&t| has_role(t, "rng/seedable")) {
                return Some(Confidence::High);
            }
            let known = catalog.type_model(ext.path, ext.krate.version.as_ref()).is_some();
            // The standard library's clones share (`Arc`) or hold no generator.
            (!known && ext.krate.package != *"std").then_some(Confidence::Low)
        }
        Ty::Adt(Res::Def(id), _) => {
            let has_state =
                body.cx.map.def(*id).kind == DefKind::Enum || !body.cx.world.table.fields(*id).is_empty();
            has_state.then_some(Confidence::Low)
        }
        // Whoever fills the parameter in may choose a seedable one.
        Ty::Param(_) => Some(Confidence::Medium),
        Ty::Unknown => Some(Confidence::Low),
        _ => None,
    }
}

/// `self.rng = rng` after the draw makes the original advance.
fn is_put_back(body: &BodyCx<'_>, original: ExprId) -> bool {
    let text = |id: ExprId| body.cx.program.sources.slice(body.span(id)).trim_start_matches('*');
    let place = text(original);
    body.exprs().any(|id| match body.kind(id) {
        ExprKind::Assign { target, .. } => text(*target) == place,
        _ => false,
    })
}

/// The first draw from the generator `clone` that gives a nonce or salt. What is not known to be a generator must be used as one.
fn drawn_nonce(body: &BodyCx<'_>, clone: ExprId, is_generator: bool) -> Option<(ExprId, &'static str)> {
    let variable = bound_to(body, clone);
    let is_it = |e: ExprId| {
        let inner = strip(body, e);
        inner == clone
            || variable.is_some()
                && matches!(body.kind(inner), ExprKind::Path(_))
                && body.local(inner) == variable
    };
    body.exprs().filter(|&id| id != clone).find_map(|id| {
        let (receiver, args) = match body.kind(id) {
            ExprKind::MethodCall { receiver, args, .. } => (Some(*receiver), args),
            ExprKind::Call { args, .. } => (None, args),
            _ => return None,
        };
        if !receiver.is_some_and(is_it) && !args.iter().any(|&a| is_it(a)) {
            return None;
        }
        if !is_generator && !draws(body, id) {
            return None;
        }
        let buffers = args.iter().filter(|&&a| !is_it(a)).copied();
        Some((id, purpose(body, id, buffers)?))
    })
}

/// Whether a call draws random bytes, by its model or its name.
fn draws(body: &BodyCx<'_>, call: ExprId) -> bool {
    let rows = body.flow.rows.get(&call).map_or(&[][..], Vec::as_slice);
    let modelled = rows.iter().any(|api| api.roles.iter().any(|r| r.role.as_str() == "rng/output"));
    modelled
        || body.words(call).has_any(&["fill", "gen", "generate", "random", "rand", "next", "sample", "draw"])
}

/// An expression without references and dereferences.
fn strip(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = id;
    loop {
        at = match body.kind(at) {
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
            ExprKind::MethodCall { receiver, method, .. } if method.sym == *"by_ref" => *receiver,
            _ => return at,
        };
    }
}

/// The variable that a `let` or an assignment gives the value of an expression.
fn bound_to(body: &BodyCx<'_>, id: ExprId) -> Option<PatId> {
    body.exprs().find_map(|e| match body.kind(e) {
        ExprKind::Block(block) | ExprKind::Async(block) => block.stmts.iter().find_map(|stmt| match stmt {
            Stmt::Let { pat, value: Some(value), .. } if strip_conversions(body, *value) == id => {
                matches!(body.ir.pats[*pat].kind, PatKind::Bind { .. }).then_some(*pat)
            }
            _ => None,
        }),
        ExprKind::Assign { target, value, .. } if strip_conversions(body, *value) == id => {
            body.local(*target)
        }
        _ => None,
    })
}

fn strip_conversions(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    // Peeling goes through `clone()`, which is what is looked for.
    match body.kind(strip(body, id)) {
        ExprKind::Try(inner) | ExprKind::Await(inner) => strip(body, *inner),
        _ => strip(body, id),
    }
}

/// What a draw is for, if it is for something that must not repeat.
fn purpose(body: &BodyCx<'_>, draw: ExprId, buffers: impl Iterator<Item = ExprId>) -> Option<&'static str> {
    let mut targets: Vec<PatId> = buffers.filter_map(|b| body.local(b)).collect();
    targets.extend(bound_to(body, draw));
    let span = body.span(draw);
    for arrival in &body.flow.arrivals {
        let what = match arrival.role.role.as_str() {
            "cipher/nonce" => "nonce",
            "kdf/salt" => "salt",
            _ => continue,
        };
        let same_origin = arrival
            .value
            .origins()
            .iter()
            .any(|o| o.span == span || o.steps().iter().any(|s| s.span == span));
        let same_variable = body.local(arrival.arg).is_some_and(|l| targets.contains(&l));
        if same_origin || same_variable || body.span(arrival.arg).contains(span) {
            return Some(what);
        }
    }
    let mut words = body.words(draw);
    for &pat in &targets {
        if let PatKind::Bind { name, .. } = &body.ir.pats[pat].kind {
            words.extend(Words::of(name.sym.as_str()));
        }
    }
    ["nonce", "salt", "iv"]
        .into_iter()
        .find(|w| words.has(w))
        .map(|w| if w == "salt" { "salt" } else { "nonce" })
}
