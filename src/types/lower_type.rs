//! Types as written to [`Ty`]: paths resolved, aliases expanded with their arguments, `Self` replaced.

use std::sync::Arc;

use crate::base::{FileId, Symbol};
use crate::ir::{Bound, GenericArg, Generics, ItemId, ItemKind, Path, TypeId, TypeKind};
use crate::resolve::{DefId, DefKind, Ext, ImplId, ModId, Namespace, Res};
use crate::types::{Subst, TraitTy, Ty, TypeCx};

/// Nesting of types and chains of aliases are followed this deep.
const MAX_DEPTH: usize = 24;

/// Bounds that speak of associated types of what they bound (`T: A<T::B>`) are followed this deep.
const MAX_PROJECTION: usize = 4;

/// Where a type is written.
#[derive(Clone, Debug)]
pub struct TypeScope {
    /// Its file.
    pub file: FileId,
    /// Its module or block.
    pub module: ModId,
    /// The impl around it.
    pub self_impl: Option<ImplId>,
    /// The trait around it.
    pub self_trait: Option<DefId>,
    /// Names of generic parameters in scope.
    pub params: Vec<Symbol>,
    /// The items whose generics these are.
    pub generics: Vec<(FileId, ItemId)>,
}

/// The generics of an item.
pub fn item_generics(kind: &ItemKind) -> Option<&Generics> {
    match kind {
        ItemKind::Fn(f) => Some(&f.generics),
        ItemKind::Struct(s) => Some(&s.generics),
        ItemKind::Enum(e) => Some(&e.generics),
        ItemKind::Trait(t) => Some(&t.generics),
        ItemKind::Impl(i) => Some(&i.generics),
        ItemKind::TypeAlias(a) => Some(&a.generics),
        _ => None,
    }
}

impl TypeCx<'_> {
    /// The scope of types in the signature and body of a definition.
    pub fn scope_of(&self, id: DefId) -> TypeScope {
        let def = self.map.def(id);
        let mut generics = vec![(def.file, def.item)];
        let mut self_trait = None;
        if let Some(owner) = def.owner {
            let data = &self.map.impls[owner];
            generics.push((data.file, data.item));
        }
        if let DefKind::TraitMethod(owner) = def.kind {
            let data = self.map.def(owner);
            generics.push((data.file, data.item));
            self_trait = Some(owner);
        }
        let names = |&(file, item): &(FileId, ItemId)| {
            let generics = item_generics(&self.program.file(file).items[item].kind);
            generics.map_or(Vec::new(), |g| g.params.iter().map(|p| p.name.sym).collect())
        };
        let params = generics.iter().flat_map(names).collect();
        TypeScope { file: def.file, module: def.module, self_impl: def.owner, self_trait, params, generics }
    }

    /// A type as written, in its scope.
    pub fn lower(&self, scope: &TypeScope, id: TypeId) -> Ty {
        self.lower_at(scope, id, 0)
    }

    fn lower_at(&self, scope: &TypeScope, id: TypeId, depth: usize) -> Ty {
        if depth > MAX_DEPTH {
            return Ty::Unknown;
        }
        let ir = self.program.file(scope.file);
        let one = |id: TypeId| self.lower_at(scope, id, depth + 1);
        match &ir.types[id].kind {
            TypeKind::Path(path) => self.lower_path(scope, path, depth),
            TypeKind::Ref { inner, .. } => one(*inner).reference(),
            TypeKind::Slice(inner) => Ty::Slice(Arc::new(one(*inner))),
            TypeKind::Array(inner, _) => Ty::Array(Arc::new(one(*inner))),
            TypeKind::Tuple(items) => Ty::Tuple(items.iter().map(|&t| one(t)).collect()),
            TypeKind::Fn(params, ret) => {
                let ret = ret.map_or_else(Ty::unit, one);
                Ty::Fn(params.iter().map(|&t| one(t)).collect(), Arc::new(ret))
            }
            TypeKind::Impl(bounds) | TypeKind::Dyn(bounds) => self.lower_bounds(scope, bounds, depth),
            TypeKind::Never => Ty::Never,
            TypeKind::Pointer(_) | TypeKind::Infer | TypeKind::Unknown => Ty::Unknown,
        }
    }

    /// `impl Fn(A) -> B` is a closure, `impl Future<Output = T>` and `impl Iterator<Item = T>` keep their item; of other
    /// traits what their bounds say.
    fn lower_bounds<'i>(
        &self,
        scope: &TypeScope,
        bounds: impl IntoIterator<Item = &'i Bound>,
        depth: usize,
    ) -> Ty {
        let mut traits = Vec::new();
        for bound in bounds {
            let Some(found) = self.map.resolve(scope.module, scope.self_impl, &bound.path, Namespace::Type)
            else {
                continue;
            };
            let args = bound.path.last().map_or(&[][..], |s| &s.args);
            let lower = |ty: TypeId| self.lower_at(scope, ty, depth + 1);
            let assoc: Arc<[(Symbol, Ty)]> = args
                .iter()
                .filter_map(
                    |a| if let GenericArg::Assoc(n, ty) = a { Some((n.sym, lower(*ty))) } else { None },
                )
                .collect();
            let said = |name: &str| assoc.iter().find(|(n, _)| *n == *name).map(|(_, ty)| ty.clone());
            let args = self.generic_args(scope, args, depth);
            match bound.path.last().map_or("", |s| s.name.sym.as_str()) {
                "Fn" | "FnMut" | "FnOnce" | "AsyncFn" | "AsyncFnMut" | "AsyncFnOnce" => {
                    let params =
                        if let Some(Ty::Tuple(items)) = args.first() { items.clone() } else { Arc::from([]) };
                    return Ty::Fn(params, Arc::new(said("Output").unwrap_or_else(Ty::unit)));
                }
                "Future" | "IntoFuture" => return self.future(said("Output").unwrap_or_default()),
                "Iterator" | "IntoIterator" | "DoubleEndedIterator" | "ExactSizeIterator" => {
                    return self.std_type("std::iter::Iter", [said("Item").unwrap_or_default()]);
                }
                _ => traits.push(TraitTy { trait_: self.canonical_res(found.res), args: args.into(), assoc }),
            }
        }
        Ty::Dyn(traits.into())
    }

    /// What the bounds of a generic parameter in scope say of it: a closure, a future, an iterator, or its traits.
    pub fn bound_type(&self, param: Symbol, scope: &TypeScope) -> Ty {
        self.bound_at(param, scope, 0)
    }

    fn bound_at(&self, param: Symbol, scope: &TypeScope, depth: usize) -> Ty {
        if depth > MAX_DEPTH {
            return Ty::Unknown;
        }
        let ir = self.program.file(scope.file);
        let mut bounds: Vec<&Bound> = Vec::new();
        for &(file, item) in scope.generics.iter().filter(|(file, _)| *file == scope.file) {
            let Some(generics) = item_generics(&self.program.file(file).items[item].kind) else { continue };
            bounds.extend(generics.params.iter().filter(|p| p.name.sym == param).flat_map(|p| &p.bounds));
            let about = |ty: TypeId| matches!(&ir.types[ty].kind, TypeKind::Path(p) if p.as_ident().is_some_and(|n| n.sym == param));
            bounds.extend(generics.wheres.iter().filter(|(ty, _)| about(*ty)).flat_map(|(_, list)| list));
        }
        self.lower_bounds(scope, bounds, depth + 1)
    }

    /// The generic parameters of a trait of the workspace.
    pub fn trait_params(&self, id: DefId) -> Vec<Symbol> {
        let def = self.map.def(id);
        let generics = item_generics(&self.program.file(def.file).items[def.item].kind);
        generics.map_or_else(Vec::new, |g| g.params.iter().map(|p| p.name.sym).collect())
    }

    /// The traits that a trait of the workspace extends.
    pub fn supertraits(&self, id: DefId) -> Vec<Res> {
        let def = self.map.def(id);
        let ItemKind::Trait(item) = &self.program.file(def.file).items[def.item].kind else {
            return Vec::new();
        };
        let resolve = |b: &Bound| self.map.resolve(def.module, None, &b.path, Namespace::Type);
        item.supers.iter().filter_map(resolve).map(|found| self.canonical_res(found.res)).collect()
    }

    /// `T::Name` of a generic parameter: what its bounds say, else open.
    fn param_projection(&self, scope: &TypeScope, param: Symbol, name: Symbol, depth: usize) -> Ty {
        if depth > MAX_PROJECTION {
            return Ty::Assoc(Arc::new(Ty::Param(param)), name);
        }
        match self.bound_at(param, scope, depth + 1) {
            bound @ (Ty::Fn(..) | Ty::Adt(..) | Ty::Dyn(_)) => {
                let found = self.projected(&bound, name, depth);
                if found.is_known() { found } else { Ty::Assoc(Arc::new(Ty::Param(param)), name) }
            }
            _ => Ty::Assoc(Arc::new(Ty::Param(param)), name),
        }
    }

    /// A type of the standard library.
    pub fn std_type(&self, path: &'static str, args: impl IntoIterator<Item = Ty>) -> Ty {
        Ty::Adt(self.map.std_item(path), args.into_iter().collect())
    }

    /// `impl Future<Output = T>`.
    pub fn future(&self, output: Ty) -> Ty {
        self.std_type("std::future::Future", [output])
    }

    fn canonical_res(&self, res: Res) -> Res {
        if let Res::Ext(ext) = &res { Res::Ext(self.externals.canonical(ext)) } else { res }
    }

    fn lower_path(&self, scope: &TypeScope, path: &Path, depth: usize) -> Ty {
        if let Some(qself) = path.qself {
            return self.lower_qualified(scope, qself, path, depth);
        }
        if let Some(first) = path.segments.first()
            && scope.params.contains(&first.name.sym)
        {
            return match &path.segments[1..] {
                [] => Ty::Param(first.name.sym),
                [name] => self.param_projection(scope, first.name.sym, name.name.sym, depth),
                _ => Ty::Unknown,
            };
        }
        if let ([first, name], Some(owner)) = (&path.segments[..], scope.self_impl)
            && first.name.sym == "Self"
            && self.map.impls[owner].items.contains_key(&name.name.sym)
        {
            let of = self.self_type(owner, depth + 1);
            return self.impl_type(owner, name.name.sym, &of, depth).unwrap_or_default();
        }
        if let (Some(owner), Some(name)) = (scope.self_trait, path.as_ident())
            && name.sym == "Self"
        {
            return Ty::Dyn(Arc::from([TraitTy::bare(Res::Def(owner))]));
        }
        let found = self.map.resolve(scope.module, scope.self_impl, path, Namespace::Type);
        let found = found.or_else(|| {
            let (first, rest) = path.segments.split_first()?;
            // `auth::Token` below a module that a glob brings in; `T::Item` is none.
            if !rest.is_empty() && first.name.sym.as_str().starts_with(char::is_uppercase) {
                return None;
            }
            let item = self.map.glob_item(scope.module, first.name.sym)?;
            let ext = rest.iter().fold(item, |ext, segment| ext.join(segment.name.sym));
            Some(crate::resolve::PathRes { res: Res::Ext(ext), rest: 0 })
        });
        let Some(found) = found else { return Ty::Unknown };
        let resolved = path.segments.len() - found.rest;
        let args = self.generic_args(scope, &path.segments[resolved - 1].args, depth);
        let base = self.ty_of_res(&found.res, args, depth);
        match found.rest {
            0 => base,
            1 => self.projected(&base, path.segments[resolved].name.sym, depth + 1),
            _ => Ty::Unknown,
        }
    }

    fn lower_qualified(&self, scope: &TypeScope, qself: TypeId, path: &Path, depth: usize) -> Ty {
        let base = self.lower_at(scope, qself, depth + 1);
        match (&base, path.last()) {
            (Ty::Param(param), Some(last)) => self.param_projection(scope, *param, last.name.sym, depth),
            (_, Some(last)) => self.projected(&base, last.name.sym, depth + 1),
            _ => Ty::Unknown,
        }
    }

    /// The type arguments among generic arguments.
    pub fn generic_args(&self, scope: &TypeScope, args: &[GenericArg], depth: usize) -> Vec<Ty> {
        let types = args.iter().filter_map(|a| if let GenericArg::Type(t) = a { Some(*t) } else { None });
        types.map(|t| self.lower_at(scope, t, depth + 1)).collect()
    }

    /// The type that a type's name stands for, given its arguments.
    pub fn ty_of_res(&self, res: &Res, args: Vec<Ty>, depth: usize) -> Ty {
        if depth > MAX_DEPTH {
            return Ty::Unknown;
        }
        match res {
            Res::Primitive(name) => Ty::Prim(*name),
            Res::TypeParam(name) => Ty::Param(*name),
            Res::Ext(ext) => self.external_type(self.externals.canonical(ext), args),
            Res::Impl(id) => self.self_type(*id, depth + 1),
            Res::Def(id) => match self.map.def(*id).kind {
                DefKind::Struct | DefKind::Enum => Ty::Adt(res.clone(), args.into()),
                DefKind::Variant(owner, _) => Ty::Adt(Res::Def(owner), args.into()),
                DefKind::TypeAlias => self.expand_alias(*id, args, depth + 1),
                DefKind::Trait => Ty::Dyn(Arc::from([TraitTy::bare(res.clone())])),
                _ => Ty::Unknown,
            },
            Res::Module(_) | Res::Local(_) => Ty::Unknown,
        }
    }

    /// `std::io::Result<T>`, `sqlx::Result<T>`: a `Result` of a library is an alias of the standard
    /// one with the library's error, by a convention that has no exception.
    fn external_type(&self, ext: Ext, args: Vec<Ty>) -> Ty {
        if ext.name() != "Result" || ext.path == "std::result::Result" || args.len() > 2 {
            return Ty::Adt(Res::Ext(ext), args.into());
        }
        if args.len() == 2 {
            return self.std_type("std::result::Result", args);
        }
        let ok = args.into_iter().next().unwrap_or_else(|| match ext.path.as_str() {
            "std::fmt::Result" => Ty::unit(),
            _ => Ty::Unknown,
        });
        self.std_type("std::result::Result", [ok, Ty::Unknown])
    }

    /// The `Self` type of an impl.
    pub fn self_type(&self, id: ImplId, depth: usize) -> Ty {
        let known = self.table.self_type(id);
        known.cloned().unwrap_or_else(|| self.lower_self_type(id, depth))
    }

    /// [`Self::self_type`] as it is written.
    pub(super) fn lower_self_type(&self, id: ImplId, depth: usize) -> Ty {
        let data = &self.map.impls[id];
        let ItemKind::Impl(item) = &self.program.file(data.file).items[data.item].kind else {
            return Ty::Unknown;
        };
        let params = item.generics.params.iter().map(|p| p.name.sym).collect();
        let generics = vec![(data.file, data.item)];
        let scope = TypeScope {
            file: data.file,
            module: data.module,
            self_impl: None,
            self_trait: None,
            params,
            generics,
        };
        self.lower_at(&scope, item.self_ty, depth + 1)
    }

    fn expand_alias(&self, id: DefId, args: Vec<Ty>, depth: usize) -> Ty {
        let def = self.map.def(id);
        let ItemKind::TypeAlias(alias) = &self.program.file(def.file).items[def.item].kind else {
            return Ty::Unknown;
        };
        let Some(target) = alias.ty else { return Ty::Unknown };
        let params: Vec<Symbol> = alias.generics.params.iter().map(|p| p.name.sym).collect();
        let mut subst: Subst = params.iter().copied().zip(args).collect();
        let scope = self.scope_of(id);
        for param in alias.generics.params.iter().filter(|p| p.default.is_some()) {
            if let (None, Some(default)) = (subst.get(param.name.sym), param.default) {
                subst.insert(param.name.sym, self.lower_at(&scope, default, depth + 1));
            }
        }
        self.lower_at(&scope, target, depth + 1).subst(&subst)
    }
}
