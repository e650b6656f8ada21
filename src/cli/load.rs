//! From the flags to the loaded and lowered project: what `check` and `routes` have in common.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use crate::catalog::Catalog;
use crate::cli::Failure;
use crate::cli::args::{InputArgs, TargetArgs};
use crate::cli::terminal::Terminal;
use crate::ir::Program;
use crate::workspace::files::Disk;
use crate::workspace::{
    self, Dependency, DependencyKind, LoadError, LoadOptions, Package, TargetFilter, Workspace,
};

/// What is analysed, and with how many threads.
pub(super) struct Project {
    pub(super) workspace: Workspace,
    pub(super) threads: Option<NonZeroUsize>,
    /// Whether it is one file without a manifest.
    pub(super) is_single_file: bool,
}

impl Project {
    /// Loads what the flags select; `release` says that a profile of cargo asks for optimisation.
    pub(super) fn load(
        args: &InputArgs,
        release: bool,
        catalog: &Catalog,
        terminal: &Terminal,
    ) -> Result<Project, Failure> {
        let threads = args.manifest.threads().map_err(|message| Failure::usage(message, None))?;
        let workspace = match &args.packages.file {
            Some(path) => {
                if !path.is_file() {
                    return Err(Failure::usage(format!("`{}` is not a file", path.display()), None));
                }
                let edition = args.packages.edition.parse().expect("clap takes known editions only");
                let mut workspace = workspace::single_file(path, edition);
                workspace.packages.iter_mut().for_each(|package| assume_dependencies(package, catalog));
                workspace
            }
            None => load_workspace(args, release, catalog)?,
        };
        for warning in &workspace.warnings {
            terminal.warning(warning);
        }
        for package in workspace.packages.iter().filter(|p| p.selected) {
            terminal.status("Checking", &format!("{} v{}", package.name, package.version));
        }
        Ok(Project { workspace, threads, is_single_file: args.packages.file.is_some() })
    }

    /// Reads and lowers all files. To be called in the pool.
    pub(super) fn lower(&self) -> Program {
        crate::lower::lower_workspace(&self.workspace, &Disk)
    }
}

/// A file without a manifest may use every package that has a model, under its usual name.
fn assume_dependencies(package: &mut Package, catalog: &Catalog) {
    let mut taken = BTreeSet::new();
    let own_name = |name: &String| catalog.lib_name(name).is_none();
    // A package that shares its library name with another one stands back behind that one's own name.
    let (plain, renamed): (Vec<&String>, Vec<&String>) =
        catalog.models.keys().partition(|name| own_name(name));
    for name in plain.into_iter().chain(renamed).filter(|name| *name != "std") {
        let extern_name = catalog.lib_name(name).map_or_else(|| name.replace('-', "_"), str::to_owned);
        if taken.insert(extern_name.clone()) {
            package.dependencies.push(Dependency {
                extern_name,
                package: name.clone(),
                version: None,
                kind: DependencyKind::Normal,
                member: None,
                always: false,
            });
        }
    }
}

fn load_workspace(args: &InputArgs, release: bool, catalog: &Catalog) -> Result<Workspace, Failure> {
    let cwd = std::env::current_dir()
        .map_err(|error| Failure::broken(format!("the current directory cannot be read: {error}")))?;
    let lib_name = |package: &str| catalog.lib_name(package).map(str::to_owned);
    workspace::load(&options(args, release), &cwd, &lib_name).map_err(refused)
}

fn refused(error: LoadError) -> Failure {
    let message = error.to_string();
    if error.is_usage() { Failure::usage(message, None) } else { Failure::broken(message) }
}

fn options(args: &InputArgs, release: bool) -> LoadOptions {
    let split = |list: &String| {
        let names = list.split([' ', ',']).filter(|name| !name.is_empty());
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    LoadOptions {
        manifest_path: args.manifest.manifest_path.clone(),
        packages: args.packages.package.clone(),
        workspace: args.packages.workspace || args.packages.all,
        exclude: args.packages.exclude.clone(),
        targets: targets(&args.targets),
        features: args.features.features.iter().flat_map(split).collect(),
        all_features: args.features.all_features,
        no_default_features: args.features.no_default_features,
        target: args.features.target.clone(),
        locked: args.manifest.locked,
        offline: args.manifest.offline,
        frozen: args.manifest.frozen,
        cargo_config: args.manifest.config.clone(),
        unstable_flags: args.manifest.unstable.clone(),
        release: args.features.release || release,
    }
}

fn targets(args: &TargetArgs) -> TargetFilter {
    TargetFilter {
        lib: args.lib,
        bins: args.bins,
        bin: args.bin.clone(),
        examples: args.examples,
        example: args.example.clone(),
        tests: args.tests,
        test: args.test.clone(),
        benches: args.benches,
        bench: args.bench.clone(),
        all_targets: args.all_targets,
    }
}
