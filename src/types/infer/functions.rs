//! Functions as values: `.map(Self::render)`, `.map(String::from)`, `.map(Some)`, and generic parameters bound by `Fn`.

use std::sync::Arc;

use super::{Callee, Infer};
use crate::base::Symbol;
use crate::ir::{ExprId, ItemKind};
use crate::resolve::{DefId, DefKind, Ext, Res};
use crate::types::{FnSig, Subst, Ty, self_name};

/// A function as its declaration says: parameters, `self` first, and result, with the generic parameters in them.
struct Shape {
    params: Vec<Ty>,
    ret: Ty,
    generics: Vec<Symbol>,
    /// Generic parameters that the path itself tells.
    known: Subst,
}

impl Shape {
    fn returning(ret: Ty) -> Shape {
        Shape { params: Vec::new(), ret, generics: Vec::new(), known: Subst::default() }
    }
}

impl Infer<'_, '_> {
    /// What is called when a value of this type is: a closure, one behind a pointer, a parameter bound by `Fn`.
    pub(super) fn callable(&self, ty: &Ty) -> Option<Ty> {
        match self.cx.innermost(ty) {
            found @ Ty::Fn(..) => Some(found),
            Ty::Param(name) => {
                Some(self.cx.bound_type(name, &self.scope)).filter(|t| matches!(t, Ty::Fn(..)))
            }
            _ => None,
        }
    }

    /// A path to a function as the closure that `wanted` asks for; its generic parameters are learnt from what it is given.
    pub(super) fn as_closure(&self, arg: ExprId, wanted: &Ty) -> Option<Ty> {
        let Ty::Fn(given, _) = wanted else { return None };
        let Shape { params, ret, generics, known } = match self.out.callees.get(&arg)? {
            Callee::Def(def) => self.item_signature(*def)?,
            Callee::Ext(ext) => self.external_signature(arg, ext, given)?,
        };
        let mut subst = known;
        params.iter().zip(given.iter()).for_each(|(declared, actual)| declared.unify(actual, &mut subst));
        let ret = self.cx.closed(&ret, &subst, &generics);
        Some(Ty::Fn(given.clone(), Arc::new(ret)))
    }

    /// Parameters, `self` first, result and generics of a function or constructor of the workspace.
    fn item_signature(&self, def: DefId) -> Option<Shape> {
        let kind = self.cx.map.def(def).kind;
        if let DefKind::Struct | DefKind::Variant(..) = kind {
            let owner = if let DefKind::Variant(owner, _) = kind { owner } else { def };
            let generics = self.cx.table.params(owner).to_vec();
            let args = generics.iter().map(|&g| Ty::Param(g)).collect();
            let fields = self.cx.table.fields(def).iter().map(|(_, ty)| ty.clone()).collect();
            let ret = Ty::Adt(Res::Def(owner), args);
            return Some(Shape { params: fields, ret, generics, known: Subst::default() });
        }
        let sig = self.cx.table.sig(def)?;
        let receiver = match kind {
            DefKind::Method(id) if self.has_receiver(def) => Some(self.cx.self_type(id, 0)),
            DefKind::TraitMethod(_) if self.has_receiver(def) => Some(Ty::Unknown),
            _ => None,
        };
        let params = receiver.into_iter().chain(sig.params.iter().cloned()).collect();
        Some(Shape { params, ret: sig.ret.clone(), generics: sig.in_scope.clone(), known: Subst::default() })
    }

    /// Whether a function of the workspace takes `self`.
    pub(super) fn has_receiver(&self, def: DefId) -> bool {
        let data = self.cx.map.def(def);
        let kind = &self.cx.program.file(data.file).items[data.item].kind;
        matches!(kind, ItemKind::Fn(func) if func.self_param.is_some())
    }

    fn external_signature(&self, arg: ExprId, ext: &Ext, given: &[Ty]) -> Option<Shape> {
        let path = ext.path.as_str();
        let first = || given.first().cloned().unwrap_or_default();
        let wrap = |path: &'static str, args: Vec<Ty>| Some(Shape::returning(self.cx.std_type(path, args)));
        match path {
            "std::option::Option::Some" => return wrap("std::option::Option", vec![first()]),
            "std::result::Result::Ok" => return wrap("std::result::Result", vec![first(), Ty::Unknown]),
            "std::result::Result::Err" => return wrap("std::result::Result", vec![Ty::Unknown, first()]),
            _ => {}
        }
        let (prefix, name) = ext.path.split()?;
        let owner = self.out.owners.get(&arg).cloned();
        let Some((sig, owner_generics)) = self.cx.externals.signature(prefix, name) else {
            let guess = self.constructor_guess(owner.as_ref(), prefix.as_str(), name.as_str());
            return guess.is_known().then(|| Shape::returning(guess));
        };
        // `Clone::clone` and `ToString::to_string` speak of what they are given.
        let self_ty = match &sig.receiver {
            Some(_) if given.first().is_some_and(Ty::is_known) => first().peel().clone(),
            _ => owner.unwrap_or_default(),
        };
        let mut subst = Subst::default();
        super::learn_generics(owner_generics, &self_ty, &mut subst);
        let receiver = sig.receiver.is_some().then_some(Ty::Unknown);
        subst.insert(self_name(), self_ty);
        let declared = self.cx.externals.declared(sig);
        let params = receiver.into_iter().chain(declared.params.iter().cloned()).collect();
        let generics = sig.generics.iter().chain(owner_generics).copied().collect();
        Some(Shape { params, ret: declared.ret.clone(), generics, known: subst })
    }

    /// The declared type of a parameter as what an argument is wanted to be: learnt generics replaced, others unknown. A
    /// parameter `F` bound by `Fn(A) -> B` wants a closure.
    pub(super) fn wanted(&self, declared: &Ty, subst: &Subst, generics: &[Symbol]) -> Ty {
        if !declared.has_params() {
            return declared.clone();
        }
        self.cx.closed(declared, subst, generics)
    }
}

/// A parameter's declared type with generic parameters that are bound by `Fn` written as closures.
pub(super) fn shaped(sig: &FnSig, declared: &Ty) -> Ty {
    match declared {
        Ty::Param(name) => {
            let shape = sig.bounds.iter().find(|(n, ty)| n == name && matches!(ty, Ty::Fn(..)));
            shape.map_or_else(|| declared.clone(), |(_, ty)| ty.clone())
        }
        _ => declared.clone(),
    }
}
