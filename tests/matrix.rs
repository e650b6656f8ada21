//! All lints over all example programs, in the `strict` profile: a corrected program is silent for every lint, a
//! vulnerable one says exactly what its annotations say, so that no lint speaks in the example of another.
//!
//! The cases that `ui-tests/gaps.txt` lists are left to `tests/ui.rs`. The `audit` profile is left out: it is meant to show what is often wrong;
//! what lints of it say of their own examples, `tests/ui.rs` looks at.

mod support;

use cargo_secure_lint::catalog::Profile;
use support::case::{self, Places};
use support::{file_name, folders, read, root, run, rust_files, shown};

struct Example {
    name: String,
    corrected: bool,
    source: String,
}

fn examples() -> Vec<Example> {
    let folders = folders(&root().join("lints"));
    let gaps = support::gaps();
    let files = folders.iter().flat_map(|dir| rust_files(dir));
    let example = |file: std::path::PathBuf| Example {
        name: shown(&file),
        corrected: file_name(&file).starts_with("fixed"),
        source: read(&file),
    };
    let speaks = |file: &std::path::PathBuf| {
        let lint = file.parent().map(file_name).unwrap_or_default();
        file_name(file).starts_with("fixed") || run::profile_of(&lint) <= Profile::Strict
    };
    files.filter(speaks).map(example).filter(|example| !gaps.contains(&example.name)).collect()
}

fn differences(example: &Example) -> String {
    let header = case::header(&example.source).expect("headers are right, tests/lints.rs");
    let outcome = run::single(&example.name, &example.source, &header, Profile::Strict);
    let annotated = case::annotations("", &example.source).expect("annotations are right, tests/lints.rs");
    let expected = if example.corrected { Places::new() } else { annotated };
    let line = |_: &str, n: u32| example.source.lines().nth(n as usize - 1).unwrap_or_default().to_owned();
    let difference = case::difference(&expected, &outcome.found, line);
    if difference.is_empty() { difference } else { format!("{}\n{difference}", example.name) }
}

#[test]
fn corrected_examples_are_silent_for_every_lint() {
    let all: Vec<String> = examples().iter().filter(|e| e.corrected).map(differences).collect();
    assert!(!all.is_empty(), "there are corrected examples");
    assert!(all.concat().is_empty(), "{}", all.concat());
}

#[test]
fn vulnerable_examples_fire_exactly_their_annotations() {
    let all: Vec<String> = examples().iter().filter(|e| !e.corrected).map(differences).collect();
    assert!(!all.is_empty(), "there are vulnerable examples");
    assert!(all.concat().is_empty(), "{}", all.concat());
}
