//! Comments are found where a reader sees them, and nowhere else.

use super::lower;

#[test]
fn plain_comments_are_kept_and_doc_comments_are_documentation() {
    let text = "//! crate\n//// ruler\n/// doc\n/** more */\nfn f() { // end  \n/* a /* b */ c */ let s = \"// no\"; 'x: loop {} }\n/***/ /**/ // last";
    let lowered = lower(text);
    let comments: Vec<_> = lowered.ir.comments.iter().map(|c| (c.text.as_str(), c.trailing)).collect();
    assert_eq!(
        comments,
        [("ruler", false), ("end", true), ("a /* b */ c", false), ("*", false), ("", true), ("last", true)]
    );
    assert_eq!(lowered.item("f").docs, "doc\nmore");
    assert_eq!(lowered.text(lowered.ir.comments[2].span), "/* a /* b */ c */");
}

#[test]
fn marks_inside_literals_are_no_comments() {
    let text = "fn f() { g(\"/* a\", r#\"\"// b\"#, b\"//\", br##\"/*\"##, '\"', '\\'', b'/', c\"//\", r\"\\\") } // only";
    let lowered = lower(text);
    assert!(lowered.ir.stats.parsed, "{:?}", lowered.ir.problems);
    let comments: Vec<_> = lowered.ir.comments.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(comments, ["only"]);
}

#[test]
fn comments_of_a_file_that_does_not_lex_are_still_there() {
    let lowered = lower("// one\nfn f( {\n// two\n");
    assert_eq!(lowered.ir.comments.len(), 2);
}
