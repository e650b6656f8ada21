//! What the data files say: `lints/` (which meanings must not meet) and `models/` (what one crate's APIs are).
//!
//! The directories are the registry: `build.rs` embeds every file, nothing is listed by hand. All data is validated when
//! it is loaded; unknown keys are errors that name the right ones.

pub mod api;
pub mod lint;
pub mod role;
pub mod signature;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use semver::Version;

use crate::base::Symbol;
pub use api::{AccessPath, Api, Condition, Model, RoleAt, TypeModel};
pub use lint::{Detector, Lint, Profile};
pub use role::Role;

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// All lints and models.
#[derive(Debug)]
pub struct Catalog {
    /// Lints by id.
    pub lints: BTreeMap<String, Lint>,
    /// Models by package name.
    pub models: BTreeMap<String, Model>,
    apis: FxHashMap<Symbol, Vec<ApiRef>>,
    types: FxHashMap<Symbol, Vec<ApiRef>>,
    reexports: FxHashMap<Symbol, Symbol>,
    distinctive: FxHashMap<Symbol, Vec<ApiRef>>,
}

#[derive(Clone, Debug)]
struct ApiRef {
    package: String,
    index: usize,
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
            .map(|&(id, toml, readme, examples)| Lint::parse(id, toml, readme, examples))
            .collect::<Result<Vec<_>, _>>()?;
        let models = embedded::MODELS
            .iter()
            .map(|&(file, text)| Model::parse(file, text))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Catalog::new(lints, models))
    }

    /// A catalog of the given lints and models.
    pub fn new(lints: Vec<Lint>, models: Vec<Model>) -> Catalog {
        let mut catalog = Catalog {
            lints: lints.into_iter().map(|lint| (lint.id.clone(), lint)).collect(),
            models: models.into_iter().map(|model| (model.package.clone(), model)).collect(),
            apis: FxHashMap::default(),
            types: FxHashMap::default(),
            reexports: FxHashMap::default(),
            distinctive: FxHashMap::default(),
        };
        catalog.index();
        catalog
    }

    fn index(&mut self) {
        for (package, model) in &self.models {
            let refer = |index| ApiRef { package: package.clone(), index };
            for (i, api) in model.apis.iter().enumerate() {
                for path in std::iter::once(&api.path).chain(&api.aliases) {
                    self.apis.entry(*path).or_default().push(refer(i));
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
        }
    }

    /// The rows of the function, method, constant, variant or field with this canonical path that hold at `version`;
    /// an unknown version matches every row.
    pub fn apis(&self, path: Symbol, version: Option<&Version>) -> Vec<&Api> {
        self.rows(self.apis.get(&path), version)
    }

    /// Rows whose bare name is so distinctive that a method call of an unknown receiver may be matched by it, if the
    /// package is among the dependencies.
    pub fn distinctive(&self, name: Symbol) -> Vec<(&str, &Api)> {
        let refs = self.distinctive.get(&name).map_or(&[][..], Vec::as_slice);
        refs.iter().map(|r| (r.package.as_str(), &self.models[&r.package].apis[r.index])).collect()
    }

    fn rows(&self, refs: Option<&Vec<ApiRef>>, version: Option<&Version>) -> Vec<&Api> {
        let refs = refs.map_or(&[][..], Vec::as_slice);
        refs.iter()
            .map(|r| &self.models[&r.package].apis[r.index])
            .filter(|api| api.holds_at(version))
            .collect()
    }

    /// The row of the type or trait with this canonical path.
    pub fn type_model(&self, path: Symbol, version: Option<&Version>) -> Option<&TypeModel> {
        let refs = self.types.get(&path)?;
        refs.iter().map(|r| &self.models[&r.package].types[r.index]).find(|ty| ty.holds_at(version))
    }

    /// The path under which an item is modelled: re-exports are followed, the longest known prefix first.
    pub fn canonical(&self, path: &str) -> Symbol {
        let mut path = path.to_owned();
        for _ in 0..8 {
            let Some(next) = self.rewrite(&path) else { break };
            path = next;
        }
        Symbol::new(&path)
    }

    fn rewrite(&self, path: &str) -> Option<String> {
        let mut end = path.len();
        loop {
            if let Some(to) = self.reexports.get(&Symbol::new(&path[..end])) {
                return Some(format!("{to}{}", &path[end..]));
            }
            end = path[..end].rfind("::")?;
        }
    }

    /// The library name of a package where it differs from the package name.
    pub fn lib_name(&self, package: &str) -> Option<&str> {
        self.models.get(package).and_then(|m| m.lib.as_deref())
    }

    /// The lint id nearest to `name`, if one is near enough to be a slip of the pen.
    pub fn nearest_lint(&self, name: &str) -> Option<&str> {
        nearest(name, self.lints.keys().map(String::as_str))
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
