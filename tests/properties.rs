//! What does not change the meaning of a program does not change what is said about it.
//!
//! The programs are those of the lints and all UI cases of a single file. Each is rewritten (`properties/rewrite.rs`,
//! `properties/rename.rs`) and analysed again, in its own profile. Lints whose evidence is a name or the place of a literal are left
//! out where a rewriting changes names or moves literals; `NAMED` says why.

mod support;

#[path = "properties/rename.rs"]
mod rename;
#[path = "properties/rewrite.rs"]
mod rewrite;

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::OnceLock;

use cargo_secure_lint::catalog::Profile;
use cargo_secure_lint::engine::in_pool;
use rewrite::Wrap;
use support::case::{self, Header, Places};
use support::{file_name, folders, read, root, run, rust_files, shown};

/// Lints that judge by names or by where a literal stands, not by where a value comes from alone.
const NAMED: &[(&str, &str)] = &[
    ("cleartext-password", "the names of the column and of the value are the evidence"),
    ("cleartext-storage", "the name of the value is the evidence"),
    ("disabled-certificate-check", "names in a condition tell that the user of the program chose"),
    ("fast-hash-near-password", "names around tell that what is hashed is a password"),
    ("fail-open-verification", "a name tells that what may be missing is a signature"),
    (
        "handwritten-cookie",
        "what is written in one literal is judged with the other literals of the function",
    ),
    ("hash-as-mac", "a name tells that what is hashed is a secret"),
    ("hardcoded-secret", "what a literal is bound to tells what it is, and the literal is the place"),
    ("insecure-cookie-default", "the place is the literal that is the default"),
    ("inverted-tls-switch", "the name of the value is the evidence"),
    ("key-file-without-mode", "names tell that what is written is a private key"),
    ("late-verification", "the name of a variable tells that it is a connection or a setting"),
    ("authentication-without-authorization", "names tell which values say whose a thing is"),
    ("unverified-webhook", "the header is read where its name is written"),
    ("auth-skip-list-write", "the addresses that a middleware lets pass are read where they are written"),
    ("guard-never-rejects", "names of types and texts tell that a guard is meant to refuse"),
    ("middleware-never-rejects", "names and texts tell that a credential is looked at"),
    ("optional-authentication-on-write", "names of handlers and parameters tell what they do"),
    ("route-outside-auth-layer", "names of handlers and parameters tell what they do"),
    ("missing-authorization", "names of handlers and parameters tell what they do"),
    ("nonce-reuse", "a parameter or field named like a nonce is taken for one"),
    ("non-cryptographic-hash", "a name tells what the hash is for"),
    ("password-derived-key", "a name tells that what is hashed is a password"),
    ("readable-key-file", "names tell that a file holds a secret"),
    ("secret-in-debug", "the name of the field is the evidence"),
    ("secret-in-serialize", "the name of the field is the evidence"),
    ("short-token", "a name tells that a text is a secret"),
    ("unverified-message", "functions that decrypt are known by their names"),
    ("secret-in-log", "names of the value and of what is around it tell that it is secret"),
    ("xor-encryption", "what is repeated has to be named as a key"),
    ("unused-suppression", "follows from what other lints say"),
    ("variable-time-comparison", "names of operands tell that they are secret"),
    ("weak-hash", "names tell the purposes in which collisions do no harm"),
    ("weak-password-hash", "a name tells that what is hashed is a password"),
    ("weak-rng", "a name near the generator tells what the number is for"),
];

/// The lint that judges by what is written: two operands are the same if they read the same.
const WRITTEN: &str = "self-comparison";

/// Cases in which a property does not hold today: the property, the case, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "other names",
        "ui-tests/hardcoded-key/extract_without_salt.rs",
        "zeros are a salt because they are called so",
    ),
    (
        "other names",
        "ui-tests/truncating-comparison/all_pairs.rs",
        "pairs that are all equal are a check of a secret where one side is called expected",
    ),
    (
        "other names",
        "ui-tests/predictable-seed/kept_in_a_field.rs",
        "a variable called a token tells what is drawn from the generator",
    ),
    (
        "other names",
        "ui-tests/hardcoded-key/steps_of_a_derivation.rs",
        "a message is key material because it is called so",
    ),
    (
        "other names",
        "ui-tests/hardcoded-key/steps_with_ring.rs",
        "a message is key material because it is called so",
    ),
    (
        "other names",
        "ui-tests/predictable-token/name_of_a_container.rs",
        "a variable called a session id tells what is made",
    ),
    (
        "other names",
        "ui-tests/predictable-seed/filled.rs",
        "a buffer called a key tells what is drawn from the generator",
    ),
    (
        "other names",
        "ui-tests/predictable-token/identifiers_by_time.rs",
        "a variable called a token tells what is made",
    ),
    (
        "other names",
        "ui-tests/cleartext-transport/bodies.rs",
        "a variable called a password tells what is sent",
    ),
    (
        "variable for arguments",
        "ui-tests/hardcoded-key/steps_of_a_derivation.rs",
        "a chain is known by one expression that gives its variable the next value",
    ),
    (
        "literal for constants",
        "ui-tests/hardcoded-key/steps_of_a_derivation.rs",
        "a salt is known by the name of its constant",
    ),
    (
        "block around arguments",
        "ui-tests/identity-extracted-and-dropped/handed_by_filters.rs",
        "a filter for a header is known to ask by the name that is written in it",
    ),
    (
        "variable for arguments",
        "ui-tests/identity-extracted-and-dropped/handed_by_filters.rs",
        "a filter for a header is known to ask by the name that is written in it",
    ),
    (
        "literal for constants",
        "ui-tests/hardcoded-key/id_as_key.rs",
        "an id is known by the name of its constant",
    ),
];

struct Program {
    name: String,
    source: String,
    header: Header,
    profile: Profile,
    found: Places,
    text: String,
}

/// All programs, with what is said about them.
fn programs() -> &'static [Program] {
    static PROGRAMS: OnceLock<Vec<Program>> = OnceLock::new();
    PROGRAMS.get_or_init(|| {
        let lints = folders(&root().join("lints")).into_iter().chain(folders(&root().join("ui-tests")));
        let lints = lints.filter(|dir| !file_name(dir).starts_with('_'));
        let of_lints = lints.flat_map(|dir| rust_files(&dir).into_iter().map(move |f| (file_name(&dir), f)));
        let kinds = folders(&root().join("ui-tests/_flow"));
        let of_flow = kinds.iter().flat_map(|dir| rust_files(dir)).map(|file| (String::new(), file));
        of_lints.chain(of_flow).map(|(lint, file)| program(&lint, &file)).collect()
    })
}

fn program(lint: &str, file: &Path) -> Program {
    let source = read(file);
    let header = case::header(&source).expect("headers are right, tests/ui.rs");
    let profile = header.profile.unwrap_or_else(|| run::profile_of(lint));
    let name = shown(file);
    let run::Outcome { found, text, .. } = run::single(&name, &source, &header, profile);
    Program { name, source, header, profile, found, text }
}

impl Program {
    fn analyse(&self, source: &str) -> run::Outcome {
        run::single(&self.name, source, &self.header, self.profile)
    }

    fn parsed(&self) -> Option<syn::File> {
        syn::parse_file(&self.source).ok()
    }
}

/// Whether a lint is judged by values alone.
fn by_value(lint: &str) -> bool {
    NAMED.iter().all(|(named, _)| *named != lint)
}

/// The same without the lint that judges by what is written.
fn by_value_alone(lint: &str) -> bool {
    by_value(lint) && lint != WRITTEN
}

/// What must not change, and how it is compared.
struct Property {
    name: &'static str,
    lints: fn(&str) -> bool,
    compared_by: By,
    /// So many programs with findings are rewritten at least: a rewriting that rewrites nothing proves nothing.
    at_least: usize,
}

/// What a finding is told by.
#[derive(Clone, Copy, PartialEq)]
enum By {
    /// Its line: nothing moves.
    Line,
    /// The text of its line: lines move and stay as they are.
    Text,
}

impl Property {
    /// Compares what is said of each program with what is said of it rewritten; `None` if it cannot be.
    fn holds(&self, rewrite: impl Fn(&Program, &syn::File) -> Option<String>) {
        let mut told = String::new();
        let mut with_findings = 0;
        for program in programs() {
            let rewritten = program.parsed().and_then(|file| rewrite(program, &file));
            let Some(source) = rewritten.filter(|source| *source != program.source) else { continue };
            assert!(syn::parse_file(&source).is_ok(), "{} is no program any more:\n{source}", program.name);
            let before = self.told(&program.found, &program.source);
            with_findings += usize::from(!before.is_empty());
            let after = self.told(&program.analyse(&source).found, &source);
            let known = EXCEPTIONS.iter().any(|(p, case, _)| *p == self.name && *case == program.name);
            match (before == after, known) {
                (true, true) => told += &format!("{} holds now: take it off the list\n", program.name),
                (false, false) => told += &difference(program, &source, &before, &after),
                _ => {}
            }
        }
        assert!(told.is_empty(), "{}:\n{told}", self.name);
        assert!(with_findings >= self.at_least, "{}: only {with_findings} programs", self.name);
    }

    /// Each finding with what it is told by, sorted.
    fn told(&self, found: &Places, source: &str) -> Vec<String> {
        let key = |n: u32| match self.compared_by {
            By::Line => format!("line {n}"),
            By::Text => source.lines().nth(n as usize - 1).unwrap_or_default().trim().to_owned(),
        };
        let kept = found.iter().filter(|(_, _, lint)| (self.lints)(lint));
        let mut told: Vec<String> = kept.map(|(_, n, lint)| format!("{lint}: {}", key(*n))).collect();
        told.sort();
        told
    }
}

/// With `SHOW_REWRITTEN=1` the rewritten source too.
fn difference(program: &Program, source: &str, before: &[String], after: &[String]) -> String {
    let list = |word: &str, of: &[String], not_in: &[String]| -> String {
        of.iter().filter(|told| !not_in.contains(told)).map(|told| format!("  {word} {told}\n")).collect()
    };
    let shown = if std::env::var_os("SHOW_REWRITTEN").is_some() { source } else { "" };
    [&program.name, "\n", &list("lost  ", before, after), &list("gained", after, before), shown].concat()
}

#[test]
fn names_of_variables_tell_nothing() {
    Property { name: "other names", lints: by_value, compared_by: By::Line, at_least: 80 }
        .holds(|program, file| Some(rename::renamed(&program.source, file).0));
}

#[test]
fn enough_variables_are_renamed() {
    let count = |program: &Program| Some(rename::renamed(&program.source, &program.parsed()?).1);
    let names: usize = programs().iter().filter_map(count).sum();
    assert!(names > 800, "only {names} names are changed");
}

#[test]
fn the_order_of_items_tells_nothing() {
    Property { name: "reverse order", lints: |_| true, compared_by: By::Text, at_least: 200 }
        .holds(|program, file| rewrite::reversed(&program.source, file));
}

#[test]
fn unrelated_code_changes_nothing() {
    Property { name: "unrelated code", lints: |_| true, compared_by: By::Line, at_least: 200 }
        .holds(|program, file| Some(rewrite::padded(&program.source, file)));
}

#[test]
fn a_block_around_an_argument_changes_nothing() {
    Property { name: "block around arguments", lints: by_value_alone, compared_by: By::Line, at_least: 80 }
        .holds(|program, file| Some(rewrite::wrapped(&program.source, file, Wrap::Block)));
}

#[test]
fn a_variable_for_an_argument_changes_nothing() {
    Property { name: "variable for arguments", lints: by_value_alone, compared_by: By::Line, at_least: 80 }
        .holds(|program, file| Some(rewrite::wrapped(&program.source, file, Wrap::Variable)));
}

#[test]
fn a_constant_for_a_literal_changes_nothing() {
    Property { name: "constant for literals", lints: by_value_alone, compared_by: By::Line, at_least: 80 }
        .holds(|program, file| Some(rewrite::extracted(&program.source, file)));
}

#[test]
fn a_literal_for_a_constant_changes_nothing() {
    Property { name: "literal for constants", lints: by_value_alone, compared_by: By::Line, at_least: 8 }
        .holds(|program, file| Some(rewrite::inlined(&program.source, file)));
}

#[test]
fn threads_and_repetition_change_no_byte() {
    let texts = |threads: usize| -> Vec<String> {
        in_pool(NonZeroUsize::new(threads), || programs().iter().map(|p| p.analyse(&p.source).text).collect())
    };
    for threads in [1, 2] {
        for (program, text) in programs().iter().zip(texts(threads)) {
            assert_eq!(program.text, text, "{} with {threads} threads", program.name);
        }
    }
}
