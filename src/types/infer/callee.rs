//! The functions that paths name: `f`, `Type::f`, `<T as Trait>::f`, and constructors.
//!
//! A path of another crate keeps its canonical path even if the catalog has never heard of it; detectors ask by path.

use super::{Callee, Infer};
use crate::base::Symbol;
use crate::ir::{ExprId, ExprKind, Path};
use crate::resolve::{DefKind, Ext, Namespace, PathRes, Res};
use crate::types::Ty;

impl Infer<'_, '_> {
    /// The function that a path names, if it names one.
    pub(super) fn path_callee(&mut self, id: ExprId) -> Option<Callee> {
        if let Some(known) = self.out.callees.get(&id) {
            return Some(known.clone());
        }
        let ExprKind::Path(path) = &self.ir.exprs[id].kind else { return None };
        let last = path.last()?.name.sym;
        let callee = if path.qself.is_some() {
            self.qualified(id, path, last)
        } else {
            let Some(found) = self.names.exprs.get(&id) else { return self.of_parameter(id, path, last) };
            match found {
                PathRes { res, rest: 0 } => self.direct(id, res, path),
                PathRes { res, rest: 1 } => {
                    let segment = &path.segments[path.segments.len() - 2];
                    let args = self.cx.generic_args(&self.scope, &segment.args, 0);
                    let owner = self.cx.ty_of_res(res, args, 0);
                    let found = self
                        .cx
                        .associated_fn(&owner, last, &self.scope)
                        .or_else(|| external_member(&owner, last));
                    self.out.owners.insert(id, owner);
                    found
                }
                _ => None,
            }
        }?;
        self.out.callees.insert(id, callee.clone());
        Some(callee)
    }

    /// `T::f` of a generic parameter, `Self::f` inside a trait.
    fn of_parameter(&mut self, id: ExprId, path: &Path, last: Symbol) -> Option<Callee> {
        let [first, _] = &path.segments[..] else { return None };
        let owner = match self.scope.self_trait {
            _ if self.scope.params.contains(&first.name.sym) => Ty::Param(first.name.sym),
            Some(_) if first.name.sym == "Self" => self.self_ty(),
            _ => return None,
        };
        let found = self.cx.associated_fn(&owner, last, &self.scope)?;
        self.out.owners.insert(id, owner);
        self.out.callees.insert(id, found.clone());
        Some(found)
    }

    fn direct(&mut self, id: ExprId, res: &Res, path: &Path) -> Option<Callee> {
        match res {
            Res::Def(def) => {
                let callable = match self.cx.map.def(*def).kind {
                    DefKind::Fn | DefKind::Method(_) | DefKind::TraitMethod(_) => true,
                    DefKind::Struct | DefKind::Variant(..) => {
                        self.cx.table.fields(*def).first().is_some_and(|(name, _)| *name == "0")
                    }
                    _ => false,
                };
                callable.then_some(Callee::Def(*def))
            }
            Res::Ext(ext) => {
                let ext = self.cx.externals.canonical(ext);
                if let Some((owner, _)) = ext.path.split() {
                    let segments = &path.segments;
                    let args = segments.len().checked_sub(2).map_or(&[][..], |i| &segments[i].args);
                    let args = self.cx.generic_args(&self.scope, args, 0);
                    let owner_ty = Ext { krate: ext.krate.clone(), path: owner };
                    let starts_capital =
                        |s: &str| s.rsplit("::").next().is_some_and(|l| l.starts_with(char::is_uppercase));
                    if starts_capital(owner.as_str()) {
                        self.out.owners.insert(id, Ty::Adt(Res::Ext(owner_ty), args.into()));
                    }
                }
                Some(Callee::Ext(ext))
            }
            _ => None,
        }
    }

    /// `<T as Trait>::f` and `<T>::f`.
    fn qualified(&mut self, id: ExprId, path: &Path, last: Symbol) -> Option<Callee> {
        let owner = self.cx.lower(&self.scope, path.qself?);
        self.out.owners.insert(id, owner.clone());
        if let Some(found) = self.cx.associated_fn(&owner, last, &self.scope) {
            return Some(found);
        }
        if path.trait_len == 0 {
            return external_member(&owner, last);
        }
        let names: Vec<Symbol> = path.segments[..path.trait_len].iter().map(|s| s.name.sym).collect();
        let ns = Namespace::Type;
        let found =
            self.cx.map.resolve_names(self.scope.module, self.scope.self_impl, path.global, &names, ns)?;
        match found.res {
            Res::Ext(ext) => Some(Callee::Ext(self.cx.externals.canonical(&ext.join(last)))),
            other => self.cx.of_trait(&other, last),
        }
    }
}

/// `T::f` of an external type that the catalog does not know in detail.
fn external_member(owner: &Ty, name: Symbol) -> Option<Callee> {
    match owner {
        Ty::Adt(Res::Ext(ext), _) => Some(Callee::Ext(ext.join(name))),
        _ => None,
    }
}
