//! Runs the tool over a case. Everything that the harnesses need of the program's interface is here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use cargo_secure_lint::base::ProblemKind;
use cargo_secure_lint::catalog::{Catalog, Profile};
use cargo_secure_lint::config::{Overrides, Settings};
use cargo_secure_lint::detectors::{Analysis, Dump};
use cargo_secure_lint::engine::{self, Report};
use cargo_secure_lint::ir::Program;
use cargo_secure_lint::lower::lower_workspace;
use cargo_secure_lint::report::routes::table;
use cargo_secure_lint::report::{Format, Input, Style, render};
use cargo_secure_lint::workspace::cfg::CfgSet;
use cargo_secure_lint::workspace::files::{Disk, Memory};
use cargo_secure_lint::workspace::{
    self, Dependency, DependencyKind, LoadOptions, Lock, Package, Target, TargetKind, Workspace,
};
use semver::Version;

use super::case::{Dep, Header, Places};

/// The directory in which single files pretend to live; no part of it looks like test code.
const HOME: &str = "/package";

/// What the tool said about a case.
pub(crate) struct Outcome {
    /// Where which lint spoke.
    pub(crate) found: Places,
    /// The report as text, without colours, with the real name of the case.
    pub(crate) text: String,
    /// What it could not read.
    pub(crate) unread: Vec<String>,
}

/// The catalog that is built in.
pub(crate) fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| Catalog::embedded().unwrap_or_else(|e| panic!("{e}")))
}

/// The profile in which a lint runs, the default one for what is no lint.
pub(crate) fn profile_of(lint: &str) -> Profile {
    catalog().lints.get(lint).map_or(Profile::Default, |lint| lint.profile)
}

/// Analyses one text as the library of a package with the dependencies of its header.
pub(crate) fn single(name: &str, source: &str, header: &Header, profile: Profile) -> Outcome {
    let (program, workspace) = load_single(source, header);
    let mut outcome = analyse(&program, &workspace, profile);
    outcome.found = outcome.found.into_iter().map(|(_, line, lint)| (String::new(), line, lint)).collect();
    outcome.text = outcome.text.replace("src/lib.rs", name);
    outcome
}

/// The table of routes of one text, as [`single`] reads it.
pub(crate) fn routes(source: &str, header: &Header) -> String {
    let (program, workspace) = load_single(source, header);
    let analysis = Analysis::new(&program, &workspace, catalog());
    table(&analysis.routes, &program.sources)
}

/// What is known of each function of one text, as [`single`] reads it.
pub(crate) fn dump(source: &str, header: &Header, what: Dump) -> String {
    let (program, workspace) = load_single(source, header);
    cargo_secure_lint::detectors::dump(&program, &workspace, catalog(), what)
}

fn load_single(source: &str, header: &Header) -> (Program, Workspace) {
    let home = Path::new(HOME);
    let path = home.join("src/lib.rs");
    let files = Memory(BTreeMap::from([(path.clone(), source.as_bytes().to_vec())]));
    let workspace = Workspace {
        root: home.to_owned(),
        packages: vec![package(home, path, header)],
        warnings: Vec::new(),
        lock: Lock::default(),
    };
    (lower_workspace(&workspace, &files), workspace)
}

/// Analyses the package in a directory as the command does.
///
/// # Errors
/// What loading says.
pub(crate) fn project(dir: &Path, profile: Profile) -> Result<Outcome, String> {
    let options = LoadOptions { workspace: true, offline: true, ..LoadOptions::default() };
    let lib_name = |package: &str| catalog().lib_name(package).map(str::to_owned);
    let workspace = workspace::load(&options, dir, &lib_name).map_err(|e| e.to_string())?;
    let program = lower_workspace(&workspace, &Disk);
    Ok(analyse(&program, &workspace, profile))
}

fn analyse(program: &Program, workspace: &Workspace, profile: Profile) -> Outcome {
    let overrides = Overrides { profile: Some(profile), ..Overrides::default() };
    let settings = Settings::new(catalog(), &overrides).expect("no rule names a lint");
    let report = engine::run(program, workspace, catalog(), &settings);
    Outcome {
        found: places(&report, program),
        text: text(&report, program, workspace),
        unread: unread(&report),
    }
}

fn text(report: &Report, program: &Program, workspace: &Workspace) -> String {
    let sources = &program.sources;
    let input = Input { report, sources, catalog: catalog(), workspace, suppressed: false };
    render(Format::Text, &input, &Style::default())
}

fn places(report: &Report, program: &Program) -> Places {
    let name = |file| program.sources.file(file).name.clone();
    let found = report.findings.iter().map(|finding| {
        let span = finding.primary.span;
        (name(span.file), program.sources.line_col(span).line, finding.lint.clone())
    });
    found.collect()
}

/// A case that is not read cannot be silent for the right reason.
fn unread(report: &Report) -> Vec<String> {
    let fatal = |kind| {
        !matches!(kind, ProblemKind::OpaqueMacro | ProblemKind::UnknownRoute | ProblemKind::MissingModule)
    };
    report.problems.iter().filter(|p| fatal(p.kind)).map(|p| p.message.clone()).collect()
}

fn package(home: &Path, src_path: PathBuf, header: &Header) -> Package {
    Package {
        name: "example".to_owned(),
        version: Version::new(0, 1, 0),
        id: "path+file:///package#example@0.1.0".to_owned(),
        manifest_path: home.join("Cargo.toml"),
        selected: true,
        targets: vec![Target {
            kind: TargetKind::Lib,
            name: "example".to_owned(),
            crate_name: "example".to_owned(),
            src_path,
            edition: header.edition,
            selected: true,
            json: String::new(),
        }],
        dependencies: header.deps.iter().map(dependency).collect(),
        cfg: CfgSet::default(),
        metadata: String::new(),
    }
}

fn dependency(dep: &Dep) -> Dependency {
    let lib = if dep.name == dep.package { catalog().lib_name(&dep.package) } else { None };
    Dependency {
        extern_name: lib.unwrap_or(&dep.name).replace('-', "_"),
        package: dep.package.clone(),
        version: lower_bound(&dep.version),
        kind: DependencyKind::Normal,
        member: None,
        always: !dep.toml.contains("optional = true"),
    }
}

/// `0.10` is 0.10.0, `1` is 1.0.0, `=1.2.3` is itself.
fn lower_bound(requirement: &str) -> Option<Version> {
    let mut parts = requirement.trim_start_matches(['=', '^', '~']).split('.').map(|p| p.parse().ok());
    let mut next = || parts.next().unwrap_or(Some(0));
    Some(Version::new(next()?, next()?, next()?))
}
