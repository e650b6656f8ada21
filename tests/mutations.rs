//! Mutations of small applications: each takes a guard away in one of the ways in which guards get lost, and is found;
//! refactorings that keep every guard are silent.
//!
//! `ui-tests/_mutations/<framework>/base.rs` is an application in which every route that changes something is guarded, and no
//! lint about routes speaks. `rows.toml` beside it lists the changes:
//!
//! ```toml
//! [[mutation]]
//! name = "the guard parameter is removed"
//! edits = [["async fn create(user: User, ", "async fn create("]]   # text that occurs once, and what replaces it
//! lint = "missing-authorization"
//! at = "post(create)"                                            # on the line that is reported, after the change
//!
//! [[refactoring]]
//! name = "the guard type has an alias"
//! edits = [["fn list(user: User)", "fn list(user: Reader)"]]
//! ```
//!
//! A mutation gives exactly one finding of the lints about routes. Lists may only become longer.

mod support;

use std::path::Path;

use cargo_secure_lint::catalog::Profile;
use serde::Deserialize;
use support::{case, folders, read, root, run, shown};

/// The lints whose subject is who may call a route.
const LINTS: &[&str] = &[
    "auth-skip-list-write",
    "authentication-without-authorization",
    "authorization-outlier",
    "declared-not-enforced",
    "guard-never-rejects",
    "ignored-authorization-result",
    "middleware-never-rejects",
    "missing-authorization",
    "optional-authentication-on-write",
    "route-outside-auth-layer",
    "unverified-webhook",
];

/// The fewest mutations and refactorings of all applications.
const FEWEST: (usize, usize) = (40, 15);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rows {
    #[serde(default)]
    mutation: Vec<Mutation>,
    #[serde(default)]
    refactoring: Vec<Refactoring>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutation {
    name: String,
    edits: Vec<(String, String)>,
    lint: String,
    at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refactoring {
    name: String,
    edits: Vec<(String, String)>,
}

#[test]
fn mutations_are_found_and_refactorings_are_silent() {
    let dirs = folders(&root().join("ui-tests/_mutations"));
    let judged: Vec<(usize, usize, Vec<String>)> = std::thread::scope(|scope| {
        let running: Vec<_> = dirs.iter().map(|dir| scope.spawn(|| application(dir))).collect();
        running.into_iter().map(|one| one.join().expect("the application is judged")).collect()
    });
    let wrong: Vec<String> = judged.iter().flat_map(|one| one.2.clone()).collect();
    let mutations: usize = judged.iter().map(|one| one.0).sum();
    let refactorings: usize = judged.iter().map(|one| one.1).sum();
    assert!(wrong.is_empty(), "{} rows are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(mutations >= FEWEST.0 && refactorings >= FEWEST.1, "rows are gone");
}

/// How many mutations and refactorings an application has, and which of them are wrong.
fn application(dir: &Path) -> (usize, usize, Vec<String>) {
    let base = read(&dir.join("base.rs"));
    let rows: Rows =
        toml::from_str(&read(&dir.join("rows.toml"))).unwrap_or_else(|e| panic!("{}: {e}", shown(dir)));
    let wrong = |name: &str, problem: Result<(), String>| {
        problem.err().map(|problem| format!("{}: {name}: {problem}", shown(dir)))
    };
    let base_row = wrong("the application itself", silent(dir, Ok(base.clone())));
    let mutations = rows.mutation.iter().map(|row| wrong(&row.name, mutated(dir, &base, row)));
    let refactorings =
        rows.refactoring.iter().map(|row| wrong(&row.name, silent(dir, edited(&base, &row.edits))));
    let wrong = std::iter::once(base_row).chain(mutations).chain(refactorings).flatten().collect();
    (rows.mutation.len(), rows.refactoring.len(), wrong)
}

fn silent(dir: &Path, text: Result<String, String>) -> Result<(), String> {
    let found = spoken(dir, &text?);
    if found.is_empty() { Ok(()) } else { Err(list(&found)) }
}

fn mutated(dir: &Path, base: &str, row: &Mutation) -> Result<(), String> {
    let text = edited(base, &row.edits)?;
    let found = spoken(dir, &text);
    match &found[..] {
        [(line, lint)] if *lint == row.lint && line.contains(&row.at) => Ok(()),
        _ => Err(format!("wanted {} at `{}`, found {}", row.lint, row.at, list(&found))),
    }
}

fn edited(base: &str, edits: &[(String, String)]) -> Result<String, String> {
    let mut text = base.to_owned();
    for (old, new) in edits {
        if text.matches(old.as_str()).count() != 1 {
            return Err(format!("`{old}` occurs {} times", text.matches(old.as_str()).count()));
        }
        text = text.replace(old.as_str(), new);
    }
    Ok(text)
}

/// The lines where lints about routes speak.
fn spoken(dir: &Path, text: &str) -> Vec<(String, String)> {
    let header = case::header(text).unwrap_or_else(|e| panic!("{}: {e}", shown(dir)));
    let outcome = run::single(&shown(dir), text, &header, Profile::Audit);
    assert!(outcome.unread.is_empty(), "{}: {:?}", shown(dir), outcome.unread);
    let about_routes = outcome.found.into_iter().filter(|(_, _, lint)| LINTS.contains(&lint.as_str()));
    let line = |number: u32| text.lines().nth(number as usize - 1).unwrap_or_default().trim().to_owned();
    about_routes.map(|(_, number, lint)| (line(number), lint)).collect()
}

fn list(found: &[(String, String)]) -> String {
    let lines: Vec<String> = found.iter().map(|(line, lint)| format!("{lint} at `{line}`")).collect();
    if lines.is_empty() { "nothing".to_owned() } else { lines.join("; ") }
}
