//! Reads one Cargo.toml without cargo: package, features and dependencies, with what it inherits from its workspace.
//!
//! Lenient on purpose: a key of the wrong type counts as absent, so that one odd line costs only itself. What is not a
//! package or not TOML is refused.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use semver::{Version, VersionReq};
use toml::{Table, Value};

use crate::workspace::DependencyKind;
use crate::workspace::discovery;
use crate::workspace::draft::{DraftDependency, DraftPackage, lexical};
use crate::workspace::error::{LoadError, plain};
use crate::workspace::files::{Disk, Files};

/// What members may inherit.
#[derive(Clone, Copy)]
pub(super) struct Shared<'a> {
    /// The directory of the workspace root.
    pub(super) directory: &'a Path,
    /// Its `[workspace]`.
    pub(super) table: Option<&'a Table>,
}

/// The file as a table.
///
/// # Errors
/// If it cannot be read or is not TOML.
pub(super) fn table(path: &Path) -> Result<Table, LoadError> {
    let bad = |reason: String| LoadError::BadManifest { path: path.to_owned(), reason: plain(&reason) };
    let bytes = Disk.read(path).map_err(|error| bad(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| bad("not UTF-8".to_owned()))?;
    toml::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let line =
            error.span().map_or(1, |span| text.bytes().take(span.start).filter(|b| *b == b'\n').count() + 1);
        bad(format!("{} in line {line}", error.message().replace('\n', ", ")))
    })
}

/// `[package]`, or `[project]` as it was once called.
pub(super) fn package_table(manifest: &Table) -> Option<&Table> {
    table_at(manifest, "package").or_else(|| table_at(manifest, "project"))
}

/// The package that a manifest describes; `None` for a virtual one.
pub(super) fn package(path: &Path, manifest: &Table, shared: Shared<'_>) -> Option<DraftPackage> {
    let package = package_table(manifest)?;
    let name = text(package, "name").filter(|name| is_name(name))?.to_owned();
    let version = inherited(package, "version", shared).and_then(|v| Version::parse(v).ok());
    let version = version.unwrap_or(Version::new(0, 0, 0));
    let edition = inherited(package, "edition", shared).and_then(|e| e.parse().ok()).unwrap_or(2015);
    let dependencies = dependencies(path, manifest, shared);
    let metadata = package.get("metadata").and_then(|value| serde_json::to_string(value).ok());
    Some(DraftPackage {
        id: id(path, &name, &version),
        targets: discovery::targets(path, manifest, &name, edition),
        features: features(manifest, &dependencies),
        dependencies,
        metadata: metadata.unwrap_or_default(),
        manifest_path: path.to_owned(),
        name,
        version,
    })
}

/// Cargo refuses other names; here they could reach a terminal.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_".contains(c))
}

/// As cargo writes it: the name only where the directory does not say it.
pub(super) fn id(manifest: &Path, name: &str, version: &Version) -> String {
    let directory = manifest.parent().unwrap_or(manifest);
    let path = directory.to_string_lossy().replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    let name_part = match directory.file_name() {
        Some(last) if last == name => String::new(),
        _ => format!("{name}@"),
    };
    format!("path+file://{slash}{path}#{name_part}{version}")
}

pub(super) fn text<'t>(table: &'t Table, key: &str) -> Option<&'t str> {
    table.get(key).and_then(Value::as_str)
}

pub(super) fn table_at<'t>(table: &'t Table, key: &str) -> Option<&'t Table> {
    table.get(key).and_then(Value::as_table)
}

pub(super) fn texts(value: Option<&Value>) -> impl Iterator<Item = &str> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// A key under its name with `-`, or with `_` as older manifests write it.
fn either<'t>(table: &'t Table, key: &str) -> Option<&'t Value> {
    table.get(key).or_else(|| table.get(&key.replace('-', "_")))
}

fn inherited<'t>(package: &'t Table, key: &str, shared: Shared<'t>) -> Option<&'t str> {
    match package.get(key)? {
        Value::String(own) => Some(own),
        Value::Table(from) if from.get("workspace")?.as_bool()? => {
            text(table_at(shared.table?, "package")?, key)
        }
        _ => None,
    }
}

/// The tables of dependencies: of the manifest itself and of each `[target.'..']`.
fn dependencies(path: &Path, manifest: &Table, shared: Shared<'_>) -> Vec<DraftDependency> {
    const TABLES: [(&str, DependencyKind); 3] = [
        ("dependencies", DependencyKind::Normal),
        ("dev-dependencies", DependencyKind::Dev),
        ("build-dependencies", DependencyKind::Build),
    ];
    let directory = path.parent().unwrap_or(path);
    let platforms =
        table_at(manifest, "target").into_iter().flat_map(Table::values).filter_map(Value::as_table);
    let mut out = Vec::new();
    for (n, scope) in std::iter::once(manifest).chain(platforms).enumerate() {
        for (key, kind) in TABLES {
            let lines = either(scope, key).and_then(Value::as_table).into_iter().flatten();
            let found = lines.filter_map(|(name, line)| dependency(name, line, kind, directory, shared));
            out.extend(found.map(|found| DraftDependency { by_platform: n > 0, ..found }));
        }
    }
    out
}

fn dependency(
    name: &str,
    line: &Value,
    kind: DependencyKind,
    directory: &Path,
    shared: Shared<'_>,
) -> Option<DraftDependency> {
    let own = line.as_table();
    let inherits = own.and_then(|t| t.get("workspace")).and_then(Value::as_bool).unwrap_or(false);
    let mut out = if inherits {
        let line = shared.table.and_then(|t| table_at(t, "dependencies")).and_then(|t| t.get(name));
        line.map_or_else(|| plain_line(name, kind), |line| written(name, line, kind, shared.directory))
    } else if line.is_str() || own.is_some() {
        written(name, line, kind, directory)
    } else {
        return None;
    };
    if let (true, Some(own)) = (inherits, own) {
        out.features.extend(texts(own.get("features")).map(str::to_owned));
        out.default_features |= either(own, "default-features").and_then(Value::as_bool).unwrap_or(false);
    }
    out.optional = own.and_then(|t| t.get("optional")).and_then(Value::as_bool).unwrap_or(false);
    Some(out)
}

/// One line as it stands, in the member or under `[workspace.dependencies]`.
fn written(name: &str, line: &Value, kind: DependencyKind, directory: &Path) -> DraftDependency {
    let mut out = plain_line(name, kind);
    let requirement = line.as_str().or_else(|| line.as_table().and_then(|t| text(t, "version")));
    out.req = requirement.and_then(|r| VersionReq::parse(r).ok()).unwrap_or(VersionReq::STAR);
    if let Some(table) = line.as_table() {
        if let Some(package) = text(table, "package").filter(|package| *package != name) {
            package.clone_into(&mut out.package);
            out.rename = Some(name.to_owned());
        }
        out.default_features = either(table, "default-features").and_then(Value::as_bool).unwrap_or(true);
        out.features = texts(table.get("features")).map(str::to_owned).collect();
        out.path = text(table, "path").map(|path| lexical(&directory.join(path)));
    }
    out
}

fn plain_line(name: &str, kind: DependencyKind) -> DraftDependency {
    DraftDependency {
        package: name.to_owned(),
        rename: None,
        req: VersionReq::STAR,
        kind,
        optional: false,
        by_platform: false,
        default_features: true,
        features: Vec::new(),
        path: None,
    }
}

/// `[features]` and the feature that each optional dependency is, unless some feature says `dep:` of it.
fn features(manifest: &Table, dependencies: &[DraftDependency]) -> BTreeMap<String, Vec<String>> {
    let listed = table_at(manifest, "features").into_iter().flatten();
    let mut out: BTreeMap<String, Vec<String>> =
        listed.map(|(name, list)| (name.clone(), texts(Some(list)).map(str::to_owned).collect())).collect();
    let hidden: BTreeSet<String> =
        out.values().flatten().filter_map(|v| v.strip_prefix("dep:")).map(str::to_owned).collect();
    for dependency in dependencies.iter().filter(|d| d.optional && !hidden.contains(d.key())) {
        out.entry(dependency.key().to_owned()).or_insert_with(|| vec![format!("dep:{}", dependency.key())]);
    }
    out
}

/// The manifests of the directories that a manifest's `path` dependencies name, inherited ones included.
pub(super) fn path_dependencies(path: &Path, manifest: &Table, shared: Shared<'_>) -> Vec<PathBuf> {
    dependencies(path, manifest, shared)
        .into_iter()
        .filter_map(|d| d.path)
        .map(|p| p.join("Cargo.toml"))
        .collect()
}

/// The package in a directory outside of the workspace, as far as it says so itself.
pub(super) fn foreign(directory: &Path) -> Option<DraftPackage> {
    let path = directory.join("Cargo.toml");
    package(&path, &table(&path).ok()?, Shared { directory, table: None })
}
