//! Attributes are lowered with their arguments, conditions decide what is there, and documentation is joined.

use super::{Lowered, lower};
use crate::ir::{AttrArg, ExprKind, ItemKind, Literal};
use crate::workspace::cfg::CfgExpr;

/// Arguments in a compact form: `name`, `name=text`, `name(..)`, `=text`.
fn show(lowered: &Lowered, args: &[AttrArg]) -> String {
    let one = |arg: &AttrArg| {
        let name = arg.name.map_or("", |n| n.as_str());
        let value = arg.value.map_or(String::new(), |v| format!("={}", lowered.expr(v)));
        let nested =
            if arg.nested.is_empty() { String::new() } else { format!("({})", show(lowered, &arg.nested)) };
        format!("{name}{value}{nested}")
    };
    args.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn arguments_of_all_shapes() {
    for (attr, expected) in [
        ("derive(A, b::C)", "A b::C"),
        ("get(\"/x/<id>\", rank = 2)", "=\"/x/<id>\" rank=2"),
        ("tokio::main", ""),
        ("path = \"a.rs\"", "=\"a.rs\""),
        ("serde(rename(serialize = \"a\"), skip)", "rename(serialize=\"a\") skip"),
        (
            "utoipa::path(get, responses((status = 200, body = Vec<u8>)), body = Vec<u8>, x)",
            "get responses body x",
        ),
        ("instrument(skip(self, pw), fields(a = %b, c = ?d))", "skip(self pw) fields(a=b c=d)"),
        ("guard(fn_guard(1), !x)", "fn_guard(=1) =!x"),
        ("a(b c d, e)", "e"),
    ] {
        let lowered = lower(&format!("#[{attr}] fn f() {{}}"));
        let attrs = &lowered.item("f").attrs;
        let shown = show(&lowered, &attrs[0].args);
        if !attr.starts_with("utoipa") {
            assert_eq!(shown, expected, "{attr}");
        } else {
            assert!(shown.starts_with("get ") && shown.ends_with("body x"), "{shown}");
        }
        assert_eq!(lowered.text(attrs[0].span), format!("#[{attr}]"));
    }
}

#[test]
fn fields_variants_and_parameters_have_theirs() {
    let lowered = lower("struct S { #[a] x: u8 } enum E { #[b(1)] V(#[c] u8) } fn f(#[d = \"e\"] p: u8) {}");
    let ItemKind::Struct(s) = &lowered.item("S").kind else { panic!() };
    assert_eq!(s.fields.list()[0].attrs[0].name(), "a");
    assert_eq!(lowered.text(s.fields.list()[0].span), "#[a] x: u8");
    let ItemKind::Enum(e) = &lowered.item("E").kind else { panic!() };
    assert_eq!(e.variants[0].attrs[0].name(), "b");
    assert_eq!(e.variants[0].fields.list()[0].attrs[0].name(), "c");
    assert_eq!(lowered.text(e.variants[0].span), "#[b(1)] V(#[c] u8)");
    assert_eq!(lowered.function("f").params[0].attrs[0].name(), "d");
}

#[test]
fn inactive_nodes_are_dropped_everywhere() {
    let lowered = lower(
        "#[cfg(windows)] fn no() {}
        #[cfg(unix)] fn yes() {}
        struct S { #[cfg(windows)] no: u8, yes: u8 }
        fn f(#[cfg(windows)] no: u8, yes: u8) -> u8 {
            #[cfg(windows)] let no = 1;
            #[cfg(windows)] no();
            #[cfg(not(unix))] no!();
            #[cfg(windows)] no = 2;
            match x { #[cfg(windows)] No => 1, Yes => 2 };
            S { #[cfg(windows)] no: 1, yes: 2 };
            #[cfg(unix)] { 1 }
            #[cfg(windows)] { no }
        }",
    );
    assert!(!lowered.has_item("no"));
    assert!(lowered.item("yes").cfg.is_none());
    assert!(lowered.all(|_| true).iter().all(|text| *text != "no" && !text.starts_with("no(")));
    assert_eq!(lowered.function("f").params.len(), 1);
    assert!(lowered.body("f").tail.is_some());
    assert!(lower("#![cfg(windows)]\nfn no() {}").ir.top.is_empty());
}

#[test]
fn unknown_conditions_stay_on_the_item() {
    let lowered =
        lower("#[cfg(test)] #[cfg(feature = \"x\")] mod m {} #[cfg(all(unix, not(windows)))] mod n {}");
    let expected =
        CfgExpr::All(vec![CfgExpr::Flag("test".into()), CfgExpr::Pair("feature".into(), "x".into())]);
    assert_eq!(lowered.item("m").cfg, Some(expected));
    assert_eq!(lowered.item("n").cfg, None);
}

#[test]
fn cfg_attr_is_expanded_unless_it_is_false_or_ours() {
    let lowered = lower(
        "#[cfg_attr(unix, derive(A))] #[cfg_attr(feature = \"f\", derive(B), c)] #[cfg_attr(windows, derive(D))]
        #[cfg_attr(secure_lint, allow(secure_lint::x, reason = \"r\"))] #[cfg_attr(any(), e)] #[cfg_attr(false, g)]
        #[cfg_attr(unix, cfg(test))] #[cfg_attr(unix, doc = \"text\")]
        struct S;",
    );
    let item = lowered.item("S");
    let names: Vec<_> = item.attrs.iter().map(|a| a.name().as_str()).collect();
    assert_eq!(names, ["derive", "derive", "c", "cfg_attr", "cfg_attr", "cfg_attr"]);
    assert_eq!(show(&lowered, &item.attrs[3].args), "secure_lint allow(secure_lint::x reason=\"r\")");
    assert_eq!(item.cfg, Some(CfgExpr::Flag("test".into())));
    assert_eq!(item.docs, "text");
    assert!(lower("#[cfg_attr(unix, cfg(windows))] fn no() {}").ir.top.is_empty());
}

#[test]
fn suppressions_are_exposed_with_the_node_they_cover() {
    let lowered = lower(
        "#![cfg_attr(secure_lint, allow(secure_lint::a))]
#[allow(secure_lint::b)] fn f(#[allow(secure_lint::p)] x: u8) {
    #[cfg_attr(secure_lint, allow(secure_lint::c))]
    let x = 1;
    #[cfg_attr(any(), allow(secure_lint::d))]
    y = g(x);
    h(#[cfg_attr(false, expect(secure_lint::e))] k.l());
    match z { #[cfg_attr(secure_lint, allow(secure_lint::i))] A => 1, _ => 2 };
    #[cfg_attr(secure_lint, allow(secure_lint::m))]
    m!(1);
    #[allow(unused)] S { #[cfg_attr(secure_lint, allow(secure_lint::n))] v: 1 };
}",
    );
    let covered: Vec<_> = lowered.ir.attr_suppressions.iter().map(|(_, span)| lowered.text(*span)).collect();
    let ends = |text: &str| covered.iter().filter(|c| c.ends_with(text)).count();
    assert_eq!(covered.len(), 9, "{covered:#?}");
    for end in ["x: u8", "\n    let x = 1;", "\n    y = g(x);", "k.l()", "A => 1", "\n    m!(1);", "v: 1"] {
        assert_eq!(ends(end), 1, "{end} in {covered:#?}");
    }
}

#[test]
fn documentation_is_joined_and_literals_have_values() {
    let lowered =
        lower("/// one\n///  two\n#[doc = \"three\"]\n#[doc(hidden)]\nconst A: &[u8] = b\"a\\n\\x00\";");
    let item = lowered.item("A");
    assert_eq!(item.docs, "one\n two\nthree");
    assert_eq!(item.attrs.len(), 1);
    let bytes =
        lowered.ir.exprs.iter().any(|(_, e)| e.kind == ExprKind::Literal(Literal::Bytes([97, 10, 0].into())));
    assert!(bytes);
    let value = |text: &str| {
        let lowered = super::lower_body(text);
        match &lowered.ir.exprs[lowered.tail()].kind {
            ExprKind::Literal(l) => l.clone(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(value("0xFF_u8"), Literal::Int(Some(255), Some("u8".into())));
    assert_eq!(value("340282366920938463463374607431768211456"), Literal::Int(None, None));
    assert_eq!(value("\"a\\u{e4}\\\n   b\""), Literal::Str("a\u{e4}b".into()));
    assert_eq!(value("c\"ab\""), Literal::Bytes(b"ab"[..].into()));
    assert_eq!(value("'\\n'"), Literal::Char('\n'));
    assert_eq!(value("b'a'"), Literal::Byte(97));
}
