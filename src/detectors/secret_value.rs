//! Whether an expression is a secret in the clear, and how sure that is.
//!
//! The witnesses: where the value comes from (a derived key), where it goes in the same body (a key of a cipher, a password of
//! a login), and what the variable, field or getter is called, which the [vocabulary](crate::detectors::derived_trait)
//! of derived traits judges together with the name of the type or function around it. Looked through: references, `?`, and
//! conversions that keep all of a text. Silent: constants and what a method makes of them, numbers, types that hide what they hold, a part of a text, and whatever is
//! named after being masked, cut or hashed.
//!
//! Example: in `error!("no session for {}", request.access_token.as_str())` the argument is the field `access_token`.

use crate::base::{Span, Symbol};
use crate::catalog::{AccessPath, Api};
use crate::detectors::BodyCx;
use crate::detectors::derived_trait::fields::{is_bytes, shows_content};
use crate::detectors::derived_trait::names;
use crate::detectors::words::Words;
use crate::finding::Confidence;
use crate::flow::{Origin, OriginKind};
use crate::ir::{ExprId, ExprKind, Literal, MacroForm, PatId, UnaryOp};
use crate::types::Ty;

/// Roles of values that are secrets whatever they are called.
const SECRET_ROLES: &[&str] = &["kdf/output"];
/// Roles of places that take a secret.
const SECRET_PLACES: &[&str] = &[
    "cipher/key",
    "mac/key",
    "signature/private-key",
    "kdf/password",
    "kdf/key-material",
    "secret/password",
    "secret/token",
    "jwt/secret",
    "cookie/key",
];
/// Conversions that give a part of a text, or something else for it.
const PARTIAL: &str = "bytes char_indices chars chunks chunks_exact collect concat drain encode_utf16 enumerate filter first get \
    get_mut iter iter_mut join last lines map max min next nth replace rsplit_once skip split split_at \
    split_once step_by sum take zip";
/// First words of functions that hand out what they are named after.
const GETTERS: &str = "get read load fetch expose find lookup obtain retrieve take to as into my own self";
/// References, conversions and such around a value.
const MAX_AROUND: usize = 16;

/// A secret.
pub struct SecretValue {
    /// What it is called.
    pub name: Option<Symbol>,
    /// Where the secret was made, if an API says so.
    pub origin: Option<Origin>,
    /// The place that takes it for a secret, if one does.
    pub used_as: Option<ExprId>,
    /// How sure it is.
    pub confidence: Confidence,
    /// It was taken out of a type that hides it.
    pub exposed: bool,
}

/// How a value is turned into text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As its content, `{}`.
    Text,
    /// By its `Debug`.
    Debug,
}

/// What is asked about a value.
pub struct Question<'a> {
    /// How it is shown.
    pub shown: Shown,
    /// Words around: the function's path, the message.
    pub around: &'a Words,
    /// Words of what hides or cuts.
    pub masked: &'a [String],
    /// A further name, of the field of a log line.
    pub field: Option<Symbol>,
}

/// The secret that an expression is, if it is one.
pub fn secret_value(body: &BodyCx<'_>, id: ExprId, question: &Question<'_>) -> Option<SecretValue> {
    let value = body.flow.of(id);
    if value.is_constant()
        || body.names_constant(peel(body, id))
        || value.origins().is_empty() && value.fields().next().is_none()
    {
        return None;
    }
    let sure = shows(body, id, question.shown)?;
    let inner = peel(body, id);
    let name = name_of(body, inner);
    let masks = |n: Symbol| is_masked(&Words::of(n.as_str()), question.masked);
    if name.is_some_and(masks) || is_masked_before(body, inner, question.masked) {
        return None;
    }
    let role = SECRET_ROLES.iter().find_map(|r| value.role(r)).filter(|_| local(body, inner).is_some());
    let used_as = used_as_secret(body, inner);
    let named = by_name(body, inner, name, question);
    let exposed = exposed(body, id).or_else(|| exposed(body, body.initializer(local(body, inner)?)?));
    let confidence = match (role, used_as, named) {
        (Some(_), ..) => Confidence::High,
        _ if exposed.is_some() => Confidence::Medium,
        (_, Some(_), Some(_)) if sure => Confidence::High,
        (_, Some(_), None) if sure && !name.is_some_and(is_plain) => Confidence::Medium,
        (.., Some(named)) if sure || named == Confidence::High => named.min(Confidence::Medium),
        (_, Some(_), _) | (_, _, Some(_)) => Confidence::Low,
        _ => return None,
    };
    if is_message(body, id) {
        return None;
    }
    // A variable that says nothing is told by the one of the environment that it was read from.
    let says = |n: &Symbol| names::confidence(&Words::of(n.as_str()), question.around, false).is_some();
    let name = exposed.or(name.filter(says)).or_else(|| variable_of_environment(body, inner)).or(name);
    Some(SecretValue { name, origin: role.cloned(), used_as, confidence, exposed: exposed.is_some() })
}

/// Whether a name says that the value is known to others, though a key is made of it: `public_url`.
fn is_plain(name: Symbol) -> bool {
    Words::of(name.as_str()).has_any(&["url", "uri", "public", "id", "name", "address", "host"])
}

/// Whether a value can be nothing but constant text, or what a method made of it: `"none set".red()`.
fn is_message(body: &BodyCx<'_>, id: ExprId) -> bool {
    let origins = body.flow.of(id).origins();
    let constant = |origin: &Origin| match origin.kind {
        OriginKind::Const(_) | OriginKind::Default(_) => true,
        OriginKind::Unknown => is_made_of_constants(body, origin.span),
        _ => false,
    };
    !origins.is_empty() && body.flow.of(id).fields().next().is_none() && origins.iter().all(constant)
}

/// Whether a place is a call of a method on a constant, with constants.
fn is_made_of_constants(body: &BodyCx<'_>, place: Span) -> bool {
    let constant = |id: ExprId| body.flow.of(id).is_constant();
    body.exprs().filter(|&e| body.span(e) == place).any(|made| match body.kind(made) {
        ExprKind::MethodCall { receiver, args, .. } => {
            constant(*receiver) && args.iter().all(|&arg| constant(arg))
        }
        _ => false,
    })
}

/// Whether the content is shown; `Some(false)` if the type is not known.
fn shows(body: &BodyCx<'_>, id: ExprId, shown: Shown) -> Option<bool> {
    let ty = body.types.of(id);
    match (ty.peel(), shown) {
        (Ty::Unknown | Ty::Param(_), _) => Some(false),
        (_, Shown::Debug) => shows_content(body, ty).then_some(true),
        (_, Shown::Text) => is_text(body, ty).then_some(true),
    }
}

/// Text, also behind a pointer.
fn is_text(body: &BodyCx<'_>, ty: &Ty) -> bool {
    body.cx.types().innermost(ty).is_text()
}

/// The expression behind what keeps all of a text.
pub fn peel(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = id;
    for _ in 0..MAX_AROUND {
        at = match body.kind(at) {
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
            ExprKind::Try(inner) | ExprKind::Await(inner) => *inner,
            ExprKind::Block(block) if block.stmts.is_empty() => match block.tail {
                Some(tail) => tail,
                None => return at,
            },
            ExprKind::MethodCall { receiver, method, .. } if keeps_all(body, method.sym) => *receiver,
            ExprKind::Call { args, .. } => match kept_argument(body.flow.rows.get(&at), args) {
                Some(arg) => arg,
                None => return at,
            },
            ExprKind::Macro(call) => match &call.form {
                MacroForm::Expr(inner) => *inner,
                _ => return at,
            },
            _ => return at,
        };
    }
    at
}

/// The name of what a value was taken out of whose type hides it: `self.password` of `self.password.expose_secret()`.
fn exposed(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let takes_out = |rows: &Vec<&Api>| {
        rows.iter().any(|api| api.roles.iter().any(|r| r.role.as_str() == "secret/exposed"))
    };
    let mut at = id;
    for _ in 0..MAX_AROUND {
        at = match body.kind(at) {
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
            ExprKind::MethodCall { receiver, .. } if body.flow.rows.get(&at).is_some_and(takes_out) => {
                return body.name(*receiver);
            }
            ExprKind::MethodCall { receiver, method, .. } if keeps_all(body, method.sym) => *receiver,
            _ => return None,
        };
    }
    None
}

fn keeps_all(body: &BodyCx<'_>, method: Symbol) -> bool {
    body.cx.conversions.get(method).is_some() && PARTIAL.split(' ').all(|p| method != *p)
}

/// The argument that a library function hands on as its result.
fn kept_argument(rows: Option<&Vec<&Api>>, args: &[ExprId]) -> Option<ExprId> {
    let flows = rows?.iter().flat_map(|api| &api.flows);
    let mut kept = flows.filter_map(|(from, to)| match (from, to) {
        (AccessPath::Argument(n), AccessPath::Return) => args.get(*n).copied(),
        _ => None,
    });
    kept.next()
}

/// The name of a variable, field or getter.
fn name_of(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    match body.kind(id) {
        ExprKind::Path(_) | ExprKind::Field { .. } => body.name(id),
        ExprKind::MethodCall { method, .. } => Some(method.sym),
        ExprKind::Call { callee, .. } => body.name(*callee),
        _ => None,
    }
}

fn by_name(
    body: &BodyCx<'_>,
    id: ExprId,
    name: Option<Symbol>,
    question: &Question<'_>,
) -> Option<Confidence> {
    // Bytes are evidence in a struct of keys only: a variable `key` is mostly that of a map or a message.
    let bytes = matches!(body.kind(id), ExprKind::Field { .. }) && is_bytes(body.types.of(id));
    let judge = |name: Symbol, owner: &Words| {
        let own = Words::of(name.as_str());
        names::confidence(&own, owner, bytes).or_else(|| names::of_database(&own, owner, question.around))
    };
    match body.kind(id) {
        ExprKind::Field { base, .. } => {
            let owner = owner_words(body, *base);
            if names::is_other_world(&owner) { None } else { judge(name?, &owner) }
        }
        ExprKind::Path(_) if is_looked_up(body, id) => None,
        ExprKind::Path(_) => {
            // `let shown = request.password.as_str()`: the field has the name, unless the variable's says that it is another thing.
            let own = name.and_then(|n| judge(n, question.around));
            let plain = || Words::of(name.map_or("", Symbol::as_str)).name_metadata();
            let of_value = || origin_field(body, id).or_else(|| variable_of_environment(body, id));
            let field = || of_value().or(question.field).and_then(|n| judge(n, question.around));
            own.or_else(|| if plain() { None } else { field() })
        }
        ExprKind::MethodCall { args, .. } | ExprKind::Call { args, .. } => {
            let name = name?;
            let words = Words::of(name.as_str());
            let getter = args.is_empty() && words.count() <= 3 || words.starts_with(GETTERS);
            if getter { judge(name, question.around) } else { None }
        }
        _ => None,
    }
}

/// Whether a variable that is named `key` is one under which something is asked for: `map.get(&key)`.
fn is_looked_up(body: &BodyCx<'_>, id: ExprId) -> bool {
    let asks = |e: ExprId| match body.kind(e) {
        ExprKind::MethodCall { method, args, .. } => {
            let name = Words::of(method.sym.as_str());
            let first =
                args.first().copied().filter(|_| name.starts_with("get contains remove entry insert"));
            first.is_some_and(|arg| body.local(arg) == body.local(id))
        }
        _ => false,
    };
    body.words(id).list() == ["key"] && body.local(id).is_some() && body.exprs().any(asks)
}

/// Words of what a field belongs to: its type, and what the value is called.
fn owner_words(body: &BodyCx<'_>, base: ExprId) -> Words {
    let mut words = body.words(base);
    if let Ty::Adt(res, _) = body.types.of(base).peel() {
        words.extend(Words::of(body.cx.map.name_of(res).unwrap_or_default()));
    }
    words
}

/// The field of a parameter that a variable holds.
fn origin_field(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let (_, path) = body.flow.of(id).only_param()?;
    Some(Symbol::new(path?.as_str().rsplit(['.', ':']).next().unwrap_or_default()))
}

/// The variable of the environment that a value was read from: `env::var("DB_PASSWORD")`.
fn variable_of_environment(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let origin = body.flow.of(id).role("env/value")?;
    body.exprs().filter(|&e| origin.span.contains(body.span(e))).find_map(|e| match body.kind(e) {
        ExprKind::Literal(Literal::Str(name)) => Some(Symbol::new(name)),
        _ => None,
    })
}

fn local(body: &BodyCx<'_>, id: ExprId) -> Option<PatId> {
    body.local(id).filter(|_| matches!(body.kind(id), ExprKind::Path(_)))
}

/// The place in this body that takes the same variable or field for a secret.
fn used_as_secret(body: &BodyCx<'_>, id: ExprId) -> Option<ExprId> {
    let place = origin_of(body, id)?;
    let takes = |role: &str| SECRET_PLACES.contains(&role);
    let arrivals = body.flow.arrivals.iter().filter(|a| takes(a.role.role.as_str()));
    arrivals.map(|a| a.arg).find(|&arg| origin_of(body, peel(body, arg)) == Some(place))
}

/// What two expressions have in common that name the same variable, or the same field of one.
fn origin_of(body: &BodyCx<'_>, id: ExprId) -> Option<(PatId, Option<Symbol>)> {
    match body.kind(id) {
        ExprKind::Path(_) => Some((local(body, id)?, None)),
        ExprKind::Field { base, name } => Some((local(body, *base)?, Some(name.sym))),
        _ => None,
    }
}

/// Whether a name says that what is left of a secret opens nothing.
pub fn is_masked(name: &Words, masked: &[String]) -> bool {
    masked.iter().any(|w| name.has(w))
}

/// `let token = mask(&token);`
fn is_masked_before(body: &BodyCx<'_>, id: ExprId, masked: &[String]) -> bool {
    let Some(first) = local(body, id).and_then(|pat| body.initializer(pat)) else { return false };
    let mut seen = false;
    body.ir.for_each_expr(first, &mut |e| {
        seen |= match body.kind(e) {
            ExprKind::Call { callee, .. } => is_masked(&body.words(*callee), masked),
            ExprKind::MethodCall { method, .. } => is_masked(&Words::of(method.sym.as_str()), masked),
            ExprKind::Index { index, .. } => matches!(body.kind(*index), ExprKind::Range { .. }),
            _ => false,
        };
    });
    seen
}
