//! A key that is laid over the data again and again by exclusive-or.
//!
//! ```text
//! out.push(byte ^ key[i % key.len()]);
//! data.iter().zip(key.iter().cycle()).map(|(byte, key)| byte ^ key)
//! ```
//! One operand is an element of something whose index is a remainder, or comes from an iterator that begins anew (`cycle`). What
//! is repeated has to be named as a key, and nothing around as one of the things that are built in the same way: masks of WebSocket,
//! answers to challenges, checksums. Looked at are the trees of one body.

use crate::base::Span;
use crate::catalog::Lint;
use crate::catalog::parameters::RepeatingKey;
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::finding::{Finding, Label};
use crate::flow::Const;
use crate::ir::{BinaryOp, ExprId, ExprKind, LoopKind, MacroForm, PatId, UnaryOp};

/// Wrappers around an operand that are looked through.
const MAX_AROUND: usize = 8;

/// The first such place of a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, wanted: &RepeatingKey) -> Vec<Finding> {
    let found = body.exprs().find_map(|id| {
        let operands = operands(body.kind(id))?;
        let key = operands.into_iter().find_map(|operand| repeated(body, operand))?;
        is_key(body, id, key, wanted).then_some((id, key))
    });
    found.map(|(id, key)| report(body, lint, id, key)).into_iter().collect()
}

fn operands(kind: &ExprKind) -> Option<[ExprId; 2]> {
    match kind {
        ExprKind::Binary { op: BinaryOp::BitXor, lhs, rhs } => Some([*rhs, *lhs]),
        ExprKind::Assign { target, op: Some(BinaryOp::BitXor), value } => Some([*value, *target]),
        _ => None,
    }
}

/// What an operand is an element of, if that is begun anew whenever it ends.
fn repeated(body: &BodyCx<'_>, operand: ExprId) -> Option<ExprId> {
    let element = plain(body, operand);
    if let ExprKind::Index { base, index } = body.kind(element) {
        return is_remainder(body, *index).then_some(*base);
    }
    cycled(body, body.local(element)?)
}

/// The expression behind parentheses, dereferences and casts.
fn plain(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = id;
    for _ in 0..MAX_AROUND {
        at = match body.kind(at) {
            ExprKind::Unary { op: UnaryOp::Deref, operand }
            | ExprKind::Cast { operand, .. }
            | ExprKind::Ref { operand, .. } => *operand,
            ExprKind::Macro(call) => match &call.form {
                MacroForm::Expr(inner) => *inner,
                _ => break,
            },
            _ => break,
        };
    }
    at
}

/// Whether an index is a remainder: `i % n`, or `i & 31` for a length that is a power of two.
fn is_remainder(body: &BodyCx<'_>, index: ExprId) -> bool {
    let index = body.initial(plain(body, index));
    let all_ones = |id: ExprId| match body.flow.of(id).single() {
        Some(Const::Int(Some(n))) => *n > 1 && (n + 1).is_power_of_two(),
        _ => false,
    };
    match body.kind(index) {
        ExprKind::Binary { op: BinaryOp::Rem, .. } => true,
        ExprKind::Binary { op: BinaryOp::BitAnd, lhs, rhs } => all_ones(*lhs) || all_ones(*rhs),
        _ => false,
    }
}

/// What an iterator that begins anew goes over, if a variable is bound to what comes out of it.
fn cycled(body: &BodyCx<'_>, local: PatId) -> Option<ExprId> {
    body.exprs().find_map(|id| match body.kind(id) {
        ExprKind::Loop { kind: LoopKind::For(pat, over), .. } => {
            binds(body, *pat, local).then(|| begins_anew(body, *over))?
        }
        ExprKind::MethodCall { receiver, args, .. } => {
            let takes = args.iter().any(|&arg| match body.kind(arg) {
                ExprKind::Closure { params, .. } => params.iter().any(|p| binds(body, p.pat, local)),
                _ => false,
            });
            takes.then(|| begins_anew(body, *receiver))?
        }
        _ => None,
    })
}

fn binds(body: &BodyCx<'_>, pat: PatId, local: PatId) -> bool {
    let mut found = false;
    body.ir.for_each_pat(pat, &mut |p| found |= p == local);
    found
}

fn begins_anew(body: &BodyCx<'_>, iterator: ExprId) -> Option<ExprId> {
    let mut parts = parts(body, iterator);
    let named = |&id: &ExprId| body.initializer(body.local(id)?);
    let kept: Vec<ExprId> = parts.iter().filter(|&&id| is_path(body, id)).filter_map(named).collect();
    parts.extend(kept.into_iter().flat_map(|value| self::parts(body, value)));
    parts.into_iter().find_map(|id| match body.kind(id) {
        ExprKind::MethodCall { receiver, method, args, .. } => {
            (method.sym.as_str() == "cycle" && args.is_empty()).then_some(*receiver)
        }
        _ => None,
    })
}

fn is_path(body: &BodyCx<'_>, id: ExprId) -> bool {
    matches!(body.kind(id), ExprKind::Path(_))
}

fn parts(body: &BodyCx<'_>, root: ExprId) -> Vec<ExprId> {
    let mut out = Vec::new();
    body.ir.for_each_expr(root, &mut |id| out.push(id));
    out
}

/// Whether what is repeated is named as a key, and nothing says that it serves something else.
fn is_key(body: &BodyCx<'_>, place: ExprId, key: ExprId, wanted: &RepeatingKey) -> bool {
    let name = body.words(body.chain_root(key));
    let mut around: Words = body.surrounding_words(place);
    around.extend(Words::of(body.file_stem()));
    around.extend(Words::of(body.package()));
    name.has_any(&wanted.keys) && !name.has_any(&wanted.unless) && !around.has_any(&wanted.unless)
}

fn report(body: &BodyCx<'_>, lint: &Lint, place: ExprId, key: ExprId) -> Finding {
    let key = body.chain_root(key);
    let name = body.name(key).map_or_else(|| "the key".to_owned(), |name| format!("`{name}`"));
    let message = format!("{name} is laid over the data by exclusive-or, which is no encryption");
    let span: Span = body.span(place);
    let mut finding = body.finding(lint, span, "repeats the key over the data", message);
    if !span.contains(body.span(key)) {
        finding.context.push(Label::new(body.span(key), "begins anew when it ends"));
    }
    finding.help.push(
        "encrypt with a cipher that authenticates, AES-256-GCM or XChaCha20-Poly1305, and a fresh nonce for each message".to_owned(),
    );
    finding
}
