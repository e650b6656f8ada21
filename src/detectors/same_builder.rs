//! What else a builder is given: the names in the arguments of its other setters.
//!
//! ```text
//! let origin = if open { AllowOrigin::any() } else { AllowOrigin::list(names) };
//! CorsLayer::new().allow_headers([AUTHORIZATION]).allow_origin(origin).max_age(hour)
//! ```
//! From `AllowOrigin::any()` the way leads up through branches and arguments, over the variable to its use, and from each
//! call to its receiver. On it lie the calls and struct expressions of the builder, and perhaps those of what it is given to,
//! whose other arguments are not entered. Setters are told by the words of their names, since they may be the program's own
//! (a trait for the builder of a library). Only this body is looked at.

use rustc_hash::FxHashSet;

use crate::base::{Span, Symbol};
use crate::catalog::Excuse;
use crate::detectors::words::Words;
use crate::detectors::{BodyCx, mentions};
use crate::flow::Const;
use crate::ir::{ExprId, ExprKind, MacroForm, PatId, Stmt};

/// Expressions of one builder that are looked at.
const MAX_PARTS: usize = 500;

/// Whether the builder with something at this place is also given one of the names that excuse it.
pub(super) fn is_excused(body: &BodyCx<'_>, place: Span, excuse: &Excuse) -> bool {
    if excuse.names.is_empty() {
        return false;
    }
    let around = body.exprs().filter(|&e| body.span(e).contains(place)).last();
    around.is_some_and(|at| parts(body, at).into_iter().any(|part| sets(body, part, excuse)))
        && mentions::is_used(body.cx.program, excuse)
}

/// The expressions that a builder is made in, and the variables that hold it.
fn parts(body: &BodyCx<'_>, at: ExprId) -> FxHashSet<ExprId> {
    let mut seen = FxHashSet::default();
    let mut work = vec![at];
    while let Some(id) = work.pop() {
        if seen.len() < MAX_PARTS && seen.insert(id) {
            up(body, id, &mut work);
            match body.kind(id) {
                ExprKind::MethodCall { receiver, .. } => work.push(*receiver),
                ExprKind::Path(_) => {
                    work.extend(body.local(id).into_iter().flat_map(|pat| places(body, pat)))
                }
                _ => {}
            }
        }
    }
    seen
}

/// The expression whose value this one is or becomes a part of.
fn up(body: &BodyCx<'_>, id: ExprId, work: &mut Vec<ExprId>) {
    let Some(parent) = body.parent(id) else { return };
    let goes_on = match body.kind(parent) {
        ExprKind::Block(block) | ExprKind::Async(block) => {
            for stmt in &block.stmts {
                if let Stmt::Let { pat, value: Some(value), .. } = stmt
                    && *value == id
                {
                    work.extend(places(body, *pat));
                }
            }
            block.tail == Some(id)
        }
        ExprKind::If { cond, .. } => *cond != id,
        ExprKind::Match { scrutinee, .. } => *scrutinee != id,
        ExprKind::Assign { target, value, .. } => {
            work.extend((*value == id).then_some(*target));
            false
        }
        ExprKind::Macro(call) => matches!(call.form, MacroForm::Expr(_)),
        ExprKind::MethodCall { .. } | ExprKind::Call { .. } | ExprKind::Struct { .. } => true,
        ExprKind::Ref { .. } | ExprKind::Try(_) => true,
        _ => false,
    };
    if goes_on {
        work.push(parent);
    }
}

/// What a variable is made of, and where it is named.
fn places<'b>(body: &'b BodyCx<'_>, pat: PatId) -> impl Iterator<Item = ExprId> + 'b {
    let named = move |&id: &ExprId| matches!(body.kind(id), ExprKind::Path(_)) && body.local(id) == Some(pat);
    body.initializer(pat).into_iter().chain(body.exprs().filter(named))
}

/// Whether a call or struct expression sets what excuses.
fn sets(body: &BodyCx<'_>, part: ExprId, excuse: &Excuse) -> bool {
    let setter = |name: Symbol| Words::of(name.as_str()).has_any(&excuse.setters);
    match body.kind(part) {
        ExprKind::MethodCall { method, args, .. } if setter(method.sym) => {
            args.iter().any(|&arg| names(body, arg, excuse))
        }
        ExprKind::Struct { fields, .. } => {
            fields.iter().any(|f| setter(f.name.sym) && names(body, f.value, excuse))
        }
        _ => false,
    }
}

/// Whether one of the names is in an expression, that of a constant or as a text, or in what it is made of.
fn names(body: &BodyCx<'_>, id: ExprId, excuse: &Excuse) -> bool {
    let is = |name: &str| excuse.names.iter().any(|wanted| wanted.eq_ignore_ascii_case(name));
    let known = |part: ExprId| {
        let (value, element) = (body.flow.of(part), body.flow.of(part).element());
        value.constants().chain(element.constants()).any(|(constant, _)| match constant {
            Const::Str(text) => is(text),
            Const::Path(path) => is(path.as_str().rsplit("::").next().unwrap_or_default()),
            _ => false,
        })
    };
    let named = |part: ExprId| match body.kind(part) {
        ExprKind::Path(path) => path.last().is_some_and(|s| is(s.name.sym.as_str())),
        _ => false,
    };
    let mut found = known(id);
    body.ir.for_each_expr(body.initial(id), &mut |part| found |= named(part) || known(part));
    found
}
