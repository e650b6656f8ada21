//! Which types are printed by `{:?}`, and where.
//!
//! A body prints the types of the values that it formats with `{:?}`, `?value` of a log line, `dbg!`, the assertions of equality,
//! the parts of a `Debug` written by hand, the errors that it unwraps, and the parameters that `#[instrument]` records.
//! Not meant is what a program that is no server shows on the terminal, a value whose form without secrets is printed beside
//! it, as a setting says, and what a cell gives back that was set before.
//! Printing a type that derives `Debug` prints the types of its fields, and one whose `Debug` is written by hand what that shows.
//! Values behind a generic parameter are not seen.
//!
//! Example: `info!(?request)` with `struct Request { login: Login }` prints `Request` and `Login`.

use rustc_hash::FxHashMap;

use crate::base::{Span, Symbol};
use crate::detectors::derived_trait::fields::is_container;
use crate::detectors::derived_trait::names;
use crate::detectors::derived_trait::{Programs, derive_of};
use crate::detectors::words::Words;
use crate::detectors::{BodyCx, Context};
use crate::ir::{Attr, ExprId, ExprKind, FormatTrait, Literal, MacroCall, MacroForm, Name, PatId, PatKind};
use crate::resolve::{DefId, DefKind, Namespace, Res};
use crate::types::Ty;

/// Types inside of types are looked at this deep.
const MAX_DEPTH: usize = 6;
/// Words of methods that leave the secrets out, and of variables that hold what is left.
const REDACTING: &[&str] = &[
    "sanitize",
    "sanitized",
    "redact",
    "redacted",
    "mask",
    "masked",
    "scrub",
    "scrubbed",
    "censor",
    "censored",
    "obfuscated",
    "filtered",
];
/// Macros that print to the terminal, which is read by whoever started the program, unless it is a server.
const TERMINAL: &[&str] = &["print", "println", "eprint", "eprintln"];
/// Macros that print all of their arguments.
const PRINTING_MACROS: &[&str] = &["dbg", "assert_eq", "assert_ne", "debug_assert_eq", "debug_assert_ne"];

/// A type that a body prints.
#[derive(Clone, Debug)]
pub struct Print {
    /// The type whose `Debug` the body is, if it is one: then it prints only where that is printed.
    pub by: Option<DefId>,
    /// What is printed.
    pub shown: DefId,
    /// The place.
    pub place: Span,
}

/// Types of the workspace that are printed, each with a place.
#[derive(Debug, Default)]
pub struct Printed {
    places: FxHashMap<DefId, Span>,
}

impl Printed {
    /// Collects what bodies print and follows it into fields.
    pub fn new(cx: &Context<'_>, prints: Vec<Print>) -> Printed {
        let mut by_hand: FxHashMap<DefId, Vec<(DefId, Span)>> = FxHashMap::default();
        let mut seen: Vec<(DefId, Span)> = Vec::new();
        for Print { by, shown, place } in prints {
            match by {
                Some(owner) if !Programs::is_offered(cx, owner) => {
                    by_hand.entry(owner).or_default().push((shown, place));
                }
                _ => seen.push((shown, place)),
            }
        }
        // The first place in order of position stands for all.
        seen.sort_by(|a, b| b.1.cmp(&a.1).then(b.0.cmp(&a.0)));
        let mut out = Printed::default();
        while let Some((id, place)) = seen.pop() {
            if out.places.contains_key(&id) {
                continue;
            }
            out.places.insert(id, place);
            seen.extend(by_hand.remove(&id).unwrap_or_default());
            let def = cx.map.def(id);
            let item = &cx.program.file(def.file).items[def.item];
            if derive_of(cx, item, "Debug").is_some() {
                let fields = fields(cx, id);
                seen.extend(fields.into_iter().map(|id| (id, place)));
            }
        }
        out
    }

    /// A place where values of the type are printed.
    pub fn place(&self, id: DefId) -> Option<Span> {
        self.places.get(&id).copied()
    }
}

fn fields(cx: &Context<'_>, id: DefId) -> Vec<DefId> {
    let variants = cx.map.trait_items.get(&id).into_iter().flat_map(|items| items.values().copied());
    let variants = variants.filter(|&v| matches!(cx.map.def(v).kind, DefKind::Variant(..)));
    let mut out = Vec::new();
    for part in std::iter::once(id).chain(variants) {
        cx.world.table.fields(part).iter().for_each(|(_, ty)| heads(ty, 0, &mut out));
    }
    out.sort_unstable();
    out
}

/// Types of the workspace that a value of this type shows.
pub(in crate::detectors) fn heads(ty: &Ty, depth: usize, out: &mut Vec<DefId>) {
    if depth > MAX_DEPTH {
        return;
    }
    match ty {
        Ty::Adt(Res::Def(id), _) => out.push(*id),
        Ty::Adt(_, args) => args.iter().for_each(|ty| heads(ty, depth + 1, out)),
        Ty::Ref(inner) | Ty::Slice(inner) | Ty::Array(inner) => heads(inner, depth + 1, out),
        Ty::Tuple(items) => items.iter().for_each(|ty| heads(ty, depth + 1, out)),
        _ => {}
    }
}

/// The types that a body prints; code for tests prints for the author only.
pub fn in_body(body: &BodyCx<'_>) -> Vec<Print> {
    if body.cx.map.def(body.def).in_test {
        return Vec::new();
    }
    let mut out = Vec::new();
    let by = is_debug_of(body);
    let mut push = |ty: &Ty, place: Span| {
        let mut found = Vec::new();
        heads(ty, 0, &mut found);
        out.extend(found.into_iter().map(|shown| Print { by, shown, place }));
    };
    for id in body.exprs() {
        match body.kind(id) {
            ExprKind::Macro(call) if !is_shown_to_caller(body, call) => {
                let printed = printed_by_macro(call).filter(|&value| !is_rid_of_secrets(body, value));
                printed.for_each(|value| push(body.types.of(value), body.span(value)));
            }
            ExprKind::MethodCall { receiver, method, args, .. } => {
                let ty = body.types.of(*receiver).peel();
                let path = ty.ext_path().unwrap_or_default();
                match (path, method.sym.as_str()) {
                    ("std::result::Result", "unwrap" | "expect") if sets(body, *receiver) => {}
                    ("std::result::Result", "unwrap" | "expect") if tells_content(&ty.arg(1)) => {
                        push(&ty.arg(1), method.span);
                    }
                    ("std::result::Result", "unwrap_err" | "expect_err") => push(&ty.arg(0), method.span),
                    (path, "field" | "entry" | "entries") if path.starts_with("std::fmt::Debug") => {
                        args.iter().for_each(|&arg| push(body.types.of(arg), body.span(arg)));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    recorded(body, &mut push);
    out
}

/// The type whose `Debug` by hand a body is.
pub(super) fn is_debug_of(body: &BodyCx<'_>) -> Option<DefId> {
    let DefKind::Method(owner) = body.cx.map.def(body.def).kind else { return None };
    let data = &body.cx.map.impls[owner];
    let of = data.trait_.as_ref().and_then(|res| body.cx.map.name_of(res));
    match &data.self_ty {
        Some(Res::Def(id)) if of == Some("Debug") => Some(*id),
        _ => None,
    }
}

/// Whether a value is made for printing: `config.sanitized()`, `redacted_config`; or is the other choice: `config`, where that stands beside it.
fn is_rid_of_secrets(body: &BodyCx<'_>, value: ExprId) -> bool {
    let rid = |id: ExprId| match body.kind(id) {
        ExprKind::MethodCall { receiver, method, .. } => {
            Words::of(method.sym.as_str()).has_any(REDACTING).then_some(*receiver)
        }
        _ => None,
    };
    let inner = body.peel(value);
    let named = || body.local(inner).is_some_and(|local| body.pattern_words(local).has_any(REDACTING));
    let beside = || {
        let local = body.local(inner).filter(|_| matches!(body.kind(inner), ExprKind::Path(_)));
        local.is_some() && body.exprs().filter_map(rid).any(|receiver| body.local(receiver) == local)
    };
    rid(inner).is_some() || named() || beside() || is_overwritten(body, inner)
}

/// Whether a secret field of a variable is overwritten with something that hides it:
/// `shown.password = "***".to_owned(); info!("{shown:?}")`.
fn is_overwritten(body: &BodyCx<'_>, value: ExprId) -> bool {
    let local = body.local(value).filter(|_| matches!(body.kind(value), ExprKind::Path(_)));
    let hides = |id: ExprId| {
        let mut found = false;
        body.ir.for_each_expr(id, &mut |part| {
            found |= match body.kind(part) {
                ExprKind::Literal(Literal::Str(_)) => true,
                ExprKind::Path(path) => path.as_ident().is_some_and(|name| name.sym == *"None"),
                ExprKind::Call { callee, .. } => body.words(*callee).has_any(REDACTING),
                ExprKind::MethodCall { method, .. } => Words::of(method.sym.as_str()).has_any(REDACTING),
                _ => false,
            };
        });
        found
    };
    local.is_some()
        && body.exprs().any(|id| match body.kind(id) {
            ExprKind::Assign { target, op: None, value: given } => match body.kind(*target) {
                ExprKind::Field { base, name } => {
                    let named = names::confidence(&Words::of(name.sym.as_str()), &Words::default(), false);
                    body.local(*base) == local && named.is_some() && hides(*given)
                }
                _ => false,
            },
            _ => false,
        })
}

/// Whether an error shows what it carries. `SendError<Login>` and `PoisonError<Guard>` do not, since they are made for any type.
fn tells_content(error: &Ty) -> bool {
    match error.peel() {
        Ty::Adt(Res::Ext(ext), _) => is_container(ext.path.as_str()),
        _ => true,
    }
}

/// `CELL.set(config)`, which gives the value back if there is one already: a mistake that no run gets by.
fn sets(body: &BodyCx<'_>, result: ExprId) -> bool {
    let ExprKind::MethodCall { method, args, .. } = body.kind(result) else { return false };
    method.sym == *"set" && args.len() == 1
}

fn is_shown_to_caller(body: &BodyCx<'_>, call: &MacroCall) -> bool {
    let terminal = call.path.last().is_some_and(|s| TERMINAL.contains(&s.name.sym.as_str()));
    terminal && !body.serves()
}

fn printed_by_macro(call: &MacroCall) -> impl Iterator<Item = ExprId> + '_ {
    let all = call.path.last().is_some_and(|s| PRINTING_MACROS.contains(&s.name.sym.as_str()));
    let format = if let MacroForm::Format(format) = &call.form { Some(format) } else { None };
    let formatted = format.into_iter().flat_map(|f| &f.args);
    let formatted = formatted.filter(|arg| arg.how == FormatTrait::Debug).map(|arg| arg.value);
    let leading = format.into_iter().flat_map(|f| &f.leading).copied();
    let listed = if let MacroForm::Exprs(list) = &call.form { &list[..] } else { &[] };
    let whole = if let MacroForm::Expr(value) = call.form { Some(value) } else { None };
    let arguments = leading.chain(listed.iter().copied()).chain(whole).filter(move |_| all);
    formatted.chain(arguments)
}

/// Types of the parameters that the attribute `#[instrument]` records.
fn recorded(body: &BodyCx<'_>, push: &mut impl FnMut(&Ty, Span)) {
    for (pat, name) in recorded_parameters(body).into_iter().flat_map(|r| r.parameters) {
        if let Some(ty) = body.types.locals.get(&pat) {
            push(ty, name.span);
        }
    }
}

/// What the attribute `#[instrument]` of a function records.
pub(in crate::detectors) struct Recorded {
    /// The attribute.
    pub(in crate::detectors) attr: Span,
    /// The parameters, which it records by `Debug` unless told to skip them.
    pub(in crate::detectors) parameters: Vec<(PatId, Name)>,
    /// The names that it is told to skip.
    pub(in crate::detectors) skipped: Vec<Symbol>,
}

/// The parameters of the function whose body this is that an attribute `#[instrument]` records.
pub(in crate::detectors) fn recorded_parameters(body: &BodyCx<'_>) -> Option<Recorded> {
    let def = body.cx.map.def(body.def);
    let item = &body.ir.items[def.item];
    let attr =
        item.attrs.iter().find(|a| a.name().as_str().ends_with("instrument") && !skips_by_itself(body, a))?;
    let func = body.body.func.filter(|_| !skips(attr, "skip_all", None))?;
    let pats = func.self_param.iter().map(|p| p.pat).chain(func.params.iter().map(|p| p.pat));
    let mut parameters = Vec::new();
    pats.for_each(|pat| recorded_variables(body, pat, &mut parameters));
    parameters.retain(|(_, name)| !skips(attr, "skip", Some(name.sym.as_str())));
    let lists = attr.args.iter().filter(|arg| arg.name.is_some_and(|n| n == *"skip"));
    let skipped = lists.flat_map(|arg| &arg.nested).filter_map(|n| n.name).collect();
    Some(Recorded { attr: attr.span, parameters, skipped })
}

/// The variables of a parameter: a pattern (`Form(login): Form<Login>`, `Login { name, password }: Login`) has several.
fn recorded_variables(body: &BodyCx<'_>, pat: PatId, out: &mut Vec<(PatId, Name)>) {
    body.ir.for_each_pat(pat, &mut |part| {
        if let PatKind::Bind { name, .. } = &body.ir.pats[part].kind {
            out.push((part, *name));
        }
    });
}

/// Whether an attribute is a macro of the workspace that leaves the parameters out: `skip_all` stands in it.
fn skips_by_itself(body: &BodyCx<'_>, attr: &Attr) -> bool {
    let def = body.cx.map.def(body.def);
    let found = body.cx.map.resolve(def.module, None, &attr.path, Namespace::Value);
    let Some(Res::Def(id)) = found.map(|found| found.res) else { return false };
    let of = body.cx.map.def(id);
    let item = &body.cx.program.file(of.file).items[of.item];
    body.cx.program.sources.slice(item.span).contains("skip_all")
}

/// Whether the attribute has the argument `option`, with `name` in its list if one is given.
fn skips(attr: &Attr, option: &str, name: Option<&str>) -> bool {
    attr.args
        .iter()
        .filter(|arg| arg.name.is_some_and(|n| n == *option))
        .any(|arg| name.is_none_or(|name| arg.nested.iter().any(|n| n.name.is_some_and(|n| n == *name))))
}
