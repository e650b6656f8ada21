//! Wrong calls: exit code 2, one clear message on stderr, nothing on stdout.

use crate::project::{BAD, Project, command};

#[track_caller]
fn refused(project: &Project, args: &[&str], stderr: &[&str]) {
    let run = project.lint(args);
    run.ends(2, stderr);
    assert_eq!(run.stdout, "", "{run}");
    assert_eq!(run.stderr.matches("error:").count(), 1, "{run}");
}

#[test]
fn an_unknown_flag_is_refused_with_the_one_that_is_meant() {
    refused(&Project::with_lib(""), &["--no-fial"], &["'--no-fial'", "'--no-fail'"]);
}

#[test]
fn an_unknown_command_is_refused_with_the_one_that_is_meant() {
    let project = Project::with_lib("");
    refused(&project, &["explian", "weak-hash"], &["no command `explian`", "did you mean `explain`?"]);
    refused(&project, &["frobnicate"], &["no command `frobnicate`", "--help"]);
}

#[test]
fn an_unknown_lint_is_refused_wherever_it_is_named() {
    let project = Project::with_lib(BAD);
    let meant = "did you mean `disabled-certificate-check`?";
    for args in [
        &["-D", "disabled-certificate-chek"][..],
        &["--", "-A", "disabled_certificate_chek"],
        &["check", "--forbid=disabled-certificate-chek"],
        &["explain", "disabled-certificate-chek"],
    ] {
        refused(&project, args, &["unknown lint", meant]);
    }
    refused(&project, &["-W", "frobnicate"], &["unknown lint `frobnicate`", "cargo secure-lint list"]);
}

#[test]
fn an_unknown_format_is_refused_with_the_known_ones() {
    refused(&Project::with_lib(""), &["--format", "sarff"], &["`sarff`", "sarif"]);
    refused(&Project::with_lib(""), &["--report", "out.xyz"], &["`out.xyz`", "sarif:out.xyz"]);
}

#[test]
fn what_is_not_there_cannot_be_selected() {
    let project = Project::with_lib(BAD);
    refused(&project, &["-p", "shpo"], &["`shpo`", "did you mean `shop`?"]);
    refused(&project, &["--bin", "shop"], &["`shop`"]);
    refused(&project, &["--features", "tracin"], &["`tracin`", "did you mean `tracing`?"]);
    refused(&project, &["--manifest-path", "none/Cargo.toml"], &["none/Cargo.toml"]);
    refused(&project, &["--file", "none.rs"], &["`none.rs` is not a file"]);
    refused(&project, &["-j", "0"], &["--jobs"]);
}

#[test]
fn a_directory_that_is_no_project_is_refused() {
    refused(&Project::empty(), &[], &["Cargo.toml"]);
}

#[test]
fn what_follows_the_dashes_must_be_levels() {
    refused(&Project::with_lib(""), &["--", "--cap-lints", "allow"], &["`--cap-lints` after `--`"]);
    refused(&Project::with_lib(""), &["--", "-D"], &["`-D` after `--` names no lint"]);
}

#[test]
fn flags_of_cargo_check_that_do_not_concern_us_are_accepted() {
    let project = Project::with_lib("pub fn ok() {}\n");
    let args = "--workspace --all-targets --keep-going --target-dir x --ignore-rust-version --timings=html -j2 \
                --future-incompat-report --release --profile dev --locked --offline --message-format=json";
    project.lint(&args.split(' ').collect::<Vec<_>>()).ends(0, &[]);
    assert!(!project.path().join("x").exists());
}

#[test]
fn a_slip_in_the_name_of_a_profile_is_noticed() {
    let project = Project::with_lib("");
    project.lint(&["--profile", "strct"]).ends(0, &["warning: profile `strct`", "did you mean `strict`?"]);
    let run = project.lint(&["--profile", "release"]);
    assert!(!run.ends(0, &[]).stderr.contains("warning"), "{run}");
}

#[test]
fn it_can_be_called_directly_and_through_cargo() {
    let project = Project::with_lib(BAD);
    let direct = project.run(command().args(["--format", "short", "--offline"]));
    let through = project.lint(&["--format", "short", "--offline"]);
    let named = project.lint(&["check", "--format", "short", "--offline"]);
    direct.ends(1, &[]).finds_bad(1);
    assert_eq!((&direct.stdout, &direct.stdout), (&through.stdout, &named.stdout));
}

#[test]
fn help_and_version_go_to_stdout() {
    let project = Project::empty();
    let help = project.lint(&["--help"]);
    assert!(help.ends(0, &[]).stdout.contains("Usage: cargo secure-lint"), "{help}");
    let version = project.lint(&["--version"]);
    assert!(version.ends(0, &[]).stdout.contains(env!("CARGO_PKG_VERSION")), "{version}");
}

#[test]
fn every_lint_is_listed_and_explained() {
    let project = Project::empty();
    let list = project.lint(&["list", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&list.ends(0, &[]).stdout).unwrap();
    let lints: Vec<&str> =
        json["lints"].as_array().unwrap().iter().map(|lint| lint["id"].as_str().unwrap()).collect();
    assert!(lints.contains(&"disabled-certificate-check"), "{lints:?}");
    let table = project.lint(&["list"]);
    for id in lints {
        assert!(table.stdout.contains(id), "{table}");
        let page = project.lint(&["explain", id]);
        assert!(page.ends(0, &[]).stdout.lines().count() > 5, "{page}");
        assert!(!page.stdout.contains("//~") && !page.stdout.contains("```"), "{page}");
    }
}

#[test]
fn a_cwe_number_is_explained_by_its_lints() {
    let project = Project::empty();
    let page = project.lint(&["explain", "CWE-295"]);
    assert!(page.ends(0, &[]).stdout.contains("disabled-certificate-check"), "{page}");
    project.lint(&["explain", "cwe-99999"]).ends(2, &["unknown lint `cwe-99999`"]);
}
