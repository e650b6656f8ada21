//! `mod x;` leads to the files that rustc would read, without regard to the order of files or the place of the checkout.

use std::path::{Path, PathBuf};

use super::linux;
use crate::base::ProblemKind;
use crate::ir::Program;
use crate::lower::lower_workspace;
use crate::workspace::files::{Files, Memory};
use crate::workspace::{Package, Target, TargetKind, Workspace};

fn target(kind: TargetKind, path: &str, selected: bool) -> Target {
    Target {
        kind,
        name: "t".into(),
        crate_name: "t".into(),
        src_path: path.into(),
        edition: 2021,
        selected,
        json: String::new(),
    }
}

fn package(targets: Vec<Target>) -> Package {
    Package {
        name: "p".into(),
        version: semver::Version::new(1, 0, 0),
        id: "p".into(),
        manifest_path: "/w/Cargo.toml".into(),
        selected: true,
        targets,
        dependencies: Vec::new(),
        cfg: linux(),
        metadata: String::new(),
    }
}

fn workspace(packages: Vec<Package>) -> Workspace {
    Workspace { root: "/w".into(), packages, ..Workspace::default() }
}

fn memory(files: &[(&str, &str)]) -> Memory {
    Memory(files.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect())
}

fn load(files: &[(&str, &str)]) -> Program {
    let lib = target(TargetKind::Lib, "/w/src/lib.rs", true);
    lower_workspace(&workspace(vec![package(vec![lib])]), &memory(files))
}

fn names(program: &Program) -> Vec<&str> {
    program.sources.files().iter().map(|f| f.name.as_str()).collect()
}

fn problems(program: &Program) -> Vec<(ProblemKind, &str)> {
    let inside = program.files.iter().flat_map(|f| &f.problems);
    inside.chain(&program.problems).map(|p| (p.kind, p.message.as_str())).collect()
}

#[test]
fn modules_are_found_where_rustc_finds_them() {
    let program = load(&[
        (
            "/w/src/lib.rs",
            "mod a; mod b; #[path = \"odd/name.rs\"] mod c; mod inline { mod d; mod e { mod f; } }",
        ),
        ("/w/src/a.rs", "mod x; #[path = \"p.rs\"] mod y; mod i { #[path = \"q.rs\"] mod z; mod n; }"),
        ("/w/src/a/x.rs", ""),
        ("/w/src/p.rs", ""),
        ("/w/src/a/i/q.rs", ""),
        ("/w/src/a/i/n.rs", ""),
        ("/w/src/b/mod.rs", "mod x;"),
        ("/w/src/b/x.rs", ""),
        ("/w/src/odd/name.rs", "mod sub;"),
        ("/w/src/odd/sub.rs", ""),
        ("/w/src/inline/d.rs", ""),
        ("/w/src/inline/e/f/mod.rs", ""),
    ]);
    assert_eq!(problems(&program), []);
    assert_eq!(
        names(&program),
        [
            "src/lib.rs",
            "src/a.rs",
            "src/b/mod.rs",
            "src/inline/d.rs",
            "src/inline/e/f/mod.rs",
            "src/odd/name.rs",
            "src/a/i/n.rs",
            "src/a/i/q.rs",
            "src/a/x.rs",
            "src/b/x.rs",
            "src/odd/sub.rs",
            "src/p.rs",
        ]
    );
    assert_eq!(program.crates[0].modules.len(), 11);
}

#[test]
fn inactive_modules_are_not_loaded_and_paths_may_be_conditional() {
    let program = load(&[
        (
            "/w/src/lib.rs",
            "#[cfg(windows)] mod no; #[cfg_attr(unix, path = \"u.rs\")] #[cfg_attr(windows, path = \"w.rs\")] mod os;
            cfg_if! { if #[cfg(feature = \"x\")] { mod inner; } }
            cfg_select! { feature = \"x\" => { mod deep; } _ => {} }",
        ),
        ("/w/src/u.rs", ""),
        ("/w/src/inner.rs", ""),
        ("/w/src/deep.rs", ""),
    ]);
    assert_eq!(problems(&program), []);
    assert_eq!(names(&program), ["src/lib.rs", "src/deep.rs", "src/inner.rs", "src/u.rs"]);
}

#[test]
fn missing_files_and_cycles_are_problems() {
    let program = load(&[
        ("/w/src/lib.rs", "mod gone; #[path = \"lib.rs\"] mod again; mod a;"),
        ("/w/src/a.rs", "#[path = \"a.rs\"] mod own;"),
    ]);
    let found = problems(&program);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|(kind, _)| *kind == ProblemKind::MissingModule));
    assert!(found.iter().any(|(_, message)| *message == "no file for module `gone`"));
    assert_eq!(program.files.len(), 2);
}

#[test]
fn a_file_shared_by_crates_is_lowered_once() {
    let files = memory(&[
        ("/w/src/lib.rs", "mod shared;"),
        ("/w/src/main.rs", "mod shared; #[path = \"shared.rs\"] mod twice;"),
        ("/w/src/shared.rs", "mod deep;"),
        ("/w/src/shared/deep.rs", ""),
        ("/w/examples/e.rs", ""),
        ("/w/tests/t.rs", ""),
    ]);
    let targets = vec![
        target(TargetKind::Lib, "/w/src/lib.rs", false),
        target(TargetKind::Bin, "/w/src/main.rs", true),
        target(TargetKind::Example, "/w/examples/e.rs", false),
        target(TargetKind::Test, "/w/tests/t.rs", true),
    ];
    let program = lower_workspace(&workspace(vec![package(targets)]), &files);
    assert_eq!(problems(&program), []);
    assert_eq!(
        names(&program),
        ["src/lib.rs", "src/main.rs", "tests/t.rs", "src/shared.rs", "src/shared/deep.rs"]
    );
    let sizes: Vec<_> = program.crates.iter().map(|c| (c.target, c.modules.len())).collect();
    assert_eq!(sizes, [(0, 2), (1, 3), (3, 0)]);
}

#[test]
fn unreadable_and_badly_encoded_files_are_counted() {
    let mut files = memory(&[("/w/src/lib.rs", "mod latin; mod dir;")]);
    files.0.insert("/w/src/latin.rs".into(), b"// \xe4\nfn f() {}".to_vec());
    struct Odd(Memory);
    impl Files for Odd {
        fn read(&self, path: &Path) -> std::io::Result<Vec<u8>> {
            self.0.read(path)
        }
        fn is_file(&self, path: &Path) -> bool {
            path.ends_with("dir.rs") || self.0.is_file(path)
        }
        fn canonical(&self, path: &Path) -> PathBuf {
            self.0.canonical(path)
        }
    }
    let lib = target(TargetKind::Lib, "/w/src/lib.rs", true);
    let gone = target(TargetKind::Bin, "/w/src/main.rs", true);
    let program = lower_workspace(&workspace(vec![package(vec![lib, gone])]), &Odd(files));
    let found = problems(&program);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|(kind, _)| *kind == ProblemKind::UnreadableFile));
    assert_eq!(program.crates.len(), 1);
    assert!(program.files.iter().any(|f| f.items.len() == 1 && f.comments.len() == 1));
}

#[test]
fn results_do_not_depend_on_the_place_of_the_checkout() {
    let text = |root: &str| -> Memory {
        let files = [("lib.rs", "mod b; mod a;"), ("a.rs", "fn x() {}"), ("b.rs", "fn y() {}")];
        Memory(
            files
                .iter()
                .map(|(n, t)| (PathBuf::from(format!("{root}/src/{n}")), t.as_bytes().to_vec()))
                .collect(),
        )
    };
    let run = |root: &str| {
        let lib = target(TargetKind::Lib, &format!("{root}/src/lib.rs"), true);
        let mut ws = workspace(vec![package(vec![lib])]);
        ws.root = root.into();
        let program = lower_workspace(&ws, &text(root));
        format!("{:?} {:?}", names(&program), program.files)
    };
    assert_eq!(run("/w"), run("/some/where/else"));
}
