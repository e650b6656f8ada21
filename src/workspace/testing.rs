//! Projects on disk for the tests of this layer, and what their loading gave.

use std::path::{Path, PathBuf};
use std::time::Duration;

use semver::Version;

use crate::workspace::cargo::Tools;
use crate::workspace::load::load_with;
use crate::workspace::{Dependency, LoadError, LoadOptions, Package, Workspace};

/// A directory with files that is gone when the test ends.
pub(super) struct Tree {
    _dir: tempfile::TempDir,
    root: PathBuf,
}

impl Tree {
    pub(super) fn new(files: &[(&str, &str)]) -> Tree {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        let tree = Tree { _dir: dir, root };
        files.iter().for_each(|(path, text)| tree.write(path, text));
        tree
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }
}

pub(super) const LIB: (&str, &str) = ("src/lib.rs", "");

/// Two members, one depending on the other, with a lock file.
pub(super) fn pair() -> Tree {
    Tree::new(&[
        (
            "Cargo.toml",
            "[workspace]\nmembers = [\"crates/*\"]\nresolver = \"2\"\n[workspace.package]\nversion = \"0.3.0\"\n\
             edition = \"2021\"\n[workspace.dependencies]\nrand = { version = \"0.8\", features = [\"std\"] }\n\
             md-5 = \"0.10\"\n[workspace.metadata.secure-lint]\nprofile = \"strict\"\n",
        ),
        (
            "crates/app/Cargo.toml",
            "[package]\nname = \"my-app\"\nversion.workspace = true\nedition.workspace = true\n\
             [package.metadata.secure-lint]\nlevel = \"deny\"\n[features]\ndefault = [\"tls\"]\ntls = [\"core/fast\"]\n\
             extra = [\"dep:old\"]\n[dependencies]\ncore = { path = \"../core\", default-features = false, package = \"my-core\" }\n\
             rand.workspace = true\nmd-5.workspace = true\nold = { package = \"rand\", version = \"0.7\", optional = true }\n\
             [target.'cfg(windows)'.dependencies]\nwinapi = \"0.3\"\n[dev-dependencies]\nhex = \"0.4\"\n",
        ),
        ("crates/app/src/main.rs", ""),
        ("crates/app/src/lib.rs", ""),
        ("crates/app/src/bin/tool.rs", ""),
        ("crates/app/tests/it.rs", ""),
        ("crates/app/build.rs", ""),
        (
            "crates/core/Cargo.toml",
            "[package]\nname = \"my-core\"\nversion = \"0.1.0\"\n[lib]\nname = \"kern\"\n[features]\ndefault = [\"slow\"]\n\
             slow = []\nfast = [\"faster\"]\nfaster = []\n",
        ),
        ("crates/core/src/lib.rs", ""),
        (
            "Cargo.lock",
            "version = 4\n[[package]]\nname = \"my-app\"\nversion = \"0.3.0\"\n\
             dependencies = [\"hex\", \"md-5\", \"my-core\", \"rand 0.7.3\", \"rand 0.8.5\"]\n\
             [[package]]\nname = \"my-core\"\nversion = \"0.1.0\"\n[[package]]\nname = \"hex\"\nversion = \"0.4.3\"\n\
             [[package]]\nname = \"md-5\"\nversion = \"0.10.6\"\n[[package]]\nname = \"rand\"\nversion = \"0.7.3\"\n\
             [[package]]\nname = \"rand\"\nversion = \"0.8.5\"\n",
        ),
    ])
}

pub(super) fn no_names(_: &str) -> Option<String> {
    None
}

pub(super) fn tools() -> Tools {
    Tools::from_env(Path::new("/"))
}

/// Tools of a machine without Rust.
pub(super) fn nothing() -> Tools {
    Tools {
        cargo: "/nonexistent/cargo".into(),
        rustc: "/nonexistent/rustc".into(),
        patience: Duration::from_secs(10),
    }
}

pub(super) fn try_with(tools: &Tools, tree: &Tree, options: &LoadOptions) -> Result<Workspace, LoadError> {
    load_with(tools, options, tree.root(), &|name| (name == "md-5").then(|| "md5".to_owned()))
}

pub(super) fn loaded(tree: &Tree, options: &LoadOptions) -> Workspace {
    try_with(&tools(), tree, options).unwrap()
}

pub(super) fn fails(tree: &Tree, options: LoadOptions) -> String {
    try_with(&nothing(), tree, &options).unwrap_err().to_string()
}

pub(super) fn package<'w>(workspace: &'w Workspace, name: &str) -> &'w Package {
    workspace.packages.iter().find(|p| p.name == name).unwrap()
}

pub(super) fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|&s| s.to_owned()).collect()
}

pub(super) fn features(workspace: &Workspace, name: &str) -> Vec<String> {
    package(workspace, name).cfg.pairs["feature"].iter().cloned().collect()
}

pub(super) fn selected(workspace: &Workspace) -> Vec<&str> {
    workspace.packages.iter().filter(|p| p.selected).map(|p| p.name.as_str()).collect()
}

pub(super) fn targets(workspace: &Workspace, name: &str) -> Vec<String> {
    let targets = package(workspace, name).targets.iter().filter(|t| t.selected);
    targets.map(|t| format!("{:?} {}", t.kind, t.name)).collect()
}

pub(super) fn dependencies(workspace: &Workspace, name: &str) -> Vec<String> {
    let show = |d: &Dependency| {
        let version = d.version.as_ref().map_or("?".to_owned(), Version::to_string);
        let member = if d.member.is_some() { " member" } else { "" };
        format!("{} = {} {version} {:?}{member}", d.extern_name, d.package, d.kind)
    };
    let mut list: Vec<String> = package(workspace, name).dependencies.iter().map(show).collect();
    list.sort();
    list
}
