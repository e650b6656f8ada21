//! Every item becomes a definition in its module.
//!
//! Test code is decided here, by meaning: an item whose `cfg` cannot hold without `test`, an item marked `#[test]` or
//! alike, and everything below one, also in another file (`#[cfg(test)] mod tests;`). So is a whole crate if its target is one
//! for tests, or its [package](super::test_packages).

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::{FileId, Symbol};
use crate::catalog::Catalog;
use crate::ir::{
    Attr, Enum, ExprId, ExprKind, FileIr, Impl, Import, Item, ItemId, ItemKind, Program, Stmt, Trait,
};
use crate::resolve::def::{
    CrateData, CrateId, Def, DefId, DefKind, DefMap, Ext, ExtCrate, ImplData, ImplId, ModId, Module,
};
use crate::resolve::imports::PendingImport;
use crate::resolve::path::Res;
use crate::resolve::test_packages;
use crate::workspace::{DependencyKind, TargetKind, Workspace};

/// Modules and blocks nested deeper than this are left out.
const MAX_DEPTH: usize = 200;

pub(super) struct Collector<'a> {
    pub(super) map: &'a mut DefMap,
    program: &'a Program,
    pub(super) catalog: &'a Catalog,
    pub(super) krate: CrateId,
    depth: usize,
}

/// What items inherit from where they are.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) module: ModId,
    owner: Option<ImplId>,
    pub(super) in_test: bool,
    cfg: Option<Arc<str>>,
}

/// Fills the map with all definitions; imports and impls are left pending.
pub(super) fn collect(map: &mut DefMap, program: &Program, workspace: &Workspace, catalog: &Catalog) {
    map.std = Some(Arc::new(ExtCrate { package: Symbol::new("std"), version: None }));
    let lib = |m: &crate::catalog::Model| m.lib.clone().unwrap_or_else(|| m.package.replace('-', "_"));
    map.libraries =
        catalog.models.values().map(|m| (Symbol::new(&lib(m)), Symbol::new(&m.package))).collect();
    map.functions = catalog.root_functions();
    let tests = test_packages::find(workspace, catalog);
    for (krate, tree) in program.crates.iter().enumerate() {
        let target = &workspace.packages[tree.package].targets[tree.target];
        let in_test = target.kind.is_test_code() || tests.contains(&tree.package);
        let root = map.modules.alloc(module(Symbol::new(""), krate, None, tree.root, in_test));
        map.crates.push(CrateData {
            package: tree.package,
            name: Symbol::new(&target.crate_name),
            root,
            edition: target.edition,
            externs: FxHashMap::default(),
            in_test,
        });
    }
    for krate in 0..program.crates.len() {
        map.crates[krate].externs = externs(map, program, workspace, catalog, krate);
        let tree = &program.crates[krate];
        let (root, in_test) = (map.crates[krate].root, map.crates[krate].in_test);
        let file = program.file(tree.root);
        let place = Place {
            module: root,
            owner: None,
            in_test: in_test || file.attrs.iter().any(is_cfg_test),
            cfg: None,
        };
        Collector { map, program, catalog, krate, depth: 0 }.items(tree.root, &file.top, &place);
    }
}

pub(super) fn module(
    name: Symbol,
    krate: CrateId,
    parent: Option<ModId>,
    file: FileId,
    in_test: bool,
) -> Module {
    Module {
        name,
        krate,
        parent,
        is_block: false,
        file,
        in_test,
        cfg: None,
        types: FxHashMap::default(),
        values: FxHashMap::default(),
        globs: Vec::new(),
        anonymous: Vec::new(),
    }
}

/// The crates a crate can name: its dependencies, and the library of its own package.
fn externs(
    map: &DefMap,
    program: &Program,
    workspace: &Workspace,
    catalog: &Catalog,
    krate: CrateId,
) -> FxHashMap<Symbol, Res> {
    let tree = &program.crates[krate];
    let package = &workspace.packages[tree.package];
    let lib_of = |wanted: usize| {
        program.crates.iter().position(|t| {
            t.package == wanted && workspace.packages[wanted].targets[t.target].kind == TargetKind::Lib
        })
    };
    let mut out = FxHashMap::default();
    let mut dependencies: Vec<_> = package.dependencies.iter().collect();
    dependencies.sort_by_key(|d| d.kind == DependencyKind::Build);
    for dep in dependencies {
        let name = Symbol::new(&dep.extern_name);
        let member = dep.member.and_then(lib_of).map(|lib| Res::Module(map.crates[lib].root));
        let res = member.unwrap_or_else(|| {
            let lib =
                catalog.lib_name(&dep.package).map_or_else(|| dep.package.replace('-', "_"), str::to_owned);
            let krate = ExtCrate { package: Symbol::new(&dep.package), version: dep.version.clone() };
            Res::Ext(Ext { krate: Arc::new(krate), path: Symbol::new(&lib) })
        });
        out.entry(name).or_insert(res);
    }
    if let Some(lib) = lib_of(tree.package).filter(|&lib| lib != krate) {
        out.insert(map.crates[lib].name, Res::Module(map.crates[lib].root));
    }
    out
}

/// `#![cfg(test)]` at the top of a file.
fn is_cfg_test(attr: &Attr) -> bool {
    attr.name() == "cfg" && attr.args.iter().any(|a| a.name.is_some_and(|n| n == "test"))
}

/// Attributes that make a function a test or benchmark: `#[test]`, `#[tokio::test]`, `#[rstest]`, `#[bench]` ..
fn is_test_attr(attr: &Attr) -> bool {
    let name = attr.name();
    let name = name.as_str();
    name == "test" || name == "bench" || name == "rstest" || name == "test_case" || name.ends_with("_test")
}

impl Collector<'_> {
    fn items(&mut self, file: FileId, items: &[ItemId], place: &Place) {
        if self.depth >= MAX_DEPTH {
            return;
        }
        self.depth += 1;
        let program = self.program;
        for &id in items {
            let item = &program.file(file).items[id];
            self.item(file, id, item, &self.inner_place(item, place));
        }
        self.depth -= 1;
    }

    fn inner_place(&self, item: &Item, place: &Place) -> Place {
        let own_test =
            item.cfg.as_ref().is_some_and(|c| c.needs_test()) || item.attrs.iter().any(is_test_attr);
        let cfg = match (&item.cfg, &place.cfg) {
            (None, outer) => outer.clone(),
            (Some(own), None) => Some(Arc::from(own.to_string())),
            (Some(own), Some(outer)) => Some(Arc::from(format!("{outer}, {own}"))),
        };
        Place { module: place.module, owner: place.owner, in_test: place.in_test || own_test, cfg }
    }

    fn define(&mut self, file: FileId, item: ItemId, name: Symbol, kind: DefKind, place: &Place) -> DefId {
        let def = Def {
            name,
            kind,
            krate: self.krate,
            module: place.module,
            file,
            item,
            owner: place.owner,
            in_test: place.in_test,
            cfg: place.cfg.clone(),
        };
        let id = self.map.defs.alloc(def);
        if !matches!(kind, DefKind::Variant(..) | DefKind::Anonymous(_)) {
            self.map.by_item.insert((self.krate, file, item), id);
        }
        id
    }

    /// With `#[cfg]` alternatives of one name the first wins that is not for tests.
    fn takes_place(&self, before: Option<&Res>, new: &Res) -> bool {
        let for_tests = |res: &Res| matches!(res, Res::Def(def) if self.map.def(*def).in_test);
        before.is_none_or(|before| for_tests(before) && !for_tests(new))
    }

    pub(super) fn bind_type(&mut self, place: &Place, name: Symbol, res: Res) {
        let before = self.map.modules[place.module].types.get(&name);
        if self.takes_place(before, &res) {
            self.map.modules[place.module].types.insert(name, res);
        }
    }

    fn bind_value(&mut self, place: &Place, name: Symbol, res: Res) {
        let before = self.map.modules[place.module].values.get(&name);
        if self.takes_place(before, &res) {
            self.map.modules[place.module].values.insert(name, res);
        }
    }

    fn item(&mut self, file: FileId, id: ItemId, item: &Item, place: &Place) {
        let name = item.name.map_or_else(|| Symbol::new(""), |n| n.sym);
        self.derived_items(item, place);
        match &item.kind {
            ItemKind::Fn(func) => {
                let def = self.define(file, id, name, DefKind::Fn, place);
                self.bind_value(place, name, Res::Def(def));
                self.body_items(file, func.body, place);
            }
            ItemKind::Struct(_) => {
                let def = self.define(file, id, name, DefKind::Struct, place);
                self.bind_type(place, name, Res::Def(def));
                self.bind_value(place, name, Res::Def(def));
            }
            ItemKind::Enum(data) => self.enum_(file, id, name, data, place),
            ItemKind::Trait(data) => self.trait_(file, id, name, data, place),
            ItemKind::Impl(data) => self.impl_(file, id, data, place),
            ItemKind::TypeAlias(_) => {
                let def = self.define(file, id, name, DefKind::TypeAlias, place);
                self.bind_type(place, name, Res::Def(def));
                self.bind_value(place, name, Res::Def(def));
            }
            ItemKind::Const(value) | ItemKind::Static(value) => {
                let kind =
                    if matches!(item.kind, ItemKind::Const(_)) { DefKind::Const } else { DefKind::Static };
                let def = self.define(file, id, name, kind, place);
                self.bind_value(place, name, Res::Def(def));
                self.body_items(file, value.value, place);
            }
            ItemKind::Mod(data) => self.module(file, id, name, data.items.as_deref(), place),
            ItemKind::Import(import) => self.import(import, place),
            ItemKind::ExternCrate(data) => {
                let found = if data.krate.sym == "self" {
                    Some(Res::Module(self.map.crates[self.krate].root))
                } else {
                    self.map.extern_crate(self.krate, data.krate.sym)
                };
                if let (Some(found), Some(alias)) = (found, data.alias) {
                    self.bind_type(place, alias.sym, found.clone());
                    // At the crate root it names the crate everywhere.
                    if self.map.modules[place.module].parent.is_none() {
                        self.map.crates[self.krate].externs.entry(alias.sym).or_insert(found);
                    }
                }
            }
            ItemKind::Foreign(items) => self.items(file, items, place),
            ItemKind::Macro { path, items, exprs, names } => {
                self.items(file, items, place);
                self.module_of_macro(file, path, names, place);
                for n in 0..exprs.len() {
                    self.define(file, id, Symbol::new(""), DefKind::Anonymous(n as u32), place);
                }
            }
            ItemKind::Opaque => {}
        }
    }

    fn enum_(&mut self, file: FileId, id: ItemId, name: Symbol, data: &Enum, place: &Place) {
        let def = self.define(file, id, name, DefKind::Enum, place);
        self.bind_type(place, name, Res::Def(def));
        let mut variants = FxHashMap::default();
        for (n, variant) in data.variants.iter().enumerate() {
            let kind = DefKind::Variant(def, n as u32);
            variants.insert(variant.name.sym, self.define(file, id, variant.name.sym, kind, place));
        }
        self.map.trait_items.insert(def, variants);
    }

    fn trait_(&mut self, file: FileId, id: ItemId, name: Symbol, data: &Trait, place: &Place) {
        let def = self.define(file, id, name, DefKind::Trait, place);
        self.bind_type(place, name, Res::Def(def));
        let mut items = FxHashMap::default();
        for &child in &data.items {
            let item = &self.program.file(file).items[child];
            let inner = self.inner_place(item, place);
            let Some((name, kind, body)) = associated(item, DefKind::TraitMethod(def)) else { continue };
            items.insert(name, self.define(file, child, name, kind, &inner));
            self.body_items(file, body, &inner);
        }
        self.map.trait_items.insert(def, items);
    }

    fn impl_(&mut self, file: FileId, id: ItemId, data: &Impl, place: &Place) {
        let impl_id = self.map.impls.alloc(ImplData {
            krate: self.krate,
            module: place.module,
            file,
            item: id,
            in_test: place.in_test,
            self_ty: None,
            trait_: None,
            of_trait: data.trait_.is_some(),
            items: FxHashMap::default(),
        });
        for &child in &data.items {
            let item = &self.program.file(file).items[child];
            let inner = Place { owner: Some(impl_id), ..self.inner_place(item, place) };
            let Some((name, kind, body)) = associated(item, DefKind::Method(impl_id)) else { continue };
            let def = self.define(file, child, name, kind, &inner);
            let before = self.map.impls[impl_id].items.get(&name).map(|&def| Res::Def(def));
            if self.takes_place(before.as_ref(), &Res::Def(def)) {
                self.map.impls[impl_id].items.insert(name, def);
            }
            self.body_items(file, body, &Place { owner: None, ..inner });
        }
    }

    fn module(&mut self, file: FileId, id: ItemId, name: Symbol, items: Option<&[ItemId]>, place: &Place) {
        let program = self.program;
        let target = match items {
            Some(_) => file,
            None => match program.crates[self.krate].modules.get(&(file, id)) {
                Some(&target) => target,
                None => return,
            },
        };
        let inner_ir = program.file(target);
        let in_test = place.in_test || (items.is_none() && inner_ir.attrs.iter().any(is_cfg_test));
        let mut data = module(name, self.krate, Some(place.module), target, in_test);
        data.cfg = place.cfg.clone();
        let module = self.map.modules.alloc(data);
        self.bind_type(place, name, Res::Module(module));
        let inner = Place { module, owner: None, in_test, cfg: place.cfg.clone() };
        self.items(target, items.unwrap_or(&inner_ir.top), &inner);
    }

    fn import(&mut self, import: &Import, place: &Place) {
        self.map.imports.push(PendingImport {
            module: place.module,
            path: import.path.clone(),
            kind: import.kind,
            done: false,
        });
    }

    /// Items and imports inside a body: each block that has some becomes a module of its own.
    fn body_items(&mut self, file: FileId, body: Option<ExprId>, place: &Place) {
        let Some(root) = body else { return };
        if self.depth >= MAX_DEPTH {
            return;
        }
        self.depth += 1;
        let ir = self.program.file(file);
        let mut stack = vec![(root, place.clone())];
        while let Some((expr, here)) = stack.pop() {
            let inner = match block_items(ir, expr) {
                items if items.is_empty() => here,
                items => self.block(file, expr, &items, &here),
            };
            ir.for_each_child(expr, &mut |child| stack.push((child, inner.clone())));
        }
        self.depth -= 1;
    }

    fn block(&mut self, file: FileId, expr: ExprId, items: &[ItemId], place: &Place) -> Place {
        let mut data = module(Symbol::new(""), self.krate, Some(place.module), file, place.in_test);
        data.is_block = true;
        let module = self.map.modules.alloc(data);
        self.map.blocks.insert((self.krate, file, expr), module);
        let inner = Place { module, owner: None, ..place.clone() };
        self.items(file, items, &inner);
        inner
    }
}

/// Name, kind and body of an item of an impl or trait.
fn associated(item: &Item, method: DefKind) -> Option<(Symbol, DefKind, Option<ExprId>)> {
    let name = item.name?.sym;
    match &item.kind {
        ItemKind::Fn(func) => Some((name, method, func.body)),
        ItemKind::Const(value) => Some((name, DefKind::Const, value.value)),
        ItemKind::TypeAlias(_) => Some((name, DefKind::TypeAlias, None)),
        _ => None,
    }
}

fn block_items(ir: &FileIr, expr: ExprId) -> Vec<ItemId> {
    let block = match &ir.exprs[expr].kind {
        ExprKind::Block(block) | ExprKind::Async(block) => block,
        ExprKind::Macro(call) => match &call.form {
            crate::ir::MacroForm::Items(items) => return items.clone(),
            crate::ir::MacroForm::Block(block) => block,
            _ => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    block.stmts.iter().filter_map(|s| if let Stmt::Item(id) = s { Some(*id) } else { None }).collect()
}
