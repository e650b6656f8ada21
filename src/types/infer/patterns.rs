//! Types of the variables that patterns bind.
//!
//! A reference to a struct taken apart binds references (default binding modes). Absent on purpose: which variant a
//! pattern leaves over; a pattern never narrows the type of what it is matched with.

use std::sync::Arc;

use super::{Infer, MAX_DEPTH, element, merge};
use crate::base::Symbol;
use crate::ir::{PatId, PatKind};
use crate::resolve::{DefKind, Res};
use crate::types::{Subst, Ty};

impl Infer<'_, '_> {
    pub(super) fn bind(&mut self, pat: PatId, ty: &Ty) {
        let ir = self.ir;
        if self.depth >= MAX_DEPTH {
            return;
        }
        self.depth += 1;
        let by_ref = matches!(ty, Ty::Ref(_));
        let wrap = |item: Ty| {
            if by_ref && item.is_known() && !matches!(item, Ty::Ref(_)) { item.reference() } else { item }
        };
        match &ir.pats[pat].kind {
            PatKind::Bind { sub, .. } => {
                if !self.names.pats.contains_key(&pat) && ty.is_known() {
                    self.out.locals.insert(pat, ty.clone());
                }
                sub.iter().for_each(|&p| self.bind(p, ty));
            }
            PatKind::Ref(inner) => self.bind(*inner, &self.cx.deref(ty).unwrap_or_default()),
            PatKind::Typed(inner, declared) => {
                let declared = self.cx.lower(&self.scope, *declared);
                self.bind(*inner, &merge(declared, ty.clone()));
            }
            PatKind::Tuple(pats) => {
                let items = if let Ty::Tuple(items) = ty.peel() { items.clone() } else { Arc::from([]) };
                self.bind_list(pats, &|i| wrap(items.get(i).cloned().unwrap_or_default()));
            }
            PatKind::Slice(pats) => {
                let item = wrap(element(ty.peel()));
                self.bind_list(pats, &|_| item.clone());
            }
            PatKind::Or(pats) => pats.iter().for_each(|&p| self.bind(p, ty)),
            PatKind::TupleStruct(_, pats) => {
                let fields = self.pattern_fields(pat, ty);
                self.bind_list(pats, &|i| wrap(fields.get(i).map(|(_, t)| t.clone()).unwrap_or_default()));
            }
            PatKind::Struct(_, pats) => {
                let fields = self.pattern_fields(pat, ty);
                for &(name, inner) in pats {
                    let ty = fields.iter().find(|(n, _)| *n == name.sym).map(|(_, t)| t.clone());
                    self.bind(inner, &wrap(ty.unwrap_or_default()));
                }
            }
            PatKind::Literal(e) => drop(self.plain(*e)),
            PatKind::Range(a, b) => a.iter().chain(b).for_each(|&e| drop(self.plain(e))),
            PatKind::Wild | PatKind::Rest | PatKind::Path(_) | PatKind::Opaque => {}
        }
        self.depth -= 1;
    }

    /// Binds the patterns of a tuple or slice; after `..` counting from the front has no meaning.
    fn bind_list(&mut self, pats: &[PatId], ty: &dyn Fn(usize) -> Ty) {
        let rest = pats.iter().position(|&p| self.ir.pats[p].kind == PatKind::Rest).unwrap_or(pats.len());
        for (i, &pat) in pats.iter().enumerate() {
            let ty = if i < rest { ty(i) } else { Ty::Unknown };
            self.bind(pat, &ty);
        }
    }

    /// The fields of the struct or variant that a pattern names, with the generic arguments of the matched type.
    fn pattern_fields(&self, pat: PatId, ty: &Ty) -> Vec<(Symbol, Ty)> {
        let Some(found) = self.names.pats.get(&pat) else { return Vec::new() };
        let first = |ty: Ty| vec![(Symbol::new("0"), ty)];
        match &found.res {
            Res::Ext(ext) => match self.cx.externals.canonical(ext).path.as_str() {
                "std::option::Option::Some" | "std::result::Result::Ok" => first(ty.arg(0)),
                "std::result::Result::Err" => first(ty.arg(1)),
                _ => Vec::new(),
            },
            res => {
                let def = match (res, self.cx.ty_of_res(res, Vec::new(), 0)) {
                    (Res::Def(id), _) if matches!(self.cx.map.def(*id).kind, DefKind::Variant(..)) => *id,
                    (_, Ty::Adt(Res::Def(id), _)) => id,
                    _ => return Vec::new(),
                };
                let subst = match ty.peel() {
                    Ty::Adt(Res::Def(owner), args) => {
                        self.cx.table.params(*owner).iter().copied().zip(args.iter().cloned()).collect()
                    }
                    _ => Subst::default(),
                };
                self.cx.table.fields(def).iter().map(|(n, t)| (*n, t.subst(&subst))).collect()
            }
        }
    }
}
