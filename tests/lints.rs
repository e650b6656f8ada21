//! The hygiene of `lints/` and `ui-tests/`: what a new lint must bring. Says what is missing in which folder.

mod support;

use std::path::{Path, PathBuf};

use cargo_secure_lint::catalog::{Detector, Lint};
use cargo_secure_lint::config::Builtin;
use cargo_secure_lint::detectors::custom;
use support::case;
use support::{file_name, folders, read, root, run, rust_files, rust_files_below, shown};

/// The headings of a page, in this order.
const HEADINGS: &[&str] = &[
    "## What it finds",
    "## Why it matters",
    "## Example",
    "## How to fix it",
    "## When it is right to allow it",
    "## Limits",
    "## References",
];

/// The fewest UI tests of one lint.
const FEWEST_CASES: usize = 6;

fn lint_folders() -> Vec<PathBuf> {
    folders(&root().join("lints"))
}

fn lints() -> impl Iterator<Item = &'static Lint> {
    run::catalog().lints.values()
}

fn assert_none(problems: Vec<String>) {
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_folder_is_a_lint_of_the_catalog() {
    let names: Vec<String> = lint_folders().iter().map(|f| file_name(f)).collect();
    let ids: Vec<&String> = run::catalog().lints.keys().collect();
    assert_eq!(ids, names.iter().collect::<Vec<_>>());
}

#[test]
fn pages_have_the_headings_in_order() {
    let wrong = |lint: &Lint| {
        let title = format!("# {}", lint.id);
        let found: Vec<&str> =
            lint.page.lines().filter(|l| l.starts_with("# ") || l.starts_with("## ")).collect();
        let expected: Vec<&str> = std::iter::once(title.as_str()).chain(HEADINGS.iter().copied()).collect();
        (found != expected).then(|| format!("{}: headings {found:?}", lint.id))
    };
    assert_none(lints().filter_map(wrong).collect());
}

#[test]
fn pages_show_the_suppression_and_name_the_examples() {
    let mut problems = Vec::new();
    for lint in lints() {
        let line = format!("// secure-lint: allow({}): ", lint.id);
        if !lint.page.contains(&line) {
            problems.push(format!("{}: the page does not show `{line}..`", lint.id));
        }
        for (name, _) in &lint.examples {
            if !lint.page.contains(&format!("`{name}`")) {
                problems.push(format!("{}: the page does not mention `{name}`", lint.id));
            }
        }
    }
    assert_none(problems);
}

#[test]
fn pages_name_the_weaknesses_and_requirements_of_the_lint() {
    let mut problems = Vec::new();
    for lint in lints() {
        let references = lint.page.split("## References").nth(1).unwrap_or_default();
        let cwes = lint.cwe.iter().map(|n| format!("CWE-{n}"));
        for name in cwes.chain(lint.asvs.iter().cloned()) {
            let named = references.split(|c: char| !(c.is_alphanumeric() || "-.".contains(c)));
            if !named.map(|word| word.trim_end_matches('.')).any(|word| word == name) {
                problems.push(format!("{}: the references do not name {name}", lint.id));
            }
        }
    }
    assert_none(problems);
}

#[test]
fn summaries_are_phrases() {
    let wrong = |lint: &&Lint| {
        let first = lint.summary.chars().next();
        // An acronym may stand first: "TLS ..", "JWT ..".
        let acronym = lint.summary.chars().take(2).all(char::is_uppercase);
        first.is_none() || lint.summary.ends_with('.') || (first.is_some_and(char::is_uppercase) && !acronym)
    };
    assert_none(lints().filter(wrong).map(|lint| format!("{}: `{}`", lint.id, lint.summary)).collect());
}

#[test]
fn ids_are_kebab_case_and_say_what_is_wrong() {
    let wrong = |id: &str| !id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') || !id.contains('-');
    assert_none(lints().map(|lint| lint.id.clone()).filter(|id| wrong(id)).collect());
}

#[test]
fn weaknesses_and_requirements_are_well_formed() {
    let asvs = |text: &String| {
        let numbers = text.strip_prefix("v5.0.0-").map(|rest| rest.split('.').map(str::parse::<u8>));
        numbers.is_some_and(|mut numbers| numbers.clone().count() == 3 && numbers.all(|n| n.is_ok()))
    };
    let mut problems = Vec::new();
    for lint in lints() {
        if lint.cwe.is_empty() || !lint.cwe.iter().all(|n| (1..2000).contains(n)) {
            problems.push(format!("{}: cwe {:?}", lint.id, lint.cwe));
        }
        problems.extend(lint.asvs.iter().filter(|a| !asvs(a)).map(|a| format!("{}: asvs {a}", lint.id)));
        if semver::Version::parse(&lint.since).is_err() {
            problems.push(format!("{}: since {}", lint.id, lint.since));
        }
    }
    assert_none(problems);
}

#[test]
fn every_vulnerable_example_has_its_corrected_twin() {
    let mut problems = Vec::new();
    for lint in lints() {
        let has = |name: &str| lint.examples.iter().any(|(n, _)| n == name);
        if !has("vulnerable.rs") {
            problems.push(format!("{}: vulnerable.rs is missing", lint.id));
        }
        for (name, _) in &lint.examples {
            let twin = match name.split_once("vulnerable") {
                Some(("", rest)) => format!("fixed{rest}"),
                _ => name.replacen("fixed", "vulnerable", 1),
            };
            if twin == *name || !has(&twin) {
                problems.push(format!("{}: {name} has no twin {twin}", lint.id));
            }
        }
    }
    assert_none(problems);
}

#[test]
fn examples_are_annotated_with_their_own_lint_only() {
    let mut problems = Vec::new();
    for lint in lints() {
        for (name, text) in &lint.examples {
            let lints: Vec<String> = match case::annotations("", text) {
                Ok(places) => places.into_iter().map(|(_, _, lint)| lint).collect(),
                Err(error) => {
                    problems.push(format!("{}/{name}: {error}", lint.id));
                    continue;
                }
            };
            let right = match name.starts_with("fixed") {
                true => lints.is_empty(),
                false => !lints.is_empty() && lints.iter().all(|id| *id == lint.id),
            };
            if !right {
                problems.push(format!("{}/{name}: annotations {lints:?}", lint.id));
            }
        }
    }
    assert_none(problems);
}

#[test]
fn ui_tests_belong_to_a_lint_and_name_known_ones() {
    let mut problems = Vec::new();
    for dir in folders(&root().join("ui-tests")) {
        let name = file_name(&dir);
        if !name.starts_with('_') && !run::catalog().lints.contains_key(&name) {
            problems.push(format!("{}: no lint of this name", shown(&dir)));
        }
        for file in rust_files_below(&dir) {
            problems.extend(case_problem(&file));
        }
    }
    assert_none(problems);
}

fn case_problem(file: &Path) -> Option<String> {
    let text = read(file);
    let parts = case::header(&text).and_then(|_| case::annotations("", &text));
    let known = |id: &String| run::catalog().lints.contains_key(id) || Builtin::find(id).is_some();
    match parts {
        Err(error) => Some(format!("{}: {error}", shown(file))),
        Ok(places) => places
            .iter()
            .find(|(_, _, id)| !known(id))
            .map(|(_, line, id)| format!("{}:{line}: no lint `{id}`", shown(file))),
    }
}

/// A lint of the default profile interrupts people: it proves both its finds and its silence.
#[test]
fn default_lints_have_cases_that_fire_and_cases_that_do_not() {
    let mut problems = Vec::new();
    for lint in lints().filter(|lint| lint.profile == Default::default()) {
        let files = rust_files(&root().join("ui-tests").join(&lint.id));
        let fires = |file: &&PathBuf| read(file).contains("//~");
        let (loud, all) = (files.iter().filter(fires).count(), files.len());
        if all < FEWEST_CASES || loud < 2 || all - loud < 2 {
            problems.push(format!("{}: {all} cases, {loud} of them fire", lint.id));
        }
    }
    assert_none(problems);
}

/// A purpose without a witness would excuse everything, one with an empty word too.
#[test]
fn purposes_have_witnesses() {
    let mut problems = Vec::new();
    for lint in lints() {
        let purposes = match &lint.detector {
            Detector::ForbiddenUse(wanted) => &wanted.purposes,
            Detector::RoleFlow(flow) => &flow.purposes,
            Detector::KdfCost { purposes, .. } => purposes,
            Detector::FastHash(wanted) => &wanted.purposes,
            _ => continue,
        };
        for purpose in purposes {
            let witnesses = purpose.literals.iter().chain(&purpose.words).chain(&purpose.packages);
            let mut all = witnesses.chain(&purpose.results).chain(&purpose.inputs).peekable();
            let shown = !purpose.outcomes.is_empty();
            if all.peek().is_none() && !shown || all.any(|witness| witness.trim().is_empty()) {
                problems.push(format!("{}: purpose `{}`", lint.id, purpose.name));
            }
            let sides = !purpose.results.is_empty()
                || !purpose.unless.is_empty()
                || !purpose.inputs.is_empty()
                || shown;
            if sides && !matches!(lint.detector, Detector::ForbiddenUse(_)) {
                problems.push(format!(
                    "{}: `{}` asks for what only `forbidden-use` knows",
                    lint.id, purpose.name
                ));
            }
        }
    }
    assert_none(problems);
}

/// A gap that is not there would hide one that comes.
#[test]
fn known_gaps_name_cases() {
    let missing = |name: &String| !root().join(name).exists();
    assert_none(support::gaps().into_iter().filter(missing).map(|n| format!("{n}: no such case")).collect());
}

#[test]
fn annotations_point_at_their_own_line_or_up() {
    let text = "a //~ weak-hash\nb\nc\n//~^^ ecb-mode, weak-hash\n";
    let places = case::annotations("f.rs", text).expect("they are right");
    let expected = [(1, "weak-hash"), (2, "ecb-mode"), (2, "weak-hash")];
    assert_eq!(places, expected.map(|(line, lint)| ("f.rs".to_owned(), line, lint.to_owned())).into());
    assert!(case::annotations("", "//~^ weak-hash").is_err());
    assert!(case::annotations("", "a //~ Weak Hash").is_err());
    assert!(case::annotations("", "a //~").is_err());
}

#[test]
fn headers_are_read_from_the_first_lines() {
    let text = "//@ dep: md5 = { package = \"md-5\", version = \"0.10\" }\n//@ edition: 2024\n\n//@ dep: x = \"1\"\n";
    let header = case::header(text).expect("they are right");
    assert_eq!((header.edition, header.profile, header.deps.len()), (2024, None, 1));
    let dep = &header.deps[0];
    assert_eq!([&dep.name, &dep.package, &dep.version], ["md5", "md-5", "0.10"]);
    assert!(case::header("//@ dep: x = { git = \"y\" }").is_err());
    assert!(case::header("//@ profil: strict").is_err());
}

#[test]
fn differences_are_told_with_the_line() {
    let places = |lines: &[u32]| lines.iter().map(|&n| (String::new(), n, "weak-hash".to_owned())).collect();
    let told = case::difference(&places(&[1, 2]), &places(&[2, 3]), |_, n| format!("  text {n}"));
    assert_eq!(told, "missing    weak-hash at line 1: text 1\nunexpected weak-hash at line 3: text 3\n");
}

/// A lint whose detector does not exist would be silent for ever.
#[test]
fn detectors_of_their_own_exist() {
    let missing = |lint: &Lint| match &lint.detector {
        Detector::Custom { name } if custom::by_name(name).is_none() => {
            Some(format!("{}: no detector `{name}` in src/detectors/custom.rs", lint.id))
        }
        _ => None,
    };
    assert_none(lints().filter_map(missing).collect());
    assert!(custom::by_name("no_such_detector").is_none());
}
