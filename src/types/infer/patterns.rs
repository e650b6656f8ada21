//! Types of the variables that patterns bind.
//!
//! A reference to a struct taken apart binds references (default binding modes). Absent on purpose: which variant a
//! pattern leaves over; a pattern never narrows the type of what it is matched with.

use std::sync::Arc;

use super::values::all_args;
use super::{Infer, MAX_DEPTH, element, learn_generics, merge};
use crate::base::Symbol;
use crate::ir::{PatId, PatKind};
use crate::resolve::{DefKind, Ext, Res};
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
            PatKind::Bind { sub, by_ref: taken_by_ref, .. } => {
                if !self.names.pats.contains_key(&pat) {
                    let taken = *taken_by_ref && ty.is_known() && !matches!(ty, Ty::Ref(_));
                    self.bind_local(pat, &if taken { ty.clone().reference() } else { ty.clone() });
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
                let count = items.len();
                self.bind_list(pats, count, &|i| wrap(items.get(i).cloned().unwrap_or_default()));
            }
            PatKind::Slice(pats) => {
                let item = wrap(element(ty.peel()));
                self.bind_elements(pats, ty, &item);
            }
            PatKind::Or(pats) => pats.iter().for_each(|&p| self.bind(p, ty)),
            PatKind::TupleStruct(_, pats) => {
                let names: Vec<Symbol> = (0..pats.len()).map(|i| Symbol::new(&i.to_string())).collect();
                let fields = self.pattern_fields(pat, ty, &names);
                let count = fields.len();
                self.bind_list(pats, count, &|i| {
                    wrap(fields.get(i).map(|(_, t)| t.clone()).unwrap_or_default())
                });
            }
            PatKind::Struct(_, pats) => {
                let names: Vec<Symbol> = pats.iter().map(|(name, _)| name.sym).collect();
                let fields = self.pattern_fields(pat, ty, &names);
                for &(name, inner) in pats {
                    let ty = fields.iter().find(|(n, _)| *n == name.sym).map(|(_, t)| t.clone());
                    self.bind(inner, &wrap(ty.unwrap_or_default()));
                }
            }
            PatKind::Literal(e) => drop(self.expr(*e, ty.peel())),
            PatKind::Range(a, b) => a.iter().chain(b).for_each(|&e| drop(self.expr(e, ty.peel()))),
            PatKind::Wild | PatKind::Rest | PatKind::Path(_) | PatKind::Opaque => {}
        }
        self.depth -= 1;
    }

    /// Binds the patterns of a tuple; after `..` counting goes from the end of its `count` items.
    fn bind_list(&mut self, pats: &[PatId], count: usize, ty: &dyn Fn(usize) -> Ty) {
        let rest = pats.iter().position(|&p| self.ir.pats[p].kind == PatKind::Rest).unwrap_or(pats.len());
        for (i, &pat) in pats.iter().enumerate() {
            let at = if i < rest { Some(i) } else { (count + i).checked_sub(pats.len()) };
            self.bind(pat, &at.map_or(Ty::Unknown, ty));
        }
    }

    /// Binds the patterns of a slice; `rest @ ..` is a slice.
    fn bind_elements(&mut self, pats: &[PatId], whole: &Ty, item: &Ty) {
        for &pat in pats {
            let rest = match &self.ir.pats[pat].kind {
                PatKind::Bind { sub: Some(sub), .. } => self.ir.pats[*sub].kind == PatKind::Rest,
                _ => false,
            };
            let slice = || Ty::Slice(Arc::new(element(whole.peel())));
            let ty = if rest {
                if matches!(whole, Ty::Ref(_)) { slice().reference() } else { slice() }
            } else {
                item.clone()
            };
            self.bind(pat, &ty);
        }
    }

    /// The fields of the struct or variant that a pattern names, with the generic arguments of the matched type. Of another
    /// crate only those with these names, as far as the catalog knows them.
    fn pattern_fields(&self, pat: PatId, ty: &Ty, names: &[Symbol]) -> Vec<(Symbol, Ty)> {
        let Some(found) = self.names.pats.get(&pat) else { return Vec::new() };
        match &found.res {
            Res::Ext(ext) => self.external_fields(&self.cx.externals.canonical(ext), ty, names),
            res => {
                let owner = self.cx.ty_of_res(res, Vec::new(), 0);
                let def = match (res, &owner) {
                    (Res::Def(id), _) if matches!(self.cx.map.def(*id).kind, DefKind::Variant(..)) => *id,
                    (_, Ty::Adt(Res::Def(id), _)) => *id,
                    _ => return Vec::new(),
                };
                let (Ty::Adt(Res::Def(owner), args), matched) = (&owner, ty.peel()) else {
                    return Vec::new();
                };
                let args = match matched {
                    Ty::Adt(Res::Def(of), matched) if of == owner => matched,
                    _ => args,
                };
                let subst = all_args(self.cx.table.params(*owner), args);
                let fields = self.cx.table.fields(def).iter();
                fields.map(|(name, ty)| (*name, self.cx.instantiate(ty, &subst))).collect()
            }
        }
    }

    /// `Some(x)`, `Json(body)`, `Value::String(text)`. A tuple struct with one field and one generic argument wraps it.
    fn external_fields(&self, ext: &Ext, ty: &Ty, names: &[Symbol]) -> Vec<(Symbol, Ty)> {
        let first = |ty: Ty| vec![(Symbol::known("0"), ty)];
        match (ext.path.as_str(), ty.peel()) {
            ("std::option::Option::Some" | "std::result::Result::Ok", _) => return first(ty.arg(0)),
            ("std::result::Result::Err", _) => return first(ty.arg(1)),
            (path, Ty::Adt(Res::Ext(of), args))
                if args.len() == 1
                    && of.path == *path
                    && matches!(names, [only] if *only == "0")
                    && self.cx.catalog().field(ext.path, names[0]).is_none() =>
            {
                return first(args[0].clone());
            }
            _ => {}
        }
        let mut subst = Subst::default();
        let generics = self.cx.catalog().owner_generics(ext.path);
        learn_generics(generics, ty.peel(), &mut subst);
        let field = |&name: &Symbol| {
            let expr = self.cx.catalog().field(ext.path, name)?;
            let declared = self.cx.externals.ty(expr, ty.peel());
            Some((name, self.cx.closed(&declared, &subst, generics)))
        };
        names.iter().filter_map(field).collect()
    }
}
