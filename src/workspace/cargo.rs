//! Asks cargo: `cargo metadata --no-deps`.
//!
//! It runs in the root directory of the file system, not in the project: there neither a `rust-toolchain.toml` with a
//! toolchain that is not installed (or a path to one that came with the project) nor a `.cargo/config.toml` of the
//! project decides what is executed. Nothing is downloaded: no dependency is resolved, rustup installs nothing.

use std::path::{Path, PathBuf};
use std::time::Duration;

use cargo_metadata::{DependencyKind as Kind, Metadata, MetadataCommand};

use crate::workspace::draft::{Draft, DraftDependency, DraftPackage, target};
use crate::workspace::error::plain;
use crate::workspace::process;
use crate::workspace::{DependencyKind, LoadOptions, Target, TargetKind};

/// The programs that are run.
#[derive(Clone, Debug)]
pub(super) struct Tools {
    pub(super) cargo: PathBuf,
    pub(super) rustc: PathBuf,
    /// How long each may take.
    pub(super) patience: Duration,
}

impl Tools {
    /// `$CARGO` and `$RUSTC` where set, the rustc beside `$CARGO`, else what `PATH` gives.
    pub(super) fn from_env(cwd: &Path) -> Tools {
        let given = |key: &str| std::env::var_os(key).filter(|v| !v.is_empty()).map(PathBuf::from);
        let cargo = given("CARGO").map(|path| anchored(path, cwd));
        let beside =
            cargo.as_ref().map(|c| c.with_file_name("rustc").with_extension(std::env::consts::EXE_EXTENSION));
        let rustc = given("RUSTC").map(|path| anchored(path, cwd)).or(beside.filter(|path| path.is_file()));
        Tools {
            cargo: cargo.unwrap_or("cargo".into()),
            rustc: rustc.unwrap_or("rustc".into()),
            patience: Duration::from_secs(5),
        }
    }
}

/// A bare name is for `PATH`; a relative path would change its meaning with the directory.
fn anchored(path: PathBuf, cwd: &Path) -> PathBuf {
    if path.components().count() > 1 { cwd.join(path) } else { path }
}

/// A directory that belongs to nobody's project.
pub(super) fn neutral(path: &Path) -> &Path {
    path.ancestors().last().unwrap_or(path)
}

/// What cargo says about the workspace of `manifest`.
///
/// # Errors
/// Cargo's reason in one line.
pub(super) fn read(
    tools: &Tools,
    manifest: &Path,
    options: &LoadOptions,
    cwd: &Path,
) -> Result<Draft, String> {
    let mut command = MetadataCommand::new();
    command.cargo_path(&tools.cargo).manifest_path(manifest).current_dir(neutral(manifest)).no_deps();
    command
        .other_options(flags(options, cwd))
        .env("RUSTUP_AUTO_INSTALL", "0")
        .env("CARGO_TERM_COLOR", "never");
    let answer = match ask(&command, tools) {
        Err(reason) if lacks_toolchain(&reason) => ask(command.env_remove("RUSTUP_TOOLCHAIN"), tools),
        other => other,
    };
    answer.map(draft)
}

fn ask(command: &MetadataCommand, tools: &Tools) -> Result<Metadata, String> {
    let output = process::output(&mut command.cargo_command(), tools.patience)
        .map_err(|error| format!("`{}`: {error}", tools.cargo.display()))?;
    if !output.status.success() {
        return Err(reason(&String::from_utf8_lossy(&output.stderr)));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let json = text.lines().find(|line| line.starts_with('{')).unwrap_or_default();
    MetadataCommand::parse(json).map_err(|error| plain(&error.to_string()))
}

fn lacks_toolchain(stderr: &str) -> bool {
    stderr.contains("toolchain")
        && ["not installed", "invalid", "override"].iter().any(|w| stderr.contains(w))
}

fn flags(options: &LoadOptions, cwd: &Path) -> Vec<String> {
    let switches =
        [(options.locked, "--locked"), (options.offline, "--offline"), (options.frozen, "--frozen")];
    let mut flags: Vec<String> =
        switches.iter().filter(|(on, _)| *on).map(|(_, flag)| (*flag).to_owned()).collect();
    for value in &options.cargo_config {
        let file = cwd.join(value);
        let value = if file.is_file() { file.to_string_lossy().into_owned() } else { value.clone() };
        flags.extend(["--config".to_owned(), value]);
    }
    flags.extend(options.unstable_flags.iter().flat_map(|flag| ["-Z".to_owned(), flag.clone()]));
    flags
}

/// The first error and its innermost cause; the rest of cargo's answer is for its own users.
fn reason(stderr: &str) -> String {
    let lines = || stderr.lines().map(str::trim).filter(|line| !line.is_empty());
    let first =
        lines().find_map(|line| line.strip_prefix("error: ")).or(lines().next()).unwrap_or("no reason given");
    let cause = stderr.rsplit_once("Caused by:").and_then(|(_, rest)| rest.trim().lines().next());
    let text = cause.map_or_else(|| first.to_owned(), |cause| format!("{first}: {}", cause.trim()));
    plain(&text)
}

fn draft(meta: Metadata) -> Draft {
    let is_default = |package: &cargo_metadata::Package| {
        meta.workspace_default_members.is_available() && meta.workspace_default_members.contains(&package.id)
    };
    let members = || meta.packages.iter().filter(|p| meta.workspace_members.contains(&p.id));
    let defaults = members().filter(|p| is_default(p)).map(|p| p.manifest_path.clone().into()).collect();
    let mut packages: Vec<DraftPackage> = members().map(package).collect();
    packages.sort_by(|a, b| a.manifest_path.cmp(&b.manifest_path));
    Draft { root: meta.workspace_root.into(), packages, defaults, fallback: None }
}

fn package(package: &cargo_metadata::Package) -> DraftPackage {
    DraftPackage {
        name: package.name.to_string(),
        version: package.version.clone(),
        id: package.id.repr.clone(),
        manifest_path: package.manifest_path.clone().into(),
        targets: package.targets.iter().filter_map(convert).collect(),
        dependencies: package.dependencies.iter().map(dependency).collect(),
        features: package.features.clone(),
        metadata: if package.metadata.is_null() { String::new() } else { package.metadata.to_string() },
    }
}

fn convert(from: &cargo_metadata::Target) -> Option<Target> {
    use cargo_metadata::TargetKind as K;
    let kind = from.kind.iter().find_map(|kind| match kind {
        K::Lib | K::RLib | K::DyLib | K::CDyLib | K::StaticLib | K::ProcMacro => Some(TargetKind::Lib),
        K::Bin => Some(TargetKind::Bin),
        K::Example => Some(TargetKind::Example),
        K::Test => Some(TargetKind::Test),
        K::Bench => Some(TargetKind::Bench),
        K::CustomBuild => Some(TargetKind::BuildScript),
        _ => None,
    })?;
    let edition = from.edition.as_str().parse().unwrap_or(2024);
    let mut out = target(kind, from.name.clone(), from.src_path.clone().into(), edition);
    out.json = json(from);
    Some(out)
}

/// Cargo leaves an empty list of required features out.
fn json(target: &cargo_metadata::Target) -> String {
    let Ok(mut value) = serde_json::to_value(target) else { return String::new() };
    if let Some(object) = value.as_object_mut()
        && target.required_features.is_empty()
    {
        object.remove("required-features");
    }
    value.to_string()
}

fn dependency(from: &cargo_metadata::Dependency) -> DraftDependency {
    DraftDependency {
        package: from.name.clone(),
        rename: from.rename.clone(),
        req: from.req.clone(),
        kind: match from.kind {
            Kind::Development => DependencyKind::Dev,
            Kind::Build => DependencyKind::Build,
            _ => DependencyKind::Normal,
        },
        optional: from.optional,
        by_platform: from.target.is_some(),
        default_features: from.uses_default_features,
        features: from.features.clone(),
        path: from.path.clone().map(Into::into),
    }
}
