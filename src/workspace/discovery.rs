//! The targets of a package, without cargo: those the manifest names and those found where cargo looks for them
//! (`src/lib.rs`, `src/main.rs`, `src/bin`, `examples`, `tests`, `benches`, `build.rs`).
//!
//! A target whose file is missing is left out: published packages name tests and benchmarks that they do not contain.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::workspace::draft::{crate_name, lexical, target};
use crate::workspace::manifest::{package_table, table_at, text, texts};
use crate::workspace::{Target, TargetKind};

/// More files in one of these directories are not looked at.
const MAX_ENTRIES: usize = 10_000;

/// A kind with its key in the manifest, its directory, and the switch that turns the search off.
const KINDS: [(TargetKind, &str, &str, &str); 4] = [
    (TargetKind::Bin, "bin", "src/bin", "autobins"),
    (TargetKind::Example, "example", "examples", "autoexamples"),
    (TargetKind::Test, "test", "tests", "autotests"),
    (TargetKind::Bench, "bench", "benches", "autobenches"),
];

/// All targets: the library, then programs, examples, tests and benchmarks by name, then build scripts.
pub(super) fn targets(manifest_path: &Path, manifest: &Table, name: &str, edition: u16) -> Vec<Target> {
    let directory = manifest_path.parent().unwrap_or(manifest_path);
    let mut out: Vec<Target> = library(directory, manifest, name, edition).into_iter().collect();
    for row in KINDS {
        out.extend(of_kind(directory, manifest, row, name, edition));
    }
    out.extend(build_scripts(directory, manifest, edition));
    out
}

fn library(directory: &Path, manifest: &Table, package: &str, edition: u16) -> Option<Target> {
    let table = table_at(manifest, "lib");
    if table.is_none() && !switch(manifest, "autolib", true) {
        return None;
    }
    let path = table.and_then(|t| text(t, "path")).unwrap_or("src/lib.rs");
    let path = existing(directory, path)?;
    let name = table.and_then(|t| text(t, "name")).map_or_else(|| crate_name(package), str::to_owned);
    Some(target(TargetKind::Lib, name, path, own_edition(table, edition)))
}

fn of_kind(
    directory: &Path,
    manifest: &Table,
    (kind, key, folder, switch_key): (TargetKind, &str, &str, &str),
    package: &str,
    edition: u16,
) -> Vec<Target> {
    let named: Vec<&Table> = manifest
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_table)
        .collect();
    let mut found = search(&directory.join(folder));
    if kind == TargetKind::Bin
        && let Some(main) = existing(directory, "src/main.rs")
    {
        found.insert(package.to_owned(), main);
    }
    let mut out: Vec<Target> = Vec::new();
    for table in &named {
        let Some(name) = text(table, "name") else { continue };
        let path = match text(table, "path") {
            Some(path) => existing(directory, path),
            None => found.get(name).cloned().or_else(|| alone(kind, &named, directory)),
        };
        out.extend(path.map(|path| target(kind, name.to_owned(), path, own_edition(Some(table), edition))));
    }
    // The 2015 edition looks around only where nothing is named.
    if switch(manifest, switch_key, edition > 2015 || named.is_empty()) {
        let taken: BTreeSet<PathBuf> = out.iter().map(|t| t.src_path.clone()).collect();
        let names: BTreeSet<String> =
            named.iter().filter_map(|t| text(t, "name")).map(str::to_owned).collect();
        found.retain(|name, path| !names.contains(name) && !taken.contains(path));
        out.extend(found.into_iter().map(|(name, path)| target(kind, name, path, edition)));
    }
    out
}

/// The only `[[bin]]` may live in `src/main.rs` under another name than the package's.
fn alone(kind: TargetKind, named: &[&Table], directory: &Path) -> Option<PathBuf> {
    if kind != TargetKind::Bin || named.len() != 1 {
        return None;
    }
    existing(directory, "src/main.rs")
}

/// `x.rs` and `x/main.rs` of a directory, by name.
fn search(folder: &Path) -> BTreeMap<String, PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return BTreeMap::new() };
    entries.take(MAX_ENTRIES).filter_map(|entry| root_file(&entry.ok()?.path())).collect()
}

fn root_file(path: &Path) -> Option<(String, PathBuf)> {
    let visible = |name: &str| !name.starts_with('.');
    if path.is_dir() {
        let main = path.join("main.rs");
        let name = path.file_name()?.to_str().filter(|n| visible(n))?;
        return main.is_file().then(|| (name.to_owned(), main));
    }
    let is_rust = path.extension().is_some_and(|e| e == "rs") && path.is_file();
    let name = path.file_stem()?.to_str().filter(|n| visible(n))?;
    is_rust.then(|| (name.to_owned(), path.to_owned()))
}

fn build_scripts(directory: &Path, manifest: &Table, edition: u16) -> Vec<Target> {
    let given = package_table(manifest).and_then(|p| p.get("build"));
    let files: Vec<&str> = match given {
        Some(Value::String(file)) => vec![file],
        Some(Value::Boolean(false)) => vec![],
        Some(list @ Value::Array(_)) => texts(Some(list)).collect(),
        _ => vec!["build.rs"],
    };
    let script = |file: &str| {
        let path = existing(directory, file)?;
        let name = format!("build-script-{}", path.file_stem()?.to_string_lossy());
        Some(target(TargetKind::BuildScript, name, path, edition))
    };
    files.into_iter().filter_map(script).collect()
}

fn switch(manifest: &Table, key: &str, default: bool) -> bool {
    package_table(manifest).and_then(|p| p.get(key)).and_then(Value::as_bool).unwrap_or(default)
}

fn own_edition(table: Option<&Table>, edition: u16) -> u16 {
    table.and_then(|t| text(t, "edition")).and_then(|e| e.parse().ok()).unwrap_or(edition)
}

fn existing(directory: &Path, path: &str) -> Option<PathBuf> {
    Some(lexical(&directory.join(path))).filter(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::testing::Tree;

    fn show(tree: &Tree, edition: u16) -> Vec<String> {
        let path = tree.path("Cargo.toml");
        let manifest = crate::workspace::manifest::table(&path).unwrap();
        let list = targets(&path, &manifest, "my-app", edition);
        let relative =
            |t: &Target| t.src_path.strip_prefix(tree.root()).unwrap().to_string_lossy().into_owned();
        list.iter().map(|t| format!("{:?} {} {}", t.kind, t.name, relative(t))).collect()
    }

    #[test]
    fn targets_are_found_where_cargo_looks() {
        let tree = Tree::new(&[
            ("Cargo.toml", "[package]\nname = \"my-app\"\n"),
            ("src/lib.rs", ""),
            ("src/main.rs", ""),
            ("src/bin/tool.rs", ""),
            ("src/bin/big/main.rs", ""),
            ("src/bin/big/other.rs", ""),
            ("tests/it.rs", ""),
            ("tests/common/mod.rs", ""),
            ("examples/.hidden.rs", ""),
            ("benches/speed.rs", ""),
            ("build.rs", ""),
        ]);
        let expected = [
            "Lib my_app src/lib.rs",
            "Bin big src/bin/big/main.rs",
            "Bin my-app src/main.rs",
            "Bin tool src/bin/tool.rs",
            "Test it tests/it.rs",
            "Bench speed benches/speed.rs",
            "BuildScript build-script-build build.rs",
        ];
        assert_eq!(show(&tree, 2021), expected);
    }

    #[test]
    fn what_the_manifest_says_wins() {
        let tree = Tree::new(&[
            (
                "Cargo.toml",
                "[package]\nname = \"my-app\"\nautotests = false\nbuild = false\n[lib]\nname = \"core\"\n\
                 path = \"code/core.rs\"\n[[bin]]\nname = \"app\"\npath = \"src/main.rs\"\n[[test]]\nname = \"gone\"\n",
            ),
            ("code/core.rs", ""),
            ("src/main.rs", ""),
            ("tests/it.rs", ""),
            ("build.rs", ""),
        ]);
        assert_eq!(show(&tree, 2021), ["Lib core code/core.rs", "Bin app src/main.rs"]);
    }

    #[test]
    fn the_2015_edition_does_not_search_beside_named_targets() {
        let manifest = "[package]\nname = \"my-app\"\n[[bin]]\nname = \"app\"\n";
        let tree = Tree::new(&[("Cargo.toml", manifest), ("src/main.rs", ""), ("src/bin/tool.rs", "")]);
        assert_eq!(show(&tree, 2015), ["Bin app src/main.rs"]);
        assert_eq!(show(&tree, 2018), ["Bin app src/main.rs", "Bin tool src/bin/tool.rs"]);
    }
}
