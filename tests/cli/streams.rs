//! What goes where, and which exit code it gives.

use std::io::Read as _;
use std::process::Stdio;

use crate::project::{BAD, BAD_LINT, Project, command};

#[test]
fn a_finding_at_level_deny_gives_one_whatever_the_format() {
    let project = Project::with_lib(BAD);
    for format in ["text", "short", "json", "sarif", "github", "markdown"] {
        let run = project.lint(&["--format", format]);
        assert!(run.ends(1, &["1 error"]).stdout.contains(BAD_LINT), "{format}: {run}");
        project.lint(&["--format", format, "--no-fail"]).ends(0, &[]);
        project.lint(&["--format", format, "--exit-zero"]).ends(0, &[]);
    }
    project.lint(&["--message-format", "json"]).ends(1, &[]);
    project.lint(&["--message-format", "json-render-diagnostics"]).ends(1, &[BAD_LINT]);
}

#[test]
fn clean_code_gives_zero_and_an_empty_report() {
    let run = Project::with_lib("pub fn ok() {}\n").lint(&[]);
    run.ends(0, &["Checking shop v0.1.0", "no findings; 1 file"]);
    assert_eq!(run.stdout, "");
}

#[test]
fn levels_decide_and_the_later_one_wins() {
    let project = Project::with_lib(BAD);
    let bad = |flag: &str| format!("{flag}{BAD_LINT}");
    project.lint(&[&bad("-W")]).ends(0, &["1 warning"]).finds_bad(1);
    project.lint(&[&bad("-A")]).ends(0, &["no findings"]).finds_bad(0);
    project.lint(&["-A", "all", "-D", BAD_LINT]).ends(1, &[]).finds_bad(1);
    project.lint(&["-D", BAD_LINT, "-A", "all"]).ends(0, &[]).finds_bad(0);
    project.lint(&["-D", "cwe-295", "--", "-A", "disabled_certificate_check"]).ends(0, &[]);
    project.lint(&["--forbid", BAD_LINT, "-A", "all"]).ends(1, &[]).finds_bad(1);
    project.lint(&["-W", "all", "--", "-D", "warnings"]).ends(1, &["1 error"]);
    project.lint(&["--min-severity", "critical"]).ends(0, &[]).finds_bad(0);
}

#[test]
fn quiet_leaves_the_findings_only() {
    let run = Project::with_lib(BAD).lint(&["-q"]);
    run.ends(1, &[]).finds_bad(1);
    assert_eq!(run.stderr, "", "{run}");
}

#[test]
fn the_summary_counts_what_is_suppressed_and_what_is_understood() {
    let text =
        format!("{BAD}// secure-lint: allow({BAD_LINT}): a test double\n{}", BAD.replace("client", "other"));
    Project::with_lib(&text)
        .lint(&[])
        .ends(1, &["Finished 1 error (1 suppressed); 1 file, ", " % of calls resolved"])
        .finds_bad(1);
}

#[test]
fn further_reports_are_written_to_files() {
    let project = Project::with_lib(BAD);
    project.lint(&["-q", "--report", "a.sarif", "--report", "short:b.log"]).ends(1, &[]).finds_bad(1);
    let read = |name: &str| std::fs::read_to_string(project.path().join(name)).unwrap();
    let sarif: serde_json::Value = serde_json::from_str(&read("a.sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], BAD_LINT);
    assert!(read("b.log").contains("src/lib.rs:2:"));
    project.lint(&["--report", "no/such/dir.sarif"]).ends(2, &["no/such/dir.sarif"]);
}

#[test]
fn colour_follows_the_flag_then_cargo_then_the_rest() {
    let project = Project::with_lib(BAD);
    let colored = |args: &[&str], vars: &[(&str, &str)]| {
        let run = project.run(command().args(args).envs(vars.iter().copied()));
        (run.stdout.contains('\u{1b}'), run.stderr.contains('\u{1b}'))
    };
    assert_eq!(colored(&[], &[]), (false, false));
    assert_eq!(colored(&["--color", "always"], &[("NO_COLOR", "1")]), (true, true));
    assert_eq!(colored(&["--color=never"], &[("CARGO_TERM_COLOR", "always")]), (false, false));
    assert_eq!(colored(&[], &[("CARGO_TERM_COLOR", "always"), ("NO_COLOR", "1")]), (true, true));
    assert_eq!(colored(&[], &[("FORCE_COLOR", "1")]), (true, true));
    assert!(colored(&["--help"], &[("CARGO_TERM_COLOR", "always")]).0);
}

#[test]
fn a_closed_pipe_is_no_reason_to_panic() {
    let many: String = (0..2000).map(|i| BAD.replace("client", &format!("client{i}"))).collect();
    let project = Project::with_lib(&many);
    let mut child =
        command().current_dir(project.path()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 10];
    let mut stdout = child.stdout.take().unwrap();
    let _ = stdout.read(&mut first);
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!stderr.contains("panicked"), "{stderr}");
    assert_eq!(output.status.code(), Some(1), "{stderr}");
}

#[test]
fn the_report_does_not_depend_on_the_number_of_threads() {
    let project = Project::with_lib(&format!("mod a;\nmod b;\n{BAD}"));
    project.file("src/a.rs", BAD);
    project.file("src/b.rs", BAD);
    let one = project.lint(&["-j1", "--format", "json"]);
    let many = project.lint(&["-j7", "--format", "json"]);
    one.ends(1, &["3 errors"]);
    assert_eq!(one.stdout, many.stdout);
}

#[test]
fn a_single_file_needs_no_project() {
    let project = Project::empty();
    project.file("a.rs", BAD);
    project.lint(&["--file", "a.rs", "--edition", "2021"]).ends(1, &["1 file"]).finds_bad(1);
}

#[test]
fn statistics_are_shown_on_request() {
    let project = Project::with_lib(BAD);
    project.lint(&["--stats"]).ends(1, &["files parsed: 1 of 1", "calls resolved:"]);
}

#[test]
fn test_code_is_reported_on_request_only() {
    let project = Project::with_lib("#[cfg(test)]\nmod tests;\n");
    project.file("src/tests.rs", BAD);
    project.file("tests/it.rs", BAD);
    project.lint(&[]).ends(0, &[]).finds_bad(0);
    project.lint(&["--include-tests"]).ends(1, &[]).finds_bad(1);
    project.lint(&["--all-targets"]).ends(1, &[]).finds_bad(2);
}

#[test]
fn routes_are_listed_for_people_and_programs() {
    let project = Project::with_lib(BAD);
    let table = project.lint(&["routes", "--format", "table"]);
    assert!(table.ends(0, &[]).stdout.contains("no routes"), "{table}");
    let json = project.lint(&["routes", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.ends(0, &[]).stdout).unwrap();
    assert_eq!(json["routes"], serde_json::json!([]));
}
