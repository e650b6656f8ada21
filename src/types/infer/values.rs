//! Types of literals, paths, fields, elements and operators.

use std::sync::Arc;

use super::{Callee, Infer, learn_generics};
use crate::base::Symbol;
use crate::ir::{BinaryOp, ExprId, ExprKind, Literal, UnaryOp};
use crate::resolve::{DefKind, Ext, PathRes, Res};
use crate::types::{Subst, Ty};

/// Dereferencing on the way to a field ends after this many steps.
const MAX_DEREF: usize = 8;

pub(super) fn literal_type(literal: &Literal) -> Ty {
    let prim = |name: &'static str| Ty::Prim(Symbol::known(name));
    match literal {
        Literal::Str(_) => prim("str").reference(),
        Literal::Bytes(_) => Ty::Array(Arc::new(prim("u8"))).reference(),
        Literal::Byte(_) => prim("u8"),
        Literal::Char(_) => prim("char"),
        Literal::Bool(_) => Ty::bool(),
        Literal::Int(_, suffix) => suffix.map_or_else(Ty::integer, Ty::Prim),
        Literal::Float(text) => prim(if text.as_str().ends_with("f32") { "f32" } else { "f64" }),
    }
}

impl Infer<'_, '_> {
    pub(super) fn path(&mut self, id: ExprId) -> Ty {
        if let Some(callee) = self.path_callee(id) {
            return match callee {
                Callee::Def(def) => Ty::FnDef(def),
                Callee::Ext(ext) => self.external_value(&ext),
            };
        }
        let Some(PathRes { res, rest }) = self.names.exprs.get(&id) else { return Ty::Unknown };
        if *rest == 1 {
            return self.associated_constant(id, res);
        }
        match res {
            Res::Local(pat) => self.read_local(*pat),
            Res::Def(def) => match self.cx.map.def(*def).kind {
                DefKind::Const | DefKind::Static => self.cx.table.value(*def),
                DefKind::Struct => Ty::adt(res.clone()),
                DefKind::Variant(owner, _) => Ty::adt(Res::Def(owner)),
                _ => Ty::Unknown,
            },
            Res::Impl(id) => self.cx.self_type(*id, 0),
            Res::Ext(ext) => self.external_value(&self.cx.externals.canonical(ext)),
            _ => Ty::Unknown,
        }
    }

    /// `Type::NAME` of a type of the workspace, `u32::MAX`.
    fn associated_constant(&self, id: ExprId, res: &Res) -> Ty {
        let ExprKind::Path(path) = &self.ir.exprs[id].kind else { return Ty::Unknown };
        let Some(last) = path.last().map(|s| s.name.sym) else { return Ty::Unknown };
        let owner = self.cx.ty_of_res(res, Vec::new(), 0);
        match &owner {
            Ty::Prim(_) if matches!(last.as_str(), "MAX" | "MIN" | "EPSILON" | "INFINITY" | "NAN") => owner,
            Ty::Prim(_) if last == "BITS" => Ty::Prim(Symbol::known("u32")),
            Ty::Adt(owner, _) => match self.cx.map.associated(owner, last) {
                Some(def) if self.cx.map.def(def).kind == DefKind::Const => self.cx.table.value(def),
                _ => Ty::Unknown,
            },
            _ => Ty::Unknown,
        }
    }

    /// A constant, static or variant of another crate by its canonical path: what the catalog says. `Type::Name` is a variant
    /// and `Type::NAME` most likely a constant of that type, unless the name says that it measures it.
    pub(super) fn external_value(&self, ext: &Ext) -> Ty {
        let Some((owner_path, last)) = ext.path.split() else { return Ty::Unknown };
        let (owner, name) = (owner_path.as_str(), last.as_str());
        if ext.path == "std::option::Option::None" {
            return self.cx.std_type("std::option::Option", [Ty::Unknown]);
        }
        if self.cx.catalog().is_defined_item(ext.path) {
            return Ty::adt(Res::Ext(ext.clone()));
        }
        // A unit struct: `OsRng`.
        let version = ext.krate.version.as_ref();
        if name.contains(char::is_lowercase) && self.cx.catalog().type_model(ext.path, version).is_some() {
            return Ty::adt(Res::Ext(ext.clone()));
        }
        let owner_ext = Ext { krate: ext.krate.clone(), path: owner_path };
        if let Some(ty) = self.cx.catalog().field(owner_path, last) {
            return self.cx.externals.ty(ty, &Ty::adt(Res::Ext(owner_ext)));
        }
        let capital = |s: &str| s.starts_with(|c: char| c.is_ascii_uppercase());
        let owner_name = owner.rsplit("::").next().unwrap_or_default();
        let measures = ["SIZE", "LEN", "BITS", "BYTES", "COUNT", "NAME", "ID"];
        let constant = name.chars().all(|c| !c.is_ascii_lowercase()) && name.len() > 1;
        if capital(name)
            && capital(owner_name)
            && owner_name.chars().any(|c| c.is_ascii_lowercase())
            && !(constant && name.split('_').any(|word| measures.contains(&word)))
        {
            return Ty::adt(Res::Ext(owner_ext));
        }
        Ty::Unknown
    }

    pub(super) fn field(&self, base: &Ty, name: Symbol) -> Ty {
        let mut at = base.clone();
        for _ in 0..MAX_DEREF {
            if let Some(found) = self.own_field(&at, name) {
                return self.cx.normalise(&found);
            }
            let Some(next) = self.cx.deref(&at) else { break };
            at = next;
        }
        // The content of a wrapper: `.0` of an external `Json<T>`.
        match base.peel() {
            Ty::Adt(Res::Ext(_), args) if name == "0" && args.len() == 1 => args[0].clone(),
            _ => Ty::Unknown,
        }
    }

    fn own_field(&self, at: &Ty, name: Symbol) -> Option<Ty> {
        match at {
            Ty::Adt(Res::Def(id), args) => {
                let fields = self.cx.table.fields(*id);
                let (_, ty) = fields.iter().find(|(n, _)| *n == name)?;
                Some(ty.subst(&all_args(self.cx.table.params(*id), args)))
            }
            Ty::Adt(Res::Ext(ext), _) => {
                let expr = self.cx.catalog().field(ext.path, name)?;
                let mut subst = Subst::default();
                learn_generics(self.cx.catalog().owner_generics(ext.path), at, &mut subst);
                Some(self.cx.externals.ty(expr, at).subst(&subst))
            }
            Ty::Tuple(items) => name.as_str().parse().ok().and_then(|n: usize| items.get(n).cloned()),
            _ => None,
        }
    }

    pub(super) fn index(&mut self, base: ExprId, index: ExprId) -> Ty {
        let mut at = self.plain(base);
        let index = self.plain(index);
        let is_range = index.ext_path().is_some_and(|p| p.starts_with("std::ops::Range"));
        for _ in 0..MAX_DEREF {
            if let Some(found) = self.own_element(&at, is_range) {
                return found;
            }
            let Some(next) = self.cx.deref(&at) else { break };
            at = next;
        }
        Ty::Unknown
    }

    fn own_element(&self, at: &Ty, is_range: bool) -> Option<Ty> {
        match at {
            Ty::Slice(inner) | Ty::Array(inner) if is_range => Some(Ty::Slice(inner.clone())),
            Ty::Slice(inner) | Ty::Array(inner) => Some((**inner).clone()),
            Ty::Prim(name) if *name == "str" => Some(at.clone()),
            Ty::Adt(res @ Res::Def(_), _) if self.cx.implements(res, "std::ops::Index") => {
                Some(self.cx.projected(at, Symbol::known("Output"), 0))
            }
            Ty::Adt(Res::Ext(ext), args) => {
                if let Some((sig, generics)) = self.cx.externals.signature(ext.path, Symbol::known("index")) {
                    let subst = all_args(generics, args);
                    let ret = self.cx.externals.ty(&sig.ret, at);
                    return Some(self.cx.instantiate(&ret, &subst).peel().clone());
                }
                match ext.path.as_str() {
                    "std::collections::VecDeque" => Some(at.arg(0)),
                    path if path.starts_with("std::") && path.ends_with("Map") => Some(at.arg(1)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    pub(super) fn unary(&mut self, op: UnaryOp, operand: ExprId, expected: &Ty) -> Ty {
        match op {
            UnaryOp::Neg | UnaryOp::Not => self.expr(operand, expected),
            UnaryOp::Deref => {
                let ty = self.plain(operand);
                self.cx.deref(&ty).unwrap_or_default()
            }
        }
    }

    /// Operators of numbers give their operands' type, `+` on a string a string; others what an impl of the workspace says.
    pub(super) fn binary(&mut self, op: BinaryOp, lhs: ExprId, rhs: ExprId) -> Ty {
        use BinaryOp::{And, Eq, Ge, Gt, Le, Lt, Ne, Or, Shl, Shr};
        let left = self.plain(lhs);
        let compares = matches!(op, Eq | Ne | Lt | Le | Gt | Ge);
        let shifts = matches!(op, Shl | Shr);
        let wanted = if left.is_scalar() && !shifts { left.peel().clone() } else { Ty::Unknown };
        let right = self.expr(rhs, &wanted);
        if compares || matches!(op, And | Or) {
            return Ty::bool();
        }
        match (left.peel(), right.peel()) {
            (a, b) if a.is_scalar() && (b.is_scalar() || !b.is_known()) && !shifts => a.clone().complete(b),
            (a, _) if a.is_scalar() && shifts => a.clone(),
            (Ty::Adt(res @ Res::Def(_), _), _) => {
                match self.cx.map.associated(res, Symbol::known("Output")) {
                    Some(_) => self.cx.projected(left.peel(), Symbol::known("Output"), 0),
                    None => Ty::Unknown,
                }
            }
            (Ty::Adt(Res::Ext(_), _), Ty::Adt(Res::Ext(_), _)) if left.peel() != right.peel() => Ty::Unknown,
            (a @ Ty::Adt(Res::Ext(_), _), _) => a.clone(),
            _ => Ty::Unknown,
        }
    }
}

/// Generic parameters with the arguments they stand for; an argument that is not known is unknown, not the parameter.
pub(super) fn all_args(params: &[Symbol], args: &[Ty]) -> Subst {
    params.iter().enumerate().map(|(i, &name)| (name, args.get(i).cloned().unwrap_or_default())).collect()
}
