//! Associated types: what `T::Item`, `T::Target` and the like are once `T` is known.
//!
//! `flatten(self) -> Iter<T::Item>` on an `Iter<Vec<Row>>` becomes `Iter<Vec<Row>::Item>` by substitution, and
//! [`TypeCx::normalise`] makes it `Iter<Row>`. Associated types of the workspace come from its impls; those of the language's own
//! traits (iteration, dereferencing, futures, calls) from the shape of the type. What stays open is unknown.

use std::sync::Arc;

use crate::base::Symbol;
use crate::resolve::{DefKind, ImplId, Res};
use crate::types::{Subst, Ty, TypeCx};

/// Projections are followed this deep into a type and into each other.
const MAX_DEPTH: usize = 12;

impl TypeCx<'_> {
    /// A declared type with its generic parameters replaced and its associated types looked up.
    pub fn instantiate(&self, ty: &Ty, subst: &Subst) -> Ty {
        self.normalise(&ty.subst(subst))
    }

    /// As [`Self::instantiate`], with those of `generics` that nothing told of unknown: a parameter means nothing outside its
    /// signature.
    pub fn closed(&self, ty: &Ty, subst: &Subst, generics: &[Symbol]) -> Ty {
        let open = |name: Symbol| generics.contains(&name).then_some(Ty::Unknown);
        self.normalise(&ty.replace(&|name| subst.get(name).cloned().or_else(|| open(name))))
    }

    /// The type with associated types replaced by what they are.
    pub fn normalise(&self, ty: &Ty) -> Ty {
        if ty.has_projections() { self.normalise_at(ty, 0) } else { ty.clone() }
    }

    fn normalise_at(&self, ty: &Ty, depth: usize) -> Ty {
        if depth > MAX_DEPTH {
            return Ty::Unknown;
        }
        let one = |ty: &Ty| self.normalise_at(ty, depth + 1);
        let list = |items: &[Ty]| items.iter().map(one).collect::<Arc<[Ty]>>();
        match ty {
            Ty::Assoc(base, name) => self.projected(&one(base), *name, depth),
            Ty::Ref(inner) => one(inner).reference(),
            Ty::Slice(inner) => Ty::Slice(Arc::new(one(inner))),
            Ty::Array(inner) => Ty::Array(Arc::new(one(inner))),
            Ty::Tuple(items) => Ty::Tuple(list(items)),
            Ty::Adt(res, args) => Ty::Adt(res.clone(), list(args)),
            Ty::Fn(params, ret) => Ty::Fn(list(params), Arc::new(one(ret))),
            _ => ty.clone(),
        }
    }

    /// `base::name`; stays open for a generic parameter.
    pub fn projected(&self, base: &Ty, name: Symbol, depth: usize) -> Ty {
        if let Ty::Param(_) = base {
            return Ty::Assoc(Arc::new(base.clone()), name);
        }
        if let Some(found) = self.local_projection(base, name, depth) {
            return found;
        }
        match (base, name.as_str()) {
            (Ty::Dyn(traits), _) => {
                let said = traits.iter().flat_map(|t| t.assoc.iter()).find(|(n, _)| *n == name);
                said.map_or(Ty::Unknown, |(_, ty)| ty.clone())
            }
            (_, "Item") => self.item_type(base),
            (_, "Target") => self.deref(base).unwrap_or_default(),
            (_, "Owned") => self.owned(base),
            (Ty::Fn(_, ret), "Output") => (**ret).clone(),
            (_, "Output") if base.is_ext("std::future::Future") => base.arg(0),
            _ => Ty::Unknown,
        }
    }

    /// An associated type of an impl of the workspace, with the impl's parameters replaced. `&T` and `T` may both have one.
    fn local_projection(&self, base: &Ty, name: Symbol, depth: usize) -> Option<Ty> {
        let Ty::Adt(res @ Res::Def(_), _) = base.peel() else { return None };
        let impls = self.map.impls_of.get(res)?;
        let has = |id: &ImplId| self.map.impls[*id].items.contains_key(&name);
        let by_ref = matches!(base, Ty::Ref(_));
        let exact = |id: &ImplId| matches!(self.self_type(*id, depth + 1), Ty::Ref(_)) == by_ref;
        let candidates: Vec<ImplId> = impls.iter().copied().filter(has).collect();
        let found = candidates.iter().copied().find(exact).or(candidates.first().copied())?;
        self.impl_type(found, name, base, depth)
    }

    /// The associated type `name` of one impl, for the type `base`.
    pub fn impl_type(&self, id: ImplId, name: Symbol, base: &Ty, depth: usize) -> Option<Ty> {
        let def = *self.map.impls[id].items.get(&name)?;
        if self.map.def(def).kind != DefKind::TypeAlias || depth > MAX_DEPTH {
            return None;
        }
        let ty = self.ty_of_res(&Res::Def(def), Vec::new(), depth + 1);
        let mut subst = Subst::default();
        self.self_type(id, depth + 1).unify(base, &mut subst);
        Some(ty.subst(&subst))
    }

    /// What iterating over a value of this type yields.
    pub fn item_type(&self, ty: &Ty) -> Ty {
        let by_ref = matches!(ty, Ty::Ref(_));
        let wrap = |item: Ty| if by_ref && item.is_known() { item.reference() } else { item };
        let peeled = ty.peel();
        match peeled {
            Ty::Slice(inner) | Ty::Array(inner) => wrap((**inner).clone()),
            Ty::Dyn(_) => self.projected(peeled, Symbol::known("Item"), 0),
            Ty::Adt(Res::Def(_), _) => {
                let found = self.local_projection(ty, Symbol::known("Item"), 0);
                found.or_else(|| Some(self.item_type(&self.deref(peeled)?))).unwrap_or_default()
            }
            Ty::Adt(Res::Ext(ext), args) => match (ext.path.as_str(), args.len()) {
                ("std::iter::Iter" | "std::ops::Range", _) => peeled.arg(0),
                ("std::collections::HashMap" | "std::collections::BTreeMap", _) => {
                    Ty::Tuple(Arc::from([wrap(peeled.arg(0)), wrap(peeled.arg(1))]))
                }
                ("std::boxed::Box", _) => self.item_type(&peeled.arg(0)),
                _ => {
                    self.signature_item(peeled, by_ref).unwrap_or_else(|| match ext.krate.package == "std" {
                        true => wrap(peeled.arg(0)),
                        false => Ty::Unknown,
                    })
                }
            },
            _ => Ty::Unknown,
        }
    }

    /// What the signatures of `into_iter`, `iter` or `next` say that an external type yields.
    fn signature_item(&self, ty: &Ty, by_ref: bool) -> Option<Ty> {
        let Ty::Adt(Res::Ext(ext), args) = ty else { return None };
        let names = if by_ref { ["iter", "next"] } else { ["into_iter", "next"] };
        let find = |name: &'static str| self.externals.signature(ext.path, Symbol::known(name));
        let (sig, generics) = names.into_iter().find_map(find)?;
        let subst: Subst = generics.iter().copied().zip(args.iter().cloned()).collect();
        Some(self.externals.ty(&sig.ret, ty).subst(&subst).arg(0))
    }

    fn owned(&self, ty: &Ty) -> Ty {
        match ty {
            Ty::Prim(name) if *name == "str" => self.std_type("std::string::String", []),
            Ty::Slice(inner) => self.std_type("std::vec::Vec", [(**inner).clone()]),
            _ if ty.is_ext("std::path::Path") => self.std_type("std::path::PathBuf", []),
            _ if ty.is_ext("std::ffi::OsStr") => self.std_type("std::ffi::OsString", []),
            _ => ty.clone(),
        }
    }
}
