//! The framework tables of all models, indexed by the names that code uses.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Symbol;
use crate::catalog::Catalog;
use crate::catalog::framework::{
    AttributeRow, ExtractorKind, FieldRow, LayerMeaning, MacroMeaning, Op, SchemeRow, ServiceRow,
};
use crate::web::own::OwnItems;
use crate::workspace::{Dependency, Package, Workspace};

/// A route attribute of a framework.
pub(super) struct AttributeRule<'a> {
    pub(super) path: Symbol,
    pub(super) package: &'a str,
    pub(super) family: Symbol,
    pub(super) row: &'a AttributeRow,
}

/// All framework tables.
#[derive(Default)]
pub(super) struct Rules<'a> {
    pub(super) packages: FxHashSet<&'a str>,
    pub(super) functions: FxHashMap<Symbol, (Symbol, &'a Op)>,
    pub(super) methods: FxHashMap<(Symbol, Symbol), Vec<&'a Op>>,
    pub(super) macros: FxHashMap<Symbol, (Symbol, MacroMeaning)>,
    pub(super) attributes: Vec<AttributeRule<'a>>,
    pub(super) nodes: FxHashMap<Symbol, Symbol>,
    pub(super) path_attributes: FxHashSet<Symbol>,
    pub(super) extractor_traits: FxHashSet<Symbol>,
    pub(super) extractors: FxHashMap<Symbol, ExtractorKind>,
    pub(super) layers: FxHashMap<Symbol, &'a LayerMeaning>,
    pub(super) next: FxHashSet<Symbol>,
    pub(super) guard_attributes: FxHashSet<Symbol>,
    /// By the bare name of the derive.
    pub(super) schemes: FxHashMap<Symbol, &'a SchemeRow>,
    /// Operations with their family.
    pub(super) services: Vec<(Symbol, &'a ServiceRow)>,
    /// Attributes of fields of a schema.
    pub(super) fields: Vec<&'a FieldRow>,
    /// Methods that hand out what a request carries.
    pub(super) reads: FxHashSet<Symbol>,
    /// Types that keep what middlewares put beside the request.
    pub(super) stores: FxHashSet<Symbol>,
    /// Methods that say what a layer found when it verified a credential.
    pub(super) verified: FxHashSet<Symbol>,
    /// Methods that end a request.
    pub(super) ends: FxHashSet<Symbol>,
    /// Methods that make a layer let everybody pass.
    pub(super) waivers: FxHashSet<Symbol>,
    /// The types of those layers: the type alone does not say that somebody is refused.
    pub(super) waivable: FxHashSet<Symbol>,
    /// Functions that take what only observes requests, with the position of the closure.
    pub(super) observers: FxHashMap<Symbol, usize>,
    /// Traits of types that only observe requests, with the name of the method.
    pub(super) observer_traits: FxHashMap<Symbol, Symbol>,
    /// Derives for types that hold what a client sent.
    pub(super) sent: Vec<String>,
    /// Methods by which they send a request elsewhere.
    pub(super) diverts: FxHashSet<Symbol>,
    /// Bare names of functions and macros: what a body must mention to be worth a look.
    pub(super) names: FxHashSet<Symbol>,
}

impl<'a> Rules<'a> {
    /// Reads the tables of a catalog.
    pub(super) fn new(catalog: &'a Catalog) -> Rules<'a> {
        let mut rules = Rules::default();
        for model in catalog.models.values() {
            let Some(table) = &model.framework else { continue };
            let family = Symbol::new(&table.family);
            let package = model.package.as_str();
            rules.packages.insert(package);
            for (path, op) in &table.functions {
                rules.functions.insert(Symbol::new(path), (family, op));
                rules.names.insert(last(path));
            }
            for (name, ops) in &table.methods {
                rules.methods.entry((family, Symbol::new(name))).or_default().extend(ops);
            }
            for (name, meaning) in &table.macros {
                rules.macros.insert(Symbol::new(name), (family, *meaning));
                rules.names.insert(Symbol::new(name));
            }
            for (path, row) in &table.attributes {
                rules.attributes.push(AttributeRule { path: Symbol::new(path), package, family, row });
            }
            rules.nodes.extend(table.nodes.iter().map(|n| (Symbol::new(n), family)));
            rules.path_attributes.extend(table.path_attributes.iter().map(|n| Symbol::new(n)));
            rules.extractor_traits.extend(table.extractor_traits.iter().map(|n| Symbol::new(n)));
            rules.extractors.extend(table.extractors.iter().map(|(n, k)| (Symbol::new(n), *k)));
            rules.layers.extend(table.layers.iter().map(|(n, m)| (Symbol::new(n), m)));
            rules.next.extend(table.next.iter().map(|n| Symbol::new(n)));
            rules.guard_attributes.extend(table.guard_attributes.iter().map(|n| Symbol::new(n)));
            rules.schemes.extend(table.schemes.iter().map(|(n, row)| (last(n), row)));
            rules.services.extend(table.services.iter().map(|row| (family, row)));
            rules.stores.extend(table.stores.iter().map(|n| Symbol::new(n)));
            rules.verified.extend(table.verified.iter().map(|n| Symbol::new(n)));
            rules.reads.extend(table.fields.iter().flat_map(|f| &f.reads).map(|n| Symbol::new(n)));
            rules.fields.extend(&table.fields);
            rules.sent.extend(table.sent.iter().cloned());
            let observers = &table.observers;
            rules.observers.extend(observers.functions.iter().map(|(n, at)| (Symbol::new(n), *at)));
            let traits = observers.traits.iter().map(|(n, method)| (Symbol::new(n), Symbol::new(method)));
            rules.observer_traits.extend(traits);
            rules.diverts.extend(observers.diverts.iter().map(|n| Symbol::new(n)));
            rules.ends.extend(table.ends.iter().map(|n| Symbol::new(n)));
            let waivers = table.waivers.iter().filter_map(|path| path.rsplit_once("::"));
            for (ty, method) in waivers {
                rules.waivable.insert(Symbol::new(ty));
                rules.waivers.insert(Symbol::new(method));
            }
        }
        for entry in &catalog.own.macros {
            // The handlers know their framework.
            rules.macros.insert(Symbol::new(&entry.value), (Symbol::new(""), MacroMeaning::Handlers));
            rules.names.insert(Symbol::new(&entry.value));
        }
        rules
    }

    /// The tables as they hold for the versions that the packages depend on. If there are several, the oldest counts.
    pub(super) fn with_versions(mut self, catalog: &'a Catalog, workspace: &Workspace) -> Rules<'a> {
        for model in catalog.models.values() {
            for row in model.framework.iter().flat_map(|table| &table.older) {
                let old = |d: &Dependency| {
                    d.package == model.package && d.version.as_ref().is_some_and(|v| *v < row.below)
                };
                if workspace.packages.iter().any(|p| p.dependencies.iter().any(old)) {
                    self.extractors.extend(row.extractors.iter().map(|(n, k)| (Symbol::new(n), *k)));
                }
            }
        }
        self
    }

    /// The tables with what the project says of libraries on top.
    pub(super) fn with_own(mut self, own: &OwnItems) -> Rules<'a> {
        for &path in &own.guards.externals {
            self.extractors.insert(path, ExtractorKind::Guard);
            self.guard_attributes.insert(path);
        }
        self.layers.extend(own.layers.externals.iter().map(|path| (*path, &LayerMeaning::Guard)));
        for path in &own.not_guards.externals {
            self.extractors.insert(*path, ExtractorKind::Other);
            self.guard_attributes.remove(path);
            self.layers.insert(*path, &LayerMeaning::Other);
        }
        self
    }

    /// Whether a package depends on a framework.
    pub(super) fn concern(&self, package: &Package) -> bool {
        package.dependencies.iter().any(|d| self.packages.contains(d.package.as_str()))
    }

    /// The packages of a workspace that may use a framework: by a dependency of their own, or through a member that passes it on.
    pub(super) fn concerned(&self, workspace: &Workspace) -> Vec<bool> {
        let packages = &workspace.packages;
        let mut out: Vec<bool> = packages.iter().map(|p| self.concern(p)).collect();
        loop {
            let through = |p: &Package| p.dependencies.iter().any(|d| d.member.is_some_and(|m| out[m]));
            let next: Vec<bool> = packages.iter().zip(&out).map(|(p, &known)| known || through(p)).collect();
            if next == out {
                return out;
            }
            out = next;
        }
    }

    /// What the library item with this path means as a layer: its own row or that of the type it belongs to.
    pub(super) fn layer(&self, path: Symbol) -> Option<&'a LayerMeaning> {
        let mut path = path.as_str();
        loop {
            if let Some(found) = self.layers.get(&Symbol::new(path)) {
                return Some(found);
            }
            path = path.rsplit_once("::")?.0;
        }
    }
}

fn last(path: &str) -> Symbol {
    Symbol::new(path.rsplit("::").next().unwrap_or_default())
}
