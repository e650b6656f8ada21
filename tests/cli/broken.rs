//! Broken projects: what can be analysed is analysed, what cannot is said, nothing hangs or crashes.
//!
//! Every project has a finding in `src/lib.rs`, which must be reported whatever else is wrong.

use std::fs::File;

use crate::project::{BAD, Project};

/// A project whose library declares `mod part;` before the finding.
fn with_part(attribute: &str) -> Project {
    Project::with_lib(&format!("{attribute}\nmod part;\n{BAD}"))
}

#[track_caller]
fn still_analysed(project: &Project, said: &[&str]) {
    project.lint(&[]).ends(1, said).finds_bad(1);
}

#[test]
fn a_module_without_a_file() {
    let project = with_part("");
    still_analysed(&project, &["warning: ", "src/lib.rs:2:", "part"]);
}

#[test]
fn a_file_that_is_not_utf8() {
    let project = with_part("");
    project.file("src/part.rs", b"pub fn a() { \"\xff\xfe\"; }\n");
    still_analysed(&project, &["src/part.rs", "UTF-8"]);
    project.lint(&["--strict"]).ends(101, &[]);
}

#[test]
fn an_empty_file() {
    let project = with_part("");
    project.file("src/part.rs", "");
    project.lint(&["--strict"]).ends(1, &["2 files"]).finds_bad(1);
}

#[test]
fn a_file_of_fifty_megabytes() {
    let project = with_part("");
    let path = project.file("src/part.rs", "pub fn a() {}\n");
    File::options().write(true).open(path).unwrap().set_len(50 * 1024 * 1024).unwrap();
    still_analysed(&project, &["src/part.rs", "larger than"]);
}

#[test]
fn line_ends_of_windows_and_a_byte_order_mark_keep_the_positions() {
    let text = format!("\u{feff}// ä\r\n{}", BAD.replace('\n', "\r\n"));
    let run = Project::with_lib(&text).lint(&["--format", "short"]);
    run.ends(1, &[]).finds_bad(1);
    assert!(run.stdout.contains("src/lib.rs:3:"), "{run}");
}

#[test]
fn modules_that_include_each_other() {
    let project = with_part("#[path = \"lib.rs\"]");
    project.lint(&[]).ends(1, &[]).finds_bad(1);
    let chain = with_part("");
    chain.file("src/part.rs", "#[path = \"part.rs\"]\nmod again;\n#[path = \"lib.rs\"]\nmod root;\n");
    chain.lint(&[]).ends(1, &[]).finds_bad(1);
}

#[cfg(unix)]
#[test]
fn symbolic_links_that_point_at_each_other() {
    let project = with_part("");
    let src = project.path().join("src");
    std::os::unix::fs::symlink(src.join("other.rs"), src.join("part.rs")).unwrap();
    std::os::unix::fs::symlink(src.join("part.rs"), src.join("other.rs")).unwrap();
    still_analysed(&project, &["part"]);
}

#[cfg(unix)]
#[test]
fn a_directory_that_contains_itself() {
    let project = with_part("#[path = \"loop/loop/loop/part.rs\"]");
    std::os::unix::fs::symlink(project.path().join("src"), project.path().join("src/loop")).unwrap();
    project.file("src/part.rs", "pub fn a() {}\n");
    project.lint(&["--strict"]).ends(1, &["2 files"]).finds_bad(1);
}

#[test]
fn a_directory_in_place_of_a_file() {
    let project = with_part("");
    project.file("src/part.rs/x", "");
    still_analysed(&project, &["part"]);
}

#[test]
fn an_item_that_does_not_parse_costs_only_itself() {
    let project = Project::with_lib(&format!("pub fn broken( {{ let = ; }}\n{BAD}"));
    project.lint(&[]).ends(1, &["src/lib.rs:1:"]).finds_bad(1);
    project.lint(&["--strict"]).ends(101, &[]);
    project.lint(&["--strict", "--no-fail"]).ends(101, &[]);
}

#[test]
fn nesting_without_end() {
    let project = with_part("");
    let deep = 100_000;
    let text = format!("pub fn a() -> u8 {{ {}1{} }}\n", "(".repeat(deep), ")".repeat(deep));
    project.file("src/part.rs", text);
    still_analysed(&project, &["src/part.rs"]);
    project.file("src/part.rs", format!("pub fn a() -> bool {{ {}true }}\n", "!".repeat(deep)));
    project.lint(&[]).ends(1, &[]).finds_bad(1);
}

#[test]
fn a_manifest_that_is_not_toml() {
    let project = Project::with_lib(BAD);
    project.file("Cargo.toml", "[package\nname = ");
    let run = project.lint(&[]);
    run.ends(101, &["error: ", "Cargo.toml"]);
    assert_eq!(run.stdout, "");
}

#[test]
fn a_missing_lock_file_costs_a_warning_at_most() {
    let project = Project::with_lib(BAD);
    std::fs::remove_file(project.path().join("Cargo.lock")).unwrap();
    project.lint(&["--offline"]).ends(1, &[]).finds_bad(1);
}

#[test]
fn a_toolchain_that_is_not_installed() {
    let project = Project::with_lib(BAD);
    project.file("rust-toolchain.toml", "[toolchain]\nchannel = \"1.12.3\"\n");
    project.lint(&["--offline"]).ends(1, &[]).finds_bad(1);
}

#[cfg(unix)]
#[test]
fn names_of_files_cannot_drive_the_terminal() {
    let project = Project::with_lib(
        "#[path = \"a\u{1b}[31m\u{202e}\u{7}.rs\"]\nmod part;\n#[path = \"\u{1b}[2J.rs\"]\nmod gone;\n",
    );
    project.file("src/a\u{1b}[31m\u{202e}\u{7}.rs", format!("// \u{1b}]0;title\u{7}\n{BAD}"));
    for format in ["text", "short", "github", "markdown", "json", "sarif"] {
        let run = project.lint(&["-v", "--format", format]);
        run.ends(1, &[]);
        for stream in [&run.stdout, &run.stderr] {
            let hostile = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert!(!stream.contains(hostile), "{format}: {stream:?}");
        }
    }
}

#[test]
fn source_text_cannot_drive_the_terminal() {
    let text = BAD.replace("true)", "/* \u{1b}[2J\u{9b}31m\u{202e} */ true)");
    let run = Project::with_lib(&text).lint(&[]);
    run.ends(1, &[]).finds_bad(1);
    assert!(!run.stdout.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{:?}", run.stdout);
}
