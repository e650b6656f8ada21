//! What the manifests say, whoever read them: before the lock file, the flags and the names of libraries are applied.
//!
//! Both readers, [`super::cargo`] and [`super::members`], end here, so that all that follows has one path.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use semver::{Version, VersionReq};

use crate::workspace::{DependencyKind, Target, TargetKind};

/// The members of a workspace.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) root: PathBuf,
    /// Sorted by manifest path.
    pub(super) packages: Vec<DraftPackage>,
    /// Manifest paths of what cargo selects without flags.
    pub(super) defaults: Vec<PathBuf>,
    /// Why cargo could not be asked, if it could not.
    pub(super) fallback: Option<String>,
}

/// One member.
#[derive(Debug)]
pub(super) struct DraftPackage {
    pub(super) name: String,
    pub(super) version: Version,
    pub(super) id: String,
    pub(super) manifest_path: PathBuf,
    pub(super) targets: Vec<Target>,
    pub(super) dependencies: Vec<DraftDependency>,
    pub(super) features: BTreeMap<String, Vec<String>>,
    pub(super) metadata: String,
}

/// One line of a dependency table.
#[derive(Clone, Debug)]
pub(super) struct DraftDependency {
    pub(super) package: String,
    pub(super) rename: Option<String>,
    pub(super) req: VersionReq,
    pub(super) kind: DependencyKind,
    pub(super) optional: bool,
    /// Whether it is for some platforms alone.
    pub(super) by_platform: bool,
    pub(super) default_features: bool,
    pub(super) features: Vec<String>,
    /// The directory of a path dependency.
    pub(super) path: Option<PathBuf>,
}

impl DraftDependency {
    /// The key in the manifest, by which features refer to it.
    pub(super) fn key(&self) -> &str {
        self.rename.as_deref().unwrap_or(&self.package)
    }
}

impl DraftPackage {
    pub(super) fn directory(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(Path::new(""))
    }

    pub(super) fn library(&self) -> Option<&Target> {
        self.targets.iter().find(|t| t.kind == TargetKind::Lib)
    }
}

/// A target that nothing has selected yet.
pub(super) fn target(kind: TargetKind, name: String, src_path: PathBuf, edition: u16) -> Target {
    let crate_name = crate_name(&name);
    Target { kind, name, crate_name, src_path, edition, selected: false, json: String::new() }
}

/// A name as it is written in code.
pub(super) fn crate_name(name: &str) -> String {
    name.replace('-', "_")
}

/// The path with its directory free of links and `..`; the file itself may be a link, it stays where it was found.
pub(super) fn absolute(file: &Path) -> PathBuf {
    let (Some(parent), Some(name)) = (file.parent(), file.file_name()) else { return file.to_owned() };
    let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    match parent.canonicalize() {
        Ok(parent) => without_verbatim_prefix(&parent).join(name),
        Err(_) => lexical(file),
    }
}

/// Windows spells canonical paths in a way that other programs do not take.
fn without_verbatim_prefix(path: &Path) -> PathBuf {
    match path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) {
        Some(rest) if !rest.starts_with("UNC") => PathBuf::from(rest),
        _ => path.to_owned(),
    }
}

/// The path with `.` and `..` resolved by their text alone.
pub(super) fn lexical(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(out.pop()),
            Component::CurDir => {}
            other => out.push(other),
        }
    }
    out
}
