//! To whom a file belongs, and what the path of the item around a place is.

use std::collections::HashMap;

use crate::base::{FileId, Span};
use crate::ir::{FileIr, Item, ItemKind, Program, TypeKind};
use crate::workspace::{PackageIdx, Target, Workspace};

/// Names of modules that hold what tests are made with.
const TESTING: &[&str] = &[
    "test",
    "tests",
    "testing",
    "testkit",
    "test_helper",
    "test_helpers",
    "test_support",
    "test_util",
    "test_utils",
    "testutil",
    "testutils",
];

/// The crates of each file, and its module path.
pub struct Places<'a> {
    program: &'a Program,
    workspace: &'a Workspace,
    owners: Vec<Vec<(PackageIdx, usize)>>,
    modules: Vec<String>,
}

impl<'a> Places<'a> {
    /// Collects the files of all crates.
    pub fn new(program: &'a Program, workspace: &'a Workspace) -> Places<'a> {
        let mut owners = vec![Vec::new(); program.files.len()];
        for tree in &program.crates {
            for file in std::iter::once(tree.root).chain(tree.modules.values().copied()) {
                if let Some(list) = owners.get_mut(file.0 as usize)
                    && !list.contains(&(tree.package, tree.target))
                {
                    list.push((tree.package, tree.target));
                }
            }
        }
        let modules = module_paths(program);
        Places { program, workspace, owners, modules }
    }

    /// Whether a selected target of a selected package contains the file. A file of no crate is not doubted.
    pub fn is_selected(&self, file: FileId) -> bool {
        let owners = self.owners_of(file);
        owners.is_empty()
            || owners.iter().any(|&owner| self.target(owner).is_none_or(|(p, t)| p && t.selected))
    }

    /// Whether only tests, benchmarks, examples and builds with `debug_assertions` have the place, or it lies in a module for tests
    /// that others may use (`src/http/test.rs`, `mod test_utils { .. }`).
    pub fn is_for_developers(&self, span: Span) -> bool {
        let ir = self.program.files.get(span.file.0 as usize);
        let module = self.modules.get(span.file.0 as usize).map_or("", String::as_str);
        self.is_test_only(span.file)
            || module.split("::").any(|name| TESTING.contains(&name))
            || ir.is_some_and(|ir| {
                ir.debug_only.iter().any(|s| s.contains(span)) || in_testing_module(ir, span)
            })
    }

    /// Whether only tests, benchmarks and examples contain the file.
    fn is_test_only(&self, file: FileId) -> bool {
        let owners = self.owners_of(file);
        !owners.is_empty()
            && owners.iter().all(|&owner| self.target(owner).is_some_and(|(_, t)| t.kind.is_test_code()))
    }

    /// The package of a file: the first selected one, else the first.
    pub fn package(&self, file: FileId) -> &'a str {
        let owners = self.owners_of(file);
        let selected = owners.iter().find(|&&owner| self.target(owner).is_some_and(|(p, t)| p && t.selected));
        let owner = selected.or(owners.first());
        owner.and_then(|o| self.workspace.packages.get(o.0)).map_or("", |p| p.name.as_str())
    }

    /// The path of the innermost named items around a place, with the modules above it: `auth::Session::verify`.
    pub fn item(&self, span: Span) -> String {
        let Some(ir) = self.program.files.get(span.file.0 as usize) else { return String::new() };
        let mut around: Vec<&Item> =
            ir.items.iter().map(|(_, i)| i).filter(|i| i.span.contains(span)).collect();
        around.sort_by_key(|item| (item.span.lo, std::cmp::Reverse(item.span.hi)));
        let module = self.modules.get(span.file.0 as usize).filter(|path| !path.is_empty());
        let names = around.iter().filter_map(|item| segment(ir, item));
        module.cloned().into_iter().chain(names).collect::<Vec<_>>().join("::")
    }

    /// The files of selected targets.
    pub fn selected_files(&self) -> impl Iterator<Item = &'a FileIr> + '_ {
        self.program.files.iter().filter(|ir| self.is_selected(ir.file))
    }

    fn owners_of(&self, file: FileId) -> &[(PackageIdx, usize)] {
        self.owners.get(file.0 as usize).map_or(&[], Vec::as_slice)
    }

    fn target(&self, (package, target): (PackageIdx, usize)) -> Option<(bool, &'a Target)> {
        let package = self.workspace.packages.get(package)?;
        Some((package.selected, package.targets.get(target)?))
    }
}

/// Whether a module around a place, written in the same file, has the name of one for tests.
fn in_testing_module(ir: &FileIr, span: Span) -> bool {
    let testing = |item: &Item| {
        matches!(item.kind, ItemKind::Mod(_))
            && item.name.as_ref().is_some_and(|n| TESTING.contains(&n.sym.as_str()))
    };
    ir.items.iter().any(|(_, item)| item.span.contains(span) && testing(item))
}

/// The module path of each file: the first crate that contains it decides.
fn module_paths(program: &Program) -> Vec<String> {
    let mut parents: HashMap<FileId, (FileId, Span)> = HashMap::new();
    for tree in &program.crates {
        let mut links: Vec<_> = tree.modules.iter().collect();
        links.sort_unstable_by_key(|((file, item), _)| (*file, *item));
        for (&(file, item), &module) in links {
            let Some(ir) = program.files.get(file.0 as usize) else { continue };
            parents.entry(module).or_insert((file, ir.items[item].span));
        }
    }
    let path = |mut file: FileId| {
        let mut parts = Vec::new();
        // A module tree is as deep as a path is long; the bound ends a cycle of `#[path]`.
        for _ in 0..64 {
            let Some(&(parent, decl)) = parents.get(&file) else { break };
            let ir = program.file(parent);
            let mut around: Vec<&Item> =
                ir.items.iter().map(|(_, i)| i).filter(|i| i.span.contains(decl)).collect();
            around.sort_by_key(|item| (item.span.lo, std::cmp::Reverse(item.span.hi)));
            parts.extend(around.iter().rev().filter_map(|item| segment(ir, item)));
            file = parent;
        }
        parts.reverse();
        parts.join("::")
    };
    program.files.iter().map(|ir| path(ir.file)).collect()
}

/// The part of a path that an item contributes.
fn segment(ir: &FileIr, item: &Item) -> Option<String> {
    match &item.kind {
        ItemKind::Impl(block) => match &ir.types[block.self_ty].kind {
            TypeKind::Path(path) => path.last().map(|s| s.name.sym.to_string()),
            _ => None,
        },
        ItemKind::Import(_) | ItemKind::ExternCrate(_) | ItemKind::Foreign(_) | ItemKind::Macro { .. } => {
            None
        }
        _ => item.name.map(|name| name.sym.to_string()),
    }
}
