//! Bounds on the size of files and functions, so that both stay readable.
//!
//! Lengths are counted as an editor shows them, from the first line of a signature to the closing brace, attributes and
//! documentation apart. Functions below a `#[cfg(test)]` module, in a file of such a module, and in `tests/` count as
//! tests; only files have a bound there. The test programs of lints are data and are not looked at.
//!
//! A bound is not raised to let something pass. What is beyond one for now stands in `TOO_LONG` and leaves it when it is
//! short enough: a listed file that keeps the bound fails too.

use std::fs;
use std::path::{Path, PathBuf};

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

const MAX_FILE: usize = 600;
const LONG_FUNCTION: usize = 60;
/// At most this share of the functions is longer than `LONG_FUNCTION`.
const LONG_SHARE: f64 = 0.01;
/// Ninety-five of a hundred functions have at most so many lines.
const P95: usize = 40;

/// Files beyond the bound that are to be split.
const TOO_LONG: &[&str] = &[];

struct File {
    name: String,
    text: String,
}

fn files_below(dir: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join(dir), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
            File { name, text: fs::read_to_string(&path).expect("source is readable") }
        })
        .collect()
}

fn collect(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("directory is readable") {
        let path = entry.expect("directory is readable").path();
        if path.is_dir() {
            collect(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// `src/engine/run/tests.rs`, `src/workspace/load_tests.rs`, `src/lower/tests/spans.rs`.
fn is_test_file(name: &str) -> bool {
    name.ends_with("tests.rs") || name.contains("/tests/")
}

#[derive(Default)]
struct Functions {
    /// Length and name.
    found: Vec<(usize, String)>,
}

impl Functions {
    fn of(text: &str) -> Self {
        let tree = syn::parse_file(text).expect("source parses");
        let mut functions = Functions::default();
        functions.visit_file(&tree);
        functions
    }

    fn add(&mut self, name: &syn::Ident, start: proc_macro2::Span, body: proc_macro2::Span) {
        self.found.push((body.end().line + 1 - start.start().line, name.to_string()));
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let is_test = |a: &syn::Attribute| {
            a.path().is_ident("cfg") && a.parse_args::<syn::Ident>().is_ok_and(|i| i == "test")
        };
        if !item.attrs.iter().any(is_test) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.add(&item.sig.ident, item.sig.span(), item.block.span());
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.add(&item.sig.ident, item.sig.span(), item.block.span());
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.add(&item.sig.ident, item.sig.span(), body.span());
        }
        visit::visit_trait_item_fn(self, item);
    }
}

#[test]
fn files_are_short() {
    let files: Vec<File> = ["src", "tests"].into_iter().flat_map(files_below).collect();
    let mut wrong = Vec::new();
    for file in &files {
        let lines = file.text.lines().count();
        let listed = TOO_LONG.contains(&file.name.as_str());
        if lines > MAX_FILE && !listed {
            wrong.push(format!("{} has {lines} lines, more than {MAX_FILE}: split it", file.name));
        } else if lines <= MAX_FILE && listed {
            wrong.push(format!("{} is short enough now: take it off `TOO_LONG`", file.name));
        }
    }
    for name in TOO_LONG {
        if !files.iter().any(|f| f.name == *name) {
            wrong.push(format!("{name} does not exist any more: take it off `TOO_LONG`"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_say_what_they_are_for() {
    let silent: Vec<String> = ["src", "tests"]
        .into_iter()
        .flat_map(files_below)
        .filter(|f| !f.text.starts_with("//! "))
        .map(|f| format!("{} does not open with `//!`", f.name))
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn functions_are_short() {
    let mut all: Vec<(usize, String)> = Vec::new();
    for file in files_below("src").iter().filter(|f| !is_test_file(&f.name)) {
        let found = Functions::of(&file.text).found;
        all.extend(found.into_iter().map(|(lines, name)| (lines, format!("{}: `{name}`", file.name))));
    }
    all.sort();
    let long: Vec<String> = all
        .iter()
        .filter(|(lines, _)| *lines > LONG_FUNCTION)
        .map(|(lines, name)| format!("{name} has {lines} lines"))
        .collect();
    let share = long.len() as f64 / all.len() as f64;
    assert!(share < LONG_SHARE, "{:.1} % of {} functions:\n{}", share * 100.0, all.len(), long.join("\n"));
    let p95 = all[all.len() * 95 / 100].0;
    assert!(p95 <= P95, "the longest twentieth of the functions begins at {p95} lines, not at {P95}");
}

#[test]
fn lengths_are_counted_from_signature_to_brace() {
    let text = "//! x\n/// doc\nfn a() {\n}\n#[cfg(test)]\nmod tests {\n    fn t() {}\n}\nimpl A {\n    #[x]\n    fn b(\n        x: u8,\n    ) {\n        x;\n    }\n}\n";
    assert_eq!(Functions::of(text).found, [(2, "a".to_owned()), (5, "b".to_owned())]);
}
