//! Suppressions on real source: what they cover, and what is said about those that cover nothing.

use crate::project::Project;

const LINT: &str = "weak-hash";
/// What it finds, wherever it stands.
const CALL: &str = "Md5::digest(b\"a\")";

/// Runs over a function with this body, `CALL` and `ALLOW` replaced; gives findings of the lint and suppressed ones.
#[track_caller]
fn counts(body: &str) -> (usize, usize, usize) {
    let allow = format!("secure-lint: allow({}): known", LINT.replace('-', "_"));
    let text = body.replace("CALL", CALL).replace("ALLOW", &allow);
    let text = format!("{text}use md5::{{Digest, Md5}};\n");
    let project = Project::with_lib(&text);
    let run = project.lint(&["--format", "json", "--no-fail"]);
    let json: serde_json::Value = serde_json::from_str(&run.ends(0, &[]).stdout).unwrap();
    let of = |list: &str, lint: &str| {
        let list = json[list].as_array().map_or(&[][..], Vec::as_slice);
        list.iter().filter(|f| f["lint"] == lint || f["finding"]["lint"] == lint).count()
    };
    let suppressed = run.stderr.split(" suppressed)").next().and_then(|s| s.rsplit('(').next());
    let suppressed = suppressed.and_then(|s| s.parse().ok()).unwrap_or(0);
    (of("findings", LINT), suppressed, of("findings", "unused-suppression"))
}

#[test]
fn behind_a_statement() {
    assert_eq!(counts("fn a() {\n    let x = CALL; // ALLOW\n    let y = CALL;\n}\n"), (1, 1, 0));
}

#[test]
fn behind_the_last_line_of_a_broken_statement() {
    let broken = "fn a() {\n    let x = Md5::digest(\n        b\"a\",\n    )\n    \
                  .to_vec(); // ALLOW\n    let y = CALL;\n}\n";
    assert_eq!(counts(broken), (1, 1, 0));
}

#[test]
fn above_a_statement_an_item_an_arm_an_argument_and_a_field() {
    assert_eq!(counts("fn a() {\n    // ALLOW\n    let x = CALL;\n    let y = CALL;\n}\n"), (1, 1, 0));
    assert_eq!(
        counts("// ALLOW\nfn a() {\n    let x = CALL;\n    let y = CALL;\n}\nfn b() { CALL; }\n"),
        (1, 2, 0)
    );
    assert_eq!(
        counts(
            "fn a(n: u8) {\n    match n {\n        // ALLOW\n        0 => drop(CALL),\n        _ => drop(CALL),\n    }\n}\n"
        ),
        (1, 1, 0)
    );
    assert_eq!(
        counts("fn a() {\n    b(\n        // ALLOW\n        CALL,\n        CALL,\n    )\n}\n"),
        (1, 1, 0)
    );
    assert_eq!(
        counts("fn a() {\n    B {\n        // ALLOW\n        x: CALL,\n        y: CALL,\n    }\n}\n"),
        (1, 1, 0)
    );
}

#[test]
fn in_a_chain_it_covers_one_segment() {
    let chain = "fn a() {\n    b()\n        // ALLOW\n        .c(CALL)\n        .c(CALL)\n        .c(CALL) // ALLOW\n        .d()\n}\n";
    assert_eq!(counts(chain), (1, 2, 0));
}

#[test]
fn first_in_a_block_it_covers_the_condition() {
    assert_eq!(
        counts("fn a() {\n    if b(CALL) {\n        // ALLOW\n        c();\n        d(CALL);\n    }\n}\n"),
        (1, 1, 0)
    );
    assert_eq!(
        counts("fn a() {\n    if b(CALL) { // ALLOW\n        c();\n        d(CALL);\n    }\n}\n"),
        (1, 1, 0)
    );
    assert_eq!(
        counts("fn a() {\n    match CALL {\n        // ALLOW\n        _ => d(CALL),\n    }\n}\n"),
        (1, 1, 0)
    );
}

#[test]
fn the_attribute_form_in_its_three_conditions() {
    for condition in ["secure_lint", "any()", "false"] {
        let attribute =
            format!("#[cfg_attr({condition}, allow(secure_lint::weak_hash, reason = \"known\"))]");
        assert_eq!(counts(&format!("{attribute}\nfn a() {{ CALL; }}\nfn b() {{ CALL; }}\n")), (1, 1, 0));
        assert_eq!(
            counts(&format!("fn a() {{\n    {attribute}\n    let x = CALL;\n    CALL;\n}}\n")),
            (1, 1, 0)
        );
    }
    let foreign = "#[cfg_attr(feature = \"x\", allow(secure_lint::weak_hash))]\nfn a() { CALL; }\n";
    assert_eq!(counts(foreign), (1, 0, 0));
}

#[test]
fn a_whole_file() {
    let allow = format!("// secure-lint: allow-file({LINT}): test double\n");
    assert_eq!(counts(&format!("{allow}fn a() {{ CALL; }}\nfn b() {{ CALL; }}\n")), (0, 2, 0));
}

#[test]
fn what_suppresses_nothing_is_reported() {
    assert_eq!(counts("// ALLOW\nfn a() {}\nfn b() { CALL; }\n"), (1, 0, 1));
    assert_eq!(counts("fn a() {\n    CALL;\n    // ALLOW\n}\n"), (1, 0, 1));
    assert_eq!(counts("fn a() {\n    let s = \"// ALLOW\";\n    CALL;\n}\n"), (1, 0, 0));
    assert_eq!(counts("/// ALLOW\nfn a() {\n    CALL;\n}\n"), (1, 0, 0));
}

#[test]
fn a_suppression_in_code_that_is_compiled_out_is_left_alone() {
    let other = if cfg!(windows) { "unix" } else { "windows" };
    assert_eq!(
        counts(&format!("#[cfg({other})]\nfn a() {{\n    // ALLOW\n    CALL;\n}}\nfn b() {{ CALL; }}\n")),
        (1, 0, 0)
    );
}

#[test]
fn names_and_reasons_are_checked() {
    let project = Project::with_lib(&format!(
        "use md5::*;\npub fn a() {{ {CALL}; }} // secure-lint: allow(weak-hsh)\n"
    ));
    let run = project.lint(&[]);
    run.ends(0, &["2 warnings"]);
    assert!(run.stdout.contains("unknown lint `weak-hsh`"), "{run}");
    assert!(run.stdout.contains("`weak-hash`"), "{run}");
    let project =
        Project::with_lib(&format!("use md5::*;\npub fn a() {{ {CALL}; }} // secure-lint: allow({LINT})\n"));
    project.lint(&["-D", "warnings"]).ends(0, &["1 suppressed"]);
    let strict = project.lint(&["--require-reason"]);
    assert!(strict.ends(0, &["1 warning"]).stdout.contains("unexplained-suppression"), "{strict}");
    project.lint(&["--no-ignores"]).ends(0, &["1 warning"]);
    project.lint(&["--forbid", LINT]).ends(1, &["1 error"]);
}
