//! Resolution of one path in one scope.

use std::sync::Arc;

use crate::base::Symbol;
use crate::ir::{PatId, Path};
use crate::resolve::def::{CrateId, DefId, DefKind, DefMap, Ext, ExtCrate, ImplId, ModId, Module};

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Res {
    /// A definition of the workspace.
    Def(DefId),
    /// A module or crate of the workspace.
    Module(ModId),
    /// An item of another crate.
    Ext(Ext),
    /// A primitive type.
    Primitive(Symbol),
    /// A generic parameter.
    TypeParam(Symbol),
    /// The `Self` of an impl.
    Impl(ImplId),
    /// A local variable: the binding pattern.
    Local(PatId),
}

/// How far a path was resolved: the rest are associated items of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathRes {
    /// What the resolved segments stand for.
    pub res: Res,
    /// How many segments are left.
    pub rest: usize,
}

/// What kind of name is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Namespace {
    /// Types, traits, modules.
    Type,
    /// Functions, constants, constructors.
    Value,
}

/// Glob imports of glob imports are followed this deep.
const MAX_GLOB_DEPTH: usize = 8;

const PRIMITIVES: &[&str] = &[
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
    "isize", "f32", "f64",
];

/// Names of the standard prelude with their paths.
const PRELUDE: &[(&str, &str)] = &[
    ("Option", "std::option::Option"),
    ("Some", "std::option::Option::Some"),
    ("None", "std::option::Option::None"),
    ("Result", "std::result::Result"),
    ("Ok", "std::result::Result::Ok"),
    ("Err", "std::result::Result::Err"),
    ("String", "std::string::String"),
    ("Vec", "std::vec::Vec"),
    ("Box", "std::boxed::Box"),
    ("ToString", "std::string::ToString"),
    ("ToOwned", "std::borrow::ToOwned"),
    ("Default", "std::default::Default"),
    ("Clone", "std::clone::Clone"),
    ("From", "std::convert::From"),
    ("Into", "std::convert::Into"),
    ("TryFrom", "std::convert::TryFrom"),
    ("TryInto", "std::convert::TryInto"),
    ("AsRef", "std::convert::AsRef"),
    ("AsMut", "std::convert::AsMut"),
    ("Iterator", "std::iter::Iterator"),
    ("IntoIterator", "std::iter::IntoIterator"),
    ("FromIterator", "std::iter::FromIterator"),
    ("PartialEq", "std::cmp::PartialEq"),
    ("Eq", "std::cmp::Eq"),
    ("PartialOrd", "std::cmp::PartialOrd"),
    ("Ord", "std::cmp::Ord"),
    ("Drop", "std::ops::Drop"),
    ("Fn", "std::ops::Fn"),
    ("FnMut", "std::ops::FnMut"),
    ("FnOnce", "std::ops::FnOnce"),
    ("Send", "std::marker::Send"),
    ("Sync", "std::marker::Sync"),
    ("Copy", "std::marker::Copy"),
    ("Sized", "std::marker::Sized"),
    ("Debug", "std::fmt::Debug"),
    ("drop", "std::mem::drop"),
];

impl DefMap {
    /// Resolves a path written in the scope of `module`. `self_impl` gives `Self` its meaning. Generic parameters and
    /// local variables are the caller's: it looks at them first when the path is a lone identifier.
    pub fn resolve(
        &self,
        module: ModId,
        self_impl: Option<ImplId>,
        path: &Path,
        ns: Namespace,
    ) -> Option<PathRes> {
        if path.qself.is_some() && path.trait_len == 0 {
            return None;
        }
        let names: Vec<Symbol> = path.segments.iter().map(|s| s.name.sym).collect();
        self.resolve_names(module, self_impl, path.global, &names, ns)
    }

    /// As [`DefMap::resolve`], for bare names.
    pub fn resolve_names(
        &self,
        module: ModId,
        self_impl: Option<ImplId>,
        global: bool,
        names: &[Symbol],
        ns: Namespace,
    ) -> Option<PathRes> {
        let krate = self.modules[module].krate;
        let ns_at = |i: usize| if i + 1 == names.len() { ns } else { Namespace::Type };
        let first = *names.first()?;
        let (mut res, mut used) = if global {
            self.global_start(krate, first)?
        } else {
            match first.as_str() {
                "crate" | "$crate" => (Res::Module(self.crates[krate].root), 1),
                "self" => (Res::Module(self.enclosing(module)), 1),
                "super" => self.supers(module, names)?,
                "Self" => (Res::Impl(self_impl?), 1),
                _ => (self.lookup_lexical(module, first, ns_at(0))?, 1),
            }
        };
        while used < names.len() {
            match self.step(&res, names[used], ns_at(used)) {
                Some(next) => res = next,
                None => break,
            }
            used += 1;
        }
        let complete = used == names.len();
        let type_like = matches!(res, Res::Def(_) | Res::Impl(_) | Res::Primitive(_));
        (complete || type_like).then(|| PathRes { res, rest: names.len() - used })
    }

    fn global_start(&self, krate: CrateId, first: Symbol) -> Option<(Res, usize)> {
        if let Some(res) = self.extern_crate(krate, first).or_else(|| self.assumed_crate(first)) {
            return Some((res, 1));
        }
        // Edition 2015: `::a` starts at the crate root.
        let root = self.crates[krate].root;
        self.lookup_in(root, first, Namespace::Type).map(|res| (res, 1))
    }

    /// The nearest module that is not a block.
    pub fn enclosing(&self, mut module: ModId) -> ModId {
        while let (true, Some(parent)) = (self.modules[module].is_block, self.modules[module].parent) {
            module = parent;
        }
        module
    }

    fn supers(&self, module: ModId, names: &[Symbol]) -> Option<(Res, usize)> {
        let count = names.iter().take_while(|n| n.as_str() == "super").count();
        let mut at = self.enclosing(module);
        for _ in 0..count {
            at = self.enclosing(self.modules[at].parent?);
        }
        Some((Res::Module(at), count))
    }

    fn lookup_lexical(&self, module: ModId, name: Symbol, ns: Namespace) -> Option<Res> {
        let mut at = Some(module);
        while let Some(id) = at {
            if let Some(found) = self.lookup_in(id, name, ns).filter(|found| !self.is_function(found, ns)) {
                return Some(found);
            }
            let data = &self.modules[id];
            at = if data.is_block { data.parent } else { None };
        }
        let krate = self.modules[module].krate;
        if let (Namespace::Type, Some(found)) = (ns, self.extern_crate(krate, name)) {
            return Some(found);
        }
        let assumed = |ns| if ns == Namespace::Type { self.assumed_crate(name) } else { None };
        self.prelude(name, ns).or_else(|| assumed(ns))
    }

    /// Whether an import is that of a function or macro where a module or type is looked for: after `use hex_literal::hex`, the
    /// path `hex::decode` is one of the crate `hex`.
    fn is_function(&self, found: &Res, ns: Namespace) -> bool {
        matches!(found, Res::Ext(ext) if ns == Namespace::Type && self.functions.contains(&ext.path))
    }

    /// A crate by its name in code: a dependency, a member, the standard library.
    pub fn extern_crate(&self, krate: CrateId, name: Symbol) -> Option<Res> {
        if let Some(found) = self.crates[krate].externs.get(&name) {
            return Some(found.clone());
        }
        matches!(name.as_str(), "std" | "core" | "alloc").then(|| self.std_item("std"))
    }

    /// A crate that is not among the known dependencies (a lone file has none): a modelled library of this name.
    pub(super) fn assumed_crate(&self, name: Symbol) -> Option<Res> {
        let package = *self.libraries.get(&name)?;
        Some(Res::Ext(Ext { krate: Arc::new(ExtCrate { package, version: None }), path: name }))
    }

    /// An item of the standard library.
    pub fn std_item(&self, path: &'static str) -> Res {
        let krate = self
            .std
            .clone()
            .unwrap_or_else(|| Arc::new(ExtCrate { package: Symbol::new("std"), version: None }));
        Res::Ext(Ext { krate, path: Symbol::known(path) })
    }

    fn prelude(&self, name: Symbol, ns: Namespace) -> Option<Res> {
        if ns == Namespace::Type && PRIMITIVES.contains(&name.as_str()) {
            return Some(Res::Primitive(name));
        }
        PRELUDE.iter().find(|(n, _)| name == **n).map(|(_, path)| self.std_item(path))
    }

    /// A name directly in a module: declared, imported, or brought in by a glob. Modules that bring in each other are asked
    /// once each, the nearest first.
    pub fn lookup_in(&self, module: ModId, name: Symbol, ns: Namespace) -> Option<Res> {
        let mut found = None;
        self.through_globs(module, &mut |data| {
            let own = match ns {
                Namespace::Type => data.types.get(&name),
                Namespace::Value => data.values.get(&name),
            };
            let variant = || data.globs.iter().find_map(|glob| self.glob_variant(glob, name));
            found = own.cloned().or_else(variant);
            found.is_none()
        });
        found
    }

    fn glob_variant(&self, glob: &Res, name: Symbol) -> Option<Res> {
        match glob {
            Res::Def(id) => self.variant(*id, name),
            _ => None,
        }
    }

    /// Visits a module and those that its globs bring in, each once, until `visit` says that it is enough.
    fn through_globs(&self, module: ModId, visit: &mut dyn FnMut(&Module) -> bool) {
        let mut queue = vec![(module, 0)];
        let mut next = 0;
        while let Some(&(id, depth)) = queue.get(next) {
            next += 1;
            let data = &self.modules[id];
            if !visit(data) {
                return;
            }
            for glob in data.globs.iter().filter(|_| depth < MAX_GLOB_DEPTH) {
                if let Res::Module(inner) = glob
                    && queue.iter().all(|(known, _)| known != inner)
                {
                    queue.push((*inner, depth + 1));
                }
            }
        }
    }

    /// One segment further: an item of a module, a variant of an enum, anything of another crate.
    fn step(&self, res: &Res, name: Symbol, ns: Namespace) -> Option<Res> {
        match res {
            Res::Module(id) => self.lookup_in(*id, name, ns).or_else(|| {
                // `use` may name a macro or an item of the other namespace.
                let other = if ns == Namespace::Type { Namespace::Value } else { Namespace::Type };
                self.lookup_in(*id, name, other).or_else(|| self.passed_on(*id, name))
            }),
            Res::Def(id) => self.variant(*id, name),
            Res::Impl(id) => match self.impls[*id].self_ty.as_ref()? {
                Res::Def(def) => self.variant(*def, name),
                _ => None,
            },
            Res::Ext(ext) => Some(Res::Ext(ext.join(name))),
            Res::Primitive(_) | Res::TypeParam(_) | Res::Local(_) => None,
        }
    }

    fn variant(&self, id: DefId, name: Symbol) -> Option<Res> {
        let def = &self.defs[id];
        if def.kind != DefKind::Enum {
            return None;
        }
        let items = self.trait_items.get(&id)?;
        items.get(&name).map(|&variant| Res::Def(variant))
    }

    /// External names that a glob of another crate may bring into scope: candidates for a name that is not found
    /// otherwise, e.g. `Md5` under `use md5::*`.
    pub fn glob_candidates(&self, module: ModId, name: Symbol) -> Vec<Ext> {
        let mut out = Vec::new();
        let mut at = Some(module);
        while let Some(id) = at {
            self.collect_glob_candidates(id, name, &mut out);
            let data = &self.modules[id];
            at = if data.is_block { data.parent } else { None };
        }
        out
    }

    /// The one external item that a glob most likely means by a name: the only candidate, else the only one that the
    /// catalog knows.
    pub fn glob_item(&self, module: ModId, name: Symbol) -> Option<Ext> {
        self.likely(self.glob_candidates(module, name), name)
    }

    fn likely(&self, mut candidates: Vec<Ext>, name: Symbol) -> Option<Ext> {
        candidates.dedup();
        if let [only] = &candidates[..] {
            return Some(only.clone());
        }
        let known = |ext: &&Ext| {
            let names = ext.path.split().and_then(|(parent, _)| self.glob_names.get(&parent));
            names.is_some_and(|names| names.contains(name.as_str()))
        };
        let first = candidates.iter().find(known)?;
        candidates.iter().filter(known).all(|ext| ext == first).then(|| first.clone())
    }

    /// What a module passes on of another crate: `web` of `mod webapp { pub use actix_web::*; }`. Asked for when all other imports are
    /// bound, so that nothing of the module's own is overlooked.
    fn passed_on(&self, module: ModId, name: Symbol) -> Option<Res> {
        let mut candidates = Vec::new();
        if self.imports_bound {
            self.collect_glob_candidates(module, name, &mut candidates);
        }
        self.likely(candidates, name).map(Res::Ext)
    }

    fn collect_glob_candidates(&self, module: ModId, name: Symbol, out: &mut Vec<Ext>) {
        self.through_globs(module, &mut |data| {
            for glob in &data.globs {
                if let Res::Ext(ext) = glob {
                    out.push(ext.join(name));
                }
            }
            true
        });
    }
}
