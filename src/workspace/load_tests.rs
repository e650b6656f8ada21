//! Loading whole projects: with the real cargo, and without it.

use super::*;
use crate::workspace::DependencyKind;
use crate::workspace::testing::Tree;

const LIB: (&str, &str) = ("src/lib.rs", "");

/// Two members, one depending on the other, with a lock file.
fn pair() -> Tree {
    Tree::new(&[
        (
            "Cargo.toml",
            "[workspace]\nmembers = [\"crates/*\"]\nresolver = \"2\"\n[workspace.package]\nversion = \"0.3.0\"\n\
             edition = \"2021\"\n[workspace.dependencies]\nrand = { version = \"0.8\", features = [\"std\"] }\n\
             md-5 = \"0.10\"\n[workspace.metadata.secure-lint]\nprofile = \"strict\"\n",
        ),
        (
            "crates/app/Cargo.toml",
            "[package]\nname = \"my-app\"\nversion.workspace = true\nedition.workspace = true\n\
             [package.metadata.secure-lint]\nlevel = \"deny\"\n[features]\ndefault = [\"tls\"]\ntls = [\"core/fast\"]\n\
             extra = [\"dep:old\"]\n[dependencies]\ncore = { path = \"../core\", default-features = false, package = \"my-core\" }\n\
             rand.workspace = true\nmd-5.workspace = true\nold = { package = \"rand\", version = \"0.7\", optional = true }\n\
             [target.'cfg(windows)'.dependencies]\nwinapi = \"0.3\"\n[dev-dependencies]\nhex = \"0.4\"\n",
        ),
        ("crates/app/src/main.rs", ""),
        ("crates/app/src/lib.rs", ""),
        ("crates/app/src/bin/tool.rs", ""),
        ("crates/app/tests/it.rs", ""),
        ("crates/app/build.rs", ""),
        (
            "crates/core/Cargo.toml",
            "[package]\nname = \"my-core\"\nversion = \"0.1.0\"\n[lib]\nname = \"kern\"\n[features]\ndefault = [\"slow\"]\n\
             slow = []\nfast = [\"faster\"]\nfaster = []\n",
        ),
        ("crates/core/src/lib.rs", ""),
        (
            "Cargo.lock",
            "version = 4\n[[package]]\nname = \"my-app\"\nversion = \"0.3.0\"\n\
             dependencies = [\"hex\", \"md-5\", \"my-core\", \"rand 0.7.3\", \"rand 0.8.5\"]\n\
             [[package]]\nname = \"my-core\"\nversion = \"0.1.0\"\n[[package]]\nname = \"hex\"\nversion = \"0.4.3\"\n\
             [[package]]\nname = \"md-5\"\nversion = \"0.10.6\"\n[[package]]\nname = \"rand\"\nversion = \"0.7.3\"\n\
             [[package]]\nname = \"rand\"\nversion = \"0.8.5\"\n",
        ),
    ])
}

fn no_names(_: &str) -> Option<String> {
    None
}

fn tools() -> Tools {
    Tools::from_env(Path::new("/"))
}

/// Tools of a machine without Rust.
fn nothing() -> Tools {
    Tools { cargo: "/nonexistent/cargo".into(), rustc: "/nonexistent/rustc".into() }
}

fn try_with(tools: &Tools, tree: &Tree, options: &LoadOptions) -> Result<Workspace, LoadError> {
    load_with(tools, options, tree.root(), &|name| (name == "md-5").then(|| "md5".to_owned()))
}

fn loaded(tree: &Tree, options: &LoadOptions) -> Workspace {
    try_with(&tools(), tree, options).unwrap()
}

fn fails(tree: &Tree, options: LoadOptions) -> String {
    try_with(&nothing(), tree, &options).unwrap_err().to_string()
}

fn package<'w>(workspace: &'w Workspace, name: &str) -> &'w Package {
    workspace.packages.iter().find(|p| p.name == name).unwrap()
}

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|&s| s.to_owned()).collect()
}

fn features(workspace: &Workspace, name: &str) -> Vec<String> {
    package(workspace, name).cfg.pairs["feature"].iter().cloned().collect()
}

fn selected(workspace: &Workspace) -> Vec<&str> {
    workspace.packages.iter().filter(|p| p.selected).map(|p| p.name.as_str()).collect()
}

fn targets(workspace: &Workspace, name: &str) -> Vec<String> {
    let targets = package(workspace, name).targets.iter().filter(|t| t.selected);
    targets.map(|t| format!("{:?} {}", t.kind, t.name)).collect()
}

fn dependencies(workspace: &Workspace, name: &str) -> Vec<String> {
    let show = |d: &Dependency| {
        let version = d.version.as_ref().map_or("?".to_owned(), Version::to_string);
        let member = if d.member.is_some() { " member" } else { "" };
        format!("{} = {} {version} {:?}{member}", d.extern_name, d.package, d.kind)
    };
    let mut list: Vec<String> = package(workspace, name).dependencies.iter().map(show).collect();
    list.sort();
    list
}

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
fn packages_are_named_in_every_way_cargo_knows() {
    let tree = pair();
    let root = tree.root().display();
    let specs = [
        "my-core".to_owned(),
        "*core".to_owned(),
        "my-core@0.1.0".to_owned(),
        "my-core:0.1".to_owned(),
        format!("path+file://{root}/crates/core#my-core@0.1.0"),
        format!("path+file://{root}/crates/core#my-core:0.1.0"),
        format!("path+file://{root}/crates/core#0.1.0"),
        format!("file://{root}/crates/core"),
    ];
    for spec in specs {
        let options = LoadOptions { packages: vec![spec.clone()], ..LoadOptions::default() };
        let workspace = try_with(&nothing(), &tree, &options).unwrap();
        assert_eq!(selected(&workspace), ["my-core"], "{spec}");
        assert_eq!(targets(&workspace, "my-app"), Vec::<String>::new(), "targets of others are not selected");
    }
}

#[test]
fn the_directory_decides_what_is_selected_without_flags() {
    let tree = pair();
    for tools in [tools(), nothing()] {
        let cwd = tree.path("crates/core/src");
        let workspace = load_with(&tools, &LoadOptions::default(), &cwd, &no_names).unwrap();
        assert_eq!(selected(&workspace), ["my-core"]);
        assert_eq!(workspace.packages.len(), 2);
        let manifest_path = Some("crates/app/Cargo.toml".into());
        let options = LoadOptions { manifest_path, ..LoadOptions::default() };
        assert_eq!(selected(&load_with(&tools, &options, tree.root(), &no_names).unwrap()), ["my-app"]);
    }
}

#[test]
fn default_members_are_respected() {
    let tree = pair();
    tree.write("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\ndefault-members = [\"crates/core\"]\n[workspace.package]\nversion = \"0.3.0\"\nedition = \"2021\"\n[workspace.dependencies]\nrand = \"0.8\"\nmd-5 = \"0.10\"\n");
    for tools in [tools(), nothing()] {
        let workspace = try_with(&tools, &tree, &LoadOptions::default()).unwrap();
        assert_eq!(selected(&workspace), ["my-core"]);
        let options = LoadOptions { workspace: true, ..LoadOptions::default() };
        assert_eq!(selected(&try_with(&tools, &tree, &options).unwrap()), ["my-app", "my-core"]);
    }
}

#[test]
fn exclude_takes_from_the_workspace() {
    let tree = pair();
    let exclude = names(&["*-app", "other"]);
    let options = LoadOptions { workspace: true, exclude: exclude.clone(), ..LoadOptions::default() };
    let workspace = loaded(&tree, &options);
    assert_eq!(selected(&workspace), ["my-core"]);
    assert_eq!(workspace.warnings, ["excluded package `other` is not in the workspace"]);
    let alone = LoadOptions { exclude, ..LoadOptions::default() };
    assert_eq!(fails(&tree, alone), "`--exclude` has a meaning only together with `--workspace`");
    let all = LoadOptions { workspace: true, exclude: names(&["*"]), ..LoadOptions::default() };
    assert_eq!(fails(&tree, all), "every package of the workspace is excluded");
}

#[test]
fn wrong_names_say_what_was_meant() {
    let tree = pair();
    let of = |packages: &[&str]| LoadOptions { packages: names(packages), ..LoadOptions::default() };
    let targets = |targets: TargetFilter| LoadOptions { targets, ..of(&["my-app"]) };
    assert_eq!(
        fails(&tree, of(&["my-cor"])),
        "no package `my-cor` in the workspace, did you mean `my-core`?"
    );
    assert_eq!(
        fails(&tree, of(&["my-core@2"])),
        "no package `my-core@2` in the workspace, did you mean `my-core`?"
    );
    assert_eq!(
        fails(&tree, of(&["rand"])),
        "package `rand` is a dependency, only members of the workspace are analysed"
    );
    assert_eq!(
        fails(&tree, targets(TargetFilter { bin: names(&["tol"]), ..TargetFilter::default() })),
        "no binary `tol` in package `my-app`, did you mean `tool`?"
    );
    assert_eq!(
        fails(&tree, targets(TargetFilter { test: names(&["unit"]), ..TargetFilter::default() })),
        "no test `unit` in package `my-app`"
    );
    let features = LoadOptions { features: names(&["tsl"]), ..of(&["my-app"]) };
    assert_eq!(fails(&tree, features), "no feature `tsl` in package `my-app`, did you mean `tls`?");
    assert!(fails(&tree, of(&["[a"])).starts_with("bad package pattern `[a`"));
}

#[test]
fn target_flags_select_as_in_cargo() {
    let tree = pair();
    let with = |targets: TargetFilter| LoadOptions { targets, ..LoadOptions::default() };
    let select =
        |filter: TargetFilter| targets(&try_with(&nothing(), &tree, &with(filter)).unwrap(), "my-app");
    let none = TargetFilter::default;
    assert_eq!(select(TargetFilter { lib: true, ..none() }), ["Lib my_app"]);
    assert_eq!(select(TargetFilter { bin: names(&["to*"]), ..none() }), ["Bin tool"]);
    assert_eq!(select(TargetFilter { test: names(&["it"]), ..none() }), ["Test it"]);
    assert_eq!(
        select(TargetFilter { tests: true, ..none() }),
        ["Lib my_app", "Bin my-app", "Bin tool", "Test it"]
    );
    assert_eq!(select(TargetFilter { examples: true, ..none() }), Vec::<String>::new());
    assert_eq!(
        select(TargetFilter { all_targets: true, ..none() }),
        ["Lib my_app", "Bin my-app", "Bin tool", "Test it", "BuildScript build-script-build"]
    );
}

#[test]
fn features_reach_members_through_edges() {
    let tree = pair();
    let app = || LoadOptions { packages: names(&["my-app"]), ..LoadOptions::default() };
    let workspace = loaded(&tree, &app());
    assert_eq!(
        features(&workspace, "my-core"),
        ["fast", "faster"],
        "without its default, which the edge refuses"
    );
    let workspace = loaded(&tree, &LoadOptions { no_default_features: true, ..app() });
    assert_eq!(features(&workspace, "my-app"), Vec::<String>::new());
    assert_eq!(features(&workspace, "my-core"), Vec::<String>::new());
    let workspace = loaded(&tree, &LoadOptions { all_features: true, ..app() });
    assert_eq!(features(&workspace, "my-app"), ["default", "extra", "tls"]);
    let several = names(&["extra, my-core/slow", "core/fast"]);
    let workspace = loaded(&tree, &LoadOptions { features: several, no_default_features: true, ..app() });
    assert_eq!(features(&workspace, "my-app"), ["extra"]);
    assert_eq!(features(&workspace, "my-core"), ["fast", "faster", "slow"]);
}

#[test]
fn weak_features_wait_for_their_dependency() {
    let tree = Tree::new(&[
        (
            "Cargo.toml",
            "[package]\nname = \"a\"\nversion = \"0.1.0\"\n[workspace]\n[dependencies]\nb = { path = \"b\", optional = true }\n\
             [features]\nx = [\"b?/extra\"]\ny = [\"b\"]\n",
        ),
        LIB,
        ("b/Cargo.toml", "[package]\nname = \"b\"\nversion = \"0.1.0\"\n[features]\nextra = []\n"),
        ("b/src/lib.rs", ""),
    ]);
    for tools in [tools(), nothing()] {
        let with = |list: &[&str]| {
            let options = LoadOptions { features: names(list), ..LoadOptions::default() };
            let workspace = try_with(&tools, &tree, &options).unwrap();
            (features(&workspace, "a"), features(&workspace, "b"))
        };
        assert_eq!(with(&["x"]), (names(&["x"]), names(&[])));
        assert_eq!(with(&["x y"]), (names(&["b", "x", "y"]), names(&["extra"])));
        assert_eq!(with(&["y,x"]), (names(&["b", "x", "y"]), names(&["extra"])));
    }
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

#[cfg(unix)]
fn program(tree: &Tree, script: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt as _;
    tree.write("program.sh", script);
    let path = tree.path("program.sh");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
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
