//! Shared by the harnesses: test cases with their headers and annotations, and running the tool over them.
//!
//! `case` knows the grammar and nothing of the tool; `run` is the only place that calls the tool.

#![allow(dead_code, reason = "each test binary uses a part")]

pub(crate) mod case;
pub(crate) mod run;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The cases whose findings are known to differ from their annotations; see `ui-tests/gaps.txt`.
pub(crate) fn gaps() -> BTreeSet<String> {
    let lines = read(&root().join("ui-tests/gaps.txt"));
    lines.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).map(str::to_owned).collect()
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust files directly in a folder, sorted; none if there is no such folder.
pub(crate) fn rust_files(dir: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = entries(dir).into_iter().filter(|p| is_rust(p)).collect();
    files.sort();
    files
}

/// The Rust files in a folder and below, sorted.
pub(crate) fn rust_files_below(dir: &Path) -> Vec<PathBuf> {
    let mut open = vec![dir.to_owned()];
    let mut files = Vec::new();
    while let Some(next) = open.pop() {
        for path in entries(&next) {
            if path.is_dir() {
                open.push(path);
            } else if is_rust(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The folders directly in a folder, sorted.
pub(crate) fn folders(dir: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = entries(dir).into_iter().filter(|p| p.is_dir()).collect();
    folders.sort();
    folders
}

/// The last part of a path as text.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A path relative to the root of the repository, with `/`.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The text of a file.
pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", shown(path)))
}

fn entries(dir: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(dir).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "rs")
}
