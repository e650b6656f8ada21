//! Where the files of modules are, by the rules of rustc.
//!
//! A module has a directory, and, if its file is `x.rs` and not `mod.rs`, the name `x` that the paths of its own modules get as
//! a prefix. An inline module adds its name (or its `#[path]`) to the directory. A file given by
//! `#[path]` counts as a `mod.rs`.

use std::path::{Path, PathBuf};

/// Where the modules of a module are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    dir: PathBuf,
    prefix: Option<String>,
}

impl Place {
    /// The place of a crate root, a `mod.rs`, or a file given by `#[path]`.
    pub(super) fn of_root(file: &Path) -> Place {
        Place { dir: parent(file), prefix: None }
    }

    /// The place inside `mod name { .. }`.
    pub(super) fn inline(&self, name: &str, path_attr: Option<&str>) -> Place {
        let mut dir = self.dir.clone();
        match path_attr {
            Some(path) => dir.push(path),
            None => {
                dir.extend(&self.prefix);
                dir.push(name);
            }
        }
        Place { dir, prefix: None }
    }

    /// Files that `mod name;` may mean, in order of preference, each with the place of its own modules.
    pub(super) fn outline(&self, name: &str, path_attr: Option<&str>) -> Vec<(PathBuf, Place)> {
        if let Some(path) = path_attr {
            let file = self.dir.join(path);
            let place = Place::of_root(&file);
            return vec![(file, place)];
        }
        let mut dir = self.dir.clone();
        dir.extend(&self.prefix);
        let flat = dir.join(format!("{name}.rs"));
        let nested = dir.join(name).join("mod.rs");
        let of_flat = Place { dir: parent(&flat), prefix: Some(name.to_owned()) };
        let of_nested = Place::of_root(&nested);
        vec![(flat, of_flat), (nested, of_nested)]
    }
}

fn parent(file: &Path) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).to_owned()
}
