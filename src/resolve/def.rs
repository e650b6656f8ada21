//! Definitions, modules and crates.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use semver::Version;

use crate::base::{FileId, Idx, Symbol};
use crate::ir::{ExprId, ItemId};
use crate::resolve::path::Res;
use crate::workspace::PackageIdx;

/// Index of a definition.
pub type DefId = Idx<Def>;
/// Index of a module.
pub type ModId = Idx<Module>;
/// Index of an impl block.
pub type ImplId = Idx<ImplData>;
/// Index in [`DefMap::crates`], the same as in `Program::crates`.
pub type CrateId = usize;

/// A named item of the workspace, a variant, or a body without a name.
#[derive(Clone, Debug)]
pub struct Def {
    /// Its name; empty for a body without one.
    pub name: Symbol,
    /// What it is.
    pub kind: DefKind,
    /// Its crate.
    pub krate: CrateId,
    /// The module (or block) in whose scope it was written.
    pub module: ModId,
    /// Its file.
    pub file: FileId,
    /// Its item; for a variant the enum's.
    pub item: ItemId,
    /// The impl block it is in.
    pub owner: Option<ImplId>,
    /// Whether it lies in test code.
    pub in_test: bool,
    /// Conditions on it and what contains it, if any are not known to hold.
    pub cfg: Option<Arc<str>>,
}

/// What a definition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefKind {
    /// A free function.
    Fn,
    /// A function of an impl.
    Method(ImplId),
    /// A function of a trait.
    TraitMethod(DefId),
    /// A struct or union.
    Struct,
    /// An enum.
    Enum,
    /// The n-th variant of an enum.
    Variant(DefId, u32),
    /// A trait.
    Trait,
    /// A type alias, or an associated type of a trait or impl.
    TypeAlias,
    /// A constant; an associated one has an owner.
    Const,
    /// A static.
    Static,
    /// The n-th expression of a macro call at item level.
    Anonymous(u32),
}

/// A module, or a block that contains items.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its name; empty for a crate root or block.
    pub name: Symbol,
    /// Its crate.
    pub krate: CrateId,
    /// What contains it.
    pub parent: Option<ModId>,
    /// Whether names not found in it are looked up in its parent.
    pub is_block: bool,
    /// The file its items are in.
    pub file: FileId,
    /// Whether it lies in test code.
    pub in_test: bool,
    /// Conditions on it, if any are not known to hold.
    pub cfg: Option<Arc<str>>,
    /// Names of types, traits and modules.
    pub types: FxHashMap<Symbol, Res>,
    /// Names of functions, constants, statics, constructors.
    pub values: FxHashMap<Symbol, Res>,
    /// What `use x::*` brings in.
    pub globs: Vec<Res>,
    /// Traits brought in without a name.
    pub anonymous: Vec<Res>,
}

/// A crate of the workspace.
#[derive(Clone, Debug)]
pub struct CrateData {
    /// Its package.
    pub package: PackageIdx,
    /// Its name in code.
    pub name: Symbol,
    /// Its root module.
    pub root: ModId,
    /// `2015`, `2018`, `2021`, `2024`.
    pub edition: u16,
    /// Names of other crates: members by their root, others by [`ExtCrate`].
    pub externs: FxHashMap<Symbol, Res>,
    /// Whether all of it is test code.
    pub in_test: bool,
}

/// A crate outside the workspace.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExtCrate {
    /// Its package.
    pub package: Symbol,
    /// Its version, if known.
    pub version: Option<Version>,
}

/// By the package alone: two versions of one are rare, and hashing a version is slow.
impl Hash for ExtCrate {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.package.hash(state);
    }
}

/// An item outside the workspace: a path as text that begins with the library's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ext {
    /// Where it comes from.
    pub krate: Arc<ExtCrate>,
    /// The path: `md5::Md5`.
    pub path: Symbol,
}

impl Ext {
    /// The item `name` below this one.
    pub fn join(&self, name: Symbol) -> Ext {
        Ext { krate: self.krate.clone(), path: self.path.child(name) }
    }

    /// The last segment.
    pub fn name(&self) -> &'static str {
        self.path.as_str().rsplit("::").next().unwrap_or_default()
    }
}

/// An impl block.
#[derive(Clone, Debug)]
pub struct ImplData {
    /// Its crate.
    pub krate: CrateId,
    /// Its module.
    pub module: ModId,
    /// Its file.
    pub file: FileId,
    /// Its item.
    pub item: ItemId,
    /// Whether it lies in test code.
    pub in_test: bool,
    /// What the type's head resolves to.
    pub self_ty: Option<Res>,
    /// What the trait resolves to; `None` for an inherent impl or an unknown trait.
    pub trait_: Option<Res>,
    /// Whether there is a trait.
    pub of_trait: bool,
    /// Functions, constants and types by name.
    pub items: FxHashMap<Symbol, DefId>,
}

/// Everything that has a name.
#[derive(Clone, Debug, Default)]
pub struct DefMap {
    /// Definitions.
    pub defs: crate::base::Arena<Def>,
    /// Modules and blocks with items.
    pub modules: crate::base::Arena<Module>,
    /// Impl blocks.
    pub impls: crate::base::Arena<ImplData>,
    /// Crates, in the order of `Program::crates`.
    pub crates: Vec<CrateData>,
    /// Modules of blocks with items.
    pub blocks: FxHashMap<(CrateId, FileId, ExprId), ModId>,
    /// Impls by the type they are for.
    pub impls_of: FxHashMap<Res, Vec<ImplId>>,
    /// Impls by the trait they implement.
    pub impls_by_trait: FxHashMap<Res, Vec<ImplId>>,
    /// Functions of traits by trait.
    pub trait_items: FxHashMap<DefId, FxHashMap<Symbol, DefId>>,
    /// Definitions by item; several when crates share a file.
    pub by_item: FxHashMap<(CrateId, FileId, ItemId), DefId>,
    pub(super) imports: Vec<super::imports::PendingImport>,
    pub(super) std: Option<Arc<ExtCrate>>,
    /// Modelled libraries with their packages: what `use x::..` most likely means where dependencies are not known.
    pub(super) libraries: FxHashMap<Symbol, Symbol>,
    /// Functions and macros of libraries, which an import may call like a crate.
    pub(super) functions: rustc_hash::FxHashSet<Symbol>,
    /// Whether all imports were bound that name what they bring in, and globs of other crates may be asked.
    pub(super) imports_bound: bool,
    /// Names that the catalog knows under each path of another crate that a glob brings in.
    pub(super) glob_names: FxHashMap<Symbol, rustc_hash::FxHashSet<&'static str>>,
}

impl DefMap {
    /// The definition of an id.
    pub fn def(&self, id: DefId) -> &Def {
        &self.defs[id]
    }

    /// The path of a definition inside its crate, e.g. `auth::Session::verify`.
    pub fn path_of(&self, id: DefId) -> String {
        let def = &self.defs[id];
        let mut parts = vec![def.name.as_str()];
        match def.kind {
            DefKind::Method(impl_id) => {
                parts.extend(self.impls[impl_id].self_ty.as_ref().and_then(|r| self.name_of(r)))
            }
            DefKind::TraitMethod(owner) | DefKind::Variant(owner, _) => {
                parts.push(self.defs[owner].name.as_str())
            }
            _ => {}
        }
        let mut module = Some(def.module);
        while let Some(id) = module {
            let data = &self.modules[id];
            if !data.name.as_str().is_empty() {
                parts.push(data.name.as_str());
            }
            module = data.parent;
        }
        parts.reverse();
        parts.retain(|p| !p.is_empty());
        parts.join("::")
    }

    /// The bare name of what a path resolved to.
    pub fn name_of(&self, res: &Res) -> Option<&'static str> {
        match res {
            Res::Def(id) => Some(self.defs[*id].name.as_str()),
            Res::Ext(ext) => Some(ext.name()),
            Res::Primitive(name) | Res::TypeParam(name) => Some(name.as_str()),
            Res::Module(id) => Some(self.modules[*id].name.as_str()),
            Res::Impl(id) => self.impls[*id].self_ty.as_ref().and_then(|r| self.name_of(r)),
            Res::Local(_) => None,
        }
    }

    /// The associated item `name` of what `owner` resolves to: of its inherent impls first, then of its trait impls.
    pub fn associated(&self, owner: &Res, name: Symbol) -> Option<DefId> {
        let list = self.impls_of.get(owner)?;
        let find = |of_trait: bool| {
            list.iter()
                .filter(|&&i| self.impls[i].of_trait == of_trait)
                .find_map(|&i| self.impls[i].items.get(&name))
        };
        find(false).or_else(|| find(true)).copied()
    }
}
