//! Items that macros of other crates write, as the catalog says: `#[derive(DeriveEntityModel)]` defines `Entity` beside the
//! struct, `table! { users (id) { id -> Integer } }` a module `users` with `table` and `id`.
//!
//! The names are bound to the external types or traits that they are modelled as, as if the module had imported them; what
//! the code itself declares wins.

use std::sync::Arc;

use crate::base::{FileId, Symbol};
use crate::catalog::Defines;
use crate::ir::{Item, ItemKind, Path};
use crate::resolve::collect::{Collector, Place, module};
use crate::resolve::def::{Ext, ExtCrate, ModId};
use crate::resolve::path::Res;

impl Collector<'_> {
    /// What the derives of a type define beside it.
    pub(super) fn derived_items(&mut self, item: &Item, place: &Place) {
        if !matches!(item.kind, ItemKind::Struct(_) | ItemKind::Enum(_)) {
            return;
        }
        let derives = item.attrs.iter().filter(|a| a.name() == "derive").flat_map(|a| &a.args);
        for name in derives.filter_map(|arg| arg.name) {
            let bare = name.as_str().rsplit("::").next().unwrap_or_default();
            if let Some((krate, defines)) = defines(self, Symbol::new(bare), true) {
                self.bind_defined(&krate, defines, place.module);
            }
        }
    }

    /// The module that a macro call among items defines.
    pub(super) fn module_of_macro(&mut self, file: FileId, path: &Path, names: &[Symbol], place: &Place) {
        let (Some(called), Some((&head, columns))) = (path.last(), names.split_first()) else { return };
        let Some((krate, defines)) = defines(self, called.name.sym, false) else { return };
        let outer = self.add_module(head, file, place.module, place);
        let inner = defines.modules.iter().map(|name| self.add_module(Symbol::new(name), file, outer, place));
        let inner: Vec<ModId> = inner.collect();
        for module in std::iter::once(outer).chain(inner) {
            self.bind_defined(&krate, defines, module);
            if let Some(column) = &defines.column {
                let res = item_of(&krate, column);
                columns.iter().for_each(|&name| self.bind_both(module, name, &res));
            }
        }
    }

    fn add_module(&mut self, name: Symbol, file: FileId, parent: ModId, place: &Place) -> ModId {
        let data = module(name, self.krate, Some(parent), file, place.in_test);
        let id = self.map.modules.alloc(data);
        self.map.modules[parent].types.entry(name).or_insert(Res::Module(id));
        id
    }

    fn bind_defined(&mut self, krate: &Arc<ExtCrate>, defines: &Defines, module: ModId) {
        for (name, path) in &defines.items {
            self.bind_both(module, Symbol::new(name), &item_of(krate, path));
        }
    }

    fn bind_both(&mut self, module: ModId, name: Symbol, res: &Res) {
        let module = &mut self.map.modules[module];
        module.types.entry(name).or_insert_with(|| res.clone());
        module.values.entry(name).or_insert_with(|| res.clone());
    }
}

/// What a macro defines, if its crate is among the dependencies or those are not known.
fn defines<'a>(from: &Collector<'a>, name: Symbol, is_derive: bool) -> Option<(Arc<ExtCrate>, &'a Defines)> {
    let (package, found) = from.catalog.defines(name, is_derive)?;
    let externs = &from.map.crates[from.krate].externs;
    let of = |res: &Res| match res {
        Res::Ext(ext) if ext.krate.package == *package => Some(ext.krate.clone()),
        _ => None,
    };
    let assumed = || Arc::new(ExtCrate { package: Symbol::new(package), version: None });
    let krate = externs.values().find_map(of).or_else(|| externs.is_empty().then(assumed))?;
    Some((krate, found))
}

fn item_of(krate: &Arc<ExtCrate>, path: &str) -> Res {
    Res::Ext(Ext { krate: krate.clone(), path: Symbol::new(path) })
}
