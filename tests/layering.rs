//! The direction of imports, and which layer may use which heavy package.
//!
//! `LAYERS` is the order; a module uses only modules to its left. `lib.rs` declares them in the same order.

use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::Visit;

const LAYERS: &[&str] = &[
    "base",
    "finding",
    "catalog",
    "config",
    "workspace",
    "ir",
    "lower",
    "resolve",
    "types",
    "flow",
    "web",
    "detectors",
    "engine",
    "report",
    "fix",
    "cli",
];

/// Packages and the only layers that may name them.
const CONFINED: &[(&str, &[&str])] = &[
    ("syn", &["lower"]),
    ("quote", &["lower"]),
    ("proc_macro2", &["lower"]),
    ("cargo_metadata", &["workspace"]),
    ("annotate_snippets", &["report"]),
    ("clap", &["cli"]),
    ("anyhow", &["cli"]),
    ("terminal_size", &["cli"]),
    ("anstream", &["cli"]),
    ("rayon", &["lower", "engine", "detectors", "types"]),
    ("serde_json", &["workspace", "report", "cli"]),
];

/// Parts of the standard library that read or write files, and the layers that may.
const STD_FS: (&str, &[&str]) = ("fs", &["workspace", "fix", "cli"]);

struct Uses {
    paths: Vec<Vec<String>>,
}

impl<'ast> Visit<'ast> for Uses {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.paths.push(path.segments.iter().map(|s| s.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        leaves(&item.tree, Vec::new(), &mut self.paths);
    }
}

fn leaves(tree: &syn::UseTree, mut prefix: Vec<String>, out: &mut Vec<Vec<String>>) {
    match tree {
        syn::UseTree::Path(path) => {
            prefix.push(path.ident.to_string());
            leaves(&path.tree, prefix, out);
        }
        syn::UseTree::Name(name) => {
            prefix.push(name.ident.to_string());
            out.push(prefix);
        }
        syn::UseTree::Rename(name) => {
            prefix.push(name.ident.to_string());
            out.push(prefix);
        }
        syn::UseTree::Glob(_) => out.push(prefix),
        syn::UseTree::Group(group) => group.items.iter().for_each(|t| leaves(t, prefix.clone(), out)),
    }
}

fn rust_files(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("src is readable") {
        let path = entry.expect("src is readable").path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

fn layer_of(src: &Path, file: &Path) -> Option<String> {
    let first = file.strip_prefix(src).ok()?.components().next()?;
    let name = first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
    LAYERS.contains(&name.as_str()).then_some(name)
}

fn violations(layer: &str, paths: &[Vec<String>]) -> Vec<String> {
    let rank = |name: &str| LAYERS.iter().position(|l| *l == name);
    let mut found = Vec::new();
    for path in paths {
        let parts: Vec<&str> = path.iter().map(String::as_str).collect();
        match &parts[..] {
            ["crate", target, ..] if rank(target) > rank(layer) => {
                found.push(format!("`{layer}` must not use `crate::{target}`"));
            }
            ["std", module, ..] if *module == STD_FS.0 && !STD_FS.1.contains(&layer) => {
                found.push(format!("`{layer}` must not use `std::{module}`"));
            }
            [package, ..] => {
                if let Some((_, allowed)) = CONFINED.iter().find(|(name, _)| name == package)
                    && !allowed.contains(&layer)
                {
                    found.push(format!("`{layer}` must not use `{package}`"));
                }
            }
            [] => {}
        }
    }
    found
}

#[test]
fn layers_use_only_layers_to_their_left() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut all = Vec::new();
    for file in files {
        let Some(layer) = layer_of(&src, &file) else { continue };
        let text = fs::read_to_string(&file).expect("source is readable");
        let tree = syn::parse_file(&text).expect("source parses");
        let mut uses = Uses { paths: Vec::new() };
        uses.visit_file(&tree);
        all.extend(violations(&layer, &uses.paths).into_iter().map(|v| format!("{}: {v}", file.display())));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn lib_declares_the_layers_in_order() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("lib.rs");
    let declared: Vec<&str> =
        lib.lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let expected: Vec<&str> = LAYERS.iter().copied().filter(|l| declared.contains(l)).collect();
    assert_eq!(declared, expected);
}

#[test]
fn a_backward_import_is_seen() {
    let found = violations("ir", &[vec!["crate".into(), "report".into()], vec!["syn".into(), "Expr".into()]]);
    assert_eq!(found, ["`ir` must not use `crate::report`", "`ir` must not use `syn`"]);
}
