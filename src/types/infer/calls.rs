//! Types of calls: the declared parameters are unified with the types of the arguments, which gives the result.
//!
//! Closures are walked after the other arguments, because those say what the parameters of a closure are. What a generic
//! parameter is and no argument told is unknown, never the parameter itself: a parameter means nothing outside its signature.

use super::{Callee, Infer, has_params, learn_generics};
use crate::base::Symbol;
use crate::catalog::signature::Signature;
use crate::ir::{ExprId, ExprKind, FileIr};
use crate::resolve::{DefId, DefKind, Ext, Res};
use crate::types::{Subst, Ty};

impl Infer<'_, '_> {
    pub(super) fn call(&mut self, id: ExprId, callee: ExprId, args: &[ExprId], expected: &Ty) -> Ty {
        self.out.calls += 1;
        let callee_ty = self.plain(callee);
        let Some(target) = self.path_callee(callee) else {
            return match callee_ty.peel() {
                Ty::Fn(params, ret) => {
                    self.args(args, params, &mut Subst::default());
                    (**ret).clone()
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
        let Some(sig) = self.cx.table.sig(def) else {
            self.all(args);
            return Ty::Unknown;
        };
        let mut subst: Subst = sig.generics.iter().copied().zip(turbofish).collect();
        if let Some(owner) = owner {
            self.learn_owner(def, owner, &mut subst);
        }
        let receiver = args.len().saturating_sub(sig.params.len());
        self.all(&args[..receiver]);
        self.args(&args[receiver..], &sig.params, &mut subst);
        sig.ret.subst(&subst)
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
        let mut subst = expected_args(expected, &params);
        self.args(args, &fields, &mut subst);
        let args = params.iter().map(|p| subst.get(p).cloned().unwrap_or_default()).collect();
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
        let Some((prefix, name)) = path.rsplit_once("::") else {
            self.all(args);
            return Ty::Unknown;
        };
        let found = self.cx.externals.signature(Symbol::new(prefix), Symbol::new(name));
        let Some((sig, owner_generics)) = found else {
            self.all(args);
            return constructor_guess(owner, prefix, name);
        };
        let self_ty = owner.cloned().unwrap_or_default();
        let mut subst: Subst = sig.generics.iter().copied().zip(turbofish).collect();
        learn_generics(owner_generics, &self_ty, &mut subst);
        let params: Vec<Ty> = sig.params.iter().map(|p| self.cx.externals.ty(p, &self_ty)).collect();
        let receiver = usize::from(sig.receiver.is_some() && args.len() > params.len());
        if receiver == 1 {
            let first = self.plain(args[0]);
            learn_generics(owner_generics, first.peel(), &mut subst);
        }
        self.args(&args[receiver..], &params, &mut subst);
        forget_params(self.cx.externals.ty(&sig.ret, &self_ty).subst(&subst), sig, owner_generics)
    }

    pub(super) fn args(&mut self, args: &[ExprId], params: &[Ty], subst: &mut Subst) {
        let is_closure = |ir: &FileIr, id: ExprId| matches!(ir.exprs[id].kind, ExprKind::Closure { .. });
        for closures in [false, true] {
            for (i, &arg) in args.iter().enumerate().filter(|&(_, &a)| is_closure(self.ir, a) == closures) {
                let declared = params.get(i).cloned().unwrap_or_default();
                let wanted = declared.subst(subst);
                let wanted = if has_params(&wanted) && !closures { Ty::Unknown } else { wanted };
                let actual = self.expr(arg, &wanted);
                declared.unify(&actual, subst);
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
        self.out.receivers_known += usize::from(receiver_ty.is_known());
        let Some((callee, owner)) = self.cx.method(&receiver_ty, name, &self.scope) else {
            self.all(args);
            if let Ty::Adt(Res::Ext(ext), _) = receiver_ty.peel() {
                self.out.callees.insert(id, Callee::Ext(ext.join(name)));
                self.out.owners.insert(id, receiver_ty.peel().clone());
            }
            return self.universal(&receiver_ty, name, expected);
        };
        self.out.resolved_calls += 1;
        self.out.callees.insert(id, callee.clone());
        self.out.owners.insert(id, owner.clone());
        let ret = match callee {
            Callee::Def(def) => self.method_def(def, &owner, turbofish, args),
            Callee::Ext(ext) => self.method_ext(&ext, &owner, turbofish, args),
        };
        if ret.is_known() { ret } else { self.universal(&receiver_ty, name, expected) }
    }

    fn method_def(&mut self, def: DefId, owner: &Ty, turbofish: Vec<Ty>, args: &[ExprId]) -> Ty {
        let Some(sig) = self.cx.table.sig(def) else {
            self.all(args);
            return Ty::Unknown;
        };
        let mut subst: Subst = sig.generics.iter().copied().zip(turbofish).collect();
        self.learn_owner(def, owner, &mut subst);
        self.args(args, &sig.params, &mut subst);
        sig.ret.subst(&subst)
    }

    fn method_ext(&mut self, ext: &Ext, owner: &Ty, turbofish: Vec<Ty>, args: &[ExprId]) -> Ty {
        let path = ext.path.as_str();
        let found = path
            .rsplit_once("::")
            .and_then(|(prefix, name)| self.cx.externals.signature(Symbol::new(prefix), Symbol::new(name)));
        let Some((sig, owner_generics)) = found else {
            self.all(args);
            return Ty::Unknown;
        };
        let mut subst: Subst = sig.generics.iter().copied().zip(turbofish).collect();
        learn_generics(owner_generics, owner, &mut subst);
        let params: Vec<Ty> = sig.params.iter().map(|p| self.cx.externals.ty(p, owner)).collect();
        self.args(args, &params, &mut subst);
        forget_params(self.cx.externals.ty(&sig.ret, owner).subst(&subst), sig, owner_generics)
    }

    /// Methods that every type has through the traits of the prelude.
    fn universal(&self, receiver: &Ty, name: Symbol, expected: &Ty) -> Ty {
        match name.as_str() {
            "clone" | "to_owned" | "by_ref" if receiver.is_text() && name == "to_owned" => {
                self.cx.std_type("std::string::String", [])
            }
            "clone" | "to_owned" => receiver.peel().clone(),
            "to_string" => self.cx.std_type("std::string::String", []),
            "eq" | "ne" | "lt" | "le" | "gt" | "ge" => Ty::bool(),
            "into" | "try_into" | "parse" => expected.clone(),
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

/// Generic parameters that were not learnt must not leak out of a signature.
fn forget_params(ty: Ty, sig: &Signature, owner: &[Symbol]) -> Ty {
    let subst: Subst = sig.generics.iter().chain(owner).map(|&n| (n, Ty::Unknown)).collect();
    ty.subst(&subst)
}

fn expected_args(expected: &Ty, params: &[Symbol]) -> Subst {
    match expected.peel() {
        Ty::Adt(_, args) if args.len() == params.len() => {
            params.iter().copied().zip(args.iter().cloned()).filter(|(_, t)| t.is_known()).collect()
        }
        _ => Subst::default(),
    }
}

/// `Type::new(..)` of a type without known signatures most likely gives a `Type`.
fn constructor_guess(owner: Option<&Ty>, prefix: &str, name: &str) -> Ty {
    let is_type = prefix.rsplit("::").next().is_some_and(|l| l.starts_with(|c: char| c.is_ascii_uppercase()));
    let constructs = matches!(name, "new" | "default" | "builder" | "from")
        || name.starts_with("from_")
        || name.starts_with("with_")
        || name.starts_with("new_")
        || name.starts_with(|c: char| c.is_ascii_uppercase());
    match owner {
        Some(owner) if is_type && constructs => owner.clone(),
        _ => Ty::Unknown,
    }
}
