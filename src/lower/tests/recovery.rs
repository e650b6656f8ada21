//! What does not parse costs only itself.

use super::lower;
use crate::base::ProblemKind;
use crate::ir::ItemKind;

#[test]
fn one_bad_item_does_not_lose_the_others() {
    let lowered =
        lower("fn a() { x() }\nfn b( -> { }\nstruct C;\nconst D: u8 = ;\nuse e::f;\nfn g() { y() }\n");
    for name in ["a", "C", "g"] {
        assert!(lowered.has_item(name), "{name}");
    }
    assert!(!lowered.ir.stats.parsed);
    let bad = lowered.problems(ProblemKind::Unparsed);
    assert!(!bad.is_empty());
    assert!(lowered.ir.items.iter().any(|(_, i)| matches!(i.kind, ItemKind::Import(_))));
}

#[test]
fn bad_members_and_statements_are_cut_out() {
    let text = "mod m { impl A { fn a() { x(); let = 1; y() } fn b(self: ) {} fn c() { z() } } fn d() { if q { w(); @ } } }";
    let lowered = lower(text);
    let calls = lowered.all(|k| matches!(k, crate::ir::ExprKind::Call { .. }));
    assert_eq!(calls, ["x()", "y()", "z()", "w()"]);
    let bad = lowered.problems(ProblemKind::Unparsed);
    assert!(bad.contains(&"let = 1;") && bad.contains(&"fn b(self: ) {}"), "{bad:?}");
    let ItemKind::Mod(m) = &lowered.item("m").kind else { panic!() };
    assert_eq!(m.items.as_ref().unwrap().len(), 2);
}

#[test]
fn unbalanced_delimiters_lose_one_item() {
    let lowered =
        lower("use a::b;\n\nfn good() { x() }\n\n#[test]\nfn bad() { if ( }\n\nfn other() { y() }\n");
    assert!(lowered.has_item("good") && lowered.has_item("other") && !lowered.has_item("bad"));
    assert_eq!(lowered.problems(ProblemKind::Unparsed), ["#[test]\nfn bad() { if ( }\n\n"]);
}

#[test]
fn text_that_is_no_rust_is_one_problem() {
    let lowered = lower("fn f() { \"unterminated }\n");
    assert_eq!(lowered.ir.problems.len(), 1);
    assert!(lower("").ir.problems.is_empty() && lower("").ir.stats.parsed);
    assert!(lower("//! only docs\n").ir.stats.parsed);
}

#[test]
fn old_editions_and_unstable_syntax() {
    let lowered = lower("trait T { fn f(&self, u8); }\nfn g() { x() }\nmacro m() {}\n");
    assert!(lowered.has_item("g"));
    assert!(!lowered.problems(ProblemKind::Unparsed).is_empty());
    let opaque = lowered.ir.items.iter().filter(|(_, i)| matches!(i.kind, ItemKind::Opaque)).count();
    assert_eq!(opaque, 1);
}

#[test]
fn declarations_without_bodies_in_macros_are_functions() {
    let lowered = lower("mock! { fn f(&self) -> u8; impl Clone for A { fn clone(&self) -> Self; } }");
    assert!(lowered.ir.problems.is_empty(), "{:?}", lowered.ir.problems);
    assert!(lowered.function("f").body.is_none() && lowered.has_item("clone"));
}
