//! Types of variables, targets of calls, types of receivers; for an unknown receiver, why it is unknown.

use crate::detectors::BodyCx;
use crate::detectors::dump::place;
use crate::ir::{ExprId, ExprKind, PatKind};
use crate::resolve::{DefMap, PathRes, Res};
use crate::types::{Callee, TraitTy, Ty};

pub(super) fn lines(body: &BodyCx<'_>) -> Vec<String> {
    let mut locals: Vec<_> = body.types.locals.iter().collect();
    locals.sort_by_key(|(pat, _)| body.ir.pats[**pat].span);
    let mut out = Vec::new();
    for (&pat, ty) in locals {
        if let PatKind::Bind { name, .. } = &body.ir.pats[pat].kind {
            out.push(format!(
                "{} {name}: {}",
                place(body, name.span),
                shown(&body.cx.map, ty),
                name = name.sym
            ));
        }
    }
    out.extend(body.exprs().filter_map(|id| call(body, id)));
    out
}

fn call(body: &BodyCx<'_>, id: ExprId) -> Option<String> {
    let target = body.types.callees.get(&id);
    let target = target.map_or_else(|| "?".to_owned(), |callee| path_of(&body.cx.map, callee));
    match body.kind(id) {
        ExprKind::Call { callee, .. } => {
            Some(format!("{} {}() -> {target}", place(body, body.span(*callee)), body.snippet(*callee)))
        }
        ExprKind::MethodCall { receiver, method, .. } => {
            let ty = body.types.of(*receiver);
            let on = match ty.is_known() {
                true => shown(&body.cx.map, ty),
                false => format!("? ({})", reason(body, *receiver)),
            };
            Some(format!("{} .{}() on {on} -> {target}", place(body, method.span), method.sym))
        }
        _ => None,
    }
}

fn path_of(map: &DefMap, callee: &Callee) -> String {
    match callee {
        Callee::Def(def) => map.path_of(*def),
        Callee::Ext(ext) => ext.path.as_str().to_owned(),
    }
}

/// Why the type of an expression is not known, in words that can be counted.
fn reason(body: &BodyCx<'_>, id: ExprId) -> String {
    match body.kind(id) {
        ExprKind::MethodCall { receiver, method, .. } => match body.types.callees.get(&id) {
            Some(callee) => format!("result of {}", path_of(&body.cx.map, callee)),
            None if body.types.of(*receiver).is_known() => {
                let on = shown(&body.cx.map, body.types.of(*receiver).peel());
                format!("no method {} on {on}", method.sym)
            }
            None => reason(body, *receiver),
        },
        ExprKind::Call { callee, .. } => match body.types.callees.get(&id) {
            Some(callee) => format!("result of {}", path_of(&body.cx.map, callee)),
            None => format!("call of {}", reason(body, *callee)),
        },
        ExprKind::Path(_) => match body.names.exprs.get(&id) {
            Some(PathRes { res: Res::Local(pat), rest: 0 }) => match body.initializer(*pat) {
                Some(value) => reason(body, value),
                None => "variable".to_owned(),
            },
            Some(PathRes { res: Res::Ext(ext), .. }) => format!("path {}", ext.path),
            Some(_) => "path of the workspace".to_owned(),
            None => format!("unresolved path {}", body.snippet(id)),
        },
        ExprKind::Field { base, name } => match body.types.of(*base).is_known() {
            true => format!("no field {} on {}", name.sym, shown(&body.cx.map, body.types.of(*base).peel())),
            false => reason(body, *base),
        },
        ExprKind::Try(inner) | ExprKind::Await(inner) | ExprKind::Ref { operand: inner, .. } => {
            match body.types.of(*inner).is_known() {
                true => format!("`?` or await on {}", shown(&body.cx.map, body.types.of(*inner).peel())),
                false => reason(body, *inner),
            }
        }
        ExprKind::Index { base, .. } => match body.types.of(*base).is_known() {
            true => format!("index of {}", shown(&body.cx.map, body.types.of(*base).peel())),
            false => reason(body, *base),
        },
        ExprKind::Macro(call) => {
            format!("macro {}", call.path.last().map_or("?", |s| s.name.sym.as_str()))
        }
        _ => "other expression".to_owned(),
    }
}

/// A type as a person writes it; external types with their whole path.
pub(super) fn shown(map: &DefMap, ty: &Ty) -> String {
    let list = |items: &[Ty]| items.iter().map(|t| shown(map, t)).collect::<Vec<_>>().join(", ");
    match ty {
        Ty::Unknown => "_".to_owned(),
        Ty::Never => "!".to_owned(),
        Ty::Prim(name) | Ty::Param(name) => name.as_str().to_owned(),
        Ty::Adt(res, args) if args.is_empty() => named(map, res),
        Ty::Adt(res, args) => format!("{}<{}>", named(map, res), list(args)),
        Ty::Ref(inner) => format!("&{}", shown(map, inner)),
        Ty::Slice(inner) => format!("[{}]", shown(map, inner)),
        Ty::Array(inner) => format!("[{}; _]", shown(map, inner)),
        Ty::Tuple(items) => format!("({})", list(items)),
        Ty::FnDef(def) => format!("fn {}", map.path_of(*def)),
        Ty::Fn(params, ret) => format!("fn({}) -> {}", list(params), shown(map, ret)),
        Ty::Dyn(traits) => {
            let names: Vec<String> = traits.iter().map(|t| bound(map, t)).collect();
            format!("impl {}", names.join(" + "))
        }
        Ty::Assoc(base, name) => format!("{}::{name}", shown(map, base)),
    }
}

/// A trait with its arguments: `Stream<Item = Bytes>`.
fn bound(map: &DefMap, of: &TraitTy) -> String {
    let args = of.args.iter().map(|ty| shown(map, ty));
    let assoc = of.assoc.iter().map(|(name, ty)| format!("{name} = {}", shown(map, ty)));
    let all: Vec<String> = args.chain(assoc).collect();
    let trait_ = named(map, &of.trait_);
    if all.is_empty() { trait_ } else { format!("{trait_}<{}>", all.join(", ")) }
}

fn named(map: &DefMap, res: &Res) -> String {
    match res {
        Res::Def(def) => map.path_of(*def),
        Res::Ext(ext) => ext.path.as_str().to_owned(),
        other => map.name_of(other).unwrap_or("_").to_owned(),
    }
}
