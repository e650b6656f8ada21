//! Reads a workspace without cargo: finds its root and members and reads their manifests.
//!
//! The way out when cargo cannot be asked or refuses: the workspace root of an unpacked package is absent, a path
//! dependency is missing, a member is broken. Globs are expanded here: directories are visited once, by their
//! canonical path, so that links in circles end, and their number is bounded.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use toml::Table;

use crate::workspace::draft::{Draft, absolute, lexical};
use crate::workspace::error::{LoadError, plain};
use crate::workspace::manifest::{self, Shared, package_table, table_at, text, texts};

/// Most members that are read, and most directories that are looked at for them.
const MAX_MEMBERS: usize = 5_000;
const MAX_DIRECTORIES: usize = 50_000;

/// The workspace of `manifest`; `reason` says why cargo was not asked.
///
/// # Errors
/// If the manifest cannot be read or neither it nor a member describes a package.
pub(super) fn read(manifest: &Path, reason: &str) -> Result<Draft, LoadError> {
    let own = manifest::table(manifest)?;
    let (root_path, root_table) = root(manifest, &own).unwrap_or_else(|| (manifest.to_owned(), own.clone()));
    let root_dir = root_path.parent().unwrap_or(&root_path);
    let shared = Shared { directory: root_dir, table: table_at(&root_table, "workspace") };
    let mut found = Found::default();
    found.collect(root_dir, seeds(&root_path, &root_table), shared);
    let mut root = root_dir.to_owned();
    if !found.tables.contains_key(manifest) {
        // A package that its surroundings do not know: they may still say what it inherits.
        manifest.parent().unwrap_or(manifest).clone_into(&mut root);
        found = Found::default();
        found.collect(&root, vec![manifest.to_owned()], Shared { directory: root_dir, ..shared });
    }
    let packages: Vec<_> =
        found.tables.iter().filter_map(|(path, table)| manifest::package(path, table, shared)).collect();
    if packages.is_empty() {
        let reason = "neither it nor a member has a [package]".to_owned();
        return Err(LoadError::BadManifest { path: manifest.to_owned(), reason });
    }
    let defaults = defaults(manifest, &own, &root, shared);
    Ok(Draft { root, packages, defaults, fallback: Some(found.say(reason)) })
}

/// Adds the path dependencies of a package that has no `[workspace]`, where they lie below it: with that table cargo would call them
/// members, and builds them all the same.
pub(super) fn with_path_dependencies(mut draft: Draft) -> Draft {
    let alone =
        manifest::table(&draft.root.join("Cargo.toml")).is_ok_and(|root| !root.contains_key("workspace"));
    if !alone {
        return draft;
    }
    let shared = Shared { directory: &draft.root, table: None };
    let known: Vec<PathBuf> = draft.packages.iter().map(|p| p.manifest_path.clone()).collect();
    let mut found = Found::default();
    found.collect(&draft.root, known.clone(), shared);
    let others = found.tables.iter().filter(|(path, _)| !known.contains(path));
    let others: Vec<_> = others.filter_map(|(path, table)| manifest::package(path, table, shared)).collect();
    draft.packages.extend(others);
    draft.packages.sort_by(|a, b| a.manifest_path.cmp(&b.manifest_path));
    draft
}

/// The manifest that holds the `[workspace]` of a package, if there is one.
fn root(manifest: &Path, own: &Table) -> Option<(PathBuf, Table)> {
    if own.contains_key("workspace") {
        return None;
    }
    let directory = manifest.parent()?;
    if let Some(pointer) = package_table(own).and_then(|p| text(p, "workspace")) {
        let path = absolute(&directory.join(pointer).join("Cargo.toml"));
        return manifest::table(&path)
            .ok()
            .filter(|t| t.contains_key("workspace"))
            .map(|table| (path, table));
    }
    directory.ancestors().skip(1).find_map(|above| {
        let path = above.join("Cargo.toml");
        let table = path.is_file().then(|| manifest::table(&path).ok())??;
        table.contains_key("workspace").then_some((path, table))
    })
}

/// The root package and what `members` names, less what `exclude` takes from the globs.
fn seeds(root_path: &Path, root: &Table) -> Vec<PathBuf> {
    let directory = root_path.parent().unwrap_or(root_path);
    let mut out = vec![root_path.to_owned()];
    for member in texts(table_at(root, "workspace").and_then(|w| w.get("members"))) {
        if member.contains(['*', '?', '[']) {
            let excluded = excluded(directory, table_at(root, "workspace"));
            let found = expand(directory, member).into_iter().map(|dir| dir.join("Cargo.toml"));
            out.extend(found.filter(|path| path.is_file() && !excluded.iter().any(|e| path.starts_with(e))));
        } else {
            out.push(absolute(&directory.join(member).join("Cargo.toml")));
        }
    }
    out
}

fn excluded(directory: &Path, workspace: Option<&Table>) -> Vec<PathBuf> {
    texts(workspace.and_then(|w| w.get("exclude"))).map(|path| lexical(&directory.join(path))).collect()
}

/// What cargo selects without flags: all defaults at the root, the package itself elsewhere.
fn defaults(manifest: &Path, own: &Table, root: &Path, shared: Shared<'_>) -> Vec<PathBuf> {
    let workspace = shared.table.filter(|_| own.contains_key("workspace"));
    let Some(list) = workspace.and_then(|w| w.get("default-members")) else {
        return if package_table(own).is_some() { vec![manifest.to_owned()] } else { Vec::new() };
    };
    texts(Some(list))
        .flat_map(|member| expand(root, member))
        .map(|dir| absolute(&dir.join("Cargo.toml")))
        .collect()
}

/// Manifests that were read, and those that could not be.
#[derive(Default)]
struct Found {
    tables: BTreeMap<PathBuf, Table>,
    broken: Vec<PathBuf>,
}

impl Found {
    /// Reads the manifests and those of their path dependencies inside `root`, which are members too.
    fn collect(&mut self, root: &Path, seeds: Vec<PathBuf>, shared: Shared<'_>) {
        let excluded = excluded(root, shared.table);
        let mut seen = BTreeSet::new();
        let mut queue = VecDeque::from(seeds);
        while let Some(path) = queue.pop_front() {
            if seen.len() >= MAX_MEMBERS || !seen.insert(path.clone()) {
                continue;
            }
            let Ok(table) = manifest::table(&path) else {
                self.broken.push(path);
                continue;
            };
            let inside =
                |path: &PathBuf| path.starts_with(root) && !excluded.iter().any(|e| path.starts_with(e));
            let near = manifest::path_dependencies(&path, &table, shared).into_iter();
            queue.extend(near.map(|path| absolute(&path)).filter(|path| path.is_file() && inside(path)));
            self.tables.insert(path, table);
        }
    }

    fn say(&self, reason: &str) -> String {
        let mut text =
            format!("cargo cannot describe the project ({reason}), so the manifests were read without it");
        if let Some(first) = self.broken.first() {
            let others = if self.broken.len() > 1 { " and others" } else { "" };
            text.push_str(&format!(", except `{}`{others}", plain(&first.to_string_lossy())));
        }
        text
    }
}

/// The directories that a pattern names. `**` stands for any number of directories.
fn expand(root: &Path, pattern: &str) -> Vec<PathBuf> {
    let mut walk = Walk { seen: BTreeSet::new(), budget: MAX_DIRECTORIES };
    let mut here = vec![root.to_owned()];
    for part in pattern.split('/').filter(|part| !part.is_empty() && *part != ".") {
        here = match glob::Pattern::new(part) {
            Ok(_) if part == "**" => walk.below(here),
            Ok(glob) if part.contains(['*', '?', '[']) => {
                here.iter().flat_map(|dir| walk.children(dir)).filter(|dir| name_fits(&glob, dir)).collect()
            }
            _ => here.into_iter().map(|dir| lexical(&dir.join(part))).filter(|dir| dir.is_dir()).collect(),
        };
    }
    here.sort();
    here.dedup();
    here
}

fn name_fits(glob: &glob::Pattern, directory: &Path) -> bool {
    directory.file_name().and_then(|n| n.to_str()).is_some_and(|name| glob.matches(name))
}

struct Walk {
    seen: BTreeSet<PathBuf>,
    budget: usize,
}

impl Walk {
    fn children(&mut self, directory: &Path) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(directory) else { return Vec::new() };
        let entries = entries.take(self.budget);
        let out: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.is_dir()).collect();
        self.budget = self.budget.saturating_sub(out.len() + 1);
        out
    }

    fn below(&mut self, from: Vec<PathBuf>) -> Vec<PathBuf> {
        let mut queue = VecDeque::from(from);
        let mut out = Vec::new();
        while let Some(directory) = queue.pop_front() {
            let known = directory.canonicalize().unwrap_or_else(|_| directory.clone());
            if self.seen.insert(known) {
                queue.extend(self.children(&directory));
                out.push(directory);
            }
        }
        out
    }
}

#[cfg(test)]
#[path = "members_tests.rs"]
mod tests;
