//! Macros that a file defines are expanded; what has no end or no sense is guessed and never a panic.

use proptest::prelude::*;

use super::{Lowered, lower};
use crate::base::ProblemKind;
use crate::ir::{ExprKind, ItemKind, Literal, MacroForm};

/// Strings that the file holds outside of definitions, with the texts of their places.
fn strings(lowered: &Lowered) -> Vec<(String, String)> {
    let all = lowered.ir.exprs.iter().filter_map(|(id, e)| match &e.kind {
        ExprKind::Literal(Literal::Str(text)) => Some((text.to_string(), lowered.expr(id).to_owned())),
        _ => None,
    });
    all.filter(|(text, _)| !text.is_empty()).collect()
}

/// What `m!(call)` is after `macro_rules! m { rules }`: whether a rule was found to fit.
fn expands(rules: &str, call: &str) -> bool {
    let lowered = lower(&format!("macro_rules! m {{ {rules} }} fn f() {{ let x = m!({call}); }}"));
    let mut forms = lowered.ir.exprs.iter().filter_map(|(_, e)| match &e.kind {
        ExprKind::Macro(call) if call.path.last().is_some_and(|s| s.name.sym == "m") => Some(!call.guessed),
        _ => None,
    });
    forms.next_back().unwrap_or(false)
}

#[test]
fn each_fragment_takes_what_the_language_says() {
    for (fragment, good, bad) in [
        ("expr", "a + b(c) * 2", "let"),
        ("ident", "name", "7"),
        ("ty", "Vec<Option<&'a str>>", "1 + 2"),
        ("path", "a::b::<C>", "1"),
        ("literal", "-7", "name"),
        ("tt", "=>", "a b"),
        ("block", "{ a; b }", "a"),
        ("pat", "Some(1 | 2) | None", "+"),
        ("lifetime", "'a", "a"),
        ("vis", "pub(crate)", "7"),
        ("meta", "cfg(test)", "7"),
        ("item", "fn g() {}", "g()"),
        ("stmt", "let a = 1", "+"),
    ] {
        let rules = format!("($x:{fragment}) => {{ 1 }}");
        assert!(expands(&rules, good), "{fragment}: {good}");
        assert!(!expands(&rules, bad), "{fragment}: {bad}");
    }
}

#[test]
fn names_that_are_put_together_are_those_of_items() {
    let lowered = lower(
        "macro_rules! m { ($n:ident, $t:ident) => { paste::item! { fn [<get_ $n _ 2>]() {} struct [<$t:camel>]; \
         const [<MAX_ $n:upper>]: [u8; 1] = [0]; } } } m!(book, book_list);",
    );
    let names: Vec<&str> = lowered.ir.items.iter().filter_map(|(_, i)| Some(i.name?.sym.as_str())).collect();
    for name in ["get_book_2", "BookList", "MAX_BOOK"] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
}

#[test]
fn repetitions_fit_as_often_as_they_say() {
    for (rules, call, fits) in [
        ("($($x:expr),*) => { 1 }", "", true),
        ("($($x:expr),*) => { 1 }", "a, b, c", true),
        ("($($x:expr),*) => { 1 }", "a, b,", false),
        ("($($x:expr),* $(,)?) => { 1 }", "a, b,", true),
        ("($($x:expr),+) => { 1 }", "", false),
        ("($($k:ident => [$($v:expr);*]),*) => { [$([$($v),*]),*] }", "a => [1; 2], b => []", true),
        ("($($x:expr),*; $($y:expr),*) => { [$(($x, $y)),*] }", "1, 2; 3", false),
    ] {
        assert_eq!(expands(rules, call), fits, "{rules} for {call}");
    }
}

#[test]
fn the_first_rule_that_fits_is_taken() {
    let rules = "(a $x:expr) => { \"first\" }; ($($x:tt)*) => { \"second\" };";
    let lowered = lower(&format!("macro_rules! m {{ {rules} }} const A: &str = m!(b 1);"));
    let mut macros = lowered.ir.exprs.iter().filter_map(|(_, e)| match &e.kind {
        ExprKind::Macro(call) => Some(&call.form),
        _ => None,
    });
    let Some(MacroForm::Expr(value)) = macros.next_back() else { panic!("not expanded") };
    assert_eq!(lowered.ir.exprs[*value].kind, ExprKind::Literal(Literal::Str("second".into())));
}

#[test]
fn tokens_of_the_call_keep_their_place_and_those_of_the_body_have_that_of_the_call() {
    let lowered = lower("macro_rules! m { ($x:expr) => { f($x, \"body\") } } fn g() { m!(\"given\"); }");
    let found = strings(&lowered);
    assert!(found.contains(&("given".to_owned(), "\"given\"".to_owned())), "{found:?}");
    assert!(found.contains(&("body".to_owned(), "m!(\"given\")".to_owned())), "{found:?}");
}

#[test]
fn items_that_a_macro_makes_have_their_names() {
    let lowered = lower("macro_rules! m { ($($n:ident)*) => { $(fn $n() {})* fn own() {} } } m!(a b);");
    let names: Vec<String> = lowered
        .ir
        .items
        .iter()
        .filter(|(_, i)| matches!(i.kind, ItemKind::Fn(_)))
        .filter_map(|(_, i)| i.name.map(|n| n.sym.to_string()))
        .collect();
    // The definition itself is read too, before.
    assert_eq!(names[names.len() - 3..], ["a", "b", "own"]);
}

#[test]
fn a_definition_ends_with_its_block() {
    let text = "fn f() { macro_rules! m { () => { 1 } } m!(); } fn g() { let x = m!(); }";
    let lowered = lower(text);
    let guessed: Vec<bool> = lowered
        .ir
        .exprs
        .iter()
        .filter_map(|(_, e)| match &e.kind {
            ExprKind::Macro(call) => Some(call.guessed),
            _ => None,
        })
        .collect();
    assert_eq!(guessed, [false, true]);
}

#[test]
fn a_module_keeps_its_macros_unless_it_hands_them_out() {
    let text = |module: &str| format!("{module} fn g() {{ let x = m!(); }}");
    let expanded = |module: &str| {
        let lowered = lower(&text(module));
        let mut calls = lowered.ir.exprs.iter().filter_map(|(_, e)| match &e.kind {
            ExprKind::Macro(call) => Some(!call.guessed && matches!(call.form, MacroForm::Expr(_))),
            _ => None,
        });
        calls.next_back() == Some(true)
    };
    assert!(!expanded("mod a { macro_rules! m { () => { 1 } } }"));
    assert!(expanded("#[macro_use] mod a { macro_rules! m { () => { 1 } } }"));
    assert!(expanded("mod a { macro_rules! m { () => { 1 } } pub(crate) use m; } use a::m;"));
    assert!(expanded("mod a { #[macro_export] macro_rules! m { () => { 1 } } }"));
}

#[test]
fn growth_without_end_ends_and_is_counted() {
    let text = "macro_rules! m { ($($x:tt)*) => { (m!($($x)* $($x)*), m!($($x)* $($x)*)) } } \
                fn f() { let x = m!(a b c); }";
    let lowered = lower(text);
    assert!(lowered.ir.problems.iter().any(|p| p.kind == ProblemKind::LimitExceeded));
    lower("macro_rules! m { ($x:expr) => { m!($x) } } fn f() { m!(1); }");
    let deep = format!(
        "macro_rules! m {{ ($($x:tt)*) => {{ $(- $x)* 1 }} }} fn f() {{ let x = m!({}); }}",
        "- ".repeat(20_000)
    );
    lower(&deep);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nonsense_never_panics(
        left in r"([$](a|b|\(|\))|:(expr|tt|ty|vis|ident)|[(){}*+?,;=> ]|x|'l|1){0,24}",
        right in r#"([$](a|b|\()|[(){}*+?,;=>. ]|fn |let |m!|x|'l|é|1|"é"){0,24}"#,
        call in r"([(){}*+?,;=>. ]|x|é|'l|1|m!|fn ){0,24}",
    ) {
        let text = format!(
            "macro_rules! m {{ ({left}) => {{ {right} }}; ($($a:tt)*) => {{ {right} }} }} \
             m!{{ {call} }} fn f() {{ m!({call}); let y = m!({call}); }}"
        );
        lower(&text);
    }
}
