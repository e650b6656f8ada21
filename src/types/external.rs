//! Items of other crates: the path they are modelled under, the version that holds, signatures as [`Ty`].

use std::sync::{Arc, OnceLock, RwLock};

use rustc_hash::FxHashMap;
use semver::Version;

use crate::base::Symbol;
use crate::catalog::signature::{Signature, TypeExpr};
use crate::catalog::{Api, Catalog};
use crate::resolve::{Ext, ExtCrate, Res};
use crate::types::Ty;
use crate::workspace::Workspace;

/// Looks items of other crates up in the catalog.
pub struct Externals<'a> {
    /// What APIs mean.
    pub catalog: &'a Catalog,
    workspace: &'a Workspace,
    packages_by_lib: FxHashMap<Symbol, Symbol>,
    cache: RwLock<FxHashMap<Ext, Ext>>,
    declared: Box<[OnceLock<Declared>]>,
}

/// The types of a signature, `Self` among them as a generic parameter.
pub struct Declared {
    /// Types of the parameters, without the receiver.
    pub params: Arc<[Ty]>,
    /// What it returns.
    pub ret: Ty,
}

/// The type that a signature calls `Self`: a parameter like others, so that a generic parameter of the signature never takes
/// one of the same name in the scanned code for itself.
pub fn self_name() -> Symbol {
    Symbol::known("Self")
}

impl<'a> Externals<'a> {
    /// Prepares the look-up.
    pub fn new(catalog: &'a Catalog, workspace: &'a Workspace) -> Externals<'a> {
        let lib = |m: &crate::catalog::Model| m.lib.clone().unwrap_or_else(|| m.package.replace('-', "_"));
        let packages_by_lib =
            catalog.models.values().map(|m| (Symbol::new(&lib(m)), Symbol::new(&m.package))).collect();
        let declared = std::iter::repeat_with(OnceLock::new).take(catalog.signatures).collect();
        Externals { catalog, workspace, packages_by_lib, cache: RwLock::default(), declared }
    }

    /// The item under the path that the catalog knows it by: re-exports of other crates are followed, and the version
    /// is that of the crate that defines it, as the re-exporting crate uses it.
    pub fn canonical(&self, ext: &Ext) -> Ext {
        if let Some(found) = self.cache.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(ext) {
            return found.clone();
        }
        let found = self.canonical_uncached(ext);
        let mut cache = self.cache.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        cache.insert(ext.clone(), found.clone());
        found
    }

    fn canonical_uncached(&self, ext: &Ext) -> Ext {
        let path = self.catalog.canonical_in(ext.krate.package.as_str(), ext.path.as_str());
        if path == ext.path {
            return ext.clone();
        }
        let lib = Symbol::new(path.as_str().split("::").next().unwrap_or_default());
        let package = self.packages_by_lib.get(&lib).copied().unwrap_or(lib);
        if package == ext.krate.package {
            return Ext { krate: ext.krate.clone(), path };
        }
        let from = ext.krate.package.as_str();
        let version = self.workspace.lock.version_of(from, ext.krate.version.as_ref(), package.as_str());
        Ext { krate: Arc::new(ExtCrate { package, version }), path }
    }

    /// An item by its canonical path, e.g. one that a signature names; its version is not known.
    pub fn item(&self, path: Symbol) -> Ext {
        let lib = Symbol::new(path.as_str().split("::").next().unwrap_or_default());
        let package = self.packages_by_lib.get(&lib).copied().unwrap_or(lib);
        Ext { krate: Arc::new(ExtCrate { package, version: None }), path }
    }

    /// The rows of a canonical item: its own, or for `Type::name` those of the traits of the type.
    pub fn rows(&self, ext: &Ext) -> Vec<&'a Api> {
        let version = ext.krate.version.as_ref();
        let own = self.catalog.apis(ext.path, version);
        if !own.is_empty() {
            return own;
        }
        let Some((owner, name)) = ext.path.split() else { return own };
        self.members(owner, name, version)
    }

    /// Rows of methods of the same name and package, for a method of a type that is not modelled: `X::builder()` is taken
    /// for an `X`, so the methods of its builder are looked up on the wrong type of the right package. The owner of the row
    /// must be named after the type (`XBuilder`): `sign` of a key pair is not `sign` of a MAC.
    pub fn rows_in_package(&self, ext: &Ext) -> Vec<&'a Api> {
        let package = ext.krate.package.as_str();
        let Some(model) = self.catalog.models.get(package).filter(|_| package != "std") else {
            return Vec::new();
        };
        let (name, version) = (ext.name(), ext.krate.version.as_ref());
        let owner = |path: &'static str| path.rsplit("::").nth(1).unwrap_or_default();
        let of = owner(ext.path.as_str());
        model
            .apis
            .iter()
            .filter(|api| api.name() == name && api.is_member() && api.holds_at(version))
            .filter(|api| owner(api.path.as_str()).contains(of))
            .collect()
    }

    /// The rows of `owner::name`, also through what `owner` is an alias of.
    pub fn members(&self, owner: Symbol, name: Symbol, version: Option<&Version>) -> Vec<&'a Api> {
        let rows = self.catalog.members(owner, name, version);
        if rows.is_empty()
            && let Some(TypeExpr::Path(target, _)) = self.catalog.alias(owner, version)
        {
            return self.catalog.members(*target, name, None);
        }
        rows
    }

    /// Whether there are [`Self::members`] of this name.
    pub fn has_member(&self, owner: Symbol, name: Symbol, version: Option<&Version>) -> bool {
        self.catalog.has_member(name) && !self.members(owner, name, version).is_empty()
    }

    /// The signature of `owner::name`, also through what `owner` is an alias of, with the names of the owner's generics.
    pub fn signature(&self, owner: Symbol, name: Symbol) -> Option<(&'a Signature, &'a [Symbol])> {
        let of = |o: Symbol| self.catalog.signature(o, name).map(|s| (s, self.catalog.owner_generics(o)));
        of(owner).or_else(|| match self.catalog.alias(owner, None)? {
            TypeExpr::Path(target, _) => of(*target),
            _ => None,
        })
    }

    /// [`Self::signature`] of the function or method with this canonical path.
    pub fn function(&self, path: Symbol) -> Option<(&'a Signature, &'a [Symbol])> {
        path.split().and_then(|(owner, name)| self.signature(owner, name))
    }

    /// Whether the methods of this name that are known by it alone give their receiver back and mean nothing: `context` of a
    /// `Result`.
    pub fn is_extension(&self, name: Symbol) -> bool {
        let same = |api: &Api| matches!(self.function(api.path), Some((sig, _)) if matches!(sig.ret, TypeExpr::SelfType));
        self.catalog.distinctive(name).iter().any(|(_, api)| api.roles.is_empty() && same(api))
    }

    /// The types of a signature with `Self` as a generic parameter of that name; made when first asked for.
    pub fn declared(&self, signature: &Signature) -> &Declared {
        self.declared[signature.number].get_or_init(|| {
            let ty = |expr: &TypeExpr| self.ty(expr, &Ty::Param(self_name()));
            Declared { params: signature.params.iter().map(ty).collect(), ret: ty(&signature.ret) }
        })
    }

    /// A type of a signature. One-segment names that are no primitive type are generic parameters.
    pub fn ty(&self, expr: &TypeExpr, self_ty: &Ty) -> Ty {
        let list = |list: &[TypeExpr]| list.iter().map(|t| self.ty(t, self_ty)).collect::<Arc<[Ty]>>();
        match expr {
            TypeExpr::Path(name, args) if !name.as_str().contains("::") => match primitive(*name) {
                true => Ty::Prim(*name),
                false if args.is_empty() => Ty::Param(*name),
                false => Ty::Unknown,
            },
            TypeExpr::Path(name, _) if name.as_str().starts_with(char::is_uppercase) => {
                let (base, last) = name.as_str().split_once("::").unwrap_or_default();
                let base = if base == "Self" { self_ty.clone() } else { Ty::Param(Symbol::new(base)) };
                Ty::Assoc(Arc::new(base), Symbol::new(last))
            }
            TypeExpr::Path(path, args) => Ty::Adt(Res::Ext(self.item(*path)), list(args)),
            TypeExpr::Ref(inner, _) => self.ty(inner, self_ty).reference(),
            TypeExpr::Slice(inner) => Ty::Slice(Arc::new(self.ty(inner, self_ty))),
            TypeExpr::Array(inner) => Ty::Array(Arc::new(self.ty(inner, self_ty))),
            TypeExpr::Tuple(items) => Ty::Tuple(list(items)),
            TypeExpr::Fn(params, ret) => Ty::Fn(list(params), Arc::new(self.ty(ret, self_ty))),
            TypeExpr::SelfType => self_ty.clone(),
            TypeExpr::Never => Ty::Never,
            TypeExpr::Unknown => Ty::Unknown,
        }
    }
}

fn primitive(name: Symbol) -> bool {
    let name = name.as_str();
    matches!(name, "bool" | "char" | "str" | "usize" | "isize")
        || (name.len() <= 4
            && name.starts_with(['u', 'i', 'f'])
            && name[1..].chars().all(|c| c.is_ascii_digit()))
}
