//! Loading whole projects: versions, names, conditions, and what is not run.

use super::*;
use crate::workspace::testing::*;

#[test]
fn the_library_name_of_a_member_is_its_name_in_code() {
    let tree = pair();
    let manifest = "[package]\nname = \"my-app\"\nversion = \"0.3.0\"\n[dependencies]\nmy-core = { path = \"../core\" }\n";
    tree.write("crates/app/Cargo.toml", manifest);
    let workspace = loaded(&tree, &LoadOptions::default());
    assert_eq!(dependencies(&workspace, "my-app"), ["kern = my-core 0.1.0 Normal member"]);
}

#[test]
fn workspace_metadata_is_read_from_the_root() {
    assert_eq!(workspace_metadata(pair().root()), r#"{"secure-lint":{"profile":"strict"}}"#);
    assert_eq!(workspace_metadata(Path::new("/nonexistent")), "");
}

#[test]
fn conditions_know_the_platform_and_leave_features_and_tests_open() {
    use crate::workspace::cfg::CfgExpr;
    let tree = pair();
    for tools in [tools(), nothing()] {
        let target = Some("x86_64-pc-windows-msvc".to_owned());
        let options = LoadOptions { target, release: true, ..LoadOptions::default() };
        let workspace = try_with(&tools, &tree, &options).unwrap();
        let set = &package(&workspace, "my-app").cfg;
        let flag = |name: &str| set.eval(&CfgExpr::Flag(name.to_owned()));
        let pair = |key: &str, value: &str| set.eval(&CfgExpr::Pair(key.to_owned(), value.to_owned()));
        assert_eq!((flag("windows"), flag("unix")), (Some(true), Some(false)));
        assert_eq!((flag("debug_assertions"), flag("miri"), flag("test")), (Some(false), Some(false), None));
        assert_eq!((pair("target_os", "windows"), pair("target_os", "linux")), (Some(true), Some(false)));
        assert_eq!((pair("target_env", "msvc"), pair("target_vendor", "pc")), (Some(true), Some(true)));
        assert_eq!(
            (pair("target_family", "windows"), pair("target_pointer_width", "64")),
            (Some(true), Some(true))
        );
        assert_eq!((pair("feature", "tls"), pair("feature", "extra")), (Some(true), None));
    }
}

#[test]
fn an_unknown_target_leaves_the_platform_open() {
    use crate::workspace::cfg::CfgExpr;
    let tree = pair();
    let options = LoadOptions { target: Some("pdp11-dec-unics".to_owned()), ..LoadOptions::default() };
    let workspace = loaded(&tree, &options);
    assert_eq!(
        workspace.warnings,
        ["target `pdp11-dec-unics` is not known, so conditions on the platform stay open"]
    );
    assert_eq!(workspace.packages[0].cfg.eval(&CfgExpr::Flag("unix".to_owned())), None);
}

#[test]
fn the_configured_target_is_the_default() {
    let tree = pair();
    tree.write(".cargo/config.toml", "[build]\ntarget = \"thumbv7em-none-eabihf\"\n");
    let workspace = loaded(&tree, &LoadOptions::default());
    assert!(workspace.packages[0].cfg.pairs["target_os"].contains("none"));
}

/// A stand-in for rustup's `cargo`: refuses inside the project and under `$RUSTUP_TOOLCHAIN`.
#[cfg(unix)]
#[test]
fn a_pinned_toolchain_that_is_not_installed_does_not_matter() {
    let tree = pair();
    let elsewhere = Tree::new(&[]);
    let script = format!(
        "#!/bin/sh\nrefuse() {{ echo \"error: toolchain '1.2.3' is not installed\" >&2; exit 1; }}\n\
         case \"$PWD\" in {}*) refuse;; esac\n[ -z \"$RUSTUP_TOOLCHAIN\" ] || refuse\nexec '{}' \"$@\"\n",
        tree.root().display(),
        tools().cargo.display()
    );
    let proxy = Tools { cargo: program(&elsewhere, &script), ..nothing() };
    let workspace = try_with(&proxy, &tree, &LoadOptions::default()).unwrap();
    assert_eq!(workspace.warnings, Vec::<String>::new());
}

/// Written by another process: while this one has the file open for writing, nothing that it starts may run it.
#[cfg(unix)]
fn program(tree: &Tree, script: &str) -> PathBuf {
    let path = tree.path("program.sh");
    let write = "printf %s \"$1\" > \"$2\" && chmod +x \"$2\"";
    let mut shell = std::process::Command::new("sh");
    assert!(shell.args(["-c", write, "sh", script]).arg(&path).status().unwrap().success());
    path
}

#[cfg(unix)]
#[test]
fn programs_that_the_project_configures_are_not_run() {
    let tree = pair();
    let script = format!("#!/bin/sh\ntouch {}/caught\nexec rustc \"$@\"\n", tree.root().display());
    let program = program(&tree, &script);
    let config = format!("[build]\nrustc = \"{0}\"\nrustc-wrapper = \"{0}\"\n", program.display());
    tree.write(".cargo/config.toml", &config);
    assert_eq!(selected(&loaded(&tree, &LoadOptions::default())).len(), 2);
    assert!(!tree.path("caught").exists());
}

#[test]
fn a_patched_dependency_is_the_member() {
    let tree = Tree::new(&[
        (
            "Cargo.toml",
            "[package]\nname = \"a\"\nversion = \"0.1.0\"\n[dependencies]\nb = \"1\"\n[workspace]\nmembers = [\"b\"]\n\
             [patch.crates-io]\nb = { path = \"b\" }\n",
        ),
        LIB,
        ("b/Cargo.toml", "[package]\nname = \"b\"\nversion = \"1.2.0\"\n"),
        ("b/src/lib.rs", ""),
        (
            "Cargo.lock",
            "version = 4\n[[package]]\nname = \"a\"\nversion = \"0.1.0\"\ndependencies = [\"b\"]\n[[package]]\nname = \"b\"\nversion = \"1.2.0\"\n",
        ),
    ]);
    assert_eq!(dependencies(&loaded(&tree, &LoadOptions::default()), "a"), ["b = b 1.2.0 Normal member"]);
}

#[test]
fn a_single_file_is_a_package_of_its_own() {
    let tree = Tree::new(&[("some-tool.rs", ""), ("main.rs", "")]);
    let workspace = single_file(&tree.path("some-tool.rs"), 2021);
    let target = &workspace.packages[0].targets[0];
    assert_eq!((workspace.root.as_path(), target.edition, target.selected), (tree.root(), 2021, true));
    assert_eq!((target.kind, target.crate_name.as_str()), (TargetKind::Lib, "some_tool"));
    assert_eq!(single_file(&tree.path("main.rs"), 2024).packages[0].targets[0].kind, TargetKind::Bin);
}

#[test]
fn a_path_outside_of_the_workspace_says_its_own_name_and_version() {
    let tree = Tree::new(&[
        (
            "app/Cargo.toml",
            "[package]\nname = \"app\"\nversion = \"0.1.0\"\n[workspace]\n[dependencies]\nmd-5 = { path = \"../fork\" }\n",
        ),
        ("app/src/lib.rs", ""),
        ("fork/Cargo.toml", "[package]\nname = \"md-5\"\nversion = \"0.9.9\"\n[lib]\nname = \"md5\"\n"),
        ("fork/src/lib.rs", ""),
    ]);
    let workspace = load_with(&tools(), &LoadOptions::default(), &tree.path("app"), &no_names).unwrap();
    assert_eq!(dependencies(&workspace, "app"), ["md5 = md-5 0.9.9 Normal"]);
    assert_eq!(workspace.warnings, Vec::<String>::new(), "nothing is missing without a lock file");
}

#[cfg(unix)]
#[test]
fn a_cargo_that_does_not_end_is_not_waited_for() {
    let (tree, elsewhere) = (pair(), Tree::new(&[]));
    let slow = Tools {
        cargo: program(&elsewhere, "#!/bin/sh\nexec sleep 30\n"),
        patience: std::time::Duration::from_millis(200),
        ..nothing()
    };
    let workspace = try_with(&slow, &tree, &LoadOptions::default()).unwrap();
    assert!(workspace.warnings[0].contains("no answer within 0.2 s"), "{:?}", workspace.warnings);
    assert_eq!(dependencies(&workspace, "my-app").len(), 6);
}

#[test]
fn text_of_a_manifest_cannot_steer_a_terminal() {
    let tree = Tree::new(&[("Cargo.toml", "[package]\nname = \"x\\u001B[31m\"\nversion = \"1.0.0\"\n"), LIB]);
    for tools in [tools(), nothing()] {
        let error = try_with(&tools, &tree, &LoadOptions::default()).unwrap_err().to_string();
        assert!(!error.contains('\u{1b}'), "{error:?}");
    }
}

#[test]
fn path_dependencies_below_a_package_without_a_workspace_are_members() {
    let tree = Tree::new(&[
        (
            "Cargo.toml",
            "[package]\nname = \"app\"\nversion = \"0.1.0\"\n[dependencies]\nstate = { path = \"libs/state\" }\n",
        ),
        ("src/main.rs", ""),
        (
            "libs/state/Cargo.toml",
            "[package]\nname = \"state\"\nversion = \"0.2.0\"\n[dependencies]\nutils = { path = \"../utils\" }\n",
        ),
        ("libs/state/src/lib.rs", ""),
        ("libs/utils/Cargo.toml", "[package]\nname = \"utils\"\nversion = \"0.3.0\"\n"),
        ("libs/utils/src/lib.rs", ""),
    ]);
    let workspace = loaded(&tree, &LoadOptions::default());
    let names: Vec<(&str, bool)> = workspace.packages.iter().map(|p| (p.name.as_str(), p.selected)).collect();
    assert_eq!(names, [("app", true), ("state", false), ("utils", false)]);
    assert_eq!(dependencies(&workspace, "app"), ["state = state 0.2.0 Normal member"]);
}
