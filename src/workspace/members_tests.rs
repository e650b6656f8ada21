//! Reading projects that cargo cannot describe.

use semver::Version;

use crate::workspace::load::load_with;
use crate::workspace::testing::*;
use crate::workspace::{DependencyKind, LoadOptions, Workspace};

const EXPECTED: [&str; 6] = [
    "core = my-core 0.1.0 Normal member",
    "hex = hex 0.4.3 Dev",
    "md5 = md-5 0.10.6 Normal",
    "old = rand 0.7.3 Normal",
    "rand = rand 0.8.5 Normal",
    "winapi = winapi 0.3.0 Normal",
];

#[test]
fn cargo_and_our_own_reading_agree() {
    let tree = pair();
    let asked = loaded(&tree, &LoadOptions::default());
    let read = try_with(&nothing(), &tree, &LoadOptions::default()).unwrap();
    for workspace in [&asked, &read] {
        assert_eq!(workspace.root, tree.root());
        assert_eq!(selected(workspace), ["my-app", "my-core"]);
        assert_eq!(dependencies(workspace, "my-app"), EXPECTED);
        assert_eq!(targets(workspace, "my-app"), ["Lib my_app", "Bin my-app", "Bin tool"]);
        assert_eq!(features(workspace, "my-app"), ["default", "tls"]);
        assert_eq!(package(workspace, "my-app").metadata, r#"{"secure-lint":{"level":"deny"}}"#);
        assert_eq!(package(workspace, "my-core").targets[0].edition, 2015);
        assert_eq!(package(workspace, "my-core").targets[0].crate_name, "kern");
        assert_eq!(package(workspace, "my-app").version, Version::new(0, 3, 0));
    }
    let ids = |w: &Workspace| w.packages.iter().map(|p| p.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&asked), ids(&read));
    let paths = |w: &Workspace| {
        let mut paths: Vec<_> =
            w.packages.iter().flat_map(|p| &p.targets).map(|t| t.src_path.clone()).collect();
        paths.sort();
        paths
    };
    assert_eq!(paths(&asked), paths(&read));
    assert_eq!(asked.warnings, Vec::<String>::new());
    assert_eq!(read.warnings.len(), 1, "{:?}", read.warnings);
    assert!(package(&asked, "my-core").targets[0].json.contains(r#""kind":["lib"]"#));
}

#[test]
fn an_unpacked_package_below_a_foreign_workspace_loads() {
    let tree = Tree::new(&[
        ("Cargo.toml", "[workspace]\nmembers = [\"other\"]\n"),
        ("other/Cargo.toml", "[package]\nname = \"other\"\nversion = \"1.0.0\"\n"),
        ("other/src/lib.rs", ""),
        (
            "unpacked/Cargo.toml",
            "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[dependencies.sha2]\nversion = \"^0.10\"\n",
        ),
        ("unpacked/Cargo.toml.orig", "[package]\nname = \"p\"\nversion.workspace = true\n"),
        ("unpacked/src/lib.rs", ""),
        (
            "unpacked/Cargo.lock",
            "version = 3\n[[package]]\nname = \"p\"\nversion = \"1.0.0\"\ndependencies = [\"sha2\"]\n[[package]]\nname = \"sha2\"\nversion = \"0.10.8\"\n",
        ),
    ]);
    let workspace = load_with(&tools(), &LoadOptions::default(), &tree.path("unpacked"), &no_names).unwrap();
    assert_eq!(workspace.root, tree.path("unpacked"));
    assert_eq!(selected(&workspace), ["p"]);
    assert_eq!(dependencies(&workspace, "p"), ["sha2 = sha2 0.10.8 Normal"]);
    assert_eq!(workspace.warnings.len(), 1);
    assert!(workspace.warnings[0].contains("believes it's in a workspace"), "{:?}", workspace.warnings);
}

#[test]
fn without_a_workspace_root_inherited_keys_are_unknown_but_the_package_loads() {
    let manifest = "[package]\nname = \"p\"\nversion.workspace = true\nedition.workspace = true\n[dependencies]\n\
                    rand.workspace = true\nsha2 = \">=0.9, <0.11\"\nlocal = { path = \"../gone\", version = \"0.2\" }\n\
                    any = { git = \"https://example.com/any\" }\n";
    let tree = Tree::new(&[("Cargo.toml", manifest), LIB]);
    let workspace = loaded(&tree, &LoadOptions::default());
    let expected = [
        "any = any ? Normal",
        "local = local 0.2.0 Normal",
        "rand = rand ? Normal",
        "sha2 = sha2 0.9.0 Normal",
    ];
    assert_eq!(dependencies(&workspace, "p"), expected);
    assert_eq!(workspace.warnings.len(), 1, "{:?}", workspace.warnings);
    assert!(workspace.warnings[0].contains("there is no Cargo.lock"));
    assert!(workspace.packages[0].dependencies.iter().all(|d| d.kind == DependencyKind::Normal));
}

#[test]
fn a_broken_member_costs_only_itself() {
    let tree = pair();
    tree.write("crates/core/Cargo.toml", "[package\nname =");
    let workspace = loaded(&tree, &LoadOptions::default());
    assert_eq!(selected(&workspace), ["my-app"]);
    assert_eq!(workspace.warnings.len(), 1);
    assert!(workspace.warnings[0].contains("core/Cargo.toml"), "{:?}", workspace.warnings);
}

#[test]
fn a_missing_path_dependency_is_not_the_end() {
    let tree = pair();
    std::fs::remove_dir_all(tree.path("crates/core")).unwrap();
    let workspace = loaded(&tree, &LoadOptions::default());
    assert_eq!(selected(&workspace), ["my-app"]);
    assert!(dependencies(&workspace, "my-app").contains(&"core = my-core 0.1.0 Normal".to_owned()));
}

#[test]
fn what_is_no_project_is_refused_in_one_sentence() {
    let tree =
        Tree::new(&[("a/notes.txt", ""), ("bad/Cargo.toml", "[package]\nname = \"x\"\nname = \"y\"\n")]);
    let at = |dir: &str, manifest_path: Option<&str>| {
        let options = LoadOptions { manifest_path: manifest_path.map(Into::into), ..LoadOptions::default() };
        load_with(&nothing(), &options, &tree.path(dir), &no_names).unwrap_err()
    };
    let text = at("a", None).to_string();
    assert_eq!(text, format!("no Cargo.toml in `{}` or any directory above it", tree.path("a").display()));
    assert_eq!(
        at("a", Some("notes.txt")).to_string(),
        "`notes.txt` is not a Cargo.toml: the file has another name"
    );
    assert_eq!(
        at("a", Some("x/Cargo.toml")).to_string(),
        "`x/Cargo.toml` is not a Cargo.toml: there is no such file"
    );
    let bad = at("bad", None);
    assert!(!bad.is_usage() && bad.to_string().ends_with("duplicate key in line 3"), "{bad}");
}

#[test]
fn a_lock_file_with_conflict_markers_is_reported_and_not_used() {
    let tree = pair();
    tree.write("Cargo.lock", "<<<<<<< HEAD\nversion = 4\n");
    let workspace = loaded(&tree, &LoadOptions::default());
    assert_eq!(workspace.warnings.len(), 1);
    assert!(workspace.warnings[0].starts_with("Cargo.lock cannot be read"), "{:?}", workspace.warnings);
    assert!(dependencies(&workspace, "my-app").contains(&"old = rand 0.7.0 Normal".to_owned()));
}

#[test]
fn members_are_found_by_glob_and_path_and_excluded() {
    let member = |name: &str| format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\n");
    let root = "[package]\nname = \"root\"\nversion = \"0.1.0\"\n[dependencies]\nnear = { path = \"libs/near\" }\n\
                [workspace]\nmembers = [\"crates/**\"]\nexclude = [\"crates/skip\"]\n";
    let tree = Tree::new(&[("Cargo.toml", root), LIB]);
    for name in ["crates/one", "crates/deep/two", "crates/skip", "libs/near", "libs/far"] {
        tree.write(&format!("{name}/Cargo.toml"), &member(&name.replace('/', "-")));
        tree.write(&format!("{name}/src/lib.rs"), "");
    }
    // Cargo insists on a manifest in every directory of `**`; we do not.
    let workspace = loaded(&tree, &LoadOptions { workspace: true, ..LoadOptions::default() });
    assert_eq!(selected(&workspace), ["root", "crates-deep-two", "crates-one", "libs-near"]);
}

#[cfg(unix)]
#[test]
fn links_in_circles_end() {
    let tree = Tree::new(&[
        ("Cargo.toml", "[workspace]\nmembers = [\"crates/**\"]\n"),
        ("crates/a/Cargo.toml", "[package]\nname = \"a\"\nversion = \"0.1.0\"\nworkspace = \"../..\"\n"),
        ("crates/a/src/lib.rs", ""),
    ]);
    for name in ["x", "y", "z"] {
        std::os::unix::fs::symlink(tree.path("crates"), tree.path(&format!("crates/a/{name}"))).unwrap();
    }
    let workspace = try_with(&nothing(), &tree, &LoadOptions::default()).unwrap();
    assert_eq!(selected(&workspace), ["a"]);
}
