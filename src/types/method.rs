//! Which function a method call or `Type::name` means.
//!
//! The receiver is dereferenced step by step: references, smart pointers, local `Deref` impls. At each step the impls of the
//! workspace are asked (inherent, then traits, then the default methods of those traits and of derived ones), then the catalog. A
//! type that iterates has the methods of iterators; last come traits of the workspace that are implemented for every type.

use std::sync::Arc;

use crate::base::Symbol;
use crate::resolve::{DefKind, Ext, ImplId, Res};
use crate::types::infer::Callee;
use crate::types::lower_type::TypeScope;
use crate::types::{Subst, TraitTy, Ty, TypeCx};

/// Dereferencing ends after this many steps.
const MAX_DEREF: usize = 8;

/// Chains of supertraits are followed this far.
const MAX_SUPERS: usize = 8;

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
    "std::cell::LazyCell",
    "std::pin::Pin",
    "std::mem::ManuallyDrop",
];

/// Iteration, as signatures name it.
const ITER: &str = "std::iter::Iter";

impl TypeCx<'_> {
    /// The type one dereference further.
    pub fn deref(&self, ty: &Ty) -> Option<Ty> {
        match ty {
            Ty::Ref(inner) => Some((**inner).clone()),
            Ty::Array(inner) => Some(Ty::Slice(inner.clone())),
            Ty::Adt(Res::Ext(ext), args) => self.deref_external(ext, args),
            Ty::Adt(res @ Res::Def(_), _) => {
                let target = Symbol::known("Target");
                let impls = self.map.impls_of.get(res)?;
                let found = impls.iter().find(|&&i| self.map.impls[i].items.contains_key(&target))?;
                self.impl_type(*found, target, ty, 0).filter(Ty::is_known)
            }
            _ => None,
        }
    }

    fn deref_external(&self, ext: &Ext, args: &Arc<[Ty]>) -> Option<Ty> {
        let path = ext.path.as_str();
        match path {
            "std::string::String" => return Some(Ty::Prim(Symbol::known("str"))),
            "std::vec::Vec" => return Some(Ty::Slice(Arc::new(args.first().cloned().unwrap_or_default()))),
            "std::path::PathBuf" => return Some(self.std_type("std::path::Path", [])),
            "std::ffi::OsString" => return Some(self.std_type("std::ffi::OsStr", [])),
            _ if SMART_POINTERS.contains(&path) => return args.first().cloned(),
            _ => {}
        }
        let (sig, generics) = self.externals.signature(ext.path, Symbol::known("deref"))?;
        let self_ty = Ty::Adt(Res::Ext(ext.clone()), args.clone());
        let ret = self.externals.ty(&sig.ret, &self_ty);
        let subst: Subst = generics.iter().copied().zip(args.iter().cloned()).collect();
        Some(self.instantiate(&ret, &subst).peel().clone())
    }

    /// The type behind references and smart pointers, for what cannot be asked of the pointer itself.
    pub fn innermost(&self, ty: &Ty) -> Ty {
        let mut at = ty.clone();
        for _ in 0..MAX_DEREF {
            match self.deref(&at) {
                Some(next) if next.is_known() => at = next,
                _ => break,
            }
        }
        at
    }

    /// What a pointer points at, as far as that can be known; other types are themselves.
    pub fn pointee(&self, ty: &Ty) -> Ty {
        let mut at = ty.peel().clone();
        for _ in 0..MAX_DEREF {
            match self.deref(&at) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// The target of `receiver.name(..)`, with the type on which it was found.
    pub fn method(&self, receiver: &Ty, name: Symbol, scope: &TypeScope) -> Option<(Callee, Ty)> {
        let mut at = receiver.clone();
        for _ in 0..MAX_DEREF {
            if let Some(callee) = self.associated_fn(&at, name, scope) {
                return Some((callee, at));
            }
            match self.deref(&at) {
                Some(next) => at = next,
                None => break,
            }
        }
        self.of_iteration(receiver, name, scope).or_else(|| {
            let callee = self.table.blanket(name).map(Callee::Def)?;
            let ours = match receiver.peel() {
                Ty::Unknown | Ty::Never | Ty::Adt(Res::Ext(_), _) => false,
                Ty::Param(_) => self.can_use(scope, &callee),
                _ => true,
            };
            ours.then(|| (callee, receiver.peel().clone()))
        })
    }

    /// Whether a definition is of a crate that the code in a scope depends on. A generic parameter says nothing of its traits
    /// beyond its bounds, so this is all that speaks against a blanket impl for it.
    fn can_use(&self, scope: &TypeScope, callee: &Callee) -> bool {
        let Callee::Def(def) = callee else { return true };
        let theirs = self.map.modules[self.map.def(*def).module].krate;
        let ours = self.map.modules[scope.module].krate;
        let root = self.map.crates[theirs].root;
        theirs == ours || self.map.crates[ours].externs.values().any(|res| *res == Res::Module(root))
    }

    /// A method of iterators on something that iterates: a range, an iterator of the workspace.
    fn of_iteration(&self, receiver: &Ty, name: Symbol, scope: &TypeScope) -> Option<(Callee, Ty)> {
        let peeled = match receiver.peel() {
            Ty::Param(param) => self.bound_type(*param, scope),
            ty => ty.clone(),
        };
        let iterates = match &peeled {
            Ty::Adt(res @ Res::Def(_), _) => self.implements(res, "std::iter::Iterator"),
            Ty::Adt(Res::Ext(ext), _) => matches!(ext.path.as_str(), "std::ops::Range" | "std::boxed::Box"),
            _ => false,
        };
        if !iterates || self.externals.signature(Symbol::known(ITER), name).is_none() {
            return None;
        }
        let owner = self.std_type(ITER, [self.item_type(&peeled)]);
        self.associated_fn(&owner, name, scope).map(|callee| (callee, owner))
    }

    /// Whether a type of the workspace has an impl of the trait of another crate with this path.
    pub fn implements(&self, res: &Res, path: &str) -> bool {
        let of = |i: &ImplId| matches!(&self.map.impls[*i].trait_, Some(Res::Ext(e)) if self.externals.canonical(e).path == path);
        self.map.impls_of.get(res).is_some_and(|impls| impls.iter().any(of))
    }

    /// The target of `ty::name`.
    pub fn associated_fn(&self, ty: &Ty, name: Symbol, scope: &TypeScope) -> Option<Callee> {
        match ty {
            Ty::Adt(res @ Res::Def(_), _) => self.of_impls(res, name).or_else(|| self.of_traits(res, name)),
            Ty::Adt(Res::Ext(ext), _) => {
                let local = self.of_external_impls(ty, ext, name);
                local.or_else(|| self.of_external(ext, name))
            }
            Ty::Prim(prim) => {
                self.of_impls(&Res::Primitive(*prim), name).or_else(|| self.of_pseudo(prim.as_str(), name))
            }
            Ty::Slice(_) => {
                let local = self.of_impls(&Res::Primitive(Symbol::known("[]")), name);
                local.or_else(|| self.of_pseudo("slice", name))
            }
            Ty::Array(_) => self.of_pseudo("array", name),
            Ty::Param(param) => self.of_bounds(*param, name, scope),
            Ty::Dyn(traits) => traits.iter().find_map(|t| self.of_dyn(t, name)),
            _ => None,
        }
    }

    fn of_impls(&self, res: &Res, name: Symbol) -> Option<Callee> {
        let id = self.map.associated(res, name)?;
        matches!(self.map.def(id).kind, DefKind::Method(_)).then_some(Callee::Def(id))
    }

    /// A method that the workspace gives to a type of another crate: of several impls the one for these generic arguments.
    fn of_external_impls(&self, ty: &Ty, ext: &Ext, name: Symbol) -> Option<Callee> {
        let impls = self.table.impls_of_external(ext.path);
        let fits = |id: ImplId| !self.self_type(id, 0).excludes(ty);
        let own = impls.iter().find_map(|&i| {
            let def = *self.map.impls[i].items.get(&name)?;
            let is_method = matches!(self.map.def(def).kind, DefKind::Method(_));
            (is_method && fits(i)).then_some(Callee::Def(def))
        });
        own.or_else(|| {
            impls.iter().find_map(|&i| {
                let default = self.local_default(self.map.impls[i].trait_.as_ref()?, name)?;
                fits(i).then_some(default)
            })
        })
    }

    fn local_default(&self, trait_: &Res, name: Symbol) -> Option<Callee> {
        matches!(trait_, Res::Def(_)).then(|| self.of_trait(trait_, name)).flatten()
    }

    /// Default methods of the traits that a type of the workspace implements or derives.
    fn of_traits(&self, res: &Res, name: Symbol) -> Option<Callee> {
        let impls = self.map.impls_of.get(res).map_or(&[][..], Vec::as_slice);
        // Iteration is asked last, as the iterator that it is: [`Self::of_iteration`].
        let iterates = |t: &Res| matches!(t, Res::Ext(ext) if ext.name() == "Iterator");
        let trait_of = |i: &ImplId| self.map.impls[*i].trait_.as_ref().filter(|t| !iterates(t));
        let found = impls.iter().filter_map(trait_of).find_map(|t| self.of_trait(t, name));
        let Res::Def(id) = res else { return found };
        found.or_else(|| self.table.derives(*id).iter().find_map(|t| self.of_trait(t, name)))
    }

    fn of_external(&self, ext: &Ext, name: Symbol) -> Option<Callee> {
        let known = self.externals.signature(ext.path, name).is_some()
            || self.externals.has_member(ext.path, name, ext.krate.version.as_ref());
        known.then(|| Callee::Ext(ext.join(name)))
    }

    fn of_pseudo(&self, owner: &str, name: Symbol) -> Option<Callee> {
        let owner = self.externals.item(Symbol::new(owner));
        self.of_external(&owner, name)
    }

    /// The method `name` of a trait or of a trait that it extends.
    pub fn of_trait(&self, res: &Res, name: Symbol) -> Option<Callee> {
        self.of_trait_at(res, name, 0)
    }

    fn of_trait_at(&self, res: &Res, name: Symbol, depth: usize) -> Option<Callee> {
        match res {
            Res::Def(id) => {
                let own = self.map.trait_items.get(id).and_then(|items| items.get(&name)).copied();
                let own = own.filter(|&f| matches!(self.map.def(f).kind, DefKind::TraitMethod(_)));
                own.map(Callee::Def).or_else(|| {
                    let supers = if depth < MAX_SUPERS { self.supertraits(*id) } else { Vec::new() };
                    supers.iter().find_map(|t| self.of_trait_at(t, name, depth + 1))
                })
            }
            Res::Ext(ext) => self.of_external(&self.externals.canonical(ext), name),
            _ => None,
        }
    }

    fn of_dyn(&self, trait_: &TraitTy, name: Symbol) -> Option<Callee> {
        let impls = self.map.impls_of.get(&trait_.trait_).map_or(&[][..], Vec::as_slice);
        let own = impls.iter().find_map(|&i| self.map.impls[i].items.get(&name)).copied();
        let own = own.filter(|&id| matches!(self.map.def(id).kind, DefKind::Method(_))).map(Callee::Def);
        own.or_else(|| self.of_trait(&trait_.trait_, name))
    }

    fn of_bounds(&self, param: Symbol, name: Symbol, scope: &TypeScope) -> Option<Callee> {
        match self.bound_type(param, scope) {
            Ty::Param(_) => None,
            bound => self.associated_fn(&bound, name, scope),
        }
    }
}
