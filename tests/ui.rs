//! The UI tests: what a user is told about a program.
//!
//! Every `lints/*/*.rs` and `ui-tests/<lint>/*.rs` is one trial: the file alone is the library of a package with the
//! dependencies that its header names. So is every `ui-tests/_flow/<kind of step>/*.rs`: one behaviour of the flow engine a
//! file, a bad value that arrives and its twin made good. Every folder of `ui-tests/_projects/` is one trial too, loaded as a real package.
//! A trial passes if the findings are exactly the annotated ones and the rendered report is that of the `.stderr` file.
//! `ui-tests/gaps.txt` lists the cases that are known to fail; such a trial passes until its case comes right, so that the
//! list can only become shorter. Annotations are written by hand. `cargo test --test ui -- --bless` (or `UI_BLESS=1`) writes the `.stderr` files.

mod support;

use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use support::case::{self, Places};
use support::{file_name, folders, read, root, run, rust_files, rust_files_below, shown};

fn main() {
    let mut words: Vec<String> = std::env::args().collect();
    let asked = words.iter().any(|word| word == "--bless");
    words.retain(|word| word != "--bless");
    let bless = asked || std::env::var_os("UI_BLESS").is_some_and(|value| value == "1");
    libtest_mimic::run(&Arguments::from_iter(words), trials(bless)).exit();
}

fn trials(bless: bool) -> Vec<Trial> {
    let mut trials = Vec::new();
    let gaps = support::gaps();
    let is_gap = |path: &Path| gaps.contains(&shown(path));
    for dir in folders(&root().join("lints")).into_iter().chain(folders(&root().join("ui-tests"))) {
        let lint = file_name(&dir);
        if lint.starts_with('_') {
            continue;
        }
        for file in rust_files(&dir) {
            let (lint, gap) = (lint.clone(), is_gap(&file));
            trials.push(Trial::test(shown(&file), move || single(&lint, &file, Mode { gap, bless })));
        }
    }
    for dir in folders(&root().join("ui-tests/_flow")) {
        for file in rust_files(&dir) {
            let gap = is_gap(&file);
            trials.push(Trial::test(shown(&file), move || single("", &file, Mode { gap, bless })));
        }
    }
    for dir in folders(&root().join("ui-tests/_projects")) {
        let gap = is_gap(&dir);
        trials.push(Trial::test(shown(&dir), move || project(&dir, Mode { gap, bless })));
    }
    trials
}

/// How a trial is judged.
#[derive(Clone, Copy)]
struct Mode {
    /// Whether the case is known to fail.
    gap: bool,
    /// Whether the report is written down rather than compared.
    bless: bool,
}

fn single(lint: &str, file: &Path, mode: Mode) -> Result<(), Failed> {
    let source = read(file);
    let header = case::header(&source)?;
    let expected = case::annotations("", &source)?;
    let profile = header.profile.unwrap_or_else(|| run::profile_of(lint));
    let outcome = run::single(&shown(file), &source, &header, profile);
    let line = |_: &str, number: u32| line_of(&source, number);
    settle(judge(&expected, &outcome, line), &file.with_extension("stderr"), &outcome, mode)
}

fn project(dir: &Path, mode: Mode) -> Result<(), Failed> {
    let mut expected = Places::new();
    for file in rust_files_below(dir) {
        expected.extend(case::annotations(&relative(dir, &file), &read(&file))?);
    }
    let manifest = read(&dir.join("Cargo.toml"));
    let profile = case::header(&manifest.replace("#@", "//@"))?.profile.unwrap_or_default();
    let outcome = run::project(dir, profile)?;
    let verdict = judge(&expected, &outcome, |file, number| line_of(&read(&dir.join(file)), number));
    settle(verdict, &dir.join("expected.stderr"), &outcome, mode)
}

fn relative(dir: &Path, file: &Path) -> String {
    file.strip_prefix(dir).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn line_of(source: &str, number: u32) -> String {
    source.lines().nth(number as usize - 1).unwrap_or_default().to_owned()
}

fn judge(
    expected: &Places,
    outcome: &run::Outcome,
    line: impl Fn(&str, u32) -> String,
) -> Result<(), Failed> {
    if !outcome.unread.is_empty() {
        return Err(format!("the case was not read: {}", outcome.unread.join("; ")).into());
    }
    let difference = case::difference(expected, &outcome.found, line);
    if difference.is_empty() {
        return Ok(());
    }
    Err(format!("findings and annotations differ\n{difference}\n{}", outcome.text).into())
}

/// A known gap has no text worth keeping.
fn settle(
    verdict: Result<(), Failed>,
    text: &Path,
    outcome: &run::Outcome,
    mode: Mode,
) -> Result<(), Failed> {
    match (verdict, mode.gap) {
        (Ok(()), true) => Err("is right now: take it off the list `ui-tests/gaps.txt`".into()),
        (Err(_), true) => Ok(()),
        (verdict, false) => verdict.and_then(|()| compare_text(text, outcome, mode.bless)),
    }
}

/// A silent case has no `.stderr` file.
fn compare_text(path: &Path, outcome: &run::Outcome, bless: bool) -> Result<(), Failed> {
    let actual = if outcome.found.is_empty() { "" } else { outcome.text.as_str() };
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    if actual == stored {
        return Ok(());
    }
    if bless {
        return write(path, actual);
    }
    let diff = text_difference(&stored, actual);
    Err(format!("{} differs, accept with `--bless`\n{diff}", shown(path)).into())
}

fn write(path: &Path, text: &str) -> Result<(), Failed> {
    let path = PathBuf::from(path);
    let done = if text.is_empty() { std::fs::remove_file(&path) } else { std::fs::write(&path, text) };
    done.map_err(|e| format!("{}: {e}", shown(&path)).into())
}

/// The lines that differ, after the common beginning and before the common end.
fn text_difference(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let mut out = format!("from line {}:\n", head + 1);
    out.extend(old[head..old.len() - tail].iter().map(|line| format!("-{line}\n")));
    out.extend(new[head..new.len() - tail].iter().map(|line| format!("+{line}\n")));
    out
}
