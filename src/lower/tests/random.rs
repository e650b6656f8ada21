//! Any text at all is lowered without a panic, and every span lies inside the file.

use proptest::prelude::*;

use super::lower;
use crate::base::Span;

/// Pieces of Rust that are thrown together.
const PIECES: &[&str] = &[
    "fn ",
    "f",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    ";",
    ",",
    "->",
    "=>",
    "=",
    "==",
    "&",
    "&&",
    "|",
    "||",
    "!",
    "-",
    "*",
    "?",
    ".",
    "..",
    "::",
    ":",
    "#",
    "#![",
    "@",
    "$",
    "'a",
    "'x'",
    "\"s\"",
    "r#\"r\"#",
    "b\"b\"",
    "1",
    "2.5",
    "ä",
    "😀",
    "\n",
    "\r\n",
    "// c\n",
    "/* c */",
    "/// d\n",
    "struct S",
    "impl",
    " for ",
    "mod m",
    "use a::b",
    "let ",
    "if ",
    " else ",
    "match ",
    "return ",
    "async ",
    "move ",
    "unsafe ",
    "where ",
    "pub ",
    "const ",
    "static ",
    "println!",
    "(\"{x} {}\", y)",
    "vec!",
    "json!",
    "select!",
    "macro_rules! m",
    "#[cfg(test)]",
    "#[derive(A)]",
    " as u8",
    "\u{feff}",
    "---\n",
    "#!",
    "\\",
    "\"{",
    "r#type",
    "_",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..120)
        .prop_map(|pieces| pieces.join(" ").replace("  ", " "))
}

fn in_braces() -> impl Strategy<Value = String> {
    soup().prop_map(|inner| format!("fn f() {{ {inner} }} impl A {{ {inner} }} m! {{ {inner} }}"))
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let lowered = lower(text);
    let ir = &lowered.ir;
    let spans = ir.exprs.iter().map(|(_, e)| e.span);
    let spans = spans.chain(ir.pats.iter().map(|(_, p)| p.span)).chain(ir.types.iter().map(|(_, t)| t.span));
    let spans = spans.chain(ir.items.iter().flat_map(|(_, i)| [i.span, i.head]));
    let spans =
        spans.chain(ir.comments.iter().map(|c| c.span)).chain(ir.problems.iter().filter_map(|p| p.span));
    for Span { lo, hi, .. } in spans {
        prop_assert!(lo <= hi && text.get(lo as usize..hi as usize).is_some(), "{lo}..{hi}");
    }
    for (id, _) in ir.exprs.iter() {
        let mut ordered = true;
        ir.for_each_child(id, &mut |child| ordered &= child < id);
        prop_assert!(ordered);
    }
    prop_assert!(
        ir.problems.iter().all(|p| p.kind != crate::base::ProblemKind::Internal),
        "{:?}",
        ir.problems
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn token_soup_never_panics(text in soup()) {
        check(&text)?;
    }

    #[test]
    fn soup_inside_valid_code_never_panics(text in in_braces()) {
        check(&text)?;
    }

    #[test]
    fn any_text_never_panics(text in "\\PC{0,60}") {
        check(&text)?;
    }
}
