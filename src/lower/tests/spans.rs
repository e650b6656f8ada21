//! A span slices to the text that a reader would point at.

use super::{Lowered, lower, lower_body};
use crate::base::LineCol;
use crate::ir::{ExprKind, ImportKind, ItemKind, Stmt};

const SAMPLE: &str = r##"
#[derive(Debug)] pub(crate) struct S<T: Copy = u8>(pub T, [u8; 4]);
impl<T> S<T> where T: Copy {
    pub async unsafe extern "C" fn m(&mut self, (a, b): (u8, &'static str), mut c: Vec<Vec<u8>>) -> Option<&T> {
        let x: u8 = (a + 1) * -2 as u8 else { return None };
        self.0.f::<u8>(b, |q: u8| -> u8 { q })?.await[1..=2].len();
        if let Some(y) = b && !c.is_empty() { c = y } else if a == 1 { } else { loop { break 'l 5; } }
        match a { 1 | 2 if a > 1 => (), S { f: ref g @ Some(_), .. } => { g }, &[x, ..] => continue, _ => yes!(1), }
        *a += <T as Tr>::K::<2> << 3;
        for i in 0..n.len() { *p = &mut i; }
        let z = S { a: 1, b, ..Default::default() };
        let w = [0u8; 32]; let v = [1, 2]; let t = (1, ); let u = ();
        'outer: while let Some(_) = it.next() { return; }
        let f = async move { x }; let g = unsafe { y }; let h = move || 1; &raw const a;
        #[rustfmt::skip] foo(r#"a"#, b"\x00", 'x', 1_000u64, 1.5e3, b'a', c"x", true);
    }
}
"##;

fn all_texts(lowered: &Lowered) -> Vec<&str> {
    lowered.ir.exprs.iter().map(|(_, e)| lowered.text(e.span)).collect()
}

#[test]
fn spans_of_expressions_slice_to_their_text() {
    let lowered = lower(SAMPLE);
    assert!(lowered.ir.problems.is_empty(), "{:?}", lowered.ir.problems);
    let texts = all_texts(&lowered);
    for expected in [
        "a + 1",
        "(a + 1) * -2 as u8",
        "-2",
        "-2 as u8",
        "{ return None }",
        "self.0",
        "self.0.f::<u8>(b, |q: u8| -> u8 { q })",
        "|q: u8| -> u8 { q }",
        "self.0.f::<u8>(b, |q: u8| -> u8 { q })?.await[1..=2]",
        "1..=2",
        "let Some(y) = b",
        "let Some(y) = b && !c.is_empty()",
        "!c.is_empty()",
        "if a == 1 { } else { loop { break 'l 5; } }",
        "break 'l 5",
        "continue",
        "yes!(1)",
        "*a += <T as Tr>::K::<2> << 3",
        "<T as Tr>::K::<2>",
        "0..n.len()",
        "*p = &mut i",
        "&mut i",
        "S { a: 1, b, ..Default::default() }",
        "[0u8; 32]",
        "[1, 2]",
        "(1, )",
        "()",
        "'outer: while let Some(_) = it.next() { return; }",
        "async move { x }",
        "unsafe { y }",
        "move || 1",
        "&raw const a",
        r##"foo(r#"a"#, b"\x00", 'x', 1_000u64, 1.5e3, b'a', c"x", true)"##,
        r##"r#"a"#"##,
        r#"b"\x00""#,
        "1_000u64",
    ] {
        assert!(texts.contains(&expected), "no expression {expected:?}");
    }
}

#[test]
fn children_precede_their_parents_and_lie_inside_them() {
    let lowered = lower(SAMPLE);
    for (id, expr) in lowered.ir.exprs.iter() {
        lowered.ir.for_each_child(id, &mut |child| {
            assert!(child < id);
            assert!(expr.span.contains(lowered.ir.exprs[child].span), "{:?}", lowered.text(expr.span));
        });
    }
}

#[test]
fn statements_arms_patterns_types_and_heads() {
    let lowered = lower(SAMPLE);
    let item = lowered.item("m");
    let head = "pub async unsafe extern \"C\" fn m(&mut self, (a, b): (u8, &'static str), mut c: Vec<Vec<u8>>) -> Option<&T>";
    assert_eq!(lowered.text(item.head), head);
    let strukt = lowered.item("S");
    assert!(lowered.text(strukt.span).starts_with("#[derive(Debug)] pub(crate)"));
    assert_eq!(lowered.text(strukt.head), "pub(crate) struct S<T: Copy = u8>(pub T, [u8; 4]);");
    let ItemKind::Fn(f) = &item.kind else { panic!() };
    assert_eq!(lowered.text(f.params[0].span), "(a, b): (u8, &'static str)");
    assert_eq!(lowered.text(f.params[1].span), "mut c: Vec<Vec<u8>>");
    assert_eq!(lowered.text(lowered.ir.types[f.ret.unwrap()].span), "Option<&T>");
    let body = lowered.body("m");
    let Stmt::Let { span, .. } = body.stmts[0] else { panic!() };
    assert_eq!(lowered.text(span), "let x: u8 = (a + 1) * -2 as u8 else { return None };");
    let Stmt::Expr(_, span) = body.stmts.last().unwrap() else { panic!() };
    assert!(lowered.text(*span).starts_with("#[rustfmt::skip] foo(") && lowered.text(*span).ends_with(");"));
    let arms: Vec<_> = lowered
        .ir
        .exprs
        .iter()
        .filter_map(|(_, e)| match &e.kind {
            ExprKind::Match { arms, .. } => Some(arms),
            _ => None,
        })
        .flatten()
        .map(|arm| (lowered.text(arm.span), lowered.text(lowered.ir.pats[arm.pat].span)))
        .collect();
    assert_eq!(arms[0], ("1 | 2 if a > 1 => ()", "1 | 2"));
    assert_eq!(arms[1], ("S { f: ref g @ Some(_), .. } => { g }", "S { f: ref g @ Some(_), .. }"));
    assert_eq!(arms[2].1, "&[x, ..]");
    let pats: Vec<_> = lowered.ir.pats.iter().map(|(_, p)| lowered.text(p.span)).collect();
    assert!(pats.contains(&"ref g @ Some(_)") && pats.contains(&"mut c") && pats.contains(&"(a, b)"));
}

#[test]
fn positions_survive_bom_crlf_and_wide_characters() {
    let text = "\u{feff}// ü\r\nfn f() {\r\n    let größe = \"äöü\"; größe.len(/* é */ 1)\r\n}\r\n";
    let lowered = lower(text);
    assert!(lowered.ir.problems.is_empty(), "{:?}", lowered.ir.problems);
    assert_eq!(lowered.expr(lowered.tail()), "größe.len(/* é */ 1)");
    assert_eq!(lowered.strings(), ["\"äöü\""]);
    let span = lowered.ir.exprs[lowered.tail()].span;
    assert_eq!(lowered.sources.line_col(span), LineCol { line: 3, column: 24 });
    assert_eq!(lowered.text(lowered.ir.comments[0].span), "// ü");
}

#[test]
fn shebang_and_front_matter_are_skipped() {
    let lowered = lower("#!/usr/bin/env -S cargo\n---\n[dependencies]\na = \"1\"\n---\nfn f() { g() }\n");
    assert!(lowered.ir.stats.parsed);
    assert_eq!(lowered.expr(lowered.tail()), "g()");
    assert_eq!(lower("#![allow(dead_code)]\nfn f() {}").ir.attrs.len(), 1);
}

#[test]
fn parentheses_are_no_part_of_a_node_but_of_its_parent() {
    let lowered = lower_body("((a)).b((1 + 2), (c))");
    assert_eq!(lowered.expr(lowered.tail()), "((a)).b((1 + 2), (c))");
    let texts = all_texts(&lowered);
    assert!(texts.contains(&"1 + 2") && texts.contains(&"a") && !texts.contains(&"(a)"));
}

#[test]
fn raw_identifiers_lose_their_mark_and_use_trees_become_leaves() {
    let lowered = lower("use ::a::{self, b::{c as d, *}, r#type}; use x::_y as _; fn r#fn() { r#match() }");
    let imports: Vec<String> = lowered
        .ir
        .items
        .iter()
        .filter_map(|(_, i)| match &i.kind {
            ItemKind::Import(import) => {
                let kind = match import.kind {
                    ImportKind::Named(name) => format!(" as {}", name.sym),
                    ImportKind::Anonymous => " as _".to_owned(),
                    ImportKind::Glob => "::*".to_owned(),
                };
                Some(format!("{}{}{kind}", if import.path.global { "::" } else { "" }, import.path.text()))
            }
            _ => None,
        })
        .collect();
    let expected = ["::a as a", "::a::b::c as d", "::a::b::*", "::a::type as type", "x::_y as _"];
    assert_eq!(imports, expected);
    assert!(lowered.has_item("fn"));
    let path = lowered.all(|k| matches!(k, ExprKind::Path(p) if p.text() == "match"));
    assert_eq!(path, ["r#match"]);
}
