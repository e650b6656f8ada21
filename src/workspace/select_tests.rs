//! What flags select: packages, targets, features; and what wrong names get.

use crate::workspace::load::load_with;
use crate::workspace::testing::*;
use crate::workspace::{LoadOptions, TargetFilter};

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
