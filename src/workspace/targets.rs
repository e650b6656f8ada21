//! Which targets are reported on: `--lib`, `--bins`, `--bin NAME` .. `--all-targets`, as `cargo check` has them.
//!
//! Without flags: libraries and programs. Build scripts run on the developer's machine only and are reported on when
//! everything is asked for. `--tests` and `--benches` bring the library and the programs with them, since their unit
//! tests are meant too.

use crate::workspace::error::LoadError;
use crate::workspace::{Package, TargetFilter, TargetKind};

/// What is said of one kind of target.
struct Flags<'f> {
    kind: TargetKind,
    what: &'static str,
    all: bool,
    names: &'f [String],
}

/// Marks the selected targets of the selected packages.
///
/// # Errors
/// If a name fits no target of a selected package.
pub(super) fn select(packages: &mut [Package], filter: &TargetFilter) -> Result<(), LoadError> {
    let flags = flags(filter);
    complain(packages, filter, &flags)?;
    let default = !filter.lib && !filter.all_targets && flags.iter().all(|f| !f.all && f.names.is_empty());
    for package in packages.iter_mut().filter(|p| p.selected) {
        for target in &mut package.targets {
            let kind = target.kind;
            let own = flags
                .iter()
                .any(|f| f.kind == kind && (f.all || f.names.iter().any(|n| fits(n, &target.name))));
            let code = matches!(kind, TargetKind::Lib | TargetKind::Bin);
            let asked = filter.all_targets || own || (filter.lib && kind == TargetKind::Lib);
            target.selected = asked || code && (default || filter.tests || filter.benches);
        }
    }
    Ok(())
}

fn flags(filter: &TargetFilter) -> [Flags<'_>; 4] {
    let row = |kind, what, all, names| Flags { kind, what, all, names };
    [
        row(TargetKind::Bin, "binary", filter.bins, &filter.bin[..]),
        row(TargetKind::Example, "example", filter.examples, &filter.example),
        row(TargetKind::Test, "test", filter.tests, &filter.test),
        row(TargetKind::Bench, "benchmark", filter.benches, &filter.bench),
    ]
}

/// Names are globs, as in cargo.
fn fits(pattern: &str, name: &str) -> bool {
    pattern == name || glob::Pattern::new(pattern).is_ok_and(|glob| glob.matches(name))
}

fn complain(packages: &[Package], filter: &TargetFilter, flags: &[Flags<'_>]) -> Result<(), LoadError> {
    let selected: Vec<&Package> = packages.iter().filter(|p| p.selected).collect();
    let place = match selected[..] {
        [only] => format!("package `{}`", only.name),
        _ => "the selected packages".to_owned(),
    };
    let of = |kind: TargetKind| {
        let targets = selected.iter().flat_map(|p| &p.targets).filter(move |t| t.kind == kind);
        targets.map(|t| t.name.as_str())
    };
    for flag in flags {
        if let Some(name) = flag.names.iter().find(|name| !of(flag.kind).any(|target| fits(name, target))) {
            return Err(LoadError::unknown(flag.what, name, place, of(flag.kind)));
        }
    }
    if filter.lib && of(TargetKind::Lib).next().is_none() {
        return Err(LoadError::usage(format!("`--lib` is given but there is no library in {place}")));
    }
    Ok(())
}
