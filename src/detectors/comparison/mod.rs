//! A secret is compared by something that stops at the first difference.
//!
//! Looked at: `a == b`, `a != b`, `a.eq(&b)`, in conditions, match arms and guards alike. One side must be a secret by what it is
//! (a tag, a derived key, a stored password hash) or by name; a name needs a second witness that somebody else chose the other
//! side: data of a request, a parameter in a function that verifies, another secret. Silent: types whose `==` takes constant
//! time, numbers and variants, constants (a literal is known to everybody), lengths, functions that compare in constant time.

mod byte_by_byte;
mod indirect;
mod listed;
mod tag;
mod witness;

use crate::base::{Span, Symbol};
use crate::catalog::{Api, Lint};
use crate::detectors::BodyCx;
use crate::detectors::change::is_taken_over;
use crate::detectors::comparison::witness::second_witness;
use crate::detectors::unguessed::{
    are_of_one, are_siblings, are_twins, belongs_to_session, is_digest_of_token, is_repetition,
    is_weakness_rule,
};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding};
use crate::flow::{Const, Origin, OriginKind};
use crate::ir::{BinaryOp, ExprId, ExprKind, PatKind, UnaryOp};
use crate::resolve::{DefKind, Res};
use crate::types::{Callee, Ty};

/// Roles whose values are secret whatever they are called.
const SECRET_ROLES: &[&str] = &["mac/output", "kdf/output", "password/hash"];
/// Roles whose values are secret if the name says so too.
const HASHED_ROLES: &[&str] = &["hash/output", "rng/output", "cipher/ciphertext"];

/// Methods that compare with a part: whoever tries tags byte by byte is told at once that the first ones are right.
const PARTIAL: &[&str] = &["starts_with", "ends_with", "contains"];

/// Words of what a `code` proves who somebody is for.
const CODES: &[&str] = &[
    "otp",
    "totp",
    "2fa",
    "twofactor",
    "mfa",
    "pin",
    "login",
    "reset",
    "recovery",
    "verification",
    "activation",
    "confirmation",
    "invite",
];

/// Why an operand is taken for a secret.
enum Secret {
    /// It comes from an API.
    Role(Origin),
    /// Its name says so.
    Name(Symbol),
}

/// Findings of the `comparison` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, instead: &str) -> Vec<Finding> {
    if compares_in_constant_time(body) || is_clean_up(body) {
        return Vec::new();
    }
    let pairs = body.exprs().filter_map(|id| operands(body, id).map(|pair| (id, pair)));
    pairs
        .filter_map(|(id, pair)| {
            parts(body, pair).into_iter().find_map(|pair| judge(body, (lint, instead), id, pair))
        })
        .collect()
}

/// What is compared with what: of two tuples, as in `(name, password) == (login.name, login.password)`, part by part.
fn parts(body: &BodyCx<'_>, (a, b): (ExprId, ExprId)) -> Vec<(ExprId, ExprId)> {
    match (body.kind(body.peel(a)), body.kind(body.peel(b))) {
        (ExprKind::Tuple(left), ExprKind::Tuple(right)) if left.len() == right.len() => {
            left.iter().copied().zip(right.iter().copied()).collect()
        }
        _ => vec![byte_by_byte::indexed(body, (a, b)).unwrap_or((a, b))],
    }
}

/// `Drop::drop`, which nobody asks for anything.
fn is_clean_up(body: &BodyCx<'_>) -> bool {
    let DefKind::Method(owner) = body.cx.map.def(body.def).kind else { return false };
    let of = body.cx.map.impls[owner].trait_.as_ref();
    of.and_then(|res| body.cx.map.name_of(res)).is_some_and(|name| name == "Drop")
}

fn operands(body: &BodyCx<'_>, id: ExprId) -> Option<(ExprId, ExprId)> {
    match body.kind(id) {
        ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, lhs, rhs } => Some((*lhs, *rhs)),
        ExprKind::MethodCall { receiver, method, args, .. } if args.len() == 1 => {
            let compares = match method.sym.as_str() {
                "eq" | "ne" | "eq_ignore_ascii_case" => true,
                "cmp" => asks_for_equality(body, id),
                name => PARTIAL.contains(&name) || leaves_early(body, id),
            };
            let compares = compares && !is_condition_of_query(body, id);
            compares.then(|| (*receiver, args[0])).or_else(|| byte_by_byte::operands(body, id))
        }
        ExprKind::Call { args, .. } if args.len() == 2 => leaves_early(body, id).then(|| (args[0], args[1])),
        _ => None,
    }
}

/// `a.cmp(b) == Ordering::Equal`, `a.cmp(b).is_eq()`.
fn asks_for_equality(body: &BodyCx<'_>, id: ExprId) -> bool {
    let equal = |side: ExprId| body.name(side).is_some_and(|name| name == "Equal");
    body.parent(id).is_some_and(|parent| match body.kind(parent) {
        ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, lhs, rhs } => equal(*lhs) || equal(*rhs),
        ExprKind::MethodCall { method, .. } => matches!(method.sym.as_str(), "is_eq" | "is_ne"),
        _ => false,
    })
}

/// Whether only a part is compared, which is told of tags alone: prefixes of other secrets name their kind.
fn is_partial(body: &BodyCx<'_>, id: ExprId) -> bool {
    matches!(body.kind(id), ExprKind::MethodCall { method, .. } if PARTIAL.contains(&method.sym.as_str()))
        && !listed::is_asked(body, id)
}

fn is_tag(origin: &Origin) -> bool {
    matches!(&origin.kind, OriginKind::Role(role) if role.as_str() == "mac/output")
}

/// `.and_where(column.eq(token))`: a condition for a database. What filters in memory takes a closure.
fn is_condition_of_query(body: &BodyCx<'_>, id: ExprId) -> bool {
    let takes = ["filter", "or_filter", "and_where", "or_where", "cond_where", "having", "and_having", "on"];
    body.parent(id).is_some_and(|parent| match body.kind(parent) {
        ExprKind::MethodCall { method, args, .. } => {
            args.contains(&id) && takes.contains(&method.sym.as_str())
        }
        _ => false,
    })
}

/// Whether a call reaches a function of the workspace that compares and leaves its loop at the first difference.
fn leaves_early(body: &BodyCx<'_>, call: ExprId) -> bool {
    let yes_or_no = matches!(body.types.of(call), Ty::Prim(name) if *name == "bool");
    let early = |def| {
        let facts = body.summaries.get(def).map(|s| &s.facts);
        facts.is_some_and(|f| f.comparison == Some(crate::flow::Comparison::EarlyExit))
    };
    let targets = if yes_or_no { body.targets(call) } else { Vec::new() };
    !targets.is_empty() && targets.into_iter().all(early)
}

fn judge(body: &BodyCx<'_>, lint: (&Lint, &str), id: ExprId, (a, b): (ExprId, ExprId)) -> Option<Finding> {
    if harmless(body, a) || harmless(body, b) || is_repetition(body, a, b) || is_weakness_rule(body, a, b) {
        return None;
    }
    let mut sides = [(a, b, secret(body, a)), (b, a, secret(body, b))];
    // What an API says is worth more than a name.
    sides.sort_by_key(|(_, _, why)| !matches!(why, Some(Secret::Role(_))));
    let by_name_only = sides.iter().all(|(_, _, why)| !matches!(why, Some(Secret::Role(_))));
    if by_name_only
        && (is_partial(body, id)
            || are_siblings(body, a, b)
            || are_twins(body, a, b)
            || are_of_one(body, a, b)
            || is_taken_over(body, id, (a, b))
            || ignores_case(body, id)
            || is_name(body, a)
            || is_name(body, b)
            || tag::is_no_check(body, a, b))
    {
        return None;
    }
    sides.into_iter().find_map(|(secret, other, why)| {
        let witness = match why.as_ref()? {
            Secret::Role(of) if is_partial(body, id) && !is_tag(of) => return None,
            Secret::Role(_) => None,
            Secret::Name(_) => Some(second_witness(body, id, secret, other)?),
        };
        Some(report(body, lint, id, (secret, other), &why?, witness))
    })
}

/// `credential_name`: what is compared with it is a name too. The id of a session opens it.
fn is_name(body: &BodyCx<'_>, id: ExprId) -> bool {
    let words = body.words(id);
    let named = |last: &String| last == "name" || last == "id" && !words.has("session");
    words.count() > 1 && words.list().last().is_some_and(named)
}

/// Whether a comparison holds for another spelling too, as of a tag in hexadecimal digits, but of no password or token.
fn ignores_case(body: &BodyCx<'_>, id: ExprId) -> bool {
    matches!(body.kind(id), ExprKind::MethodCall { method, .. } if method.sym == "eq_ignore_ascii_case")
}

/// What makes the time of a comparison meaningless.
fn harmless(body: &BodyCx<'_>, id: ExprId) -> bool {
    let ty = body.types.of(id).peel();
    if ty.is_scalar() || takes_constant_time(body, ty) || is_local_enum(body, ty) {
        return true;
    }
    let inner = body.peel(id);
    let inner_ty = body.types.of(inner).peel();
    if takes_constant_time(body, inner_ty) && same_wrapper(body, id, inner) {
        return true;
    }
    let value = body.flow.of(id);
    let public = |c: &Const| !matches!(c, Const::Other);
    let constant = value.is_constant() && value.constants().all(|(c, _)| public(c));
    let of_state = || {
        let words = body.words(id);
        words.has("token") && words.count() == 1 && variant_words(body, id).name_metadata()
    };
    constant
        || body.names_constant(inner)
        || is_public_kind(body, ty)
        || of_state()
        || value.origins().is_empty() && names_none(body, id)
        || is_size(body, inner)
        || is_variant(body, inner)
        || is_column(body, inner)
}

/// `&mac` has the `==` of `mac`; `mac.as_bytes()` has not.
fn same_wrapper(body: &BodyCx<'_>, outer: ExprId, inner: ExprId) -> bool {
    let mut at = outer;
    while at != inner {
        at = match body.kind(at) {
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
            ExprKind::Try(e) | ExprKind::Await(e) => *e,
            _ => return false,
        };
    }
    true
}

fn names_none(body: &BodyCx<'_>, id: ExprId) -> bool {
    body.name(id).is_some_and(|n| n == "None")
}

/// `Column::Token`: a variant or unit struct, also where it is made by a macro and not known.
fn is_variant(body: &BodyCx<'_>, id: ExprId) -> bool {
    let ExprKind::Path(path) = body.kind(id) else { return false };
    let name = path.last().map_or("", |s| s.name.sym.as_str());
    name.starts_with(|c: char| c.is_ascii_uppercase()) && name.contains(|c: char| c.is_ascii_lowercase())
}

/// `devices::refresh_token`: a column of a table, which a macro made and nobody knows. The database compares.
fn is_column(body: &BodyCx<'_>, id: ExprId) -> bool {
    let ExprKind::Path(path) = body.kind(id) else { return false };
    let value = |name: &str| name.starts_with(|c: char| c.is_ascii_lowercase());
    let [.., module, column] = &path.segments[..] else { return false };
    value(module.name.sym.as_str())
        && value(column.name.sym.as_str())
        && body.names.exprs.get(&id).is_none_or(|found| matches!(found.res, Res::Ext(_)) || found.rest > 0)
}

/// A type that is named for what everybody may have, a public key or the address of a device, or one that wraps it.
fn is_public_kind(body: &BodyCx<'_>, ty: &Ty) -> bool {
    let Ty::Adt(res, args) = ty.peel() else { return false };
    let name = body.cx.map.name_of(res).map(Words::of).unwrap_or_default();
    name.has_pair("public", "key")
        || name.has_pair("verifying", "key")
        || name.has("mac") && name.has_any(&["addr", "addr6", "addr8", "address"])
        || ty.ext_path().is_some_and(wraps) && args.first().is_some_and(|inner| is_public_kind(body, inner))
}

fn is_size(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(id) {
        ExprKind::MethodCall { method, .. } => {
            matches!(method.sym.as_str(), "len" | "count" | "is_empty" | "kind" | "type_id")
        }
        ExprKind::Range { .. } | ExprKind::Tuple(_) => true,
        _ => false,
    }
}

fn takes_constant_time(body: &BodyCx<'_>, ty: &Ty) -> bool {
    match ty {
        Ty::Adt(Res::Ext(ext), _) => {
            let model = body.cx.catalog.type_model(ext.path, ext.krate.version.as_ref());
            model.is_some_and(|m| m.constant_time_eq == Some(true))
        }
        Ty::Adt(res @ Res::Def(_), _) => own_eq_is_constant_time(body, res),
        _ => false,
    }
}

/// A type of the workspace whose `PartialEq` is written by hand with a constant-time comparison in it.
fn own_eq_is_constant_time(body: &BodyCx<'_>, res: &Res) -> bool {
    let Some(eq) = body.cx.map.associated(res, Symbol::new("eq")) else { return false };
    calls_constant_time(body, eq)
}

fn is_local_enum(body: &BodyCx<'_>, ty: &Ty) -> bool {
    matches!(ty, Ty::Adt(Res::Def(id), _) if body.cx.map.def(*id).kind == DefKind::Enum)
}

/// Whether a definition's body calls a constant-time comparison or folds differences (`acc |= a ^ b`).
fn calls_constant_time(body: &BodyCx<'_>, def: crate::resolve::DefId) -> bool {
    let Some(found) = crate::resolve::body_of(body.cx.program, &body.cx.map, def) else { return false };
    let ir = body.cx.program.file(found.file);
    let names = crate::resolve::resolve_body(&body.cx.map, body.cx.program, def);
    let types = crate::types::infer(body.cx.types(), def, &names);
    let mut seen = false;
    ir.for_each_expr(found.root, &mut |id| {
        let folds = |op: &Option<BinaryOp>| matches!(op, Some(BinaryOp::BitOr));
        seen |= match &ir.exprs[id].kind {
            ExprKind::Assign { op, value, .. } if folds(op) => {
                matches!(ir.exprs[*value].kind, ExprKind::Binary { op: BinaryOp::BitXor, .. })
            }
            ExprKind::Call { .. } | ExprKind::MethodCall { .. } => match types.callees.get(&id) {
                Some(Callee::Ext(ext)) => {
                    let rows = body.cx.types().externals.rows(ext);
                    rows.iter()
                        .any(|api| api.roles.iter().any(|r| r.role.as_str() == "compare/constant-time"))
                }
                _ => false,
            },
            _ => false,
        };
    });
    seen
}

/// A function that itself compares in constant time may look at lengths and results with `==`.
fn compares_in_constant_time(body: &BodyCx<'_>) -> bool {
    let name = Words::of(body.cx.map.def(body.def).name.as_str());
    let comparison = name.has_any(&["eq", "equal", "equals", "compare", "cmp", "ct"]);
    comparison && calls_constant_time(body, body.def)
}

fn secret(body: &BodyCx<'_>, id: ExprId) -> Option<Secret> {
    let value = body.flow.of(id);
    if let Some(origin) = SECRET_ROLES.iter().find_map(|r| value.role(r)) {
        return Some(Secret::Role(origin.clone()));
    }
    if !could_hold_secret(body, id) {
        return None;
    }
    if let Some(name) = listed::name_of_list(body, id) {
        return Some(Secret::Name(name));
    }
    // `answer["proof"]["root_hash"]` is what the last of the texts says.
    if let ExprKind::Index { index, .. } = body.kind(body.peel(id))
        && let Some(key) = body.text(*index)
    {
        return opens_something(&Words::of(&key)).then(|| Secret::Name(Symbol::new(&key)));
    }
    let words = body.words(id);
    let hashed = HASHED_ROLES.iter().find_map(|r| value.role(r));
    if let Some(origin) = hashed.filter(|_| words.head_secret()) {
        return Some(Secret::Role(origin.clone()));
    }
    let own_tag = || {
        let named = words.list().last().is_some_and(|last| last == "tag");
        named && !body.types.of(id).peel().is_text() && tag::is_made_with_key(body, id)
    };
    if opens_something(&words) || is_login_code(body, id, &words) || own_tag() {
        return body.name(id).map(Secret::Name);
    }
    // `|label| ..` over `uri.token`: what it is called here says more than where it comes from.
    if words.name_metadata() {
        return None;
    }
    // `let expected = settings.admin_token.as_str()`: the field that the value comes from has the name.
    let field = |o: &Origin| if let OriginKind::Param(_, field) = o.kind { field } else { None };
    let last = |path: Symbol| Symbol::new(path.as_str().rsplit(['.', ':']).next().unwrap_or_default());
    // `record.user` of what `self.passwd` was taken apart into is another part of it.
    let part =
        if let ExprKind::Field { name, .. } = body.kind(body.peel(id)) { Some(name.sym) } else { None };
    let mut fields = value
        .origins()
        .iter()
        .filter_map(field)
        .map(last)
        .filter(|name| part.is_none_or(|part| part == *name))
        .chain(variable_of(body, id))
        .chain(unwrapped_from(body, id));
    let named = fields.find(|f| opens_something(&Words::of(f.as_str())));
    named.or_else(|| indirect::name_of_secret(body, id)).map(Secret::Name)
}

/// `ADMIN_TOKEN` of a value that was read from the environment under this name.
fn variable_of(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let origin = body.flow.of(id).role("env/value")?;
    body.cx.first_text(origin.span).map(Symbol::new)
}

/// A secret that somebody shows to be let in. Seeds and keys to sign or to encrypt are used, not shown: they are compared to find
/// the owner of a public one, or the round of a protocol.
fn opens_something(words: &Words) -> bool {
    let kept = ["signing", "shared", "encryption", "private", "encoded", "cookie"];
    let used =
        words.head_is(&["seed", "mnemonic"], &[]) || words.head_is(&["key"], &[]) && words.has_any(&kept);
    words.head_secret() && !used || words.head_is(&["psk"], &[("auth", "cookie"), ("session", "cookie")])
}

/// A `code` that somebody proves with who they are, by the words of the function and of what it is compared with.
fn is_login_code(body: &BodyCx<'_>, id: ExprId, words: &Words) -> bool {
    let around = || {
        let mut around = Words::of(&body.cx.map.path_of(body.def));
        around.extend(body.parent(id).map_or_else(Words::default, |whole| Words::of(&body.snippet(whole))));
        around.has_any(CODES)
    };
    let kind = |list: &[String]| list.iter().all(|word| CODES.contains(&word.as_str()));
    match words.list() {
        [only] => only == "code" && around(),
        [kinds @ .., last] => last == "code" && kind(kinds),
        [] => false,
    }
}

/// The name of what a variable is taken out of by `Some(t)` or `Ok(t)`: `enrol_token` of `Some(ref t) => ..` over `lamp.enrol_token`.
fn unwrapped_from(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let local = body.local(body.peel(id))?;
    let holds = |pat: &PatKind| match pat {
        PatKind::TupleStruct(path, pats) => {
            pats.contains(&local) && path.last().is_some_and(|s| s.name.sym == *"Some" || s.name.sym == *"Ok")
        }
        _ => false,
    };
    let unwraps = body.ir.pats.iter().any(|(_, pat)| holds(&pat.kind));
    body.name(body.taken_from(local).filter(|_| unwraps)?)
}

/// Words of the variant or struct that a variable is taken out of by a pattern: a token of `Condition::StateToken` is one of a
/// state.
fn variant_words(body: &BodyCx<'_>, id: ExprId) -> Words {
    let Some(local) = body.local(id) else { return Words::default() };
    let holds = |pat: &PatKind| match pat {
        PatKind::Struct(_, fields) => fields.iter().any(|(_, pat)| *pat == local),
        PatKind::TupleStruct(_, pats) => pats.contains(&local),
        _ => false,
    };
    let name = |pat: &PatKind| match pat {
        PatKind::Struct(path, _) | PatKind::TupleStruct(path, _) => path.last().map(|s| s.name.sym),
        _ => None,
    };
    let around = body.ir.pats.iter().map(|(_, pat)| &pat.kind).find(|kind| holds(kind));
    around.and_then(name).map_or_else(Words::default, |name| Words::of(name.as_str()))
}

/// Text, bytes, or options of them; an unknown type may be one.
fn could_hold_secret(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut ty = body.types.of(id).peel().clone();
    for _ in 0..4 {
        match &ty {
            Ty::Adt(Res::Ext(ext), args)
                if holds_many(ext.path.as_str()) && args.first().is_some_and(is_byte) =>
            {
                return true;
            }
            Ty::Adt(Res::Ext(ext), args) if wraps(ext.path.as_str()) => {
                ty = args.first().cloned().unwrap_or_default().peel().clone();
            }
            _ => break,
        }
    }
    match &ty {
        Ty::Unknown => true,
        Ty::Slice(inner) | Ty::Array(inner) => {
            matches!(inner.peel(), Ty::Prim(p) if *p == "u8") || !inner.is_known()
        }
        Ty::Adt(Res::Ext(_), _) => ty.is_text() || !ty.ext_path().is_some_and(|p| p.starts_with("std::")),
        Ty::Adt(Res::Def(id), _) => is_newtype_of_bytes(body, *id),
        Ty::Prim(p) => *p == "str",
        _ => false,
    }
}

fn holds_many(path: &str) -> bool {
    path == "std::vec::Vec"
}

/// `u8`, of which byte strings are made.
fn is_byte(ty: &Ty) -> bool {
    matches!(ty, Ty::Prim(p) if *p == "u8")
}

/// A struct around one text or byte string; one with more in it is a record, not a secret.
fn is_newtype_of_bytes(body: &BodyCx<'_>, id: crate::resolve::DefId) -> bool {
    let [(_, only)] = body.cx.world.table.fields(id) else { return false };
    let only = only.peel();
    only.is_text() || matches!(only, Ty::Array(_) | Ty::Slice(_)) || only.is_ext("std::vec::Vec")
}

fn wraps(path: &str) -> bool {
    matches!(
        path,
        "std::option::Option"
            | "std::result::Result"
            | "std::boxed::Box"
            | "std::sync::Arc"
            | "std::rc::Rc"
            | "std::borrow::Cow"
            | "std::vec::Vec"
    )
}

fn report(
    body: &BodyCx<'_>,
    (lint, instead): (&Lint, &str),
    id: ExprId,
    (secret, other): (ExprId, ExprId),
    why: &Secret,
    witness: Option<&str>,
) -> Finding {
    let span = body.span(id);
    let shown = body.snippet(secret);
    let message = format!("`{shown}` is compared in variable time");
    let mut finding = body.finding(lint, span, "stops at the first byte that differs", message);
    match why {
        Secret::Role(origin) => {
            let noun = if let OriginKind::Role(role) = &origin.kind { noun(role.as_str()) } else { "secret" };
            finding.flow = way(body, origin, noun, span);
        }
        Secret::Name(name) => {
            let csrf = belongs_to_session(body, *name, (secret, other));
            finding.confidence =
                finding.confidence.min(if csrf { Confidence::Low } else { Confidence::Medium });
            let text = match *name == body.cx.map.def(body.def).name {
                true => format!("`{name}` says that it is a secret"),
                false => format!("`{name}` is a secret by its name"),
            };
            finding.context.push(crate::finding::Label::new(body.span(secret), text));
        }
    }
    let of_password = matches!(why, Secret::Name(name) if Words::of(name.as_str()).name_password());
    if !of_password && is_digest_of_token(body, (secret, other)) {
        finding.confidence = Confidence::Low;
        finding.notes.push("a digest is compared: whoever varies it learns nothing of the token".to_owned());
    }
    finding.notes.extend(witness.map(str::to_owned));
    if leaves_early(body, id)
        && let Some(name) = body.name(id)
    {
        finding.notes.push(format!("`{name}` leaves its loop at the first difference"));
    }
    finding.help.push(advice(body, why, instead));
    finding
}

fn way(body: &BodyCx<'_>, origin: &Origin, noun: &str, span: Span) -> Vec<crate::finding::FlowStep> {
    body.cx.way(origin, &format!("the {noun} is made here"), span, &[], "compared here")
}

fn noun(role: &str) -> &'static str {
    match role {
        "mac/output" => "authentication tag",
        "kdf/output" => "derived key",
        "password/hash" => "password hash",
        "hash/output" => "digest",
        _ => "secret",
    }
}

/// The comparison of a crate that the project already depends on, if it has one.
fn advice(body: &BodyCx<'_>, why: &Secret, instead: &str) -> String {
    let externs = &body.cx.map.crates[body.cx.map.def(body.def).krate].externs;
    let rows = externs
        .values()
        .filter_map(|res| if let Res::Ext(ext) = res { Some(ext.krate.package.as_str()) } else { None })
        .filter_map(|package| body.cx.catalog.models.get(package))
        .flat_map(|model| &model.apis);
    let has = |api: &Api, role: &str| api.roles.iter().any(|r| r.role.as_str() == role);
    let mut fixes: Vec<&Api> = rows.filter(|api| has(api, "compare/constant-time")).collect();
    fixes.sort_unstable_by_key(|api| api.path.as_str());
    let (tags, any): (Vec<&Api>, Vec<&Api>) = fixes.into_iter().partition(|api| has(api, "mac/verify"));
    match (why, tags.first(), any.first()) {
        (Secret::Role(_), Some(verify), _) => {
            format!("verify with `{}`, which compares in constant time", verify.path)
        }
        (_, _, Some(fix)) => {
            format!("compare with `{}`, which takes the same time for any content", fix.path)
        }
        _ => format!("compare with a constant-time function, for instance {instead}"),
    }
}
