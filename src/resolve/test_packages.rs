//! Packages of a workspace that are test code as a whole: what the tests of the other members share, tests that have a package of
//! their own, and examples that have one, in the folder `examples` beside members that are none.
//!
//! Two witnesses, how the members use a package and what it is. That only `[dev-dependencies]` name it is not enough: they also
//! name the client library that a server is tested with. So it must say in its name that it is for tests, or be built on a library
//! that is for tests only (`for-tests` in its model). A package with such a name is one too if nobody names it, since tests are
//! not needed by others. What such a package alone is made for, as its macros, has to say so itself. So is whatever lies in a
//! folder of tests or benchmarks (`tests/load/runner`, `testing/sync`), programs too.
//!
//! Never test code: a package that code of another kind needs in every build, the package at the root of the workspace, which is
//! what the others are for, and a program elsewhere, unless its name leaves no doubt (`e2e-tests`, but not `load-test`).

use std::collections::BTreeSet;
use std::path::Component;

use crate::catalog::Catalog;
use crate::workspace::{Dependency, DependencyKind, Package, PackageIdx, TargetKind, Workspace};

/// Words in names of packages of tests, and those that say it of programs too: of tests, fuzzers and benchmarks.
const TESTING: &[&str] = &[
    "test",
    "tests",
    "testing",
    "testkit",
    "testutil",
    "testutils",
    "e2e",
    "fuzz",
    "fuzzing",
    "bench",
    "benches",
    "benchmarks",
];
const TESTS: &[&str] = &[
    "tests",
    "testkit",
    "testutil",
    "testutils",
    "e2e",
    "fuzz",
    "fuzzing",
    "bench",
    "benches",
    "benchmarks",
];
/// Folders with nothing but tests and benchmarks.
const FOLDERS: &[&str] = &["test", "tests", "testing", "e2e", "benches", "benchmarks", "fuzz"];
/// What makes `test` in the name of a program mean that it tests this workspace.
const OF_TESTS: &[&str] =
    &["e2e", "integration", "util", "utils", "support", "helper", "helpers", "harness", "fixtures"];

/// The packages that are test code.
pub(super) fn find(workspace: &Workspace, catalog: &Catalog) -> BTreeSet<PackageIdx> {
    let packages = &workspace.packages;
    let may_be = |i: &PackageIdx| !is_root(workspace, &packages[*i]) && is_for_tests(workspace, *i, catalog);
    let mut found: BTreeSet<PackageIdx> = (0..packages.len()).filter(may_be).collect();
    let examples: BTreeSet<PackageIdx> =
        (0..packages.len()).filter(|&i| is_example(workspace, &packages[i])).collect();
    // Who asks for examples alone means them.
    if (0..packages.len()).any(|i| packages[i].selected && !examples.contains(&i)) {
        found.extend(examples);
    }
    // What code needs is code, also by way of what is taken out here.
    loop {
        let needed = |i: PackageIdx| {
            // A feature for tests asks for what they share: `testing = ["dep:app-test"]`.
            let on_demand = |d: &Dependency| !d.always && is_named(&packages[i].name, false);
            let by = edges_to(workspace, i).filter(|(_, d)| d.kind != DependencyKind::Dev && !on_demand(d));
            by.into_iter().any(|(from, _)| !found.contains(&from))
        };
        let left: BTreeSet<PackageIdx> = found.iter().copied().filter(|&i| !needed(i)).collect();
        if left.len() == found.len() {
            return found;
        }
        found = left;
    }
}

/// The members that name a package, and how.
fn edges_to(workspace: &Workspace, to: PackageIdx) -> impl Iterator<Item = (PackageIdx, &Dependency)> + '_ {
    let packages = workspace.packages.iter().enumerate().filter(move |(from, _)| *from != to);
    packages.flat_map(move |(from, package)| {
        package.dependencies.iter().filter(move |d| d.member == Some(to)).map(move |d| (from, d))
    })
}

fn is_root(workspace: &Workspace, package: &Package) -> bool {
    package.manifest_path.parent() == Some(&workspace.root)
}

/// Whether a package lies in a folder of examples.
fn is_example(workspace: &Workspace, package: &Package) -> bool {
    lies_in(workspace, package, &["examples"])
}

/// Whether a package lies in a folder of one of these names, or is one.
fn lies_in(workspace: &Workspace, package: &Package, folders: &[&str]) -> bool {
    let folder = package.manifest_path.strip_prefix(&workspace.root).ok().and_then(|path| path.parent());
    let named = |part: Component<'_>| part.as_os_str().to_str().is_some_and(|name| folders.contains(&name));
    folder.is_some_and(|folder| folder.components().any(named))
}

/// Whether a package is made for tests, whoever needs it.
fn is_for_tests(workspace: &Workspace, index: PackageIdx, catalog: &Catalog) -> bool {
    let package = &workspace.packages[index];
    let program = package.targets.iter().any(|t| t.kind == TargetKind::Bin);
    if is_named(&package.name, program) || lies_in(workspace, package, FOLDERS) {
        return true;
    }
    let mut edges = edges_to(workspace, index).peekable();
    let only_tests_need_it = edges.peek().is_some() && edges.all(|(_, d)| d.kind == DependencyKind::Dev);
    let for_tests = |name: &str| catalog.models.get(name).is_some_and(|model| model.for_tests);
    let built_on = || {
        let needed = package.dependencies.iter().filter(|d| d.kind == DependencyKind::Normal);
        needed.into_iter().any(|d| for_tests(&d.package))
    };
    !program && only_tests_need_it && built_on()
}

fn is_named(name: &str, program: bool) -> bool {
    let name = name.to_lowercase();
    let has = |words: &[&str]| name.split(['-', '_']).any(|word| words.contains(&word));
    if program { has(TESTS) || has(&["test"]) && has(OF_TESTS) } else { has(TESTING) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_has_to_be_named_without_doubt() {
        for name in
            ["e2e_test", "integration-tests", "app-testkit", "app-test-utils", "testutils", "ci-bench"]
        {
            assert!(is_named(name, true) && is_named(name, false), "{name}");
        }
        for name in ["load-test", "ab-testing"] {
            assert!(!is_named(name, true) && is_named(name, false), "{name}");
        }
        assert!(!is_named("latest", false) && !is_named("attestation", false));
    }
}
