//! Deep nesting of any kind costs the statement around it and never the stack.

use super::{lower, lower_body};
use crate::base::ProblemKind;
use crate::lower::scan::{MAX_LINKS, MAX_NEST, scan};

const BOMB: usize = 100_000;

/// The bomb is a problem, and the function behind it is analysed.
fn survives(bomb: &str) {
    let lowered = lower(&format!("{bomb}\nfn after() {{ sink() }}\n"));
    assert!(!lowered.problems(ProblemKind::LimitExceeded).is_empty(), "{}", &bomb[..60.min(bomb.len())]);
    assert!(lowered.has_item("after"), "{}", &bomb[..60.min(bomb.len())]);
}

#[test]
fn delimiters() {
    for (open, close) in
        [("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("|x| {", "}"), ("if a { ", "}"), ("m!{", "}")]
    {
        survives(&format!("fn f() {{ {}1{} }}", open.repeat(BOMB), close.repeat(BOMB)));
    }
    survives(&format!("{}{}", "mod m {".repeat(BOMB), "}".repeat(BOMB)));
}

#[test]
fn types() {
    survives(&format!("type A = {}u8{};", "Vec<".repeat(BOMB), ">".repeat(BOMB)));
    survives(&format!("fn f() {{ let x: {}u8{}; }}", "Vec< ".repeat(BOMB), "> ".repeat(BOMB)));
    survives(&format!("type A = {}u8;", "&".repeat(BOMB)));
    survives(&format!("type A = {}u8;", "fn() -> ".repeat(BOMB)));
    survives(&format!("type A = {}u8{};", "A<{0}, ".repeat(BOMB), ">".repeat(BOMB)));
    survives(&format!("type A = {}u8{};", "*const A<B<u8>, ".repeat(BOMB), ">".repeat(BOMB)));
}

#[test]
fn prefixes_and_keywords() {
    for prefix in [
        "&", "!", "-", "*", "&mut ", "|| ", "|a| ", "move || ", "return ", "break ", "if ", "match ", "a = ",
        "..", "{} = ", "a += ", "let a = ", "while ",
    ] {
        survives(&format!("fn f() {{ x({}1) }}", prefix.repeat(BOMB)));
    }
    survives(&format!("const A: u8 = {}1;", "a = {} = ".repeat(BOMB)));
    survives(&format!("fn f() {{ let {}1 = x; }}", "a @ ".repeat(BOMB)));
    survives(&format!("use {}b;", "a::".repeat(BOMB)));
}

#[test]
fn chains() {
    for link in [".b()", " + 1", "?", "()", "[0]", " as u8", ".await", ".0", " && a"] {
        survives(&format!("fn f() {{ a{} }}", link.repeat(BOMB)));
    }
    survives(&format!("fn f() {{ if a {{}} {} }}", "else if a {} ".repeat(BOMB)));
    survives(&format!("fn f() {{ match a {{ {} => 1 }} }}", "A | ".repeat(BOMB) + "B"));
}

#[test]
fn mixed() {
    survives(&format!("fn f() {{ {}1{} }}", "g(&!vec![Some(|x| if ".repeat(BOMB), ")])".repeat(BOMB)));
    survives(&format!("mac!{{ {}1{} }}", "m!{ [ ( < ".repeat(BOMB), " ) ] }".repeat(BOMB)));
}

#[test]
fn only_the_statement_at_hand_is_lost() {
    let deep = format!("{}1", "&".repeat(BOMB));
    let lowered =
        lower(&format!("impl A {{ fn a() {{ one(); let x = {deep}; two() }} fn b() {{ three() }} }}"));
    assert_eq!(lowered.problems(ProblemKind::LimitExceeded).len(), 1);
    let calls = lowered.all(|k| matches!(k, crate::ir::ExprKind::Call { .. }));
    assert_eq!(calls, ["one()", "two()", "three()"]);
}

#[test]
fn long_but_flat_code_is_no_problem() {
    let table = "a < b, ".repeat(200) + &"1 + 2, ".repeat(20_000);
    let stmts = "if a < b { c() } x = &y; match z { A if p < q => 1, _ => 2 } let v = w < x;\n".repeat(3_000);
    let chain = format!("a{}", ".b()".repeat(MAX_LINKS as usize / 3));
    let chained_if = "else if a == b { c() } ".repeat(500);
    let lowered = lower_body(&format!("f([{table}]); {stmts} {chain}; if a {{}} {chained_if}"));
    assert!(lowered.ir.problems.is_empty(), "{:?}", lowered.ir.problems);
}

#[test]
fn the_deepest_allowed_nesting_is_analysed() {
    let depth = MAX_NEST as usize - 10;
    for (open, close) in
        [("(", ")"), ("{", "}"), ("Vec::<", ">::new()"), ("-", ""), ("f(", ")"), ("|x| ", "")]
    {
        let depth = if open == "|x| " { depth / 2 } else { depth };
        let lowered = lower_body(&format!("{}1{}", open.repeat(depth), close.repeat(depth)));
        assert!(lowered.problems(ProblemKind::LimitExceeded).is_empty(), "{open}");
    }
    let items = format!("{} fn deepest() {{}} {}", "mod m {".repeat(depth - 2), "}".repeat(depth - 2));
    assert!(lower(&items).has_item("deepest"));
}

#[test]
fn scanning_agrees_with_generics_shifts_and_comparisons() {
    let found = scan(
        "fn f() { a::<B<C>>(x << 1, y >> 2, z <= 3, p -> q); let c = 'a'; let d: &'a str = ('\\u{1f}', '\"'); }",
    );
    assert!(found.too_deep.is_empty() && found.depth < 20, "{found:?}");
}
