//! What the data files say: `lints/` (which meanings must not meet) and `models/` (what one crate's APIs are).
//!
//! The directories are the registry: `build.rs` embeds every file, nothing is listed by hand. All data is validated when
//! it is loaded; unknown keys are errors that name the right ones.

pub mod api;
pub mod condition;
pub mod cost;
pub mod format;
pub mod framework;
pub mod lint;
pub mod models;
pub mod own;
pub mod parameters;
pub mod purpose;
pub mod role;
pub mod route;
pub mod signature;
pub mod state;
pub mod text;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use semver::Version;

use crate::base::Symbol;
pub use api::{AccessPath, Api, Defines, Model, RoleAt, Setting, TypeModel};
pub use condition::Condition;
pub use cost::{CostRow, CostTerm, Policy, Shortfall};
pub use format::TokenFormat;
pub use framework::Framework;
pub use lint::{Detector, Lint, Profile};
pub use models::Models;
pub use own::Own;
pub use parameters::{DefaultField, Excuse, RoleFlow, Witnesses};
pub use role::Role;
pub use route::RoutePattern;
pub use signature::{Line, Owner, Receiver, Signature, TypeExpr};
pub use state::State;

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// All lints and models.
#[derive(Debug)]
pub struct Catalog {
    /// Lints by id.
    pub lints: BTreeMap<String, Lint>,
    /// Models by package name.
    pub models: Models,
    /// What the project says of itself.
    pub own: Own,
    apis: FxHashMap<Symbol, Vec<RowRef>>,
    members: FxHashMap<(Symbol, Symbol), Vec<RowRef>>,
    member_names: FxHashSet<Symbol>,
    types: FxHashMap<Symbol, Vec<RowRef>>,
    reexports: FxHashMap<Symbol, Symbol>,
    distinctive: FxHashMap<Symbol, Vec<RowRef>>,
    /// The traits of each type with their supertraits.
    lineages: FxHashMap<Symbol, Vec<Symbol>>,
    owners: FxHashMap<Symbol, OwnerSignatures>,
    function_names: FxHashSet<Symbol>,
    /// How many signatures there are.
    pub signatures: usize,
    defined: FxHashSet<Symbol>,
}

/// A row of a model.
#[derive(Clone, Copy, Debug)]
struct RowRef {
    model: usize,
    index: usize,
}

/// What is known of the functions and fields of a type, trait or module.
#[derive(Debug, Default)]
struct OwnerSignatures {
    generics: Vec<Symbol>,
    functions: FxHashMap<Symbol, Signature>,
    fields: FxHashMap<Symbol, TypeExpr>,
}

/// Why the data files are refused.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// Not TOML, an unknown key, a missing one.
    #[error("{file}: {message}")]
    Parse {
        /// The data file.
        file: String,
        /// What is wrong.
        message: String,
    },
    /// Well-formed but contradictory.
    #[error("{file}: {message}")]
    Invalid {
        /// The data file.
        file: String,
        /// What is wrong.
        message: String,
    },
}

impl Catalog {
    /// The catalog that is built into the program.
    ///
    /// # Errors
    /// If a data file is wrong; a test makes sure that none is.
    pub fn embedded() -> Result<Catalog, CatalogError> {
        let lints = embedded::LINTS
            .iter()
            .map(|&(id, toml, readme, examples, data)| Lint::parse(id, toml, readme, examples, data))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Catalog::new(lints, embedded_models()?))
    }

    /// A catalog of the given lints and models.
    pub fn new(lints: Vec<Lint>, models: Vec<Model>) -> Catalog {
        let mut catalog = Catalog {
            lints: lints.into_iter().map(|lint| (lint.id.clone(), lint)).collect(),
            models: Models::new(models),
            own: Own::default(),
            apis: FxHashMap::default(),
            members: FxHashMap::default(),
            member_names: FxHashSet::default(),
            types: FxHashMap::default(),
            reexports: FxHashMap::default(),
            distinctive: FxHashMap::default(),
            lineages: FxHashMap::default(),
            owners: FxHashMap::default(),
            function_names: FxHashSet::default(),
            signatures: 0,
            defined: FxHashSet::default(),
        };
        catalog.index();
        catalog.function_names = catalog.owners.values().flat_map(|o| o.functions.keys().copied()).collect();
        catalog.lineages = catalog.types.keys().map(|&ty| (ty, catalog.lineage(ty, None))).collect();
        catalog
    }

    /// The roles of all types with this last segment, for a type of which no more is known.
    pub fn roles_of_types_named(&self, name: Symbol) -> Vec<Role> {
        let types = self.models.numbered().flat_map(|(_, model)| &model.types);
        let named = types.filter(|ty| ty.path.as_str().rsplit("::").next() == Some(name.as_str()));
        named.flat_map(|ty| ty.roles.iter().copied()).collect()
    }

    /// Puts a policy first in every lint that has one of this name; the names that there are, if it is not among them.
    ///
    /// # Errors
    /// No lint has a policy of this name.
    pub fn choose_policy(&mut self, name: &str) -> Result<(), Vec<&str>> {
        for lint in self.lints.values_mut() {
            if let Detector::KdfCost { policies, .. } = &mut lint.detector {
                policies.sort_by_key(|p| p.name != name);
            }
        }
        let known = self.policies();
        if known.contains(&name) { Ok(()) } else { Err(known) }
    }

    /// The names of the policies.
    pub fn policies(&self) -> Vec<&str> {
        fn of(lint: &Lint) -> impl Iterator<Item = &str> {
            let policies = match &lint.detector {
                Detector::KdfCost { policies, .. } => policies.as_slice(),
                _ => &[],
            };
            policies.iter().map(|p| p.name.as_str())
        }
        self.lints.values().flat_map(of).collect()
    }

    fn index(&mut self) {
        for (number, model) in self.models.numbered() {
            let refer = |index| RowRef { model: number, index };
            for (i, api) in model.apis.iter().enumerate() {
                for path in std::iter::once(&api.path).chain(&api.aliases) {
                    self.apis.entry(*path).or_default().push(refer(i));
                    if let Some(member) = path.split() {
                        self.member_names.insert(member.1);
                        self.members.entry(member).or_default().push(refer(i));
                    }
                }
                if api.distinctive {
                    self.distinctive.entry(api.name()).or_default().push(refer(i));
                }
            }
            for (i, ty) in model.types.iter().enumerate() {
                for path in std::iter::once(&ty.path).chain(&ty.aliases) {
                    self.types.entry(*path).or_default().push(refer(i));
                }
            }
            self.reexports.extend(model.reexports.iter().map(|(&from, &to)| (from, to)));
            let defined = model.defines.iter().flat_map(|d| d.items.values().chain(&d.column));
            self.defined.extend(defined.map(|path| Symbol::new(path)));
            for (owner, lines) in &model.signatures {
                self.owners.entry(owner.path).or_default().add(owner, lines, &mut self.signatures);
            }
        }
    }

    /// The rows of the function, method, constant, variant or field with this canonical path that hold at `version`;
    /// an unknown version matches every row.
    pub fn apis(&self, path: Symbol, version: Option<&Version>) -> Vec<&Api> {
        self.rows(self.apis.get(&path), version)
    }

    /// The rows of `owner::name` where `owner` is a type or trait: its own, else those of the traits it implements and
    /// of their supertraits. `version` is that of the owner's package; rows of traits of other packages hold at any.
    pub fn members(&self, owner: Symbol, name: Symbol, version: Option<&Version>) -> Vec<&Api> {
        let own = self.rows(self.members.get(&(owner, name)), version);
        if !own.is_empty() {
            return own;
        }
        let inherited = |t: Symbol| self.rows(self.members.get(&(t, name)), None);
        self.traits_of(owner, version)
            .iter()
            .copied()
            .map(inherited)
            .find(|r| !r.is_empty())
            .unwrap_or_default()
    }

    /// Whether any type or trait has rows of a member of this name.
    pub fn has_member(&self, name: Symbol) -> bool {
        self.member_names.contains(&name)
    }

    /// The modelled traits of a type with their supertraits, the nearest first.
    pub fn traits_of(&self, owner: Symbol, version: Option<&Version>) -> Cow<'_, [Symbol]> {
        match self.types.get(&owner).map(Vec::as_slice) {
            None => Cow::Borrowed(&[]),
            Some([_]) if self.type_model(owner, version).is_none() => Cow::Borrowed(&[]),
            // Without a choice between versions the traits are those that were collected when the catalog was made.
            Some([_]) => Cow::Borrowed(self.lineages.get(&owner).map_or(&[], Vec::as_slice)),
            Some(_) => Cow::Owned(self.lineage(owner, version)),
        }
    }

    fn lineage(&self, owner: Symbol, version: Option<&Version>) -> Vec<Symbol> {
        let mut seen = FxHashSet::from_iter([owner]);
        let mut found: Vec<Symbol> = Vec::new();
        let mut next = self.type_model(owner, version);
        let mut done = 0;
        loop {
            found.extend(next.into_iter().flat_map(|ty| &ty.traits).filter(|t| seen.insert(**t)));
            let Some(&name) = found.get(done) else { return found };
            next = self.type_model(name, None);
            done += 1;
        }
    }

    /// Rows whose bare name is so distinctive that a method call of an unknown receiver may be matched by it, if the
    /// package is among the dependencies.
    pub fn distinctive(&self, name: Symbol) -> Vec<(&str, &Api)> {
        let refs = self.distinctive.get(&name).map_or(&[][..], Vec::as_slice);
        refs.iter().map(|r| (self.models.at(r.model).package.as_str(), self.api(*r))).collect()
    }

    fn rows(&self, refs: Option<&Vec<RowRef>>, version: Option<&Version>) -> Vec<&Api> {
        let refs = refs.map_or(&[][..], Vec::as_slice);
        refs.iter().map(|r| self.api(*r)).filter(|api| api.holds_at(version)).collect()
    }

    fn api(&self, row: RowRef) -> &Api {
        &self.models.at(row.model).apis[row.index]
    }

    /// The row of the type or trait with this canonical path.
    pub fn type_model(&self, path: Symbol, version: Option<&Version>) -> Option<&TypeModel> {
        let refs = self.types.get(&path)?;
        let row = |r: &RowRef| &self.models.at(r.model).types[r.index];
        refs.iter().map(row).find(|ty| ty.holds_at(version))
    }

    /// The signature of `owner::name`, where `owner` is a type or trait (`slice` for `[T]`, `array` for `[T; N]`): its
    /// own, else that of a trait of it.
    pub fn signature(&self, owner: Symbol, name: Symbol) -> Option<&Signature> {
        if !self.function_names.contains(&name) {
            return None;
        }
        let of = |o: Symbol| self.owners.get(&o).and_then(|s| s.functions.get(&name));
        of(owner).or_else(|| self.traits_of(owner, None).iter().copied().find_map(of))
    }

    /// The names of the generic parameters of `owner` that its signatures speak of.
    pub fn owner_generics(&self, owner: Symbol) -> &[Symbol] {
        self.owners.get(&owner).map_or(&[], |s| &s.generics)
    }

    /// The type of a field of `owner`.
    pub fn field(&self, owner: Symbol, name: Symbol) -> Option<&TypeExpr> {
        self.owners.get(&owner)?.fields.get(&name)
    }

    /// The signature of the free function with this canonical path.
    pub fn free_fn(&self, path: Symbol) -> Option<&Signature> {
        let (module, name) = path.split()?;
        self.owners.get(&module)?.functions.get(&name)
    }

    /// What the type with this canonical path is an alias of.
    pub fn alias(&self, path: Symbol, version: Option<&Version>) -> Option<&TypeExpr> {
        self.type_model(path, version)?.alias_of.as_ref()
    }

    /// The path under which an item of `package` is modelled. Two packages can share a library name; the re-exports of
    /// the package itself win, and an entry `"x::Y" = "x::Y"` keeps the path.
    pub fn canonical_in(&self, package: &str, path: &str) -> Symbol {
        let own = self.models.get(package).and_then(|m| rewrite(&m.reexports, path));
        match own {
            Some(kept) if kept == path => Symbol::new(path),
            Some(path) => self.canonical(&path),
            None => self.canonical(path),
        }
    }

    /// [`Self::canonical_in`] with the version to ask for rows with: that of `package` as long as the path stays in it,
    /// else none, since the version of the package that it leads to is not known.
    pub fn canonical_at<'v>(
        &self,
        package: &str,
        version: Option<&'v Version>,
        path: &str,
    ) -> (Symbol, Option<&'v Version>) {
        let canonical = self.canonical_in(package, path);
        let first = |p: &'static str| p.split("::").next();
        let stays = first(canonical.as_str()) == first(Symbol::new(path).as_str());
        (canonical, version.filter(|_| stays))
    }

    /// The path under which an item is modelled: re-exports are followed, the longest known prefix first.
    pub fn canonical(&self, path: &str) -> Symbol {
        let mut path = path.to_owned();
        for _ in 0..8 {
            match rewrite(&self.reexports, &path) {
                Some(next) if next != path => path = next,
                _ => break,
            }
        }
        Symbol::new(&path)
    }

    /// The library name of a package where it differs from the package name.
    pub fn lib_name(&self, package: &str) -> Option<&str> {
        self.models.get(package).and_then(|m| m.lib.as_deref())
    }

    /// Whether items that a macro defines are modelled as this type: such a name is a value too.
    pub fn is_defined_item(&self, path: Symbol) -> bool {
        self.defined.contains(&path)
    }

    /// What the macro of this bare name defines.
    pub fn defines(&self, name: Symbol, is_derive: bool) -> Option<(&str, &Defines)> {
        let of =
            |m: &'_ Model| m.defines.iter().any(|d| d.is_derive == is_derive && name == *d.name.as_str());
        let model = self.models.values().find(|m| of(m))?;
        let found = model.defines.iter().find(|d| d.is_derive == is_derive && name == *d.name.as_str())?;
        Some((&model.package, found))
    }

    /// The names that are known of each module: types, owners of signatures, and what is re-exported under it.
    pub fn names_by_module(&self) -> FxHashMap<&'static str, FxHashSet<&'static str>> {
        let mut out: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
        let paths = self.types.keys().chain(self.owners.keys()).chain(self.reexports.keys());
        for (module, name) in paths.filter_map(|path| path.as_str().rsplit_once("::")) {
            out.entry(module).or_default().insert(name);
        }
        out
    }

    /// Functions and macros that a library offers under its own name, `hex_literal::hex`: no modules.
    pub fn root_functions(&self) -> FxHashSet<Symbol> {
        let of_root = |path: &&Symbol| {
            let name = path.as_str().split_once("::").map(|(_, name)| name);
            name.is_some_and(|name| name.starts_with(char::is_lowercase) && !name.contains("::"))
        };
        self.apis.keys().filter(of_root).copied().collect()
    }

    /// The lint id nearest to `name`, if one is near enough to be a slip of the pen.
    pub fn nearest_lint(&self, name: &str) -> Option<&str> {
        nearest(name, self.lints.keys().map(String::as_str))
    }
}

/// Parses the embedded models on a few threads, since every run waits for them. Each thread takes every n-th file in the
/// order of their sizes, so that all end at about the same time.
fn embedded_models() -> Result<Vec<Model>, CatalogError> {
    let mut files = embedded::MODELS.to_vec();
    files.sort_by_key(|(_, text)| std::cmp::Reverse(text.len()));
    let count = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let parse = |first: usize| -> Result<Vec<Model>, CatalogError> {
        files.iter().skip(first).step_by(count).map(|(file, text)| Model::parse(file, text)).collect()
    };
    let parts = std::thread::scope(|scope| {
        let parse = &parse;
        let others: Vec<_> = (1..count).map(|first| scope.spawn(move || parse(first))).collect();
        let joined = others.into_iter().map(|t| t.join().unwrap_or_else(|e| std::panic::resume_unwind(e)));
        std::iter::once(parse(0)).chain(joined).collect::<Result<Vec<_>, _>>()
    })?;
    Ok(parts.into_iter().flatten().collect())
}

impl OwnerSignatures {
    fn add(&mut self, owner: &Owner, lines: &[Line], count: &mut usize) {
        self.generics.clone_from(&owner.generics);
        for line in lines {
            match line {
                Line::Function(signature) => {
                    self.functions.insert(signature.name, Signature { number: *count, ..signature.clone() });
                    *count += 1;
                }
                Line::Field(name, ty) => {
                    self.fields.insert(*name, ty.clone());
                }
            }
        }
    }
}

/// Replaces the longest prefix that `reexports` knows.
fn rewrite(reexports: &FxHashMap<Symbol, Symbol>, path: &str) -> Option<String> {
    let mut end = path.len();
    loop {
        if let Some(to) = reexports.get(&Symbol::new(&path[..end])) {
            return Some(format!("{to}{}", &path[end..]));
        }
        end = path[..end].rfind("::")?;
    }
}

/// The candidate nearest to `name` by edit distance, if it is at most a third of its length away.
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|c| (strsim::damerau_levenshtein(name, c), c))
        .min()
        .filter(|&(distance, c)| distance * 3 <= c.len().max(name.len()))
        .map(|(_, c)| c)
}
