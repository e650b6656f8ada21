//! Which function a method call or `Type::name` means.
//!
//! The receiver is dereferenced step by step: references, smart pointers, local `Deref` impls. At each step inherent and
//! trait impls of the workspace are asked, then the catalog.

use std::sync::Arc;

use crate::base::Symbol;
use crate::ir::{Bound, ItemKind, TypeKind};
use crate::resolve::{DefKind, Ext, ImplId, Namespace, Res};
use crate::types::infer::Callee;
use crate::types::lower_type::TypeScope;
use crate::types::{Subst, Ty, TypeCx};

/// Dereferencing ends after this many steps.
const MAX_DEREF: usize = 8;

/// Standard types whose methods are those of their first argument too.
const SMART_POINTERS: &[&str] = &[
    "std::boxed::Box",
    "std::sync::Arc",
    "std::rc::Rc",
    "std::borrow::Cow",
    "std::sync::MutexGuard",
    "std::sync::RwLockReadGuard",
    "std::sync::RwLockWriteGuard",
    "std::cell::Ref",
    "std::cell::RefMut",
    "std::sync::LazyLock",
    "std::pin::Pin",
    "std::mem::ManuallyDrop",
];

impl TypeCx<'_> {
    /// The type one dereference further.
    pub fn deref(&self, ty: &Ty) -> Option<Ty> {
        match ty {
            Ty::Ref(inner) => Some((**inner).clone()),
            Ty::Array(inner) => Some(Ty::Slice(inner.clone())),
            Ty::Adt(Res::Ext(ext), args) => self.deref_external(ext, args),
            Ty::Adt(res @ Res::Def(id), args) => {
                let target = self.map.associated(res, Symbol::new("Target"))?;
                let target = self.ty_of_res(&Res::Def(target), Vec::new(), 0);
                let subst: Subst = self.table.params(*id).iter().copied().zip(args.iter().cloned()).collect();
                target.is_known().then(|| target.subst(&subst))
            }
            _ => None,
        }
    }

    fn deref_external(&self, ext: &Ext, args: &Arc<[Ty]>) -> Option<Ty> {
        let path = ext.path.as_str();
        match path {
            "std::string::String" => return Some(Ty::Prim(Symbol::new("str"))),
            "std::vec::Vec" => return Some(Ty::Slice(Arc::new(args.first().cloned().unwrap_or_default()))),
            "std::path::PathBuf" => return Some(self.std_type("std::path::Path", [])),
            _ if SMART_POINTERS.contains(&path) => return args.first().cloned(),
            _ => {}
        }
        let (sig, generics) = self.externals.signature(ext.path, Symbol::new("deref"))?;
        let self_ty = Ty::Adt(Res::Ext(ext.clone()), args.clone());
        let ret = self.externals.ty(&sig.ret, &self_ty);
        let subst: Subst = generics.iter().copied().zip(args.iter().cloned()).collect();
        Some(ret.subst(&subst).peel().clone())
    }

    /// The target of `receiver.name(..)`, with the type on which it was found.
    pub fn method(&self, receiver: &Ty, name: Symbol, scope: &TypeScope) -> Option<(Callee, Ty)> {
        let mut at = receiver.clone();
        for _ in 0..MAX_DEREF {
            if let Some(callee) = self.associated_fn(&at, name, scope) {
                return Some((callee, at));
            }
            at = self.deref(&at)?;
        }
        None
    }

    /// The target of `ty::name`.
    pub fn associated_fn(&self, ty: &Ty, name: Symbol, scope: &TypeScope) -> Option<Callee> {
        match ty {
            Ty::Adt(res @ Res::Def(_), _) => self.of_impls(res, name).or_else(|| self.of_blanket(res, name)),
            Ty::Adt(res @ Res::Ext(ext), _) => {
                self.of_impls(res, name).or_else(|| self.of_external(ext, name))
            }
            Ty::Prim(prim) => {
                self.of_impls(&Res::Primitive(*prim), name).or_else(|| self.of_pseudo(prim.as_str(), name))
            }
            Ty::Slice(_) => self.of_pseudo("slice", name),
            Ty::Array(_) => self.of_pseudo("array", name),
            Ty::Param(param) => self.of_bounds(*param, name, scope),
            Ty::Dyn(traits) => traits.iter().find_map(|t| self.of_trait(t, name)),
            _ => None,
        }
    }

    fn of_impls(&self, res: &Res, name: Symbol) -> Option<Callee> {
        let id = self.map.associated(res, name)?;
        matches!(self.map.def(id).kind, DefKind::Method(_)).then_some(Callee::Def(id))
    }

    /// Default methods of local traits that the type implements.
    fn of_blanket(&self, res: &Res, name: Symbol) -> Option<Callee> {
        let impls = self.map.impls_of.get(res)?;
        impls.iter().find_map(|&i: &ImplId| self.of_trait(self.map.impls[i].trait_.as_ref()?, name))
    }

    fn of_external(&self, ext: &Ext, name: Symbol) -> Option<Callee> {
        let known = self.externals.signature(ext.path, name).is_some()
            || !self.externals.members(ext.path, name, ext.krate.version.as_ref()).is_empty();
        known.then(|| Callee::Ext(ext.join(name)))
    }

    fn of_pseudo(&self, owner: &str, name: Symbol) -> Option<Callee> {
        let owner = self.externals.item(Symbol::new(owner));
        self.of_external(&owner, name)
    }

    /// The method `name` of a trait.
    pub fn of_trait(&self, res: &Res, name: Symbol) -> Option<Callee> {
        match res {
            Res::Def(id) => {
                let found = self.map.trait_items.get(id)?.get(&name)?;
                matches!(self.map.def(*found).kind, DefKind::TraitMethod(_)).then_some(Callee::Def(*found))
            }
            Res::Ext(ext) => self.of_external(ext, name),
            _ => None,
        }
    }

    fn of_bounds(&self, param: Symbol, name: Symbol, scope: &TypeScope) -> Option<Callee> {
        self.bounds_of(param, scope).iter().find_map(|res| self.of_trait(res, name))
    }

    /// The traits that a generic parameter in scope must implement.
    pub fn bounds_of(&self, param: Symbol, scope: &TypeScope) -> Vec<Res> {
        let ir = self.program.file(scope.file);
        let mut out = Vec::new();
        let mut push = |bounds: &[Bound]| {
            for bound in bounds {
                if let Some(found) =
                    self.map.resolve(scope.module, scope.self_impl, &bound.path, Namespace::Type)
                {
                    out.push(match found.res {
                        Res::Ext(ext) => Res::Ext(self.externals.canonical(&ext)),
                        other => other,
                    });
                }
            }
        };
        for generics in &scope.generics {
            let (file, item) = *generics;
            if file != scope.file {
                continue;
            }
            let generics = match &ir.items[item].kind {
                ItemKind::Fn(f) => &f.generics,
                ItemKind::Impl(i) => &i.generics,
                ItemKind::Trait(t) => &t.generics,
                _ => continue,
            };
            generics.params.iter().filter(|p| p.name.sym == param).for_each(|p| push(&p.bounds));
            for (ty, bounds) in &generics.wheres {
                let is_param = matches!(&ir.types[*ty].kind, TypeKind::Path(p) if p.as_ident().is_some_and(|n| n.sym == param));
                if is_param {
                    push(bounds);
                }
            }
        }
        out
    }
}
