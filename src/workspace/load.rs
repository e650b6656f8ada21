//! From flags and a directory to a [`Workspace`].
//!
//! ```text
//! find the manifest -> cargo metadata --no-deps (else the manifests themselves)  ->  draft
//!                      Cargo.lock -> versions      rustc --print cfg -> conditions   (meanwhile)
//! draft + flags -> selected packages -> features -> cfg, dependencies, selected targets
//! ```
//! The dependency graph is not resolved: that would take longer than the analysis and may use the network.

use std::path::{Path, PathBuf};

use semver::Version;

use crate::workspace::cargo::Tools;
use crate::workspace::cfg::CfgSet;
use crate::workspace::draft::{self, Draft, DraftDependency, DraftPackage, absolute, crate_name};
use crate::workspace::error::{LoadError, plain};
use crate::workspace::features::Edges;
use crate::workspace::files::{Disk, Files};
use crate::workspace::{Dependency, Lock, Package, TargetKind, Workspace};
use crate::workspace::{cargo, features, host, lock, manifest, members, select, targets, version};

/// What to load, in the words of `cargo check`.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// `--manifest-path`; without it the nearest manifest at or above the current directory.
    pub manifest_path: Option<PathBuf>,
    /// `-p`: names, globs, `name@version`, package ids.
    pub packages: Vec<String>,
    /// `--workspace`.
    pub workspace: bool,
    /// `--exclude`: names and globs, only with `workspace`.
    pub exclude: Vec<String>,
    /// `--lib`, `--bins` ..
    pub targets: TargetFilter,
    /// `--features` as written: names apart by spaces or commas.
    pub features: Vec<String>,
    /// `--all-features`.
    pub all_features: bool,
    /// `--no-default-features`.
    pub no_default_features: bool,
    /// `--target`; without it what cargo is configured to build for, else this machine.
    pub target: Option<String>,
    /// `--locked`, for cargo.
    pub locked: bool,
    /// `--offline`, for cargo.
    pub offline: bool,
    /// `--frozen`, for cargo.
    pub frozen: bool,
    /// `--config`, for cargo.
    pub cargo_config: Vec<String>,
    /// `-Z`, for cargo.
    pub unstable_flags: Vec<String>,
    /// Whether the profile is one without debug assertions.
    pub release: bool,
}

/// Which targets to report on; nothing set means libraries and programs.
#[derive(Clone, Debug, Default)]
pub struct TargetFilter {
    /// `--lib`.
    pub lib: bool,
    /// `--bins`.
    pub bins: bool,
    /// `--bin`, names and globs.
    pub bin: Vec<String>,
    /// `--examples`.
    pub examples: bool,
    /// `--example`.
    pub example: Vec<String>,
    /// `--tests`: also the library and programs.
    pub tests: bool,
    /// `--test`.
    pub test: Vec<String>,
    /// `--benches`: also the library and programs.
    pub benches: bool,
    /// `--bench`.
    pub bench: Vec<String>,
    /// `--all-targets`: everything, build scripts too.
    pub all_targets: bool,
}

/// Loads the project at or above `cwd`. `lib_names` knows the library name of packages where it differs from theirs.
///
/// # Errors
/// If there is no project, its manifest cannot be read, or a flag names something that is not there.
pub fn load(
    options: &LoadOptions,
    cwd: &Path,
    lib_names: &dyn Fn(&str) -> Option<String>,
) -> Result<Workspace, LoadError> {
    load_with(&Tools::from_env(cwd), options, cwd, lib_names)
}

pub(super) fn load_with(
    tools: &Tools,
    options: &LoadOptions,
    cwd: &Path,
    lib_names: &dyn Fn(&str) -> Option<String>,
) -> Result<Workspace, LoadError> {
    let cwd = &std::path::absolute(cwd).unwrap_or_else(|_| cwd.to_owned());
    let manifest = find_manifest(options.manifest_path.as_deref(), cwd)?;
    let target = options.target.clone().or_else(|| host::configured_target(cwd));
    let (draft, cfg) = std::thread::scope(|scope| {
        let cfg = scope.spawn(|| host::cfg(tools, target.as_deref(), options.release, cwd));
        let draft = cargo::read(tools, &manifest, options, cwd)
            .map(members::with_path_dependencies)
            .or_else(|reason| members::read(&manifest, &reason));
        (draft, cfg.join().unwrap_or_else(|_| host::builtin()))
    });
    let mut workspace = assemble(draft?, options, &cfg, lib_names)?;
    if !cfg.complete_keys.contains("target_os") {
        let target = plain(&target.unwrap_or_default());
        let warning = format!("target `{target}` is not known, so conditions on the platform stay open");
        workspace.warnings.push(warning);
    }
    Ok(workspace)
}

/// Applies the lock file and the flags to what the manifests say.
fn assemble(
    draft: Draft,
    options: &LoadOptions,
    cfg: &CfgSet,
    lib_names: &dyn Fn(&str) -> Option<String>,
) -> Result<Workspace, LoadError> {
    let (lock, lock_warning) = read_lock(&draft);
    let (selected, notes) = select::packages(&draft, &lock, options)?;
    let edges = edges(&draft, &lock);
    let features = features::resolve(&draft.packages, &edges, &selected, options)?;
    let libraries = draft.packages.iter().map(|p| p.library().map(|t| t.crate_name.clone())).collect();
    let versions = draft.packages.iter().map(|p| p.version.clone()).collect();
    let context = Context { lock: &lock, edges: &edges, libraries, versions, lib_names };
    let mut packages = Vec::with_capacity(draft.packages.len());
    for (i, (package, features)) in draft.packages.into_iter().zip(features).enumerate() {
        let mut cfg = cfg.clone();
        cfg.pairs.insert("feature".to_owned(), features);
        packages.push(context.finish(i, package, selected[i], cfg));
    }
    targets::select(&mut packages, &options.targets)?;
    let warnings = merged(draft.fallback, lock_warning).into_iter().chain(notes).collect();
    Ok(Workspace { root: draft.root, packages, warnings, lock })
}

/// The manifest that is meant, by an absolute path.
fn find_manifest(given: Option<&Path>, cwd: &Path) -> Result<PathBuf, LoadError> {
    let Some(given) = given else {
        let cwd = absolute(&cwd.join("Cargo.toml"));
        let found = cwd.ancestors().skip(1).map(|dir| dir.join("Cargo.toml")).find(|path| path.is_file());
        let directory = cwd.parent().unwrap_or(&cwd).to_owned();
        return found.ok_or(LoadError::NotAProject { directory });
    };
    let path = cwd.join(given);
    let path = if path.is_dir() { path.join("Cargo.toml") } else { path };
    let reason = if !path.is_file() {
        "there is no such file"
    } else if path.file_name().is_none_or(|name| name != "Cargo.toml") {
        "the file has another name"
    } else {
        return Ok(absolute(&path));
    };
    Err(LoadError::NoManifest { path: given.to_owned(), reason })
}

/// Cargo.lock and, if it is of no use, why.
fn read_lock(draft: &Draft) -> (Lock, Option<String>) {
    let path = draft.root.join("Cargo.lock");
    if !path.is_file() {
        let foreign = |d: &DraftDependency| d.path.is_none();
        let needed = draft.packages.iter().any(|p| p.dependencies.iter().any(foreign));
        let warning = "there is no Cargo.lock, so dependencies are taken at the lowest version allowed";
        return (Lock::default(), needed.then(|| warning.to_owned()));
    }
    let text = Disk.read(&path).map_err(|error| error.to_string());
    let lock = text.and_then(|bytes| lock::parse(&String::from_utf8_lossy(&bytes)));
    lock.map(|lock| (lock, None)).unwrap_or_else(|reason| {
        let reason = plain(&reason);
        let text = format!(
            "Cargo.lock cannot be read ({reason}), so dependencies are taken at the lowest version allowed"
        );
        (Lock::default(), Some(text))
    })
}

/// One sentence for the two: without cargo there is often no lock file either.
fn merged(fallback: Option<String>, lock: Option<String>) -> Option<String> {
    match (fallback, lock) {
        (Some(fallback), Some(lock)) => Some(format!("{fallback}; {lock}")),
        (fallback, lock) => fallback.or(lock),
    }
}

/// Which dependencies are members: by path, or by `[patch]`, which the lock file shows.
fn edges(draft: &Draft, lock: &Lock) -> Edges {
    let packages = &draft.packages;
    let member = |from: &DraftPackage, d: &DraftDependency| match &d.path {
        Some(path) => {
            let manifest = absolute(&path.join("Cargo.toml"));
            packages.iter().position(|p| p.manifest_path == manifest)
        }
        None => {
            let candidate =
                packages.iter().position(|p| p.name == d.package && p.manifest_path != from.manifest_path)?;
            let locked = version::locked(lock, &from.name, &from.version, &d.package, &d.req)?;
            (locked == packages[candidate].version).then_some(candidate)
        }
    };
    packages.iter().map(|p| p.dependencies.iter().map(|d| member(p, d)).collect()).collect()
}

/// What the members need to know of each other.
struct Context<'a> {
    lock: &'a Lock,
    edges: &'a Edges,
    libraries: Vec<Option<String>>,
    versions: Vec<Version>,
    lib_names: &'a dyn Fn(&str) -> Option<String>,
}

impl Context<'_> {
    fn finish(&self, index: usize, package: DraftPackage, selected: bool, cfg: CfgSet) -> Package {
        let mut dependencies: Vec<Dependency> = Vec::new();
        for (line, &member) in package.dependencies.iter().zip(&self.edges[index]) {
            let dependency = self.dependency(&package, line, member);
            // The same line may stand in the tables of several platforms.
            let same = |other: &&mut Dependency| {
                Dependency { always: dependency.always, ..(*other).clone() } == dependency
            };
            match dependencies.iter_mut().find(same) {
                Some(known) => known.always |= dependency.always,
                None => dependencies.push(dependency),
            }
        }
        Package {
            name: package.name,
            version: package.version,
            id: package.id,
            manifest_path: package.manifest_path,
            selected,
            targets: package.targets,
            dependencies,
            cfg,
            metadata: package.metadata,
        }
    }

    fn dependency(&self, from: &DraftPackage, line: &DraftDependency, member: Option<usize>) -> Dependency {
        let near = line.path.as_deref().filter(|_| member.is_none()).and_then(manifest::foreign);
        let library = || match (member, &near) {
            (Some(m), _) => self.libraries[m].clone(),
            (None, Some(near)) => near.library().map(|t| t.crate_name.clone()),
            (None, None) => (self.lib_names)(&line.package),
        };
        let extern_name = match &line.rename {
            Some(rename) => crate_name(rename),
            None => crate_name(&library().unwrap_or_else(|| line.package.clone())),
        };
        let locked = || version::locked(self.lock, &from.name, &from.version, &line.package, &line.req);
        let version = match (member, near) {
            (Some(m), _) => Some(self.versions[m].clone()),
            (None, Some(near)) => Some(near.version),
            (None, None) => locked().or_else(|| version::lower_bound(&line.req)),
        };
        let always = !line.optional && !line.by_platform;
        Dependency { extern_name, package: line.package.clone(), version, kind: line.kind, member, always }
    }
}

/// A file on its own: one package named after it, no dependencies known.
pub fn single_file(path: &Path, edition: u16) -> Workspace {
    let path = absolute(path);
    let name = path.file_stem().map_or_else(|| "file".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let kind = if name == "main" { TargetKind::Bin } else { TargetKind::Lib };
    let root = path.parent().unwrap_or(Path::new("")).to_owned();
    let version = Version::new(0, 0, 0);
    let mut target = draft::target(kind, name.clone(), path, edition);
    target.selected = true;
    let manifest_path = root.join("Cargo.toml");
    let package = Package {
        id: manifest::id(&manifest_path, &name, &version),
        name,
        version,
        manifest_path,
        selected: true,
        targets: vec![target],
        dependencies: Vec::new(),
        cfg: host::builtin(),
        metadata: String::new(),
    };
    Workspace { root, packages: vec![package], warnings: Vec::new(), lock: Lock::default() }
}

/// `[workspace.metadata]` of the root manifest as JSON text; empty if there is none.
pub fn workspace_metadata(root: &Path) -> String {
    let table = manifest::table(&root.join("Cargo.toml")).ok();
    let value = table.as_ref().and_then(|t| t.get("workspace")).and_then(|w| w.get("metadata"));
    value.and_then(|value| serde_json::to_string(value).ok()).unwrap_or_default()
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
