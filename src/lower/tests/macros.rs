//! Arguments of macros mean what the table says; of other macros what they look like; the rest is counted.

use super::{lower, lower_body};
use crate::base::ProblemKind;
use crate::ir::{ExprKind, FormatTrait, ItemKind, Literal, MacroForm, PatKind};

/// Arguments of the format call at the end of `f`: name, text, how.
fn args(body: &str) -> Vec<(String, String, FormatTrait)> {
    let lowered = lower_body(body);
    assert!(lowered.ir.problems.is_empty(), "{:?}", lowered.ir.problems);
    let call = lowered.format_call();
    let name = |n: Option<crate::ir::Name>| n.map_or(String::new(), |n| n.sym.to_string());
    call.args.iter().map(|a| (name(a.name), lowered.expr(a.value).to_owned(), a.how)).collect()
}

fn arg(name: &str, text: &str, how: FormatTrait) -> (String, String, FormatTrait) {
    (name.to_owned(), text.to_owned(), how)
}

use FormatTrait::{Debug, Display, Other, Value};

#[test]
fn format_strings_say_how_each_argument_is_used() {
    assert_eq!(
        args("println!(\"{} {1:?} {name} {cap:>w$.p$} {{no}} {:x}\", a, b.c(), d, name = e)"),
        [
            arg("cap", "cap", Display),
            arg("w", "w", Other),
            arg("p", "p", Other),
            arg("", "a", Display),
            arg("", "b.c()", Debug),
            arg("", "d", Value),
            arg("name", "e", Display),
        ]
    );
    assert_eq!(args("format!(\"{:.*} {}\", 3, x, y)").last(), Some(&arg("", "y", Display)));
    assert_eq!(args("format!(\"{0:#?} {0} {:05}\", x)"), [arg("", "x", Debug)]);
}

#[test]
fn captures_have_their_place_inside_the_literal() {
    for body in [
        "format!(\"ä\\n{key:?}\\u{41}\")",
        "format!(r##\"\"{key:?}\"# \"##)",
        "format!(\"\\\n   {key:?}\")",
        "panic!(\"{key:?}\",)",
    ] {
        assert_eq!(args(body), [arg("key", "key", Debug)], "{body}");
    }
    let lowered = lower_body("print!(concat!(\"a\", \"{key}\"))");
    assert_eq!(lowered.format_call().args.len(), 1);
    assert!(lowered.expr(lowered.format_call().args[0].value).starts_with("concat!"));
}

#[test]
fn leading_arguments_are_kept_apart() {
    for (body, leading) in [
        ("write!(out, \"{}\", a)", "out"),
        ("assert!(x == y, \"{}\", a)", "x == y"),
        ("ensure!(ok, \"{}\", a)", "ok"),
        ("log!(Level::Info, \"{}\", a)", "Level::Info"),
        ("event!(Level::INFO, \"{}\", a)", "Level::INFO"),
        ("info!(target: \"t\", \"{}\", a)", "\"t\""),
    ] {
        let lowered = lower_body(body);
        let call = lowered.format_call();
        assert_eq!(call.leading.iter().map(|&e| lowered.expr(e)).collect::<Vec<_>>(), [leading], "{body}");
        assert_eq!(lowered.expr(call.template.unwrap()), "\"{}\"");
        assert_eq!((lowered.expr(call.args[0].value), call.args[0].how), ("a", Display));
    }
    let lowered = lower_body("bail!(err)");
    assert!(lowered.format_call().template.is_none());
    assert_eq!(lowered.expr(lowered.format_call().args[0].value), "err");
}

#[test]
fn fields_of_tracing_log_and_slog() {
    assert_eq!(
        args(
            "tracing::info!(user = %name, pw = ?secret, ?err, %ip, id, req.path, n = 1 + 2, \"done {x} {}\", y)"
        ),
        [
            arg("user", "name", Display),
            arg("pw", "secret", Debug),
            arg("", "err", Debug),
            arg("", "ip", Display),
            arg("", "id", Value),
            arg("", "req.path", Value),
            arg("n", "1 + 2", Value),
            arg("x", "x", Display),
            arg("", "y", Display),
        ]
    );
    assert_eq!(
        args("info!(a:? = b, c:%; \"msg {}\", d)")[..2],
        [arg("a", "b", Debug), arg("c", "c", Display)]
    );
    assert_eq!(
        args("slog::info!(log, \"msg\"; \"key\" => value)"),
        [arg("", "log", Value), arg("key", "value", Value)]
    );
    assert_eq!(
        args("info_span!(\"name\", \"otel.kind\" = k, r.id = field::Empty)")[0],
        arg("otel.kind", "k", Value)
    );
    assert_eq!(args("error!({ a = 1 }, \"x\")"), [arg("a", "1", Value)]);
    assert_eq!(args("debug!(parent: &span, name: \"n\", \"x\")"), []);
}

#[test]
fn macros_with_the_value_of_an_expression() {
    let value =
        |body: &str| format!("{:?}", lower_body(body).macro_value()).chars().take(12).collect::<String>();
    assert_eq!(value("vec![1, 2,]"), "Array([#0, #");
    assert_eq!(value("vec![]"), "Array([])");
    assert_eq!(value("vec![0u8; 16]"), "Repeat { val");
    assert_eq!(value("dbg!(x)"), "Path(Path { ");
    assert_eq!(value("r#try!(x)"), "Try(#0)");
    let lowered = lower_body("concat!(\"a\", 1, 'c', true)");
    assert_eq!(lowered.macro_value(), &ExprKind::Literal(Literal::Str("a1ctrue".into())));
    let lowered = lower_body("hex!(\"00 ff\" \"0A\")");
    assert_eq!(lowered.macro_value(), &ExprKind::Literal(Literal::Bytes([0, 255, 10].into())));
    let lowered = lower_body("matches!(x, Some(1 | 2) if y)");
    let ExprKind::Match { arms, .. } = lowered.macro_value() else { panic!() };
    assert_eq!((arms.len(), lowered.text(arms[0].span)), (2, "Some(1 | 2) if y"));
    assert!(arms[0].guard.is_some());
}

#[test]
fn lists_of_expressions() {
    assert_eq!(lower_body("assert_eq!(a.b(), c, \"{}\", d)").macro_exprs(), ["a.b()", "c", "\"{}\"", "d"]);
    assert_eq!(lower_body("params![a, b]").macro_exprs(), ["a", "b"]);
    assert_eq!(
        lower_body("sqlx::query_as!(User, \"select\", id)").macro_exprs(),
        ["User", "\"select\"", "id"]
    );
    assert_eq!(lower_body("routes![a, b::c]").macro_exprs(), ["a", "b::c"]);
    assert_eq!(lower_body("tokio::try_join!(a(), b())").macro_exprs(), ["a()", "b()"]);
    assert_eq!(lower_body("env!(\"KEY\")").macro_exprs(), ["\"KEY\""]);
}

#[test]
fn json_maps_nest() {
    let lowered = lower_body("json!({ \"k\": v, \"l\": [null, { \"m\": 1 + 2 }], (key): x.y(), })");
    let ExprKind::Map(pairs) = lowered.macro_value() else { panic!() };
    let texts: Vec<_> = pairs.iter().map(|&(k, v)| (lowered.expr(k), lowered.expr(v))).collect();
    assert_eq!(texts, [("\"k\"", "v"), ("\"l\"", "[null, { \"m\": 1 + 2 }]"), ("key", "x.y()")]);
    assert!(
        matches!(lower_body("doc! { \"a\": b, \"c\" => d }").macro_value(), ExprKind::Map(p) if p.len() == 2)
    );
    assert!(
        matches!(lower_body("named_params! { \":a\": b }").macro_value(), ExprKind::Map(p) if p.len() == 1)
    );
}

#[test]
fn select_binds_patterns() {
    for body in [
        "tokio::select! { biased; Some(x) = rx.recv(), if ok => { use_it(x) } _ = stop => return, else => {} }",
        "futures::select! { x = a.next() => use_it(x), complete => break, }",
        "crossbeam::select! { recv(r) -> x => use_it(x), default(t) => {} }",
    ] {
        let lowered = lower_body(body);
        assert!(lowered.ir.problems.is_empty(), "{body}: {:?}", lowered.ir.problems);
        let ExprKind::Match { arms, .. } = lowered.macro_value() else { panic!() };
        assert!(arms.len() >= 2);
        let ExprKind::Match { arms, .. } = &lowered.ir.exprs[arms[0].body].kind else { panic!() };
        let pat = lowered
            .ir
            .pats
            .iter()
            .any(|(_, p)| matches!(&p.kind, PatKind::Bind { name, .. } if name.sym == "x"));
        assert!(pat && lowered.text(lowered.ir.exprs[arms[0].body].span).contains("use_it(x)"));
    }
}

#[test]
fn macros_that_hold_items() {
    let lowered = lower(
        "lazy_static! { /// doc\n pub static ref A: u8 = a(); static ref B: u8 = 2; }
        thread_local! { static C: u8 = const { 3 } }
        cfg_if::cfg_if! { if #[cfg(windows)] { fn no() {} } else if #[cfg(test)] { fn maybe() {} } else { fn yes() {} } }
        cfg_select! { windows => { fn never() {} } test => { fn perhaps() {} } _ => { fn else_() {} } }
        bitflags! { pub struct F: u8 { const X = 1; const Y = Self::X.bits(); } }
        unknown! { pub struct G { a: u8 } fn h() { i() } }",
    );
    assert!(lowered.ir.problems.is_empty(), "{:?}", lowered.ir.problems);
    for name in ["A", "B", "C", "maybe", "yes", "perhaps", "else_", "F", "X", "Y", "G", "h"] {
        assert!(lowered.has_item(name), "{name}");
    }
    assert!(!lowered.has_item("no") && !lowered.has_item("never"));
    let ItemKind::Static(a) = &lowered.item("A").kind else { panic!() };
    assert_eq!(lowered.expr(a.value.unwrap()), "a()");
    assert_eq!(lowered.text(lowered.item("A").head), "pub static ref A: u8 = a();");
    let first = &lowered.ir.items[lowered.ir.top[0]];
    assert!(matches!(&first.kind, ItemKind::Macro { items, .. } if items.len() == 2));
}

#[test]
fn cfg_select_may_be_an_expression() {
    let lowered = lower_body("let x = cfg_select! { windows => f(1), _ => g(2) };");
    assert_eq!(lowered.all(|k| matches!(k, ExprKind::Call { .. })), ["g(2)"]);
    assert!(lowered.ir.problems.is_empty());
}

#[test]
fn unknown_macros_are_guessed() {
    let lowered = lower_body("foo!(a, b.c())");
    assert_eq!(lowered.macro_exprs(), ["a", "b.c()"]);
    assert!(lowered.macro_call().guessed);
    let lowered = lower_body("stream! { let x = 1; yield x; }");
    assert!(matches!(&lowered.macro_call().form, MacroForm::Block(b) if b.stmts.len() == 2));
    let lowered = lower_body("db_run! { conn: { let r = diesel::insert(x); r.execute(conn) } }");
    assert!(lowered.all(|k| matches!(k, ExprKind::MethodCall { .. })).contains(&"r.execute(conn)"));
    let lowered = lower_body("odd!(k => f(1); @\"text\" g(2) h; ?x)");
    let calls = lowered.all(|k| matches!(k, ExprKind::Call { .. }));
    assert!(calls.contains(&"f(1)"), "{calls:?}");
    let lowered = lower_body("html! { <p class=\"a\">{ name.len() }</p> }");
    assert_eq!(lowered.all(|k| matches!(k, ExprKind::MethodCall { .. })), ["name.len()"]);
    assert!(lowered.ir.problems.is_empty());
}

#[test]
fn items_before_other_arguments_of_an_unknown_macro_are_read() {
    let lowered = lower("model!(/// A\npub struct A { pub token: String }, \"PartialA\");");
    let first = &lowered.ir.items[lowered.ir.top[0]];
    assert!(matches!(&first.kind, ItemKind::Macro { items, .. } if items.len() == 1), "{:?}", first.kind);
}

#[test]
fn what_is_not_understood_is_counted() {
    assert!(lower_body("names!(pub Vec<u8> => x, trait Y)").ir.problems.is_empty());
    assert_eq!(lower_body("odd!(<- \"a\" ->)").macro_exprs(), ["\"a\""]);
    let lowered = lower_body("weird!(<- (% %) ;)");
    assert_eq!(lowered.problems(ProblemKind::OpaqueMacro).len(), 1);
    assert_eq!(lowered.ir.stats.macros_opaque, 1);
    let lowered = lower_body("quote! { fn #name() {} }");
    assert!(lowered.ir.problems.is_empty() && lowered.ir.stats.macros_opaque == 0);
    assert_eq!(lowered.macro_call().form, MacroForm::Opaque);
}

#[test]
fn bodies_of_macro_rules_are_seen_but_never_a_problem() {
    let lowered = lower(
        "macro_rules! m { ($k:expr, $($x:ident),*) => { encrypt($k, \"key\"); $( $x.call(1), )* };
            ($v:vis $n:ident) => { $v fn $n() { decrypt(2) } }; (@bad) => { ] <- }; }"
            .replace("]", "%")
            .as_str(),
    );
    assert!(lowered.ir.problems.is_empty(), "{:?}", lowered.ir.problems);
    let calls = lowered.all(|k| matches!(k, ExprKind::Call { .. }));
    assert!(calls.contains(&"decrypt(2)"), "{calls:?}");
    assert!(calls.iter().any(|c| c.starts_with("encrypt(")), "{calls:?}");
    assert!(!lowered.has_item("call"));
}

#[test]
fn statement_macros_are_statements_and_the_last_is_the_value() {
    let lowered = lower_body("println!(\"a\"); vec![1] }  fn g() { println!{\"a\"} b(); ");
    assert!(lowered.body("f").tail.is_some());
    assert_eq!(lowered.body("f").stmts.len(), 1);
    assert_eq!(lowered.body("g").stmts.len(), 2);
}
