//! What is analysed: packages, targets, features, cfg, dependency names and versions; and the files themselves.
//!
//! The only layer that reads the disk and runs a program (`$CARGO metadata --no-deps`, `rustc --print cfg`); it never
//! runs code of the scanned project.

pub mod cfg;
pub mod files;
pub mod load;
mod error;
mod draft;
mod manifest;
mod discovery;
mod members;
mod process;
mod cargo;
mod lock;
mod version;
mod select;
mod targets;
mod features;
mod host;
#[cfg(test)]
mod testing;

use std::path::PathBuf;

use semver::Version;

use crate::workspace::cfg::CfgSet;
pub use crate::workspace::error::LoadError;
pub use crate::workspace::load::{LoadOptions, TargetFilter, load, single_file, workspace_metadata};

/// A loaded workspace: its members, selected or not.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    /// The workspace root: names of files are relative to it.
    pub root: PathBuf,
    /// All members, sorted by manifest path.
    pub packages: Vec<Package>,
    /// Things the user should know, one sentence each (e.g. that no lock file was found).
    pub warnings: Vec<String>,
    /// Every package of Cargo.lock with its dependencies; empty without a lock file.
    pub lock: Lock,
}

impl Workspace {
    /// Whether all product code is looked at: what is nowhere then is not there.
    pub fn is_whole(&self) -> bool {
        let product = |t: &&Target| matches!(t.kind, TargetKind::Lib | TargetKind::Bin);
        self.packages.iter().all(|p| p.selected && p.targets.iter().filter(product).all(|t| t.selected))
    }
}

/// Index of a package in [`Workspace::packages`].
pub type PackageIdx = usize;

/// A workspace member.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// Cargo's package id, as `cargo metadata` prints it.
    pub id: String,
    /// Its `Cargo.toml`.
    pub manifest_path: PathBuf,
    /// Whether `-p`, `--workspace`, `--exclude` and defaults select it; only selected packages are reported on.
    pub selected: bool,
    /// Its targets; see [`Target::selected`].
    pub targets: Vec<Target>,
    /// Its dependencies.
    pub dependencies: Vec<Dependency>,
    /// What `cfg` conditions hold in it.
    pub cfg: CfgSet,
    /// Its `[package.metadata]` as JSON text; empty if none.
    pub metadata: String,
}

/// A crate root.
#[derive(Clone, Debug)]
pub struct Target {
    /// What it builds.
    pub kind: TargetKind,
    /// Its name as in the manifest.
    pub name: String,
    /// Its name as a crate: `-` replaced.
    pub crate_name: String,
    /// Its root file.
    pub src_path: PathBuf,
    /// `2015`, `2018`, `2021`, `2024`.
    pub edition: u16,
    /// Whether the flags ask to report on it. The library of a dependency between members is loaded even if not.
    pub selected: bool,
    /// The target as `cargo metadata` prints it, as JSON text, for cargo-compatible messages; empty without cargo.
    pub json: String,
}

/// Kinds of targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetKind {
    /// A library of any crate type, proc macros too.
    Lib,
    /// A program.
    Bin,
    /// An example.
    Example,
    /// An integration test.
    Test,
    /// A benchmark.
    Bench,
    /// A build script.
    BuildScript,
}

impl TargetKind {
    /// Whether its code never ships: tests, benchmarks and examples.
    pub fn is_test_code(self) -> bool {
        matches!(self, TargetKind::Example | TargetKind::Test | TargetKind::Bench)
    }
}

/// One dependency edge of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// The crate's name in code: the rename, else the library name where known, else the package name; `-` replaced.
    pub extern_name: String,
    /// The package's name.
    pub package: String,
    /// The exact version from the lock file, else the lower bound of the requirement; `None` if neither is known.
    pub version: Option<Version>,
    /// What it is needed for.
    pub kind: DependencyKind,
    /// The member it is, if it is one.
    pub member: Option<PackageIdx>,
    /// Whether every build has it: it is neither optional nor for some platforms alone.
    pub always: bool,
}

/// What a dependency is needed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DependencyKind {
    /// The code itself.
    Normal,
    /// Tests, benchmarks, examples.
    Dev,
    /// The build script.
    Build,
}

/// What Cargo.lock says.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    /// All locked packages.
    pub packages: Vec<LockedPackage>,
}

/// An entry of Cargo.lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedPackage {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// Indices of its dependencies in [`Lock::packages`].
    pub dependencies: Vec<usize>,
}

impl Lock {
    /// The version of `dependency` that `package` at `version` uses; if that edge is unknown, the only locked version
    /// of `dependency`.
    pub fn version_of(&self, package: &str, version: Option<&Version>, dependency: &str) -> Option<Version> {
        let edges = self
            .packages
            .iter()
            .filter(|p| p.name == package && version.is_none_or(|v| *v == p.version))
            .flat_map(|p| &p.dependencies)
            .filter_map(|&i| self.packages.get(i))
            .find(|p| p.name == dependency);
        if let Some(found) = edges {
            return Some(found.version.clone());
        }
        let mut all = self.packages.iter().filter(|p| p.name == dependency);
        match (all.next(), all.next()) {
            (Some(only), None) => Some(only.version.clone()),
            _ => None,
        }
    }
}
