//! Types of calls: the declared parameters are unified with the types of the arguments, which gives the result.
//!
//! Closures are walked after the other arguments, because those say what the parameters of a closure are. What a generic
//! parameter is and no argument told is unknown, never the parameter itself: a parameter means nothing outside its signature.

use super::functions::shaped;
use super::{Callee, Infer, known_args, learn_generics, merge};
use std::sync::Arc;

use crate::base::Symbol;
use crate::catalog::signature::TypeExpr;
use crate::ir::{ExprId, ExprKind, FileIr};
use crate::resolve::{DefId, DefKind, Ext, Res};
use crate::types::{FnSig, Subst, TraitTy, Ty, same_item, self_name};

impl Infer<'_, '_> {
    pub(super) fn call(&mut self, id: ExprId, callee: ExprId, args: &[ExprId], expected: &Ty) -> Ty {
        self.out.calls += 1;
        let callee_ty = self.plain(callee);
        let Some(target) = self.path_callee(callee) else {
            return match self.callable(&callee_ty) {
                Some(Ty::Fn(params, ret)) => {
                    self.args(args, &params, &mut Subst::default(), &[]);
                    (*ret).clone()
                }
                _ => {
                    self.all(args);
                    Ty::Unknown
                }
            };
        };
        self.out.resolved_calls += 1;
        self.out.callees.insert(id, target.clone());
        let owner = self.out.owners.get(&callee).cloned();
        if let Some(owner) = &owner {
            self.out.owners.insert(id, owner.clone());
        }
        match target {
            Callee::Def(def) => self.call_def(def, owner.as_ref(), self.turbofish(callee), args, expected),
            Callee::Ext(ext) => self.call_ext(&ext, owner.as_ref(), self.turbofish(callee), args, expected),
        }
    }

    fn turbofish(&self, callee: ExprId) -> Vec<Ty> {
        let ExprKind::Path(path) = &self.ir.exprs[callee].kind else { return Vec::new() };
        path.last().map_or_else(Vec::new, |s| self.cx.generic_args(&self.scope, &s.args, 0))
    }

    /// A call of a function or constructor of the workspace by path; for a method the first argument is `self`.
    fn call_def(
        &mut self,
        def: DefId,
        owner: Option<&Ty>,
        turbofish: Vec<Ty>,
        args: &[ExprId],
        expected: &Ty,
    ) -> Ty {
        let kind = self.cx.map.def(def).kind;
        if let DefKind::Struct | DefKind::Variant(..) = kind {
            return self.construct(def, args, expected);
        }
        let table = self.cx.table;
        let Some(sig) = table.sig(def) else {
            self.all(args);
            return Ty::Unknown;
        };
        let mut subst = known(&sig.generics, turbofish);
        let receiver = usize::from(self.has_receiver(def)).min(args.len());
        let first = args[..receiver].iter().map(|&a| self.plain(a)).next();
        for owner in owner.into_iter().chain(&first) {
            self.learn_owner(def, owner, &mut subst);
        }
        self.call_sig(sig, &args[receiver..], subst, expected, first.as_ref().or(owner))
    }

    /// Arguments and result of a function of the workspace. What is wanted of the result tells of parameters that no argument
    /// tells of; in a trait `Self` is `of`.
    fn call_sig(
        &mut self,
        sig: &FnSig,
        args: &[ExprId],
        mut subst: Subst,
        expected: &Ty,
        of: Option<&Ty>,
    ) -> Ty {
        let params: Vec<Ty> = sig.params.iter().map(|p| shaped(sig, p)).collect();
        self.args(args, &params, &mut subst, &sig.in_scope);
        for (name, shape) in &sig.bounds {
            if let (Ty::Adt(..), Some(actual)) = (shape, subst.get(*name).cloned()) {
                self.unify_shape(shape, &actual, &mut subst);
            }
        }
        let mut wanted = Subst::default();
        sig.ret.unify(expected, &mut wanted);
        for (name, ty) in wanted.into_iter().filter(|(_, ty)| ty.is_concrete()) {
            subst.insert_new(name, ty);
        }
        let ret = self.cx.closed(&sig.ret, &subst, &sig.in_scope);
        match (&ret, of) {
            (Ty::Dyn(traits), Some(of)) if sig.returns_self && traits.len() == 1 => of.peel().clone(),
            _ => ret,
        }
    }

    /// Learns from what an argument iterates over or becomes where a parameter is any iterator or future.
    fn unify_shape(&self, shape: &Ty, actual: &Ty, subst: &mut Subst) {
        if shape.is_ext("std::iter::Iter") {
            shape.arg(0).unify(&self.cx.item_type(actual), subst);
        } else {
            shape.unify(&self.cx.innermost(actual), subst);
        }
    }

    /// Generic parameters of the impl around `def`, from the type it was found on.
    fn learn_owner(&self, def: DefId, owner: &Ty, subst: &mut Subst) {
        if let Some(impl_id) = self.cx.map.def(def).owner {
            self.cx.self_type(impl_id, 0).unify(owner.peel(), subst);
        }
    }

    fn construct(&mut self, def: DefId, args: &[ExprId], expected: &Ty) -> Ty {
        let kind = self.cx.map.def(def).kind;
        let owner = if let DefKind::Variant(owner, _) = kind { owner } else { def };
        let fields: Vec<Ty> = self.cx.table.fields(def).iter().map(|(_, ty)| ty.clone()).collect();
        let params = self.cx.table.params(owner).to_vec();
        let same = matches!(expected.peel(), Ty::Adt(Res::Def(wanted), _) if *wanted == owner);
        let mut subst = if same { known_args(&params, expected) } else { Subst::default() };
        self.args(args, &fields, &mut subst, &params);
        let args = params.iter().map(|p| subst.get(*p).cloned().unwrap_or_default()).collect();
        Ty::Adt(Res::Def(owner), args)
    }

    fn call_ext(
        &mut self,
        ext: &Ext,
        owner: Option<&Ty>,
        turbofish: Vec<Ty>,
        args: &[ExprId],
        expected: &Ty,
    ) -> Ty {
        let path = ext.path.as_str();
        if let Some(wrapper) = wrapper_of(path) {
            let wanted = expected.arg(usize::from(path.ends_with("Err")));
            let inner = args.iter().map(|&a| self.expr(a, &wanted)).last().unwrap_or_default();
            let items = if path.ends_with("Err") {
                vec![expected.arg(0), inner]
            } else {
                vec![inner, expected.arg(1)]
            };
            return self.cx.std_type(wrapper, items);
        }
        // `Default::default()` is what is wanted.
        if path == "std::default::Default::default" && expected.is_known() {
            return expected.clone();
        }
        let Some((prefix, name)) = ext.path.split().map(|(p, n)| (p.as_str(), n.as_str())) else {
            self.all(args);
            return Ty::Unknown;
        };
        let Some((sig, owner_generics)) = self.cx.externals.function(ext.path) else {
            self.all(args);
            return self.constructor_guess(owner, prefix, name);
        };
        let receiver = usize::from(sig.receiver.is_some() && !args.is_empty());
        let first = args[..receiver].iter().map(|&a| self.plain(a)).next().unwrap_or_default();
        let self_ty = self.self_of_call(owner, &first, prefix);
        let mut subst = known(&sig.generics, turbofish);
        learn_generics(owner_generics, &self_ty, &mut subst);
        let declared = self.cx.externals.declared(sig);
        subst.insert(self_name(), self_ty.clone());
        let generics: Vec<Symbol> = sig.generics.iter().chain(owner_generics).copied().collect();
        self.args(&args[receiver..], &declared.params, &mut subst, &generics);
        let made = sig.receiver.is_none() && matches!(sig.ret, TypeExpr::SelfType);
        if made {
            subst.insert(self_name(), completed(&self_ty, owner_generics, &subst));
        }
        self.cx.closed(&declared.ret, &subst, &generics)
    }

    /// What `Self` is in `Owner::f(first, ..)`: `Arc::clone(&x)` says nothing of the content, `x` does; and `Default::default()`
    /// names a trait, which is not the type.
    fn self_of_call(&self, owner: Option<&Ty>, first: &Ty, prefix: &str) -> Ty {
        let owner = owner.cloned().unwrap_or_default();
        let peeled = first.peel();
        let names_trait = STD_TRAITS.contains(&prefix) && owner.ext_path() == Some(prefix);
        match names_trait || same_head(&owner, peeled) || !owner.is_known() {
            true => peeled.clone(),
            false => owner,
        }
    }

    /// Walks arguments: first those that are no closures, since they say what the closures' parameters are.
    pub(super) fn args(&mut self, args: &[ExprId], params: &[Ty], subst: &mut Subst, generics: &[Symbol]) {
        let is_closure = |ir: &FileIr, id: ExprId| matches!(ir.exprs[id].kind, ExprKind::Closure { .. });
        for closures in [false, true] {
            for (i, &arg) in args.iter().enumerate().filter(|&(_, &a)| is_closure(self.ir, a) == closures) {
                let declared = params.get(i).cloned().unwrap_or_default();
                let wanted = self.wanted(&declared, subst, generics);
                let actual = self.expr(arg, &wanted);
                let actual = self.as_closure(arg, &wanted).unwrap_or(actual);
                match &declared {
                    Ty::Adt(..) if declared.is_ext("std::iter::Iter") => {
                        self.unify_shape(&declared, &actual, subst)
                    }
                    _ => declared.unify(&actual, subst),
                }
            }
        }
    }

    pub(super) fn method_call(
        &mut self,
        id: ExprId,
        receiver: ExprId,
        name: Symbol,
        turbofish: Vec<Ty>,
        args: &[ExprId],
        expected: &Ty,
    ) -> Ty {
        self.out.calls += 1;
        self.out.method_calls += 1;
        let receiver_ty = self.plain(receiver);
        let receiver_ty = self.in_chain(receiver, receiver_ty, name);
        let receiver_ty = self.refuted(receiver, receiver_ty, name);
        self.out.receivers_known += usize::from(receiver_ty.is_known());
        let Some((callee, owner)) = self.cx.method(&receiver_ty, name, &self.scope) else {
            self.all(args);
            if let Some(kept) = self.extended(&receiver_ty, name) {
                return kept;
            }
            // A method that a pointer does not have is one of what it points at.
            if let owner @ Ty::Adt(Res::Ext(ext), _) = &self.cx.pointee(&receiver_ty) {
                self.out.callees.insert(id, Callee::Ext(ext.join(name)));
                self.out.owners.insert(id, owner.clone());
            }
            return self.universal(&receiver_ty, name, expected);
        };
        self.out.resolved_calls += 1;
        self.out.callees.insert(id, callee.clone());
        self.out.owners.insert(id, owner.clone());
        let ret = match callee {
            Callee::Def(def) => self.method_def(def, &owner, turbofish, args, expected),
            Callee::Ext(ext) => self.method_ext(&ext, receiver, &owner, turbofish, args),
        };
        let ret = if ret.is_known() { ret } else { self.universal(&receiver_ty, name, expected) };
        match name.as_str() {
            "collect" => self.collected(merge(ret, expected.clone()), &owner.arg(0)),
            "sum" | "product" if !ret.is_known() && !expected.is_known() => owner.arg(0).peel().clone(),
            _ => ret,
        }
    }

    /// A collection of which only the kind is known, with what is collected into it.
    fn collected(&self, ty: Ty, item: &Ty) -> Ty {
        let filled = |args: Vec<Ty>| match &ty {
            Ty::Adt(res, _) => ty.clone().complete(&Ty::Adt(res.clone(), args.into())),
            _ => ty.clone(),
        };
        match (ty.ext_path(), item) {
            (Some("std::result::Result" | "std::option::Option"), _) => {
                let inner = self.collected(ty.arg(0), &item.arg(0));
                match &ty {
                    Ty::Adt(res, args) => {
                        let args = std::iter::once(inner).chain(args.iter().skip(1).cloned());
                        Ty::Adt(res.clone(), args.collect())
                            .complete(&Ty::Adt(res.clone(), Arc::from([Ty::Unknown, item.arg(1)])))
                    }
                    _ => ty,
                }
            }
            (Some(path), Ty::Tuple(pair)) if path.starts_with("std::") && path.ends_with("Map") => {
                filled(pair.to_vec())
            }
            (Some("std::string::String"), _) => ty,
            (Some(path), _) if path.starts_with("std::") && !path.ends_with("Map") => {
                filled(vec![item.clone()])
            }
            _ => ty,
        }
    }

    fn method_def(
        &mut self,
        def: DefId,
        owner: &Ty,
        turbofish: Vec<Ty>,
        args: &[ExprId],
        expected: &Ty,
    ) -> Ty {
        let table = self.cx.table;
        let Some(sig) = table.sig(def) else {
            self.all(args);
            return Ty::Unknown;
        };
        let mut subst = known(&sig.generics, turbofish);
        self.learn_owner(def, owner, &mut subst);
        if let (DefKind::TraitMethod(trait_), Ty::Dyn(traits)) = (self.cx.map.def(def).kind, owner) {
            let said = traits.iter().find(|t| t.trait_ == Res::Def(trait_)).map(|t| t.args.to_vec());
            subst.extend(known(&self.cx.trait_params(trait_), said.unwrap_or_default()));
        }
        self.call_sig(sig, args, subst, expected, Some(owner))
    }

    fn method_ext(
        &mut self,
        ext: &Ext,
        receiver: ExprId,
        owner: &Ty,
        turbofish: Vec<Ty>,
        args: &[ExprId],
    ) -> Ty {
        let Some((sig, owner_generics)) = self.cx.externals.function(ext.path) else {
            self.all(args);
            return self.setter_guess(ext, owner);
        };
        let mut subst = known(&sig.generics, turbofish);
        learn_generics(owner_generics, owner, &mut subst);
        self.learn_trait(ext, owner, owner_generics, &mut subst);
        let declared = self.cx.externals.declared(sig);
        subst.insert(self_name(), owner.clone());
        let generics: Vec<Symbol> = sig.generics.iter().chain(owner_generics).copied().collect();
        self.args(args, &declared.params, &mut subst, &generics);
        if owner.is_incomplete() || matches!(owner, Ty::Adt(_, args) if args.len() < owner_generics.len()) {
            self.learn_receiver(receiver, &completed(owner, owner_generics, &subst));
        }
        self.cx.closed(&declared.ret, &subst, &generics)
    }

    /// Generic arguments of a trait, from a bound like `T: AsRef<str>` through which its method was found.
    fn learn_trait(&self, ext: &Ext, owner: &Ty, generics: &[Symbol], subst: &mut Subst) {
        let bound = match owner {
            Ty::Param(name) => self.cx.bound_type(*name, &self.scope),
            other => other.clone(),
        };
        let prefix = ext.path.split().map(|(prefix, _)| prefix);
        match &bound {
            Ty::Dyn(traits) => {
                let is_it = |t: &&TraitTy| matches!(&t.trait_, Res::Ext(e) if Some(e.path) == prefix);
                if let Some(found) = traits.iter().find(is_it) {
                    subst.extend(known(generics, found.args.to_vec()));
                }
            }
            Ty::Adt(..) if bound != *owner => learn_generics(generics, &bound, subst),
            _ => {}
        }
    }

    /// Methods that every type has through the traits of the prelude.
    fn universal(&self, receiver: &Ty, name: Symbol, expected: &Ty) -> Ty {
        match name.as_str() {
            "to_owned" if receiver.is_text() => self.cx.std_type("std::string::String", []),
            "clone" | "to_owned" => receiver.peel().clone(),
            "to_string" => self.cx.std_type("std::string::String", []),
            // Query builders have methods of these names: what is not known compares to nothing known.
            "eq" | "ne" | "lt" | "le" | "gt" | "ge" if receiver.is_known() => Ty::bool(),
            "cmp" if receiver.is_known() => self.cx.std_type("std::cmp::Ordering", []),
            "into" | "try_into" | "parse" if expected.is_concrete() => expected.clone(),
            _ => Ty::Unknown,
        }
    }
}

fn wrapper_of(path: &str) -> Option<&'static str> {
    match path {
        "std::option::Option::Some" => Some("std::option::Option"),
        "std::result::Result::Ok" | "std::result::Result::Err" => Some("std::result::Result"),
        _ => None,
    }
}

/// Traits by whose name their functions are called: `Default::default()`, `Clone::clone(&x)`.
const STD_TRAITS: &[&str] = &[
    "std::clone::Clone",
    "std::default::Default",
    "std::convert::From",
    "std::convert::TryFrom",
    "std::str::FromStr",
    "std::string::ToString",
];

fn same_head(a: &Ty, b: &Ty) -> bool {
    matches!((a, b), (Ty::Adt(a, _), Ty::Adt(b, _)) if same_item(a, b))
}

/// Generic parameters with those arguments that are known.
fn known(generics: &[Symbol], args: Vec<Ty>) -> Subst {
    generics.iter().copied().zip(args).filter(|(_, ty)| ty.is_known()).collect()
}

/// A type with gaps among its arguments filled by what its generic parameters turned out to be.
fn completed(ty: &Ty, generics: &[Symbol], subst: &Subst) -> Ty {
    match ty {
        Ty::Adt(res, _) if !generics.is_empty() => {
            let args = generics.iter().map(|g| subst.get(*g).cloned().unwrap_or_default()).collect();
            ty.clone().complete(&Ty::Adt(res.clone(), args))
        }
        _ => ty.clone(),
    }
}
