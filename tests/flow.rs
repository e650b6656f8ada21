//! Control flow against a second opinion: random bodies, judged once more by enumeration.
//!
//! A body has three variables, each of which holds a constant or what the caller gave. Conditions are calls of which nothing is
//! known, so every way is possible, and for copies alone the union over all ways is exact: the constant arrives at the sink if and
//! only if some way leads there with it. [`run`] follows all combinations of the three at once; that is its whole design.

mod support;

use std::collections::BTreeSet;
use std::fmt::Write;

use cargo_secure_lint::catalog::Profile;
use proptest::prelude::*;
use support::case::header;
use support::run::single;

const NAMES: [&str; 3] = ["a", "b", "c"];

/// Whether each variable holds a constant.
type State = [bool; 3];

#[derive(Clone, Debug)]
enum Stmt {
    /// A constant, or what was given.
    Set(usize, bool),
    Copy(usize, usize),
    Swap(usize, usize),
    /// Through a `&mut` to it.
    Through(usize, bool),
    /// Through a `&mut` to one of both.
    Either(usize, usize, bool),
    /// By a closure that is called.
    Closure(usize, bool),
    If(Vec<Stmt>, Vec<Stmt>),
    While(Vec<Stmt>),
    /// `loop { .. if stop() { break } }`
    Loop(Vec<Stmt>),
    Break,
    Continue,
    Return,
}

fn stmt() -> impl Strategy<Value = Stmt> {
    let leaf = prop_oneof![
        (0usize..3, any::<bool>()).prop_map(|(v, c)| Stmt::Set(v, c)),
        (0usize..3, 0usize..3).prop_map(|(v, w)| Stmt::Copy(v, w)),
        (0usize..3, 1usize..3).prop_map(|(v, n)| Stmt::Swap(v, (v + n) % 3)),
        (0usize..3, any::<bool>()).prop_map(|(v, c)| Stmt::Through(v, c)),
        (0usize..3, 1usize..3, any::<bool>()).prop_map(|(v, n, c)| Stmt::Either(v, (v + n) % 3, c)),
        (0usize..3, any::<bool>()).prop_map(|(v, c)| Stmt::Closure(v, c)),
        Just(Stmt::Break),
        Just(Stmt::Continue),
        Just(Stmt::Return),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let block = prop::collection::vec(inner, 0..4);
        prop_oneof![
            (block.clone(), block.clone()).prop_map(|(a, b)| Stmt::If(a, b)),
            block.clone().prop_map(Stmt::While),
            block.prop_map(Stmt::Loop),
        ]
    })
}

/// Where ways go from a list of statements.
#[derive(Default)]
struct Ways {
    on: BTreeSet<State>,
    breaks: BTreeSet<State>,
    continues: BTreeSet<State>,
}

fn run(stmts: &[Stmt], from: &BTreeSet<State>, in_loop: bool) -> Ways {
    let mut out = Ways { on: from.clone(), ..Ways::default() };
    for stmt in stmts {
        let now = std::mem::take(&mut out.on);
        let each = |f: &dyn Fn(State) -> State| now.iter().map(|&s| f(s)).collect::<BTreeSet<_>>();
        out.on = match stmt {
            Stmt::Set(v, c) | Stmt::Through(v, c) | Stmt::Closure(v, c) => each(&|s| with(s, *v, *c)),
            Stmt::Copy(v, w) => each(&|s| with(s, *v, s[*w])),
            Stmt::Swap(v, w) => each(&|s| with(with(s, *v, s[*w]), *w, s[*v])),
            Stmt::Either(v, w, c) => {
                each(&|s| with(s, *v, *c)).union(&each(&|s| with(s, *w, *c))).copied().collect()
            }
            Stmt::If(a, b) => {
                let (a, b) = (run(a, &now, in_loop), run(b, &now, in_loop));
                out.breaks.extend(a.breaks.iter().chain(&b.breaks));
                out.continues.extend(a.continues.iter().chain(&b.continues));
                a.on.union(&b.on).copied().collect()
            }
            Stmt::While(body) => iterate(body, &now).0,
            Stmt::Loop(body) => iterate(body, &now).1,
            // Outside of a loop they are left out of the text.
            Stmt::Break | Stmt::Continue if !in_loop => now,
            Stmt::Break => {
                out.breaks.extend(now);
                BTreeSet::new()
            }
            Stmt::Continue => {
                out.continues.extend(now);
                BTreeSet::new()
            }
            Stmt::Return => BTreeSet::new(),
        };
    }
    out
}

/// What a `while` and what a `loop` is left with.
fn iterate(body: &[Stmt], from: &BTreeSet<State>) -> (BTreeSet<State>, BTreeSet<State>) {
    let mut head = from.clone();
    loop {
        let ways = run(body, &head, true);
        let before = head.len();
        head.extend(ways.on.iter().chain(&ways.continues));
        if head.len() == before {
            let of_while = head.union(&ways.breaks).copied().collect();
            return (of_while, ways.on.union(&ways.breaks).copied().collect());
        }
    }
}

fn with(mut state: State, v: usize, constant: bool) -> State {
    state[v] = constant;
    state
}

fn text(stmts: &[Stmt], in_loop: bool, out: &mut String) {
    let value = |c: bool| if c { "KEY" } else { "given" };
    for stmt in stmts {
        match stmt {
            Stmt::Set(v, c) => writeln!(out, "{} = {};", NAMES[*v], value(*c)),
            Stmt::Copy(v, w) => writeln!(out, "{} = {};", NAMES[*v], NAMES[*w]),
            Stmt::Swap(v, w) => writeln!(out, "({0}, {1}) = ({1}, {0});", NAMES[*v], NAMES[*w]),
            Stmt::Through(v, c) => writeln!(out, "{{ let r = &mut {}; *r = {}; }}", NAMES[*v], value(*c)),
            Stmt::Either(v, w, c) => {
                let (v, w, c) = (NAMES[*v], NAMES[*w], value(*c));
                writeln!(out, "{{ let r = if ask() {{ &mut {v} }} else {{ &mut {w} }}; *r = {c}; }}")
            }
            Stmt::Closure(v, c) => {
                writeln!(out, "{{ let mut put = || {} = {}; put(); }}", NAMES[*v], value(*c))
            }
            Stmt::If(a, b) => {
                out.push_str("if ask() {\n");
                text(a, in_loop, out);
                out.push_str("} else {\n");
                text(b, in_loop, out);
                writeln!(out, "}}")
            }
            Stmt::While(body) => {
                out.push_str("while ask() {\n");
                text(body, true, out);
                writeln!(out, "}}")
            }
            Stmt::Loop(body) => {
                out.push_str("loop {\n");
                text(body, true, out);
                writeln!(out, "if ask() {{ break; }}\n}}")
            }
            Stmt::Break if in_loop => writeln!(out, "break;"),
            Stmt::Continue if in_loop => writeln!(out, "continue;"),
            Stmt::Return => writeln!(out, "return None;"),
            Stmt::Break | Stmt::Continue => Ok(()),
        }
        .expect("writing to a string");
    }
}

fn program(stmts: &[Stmt]) -> String {
    let mut body = String::new();
    text(stmts, false, &mut body);
    format!(
        "use hmac::{{Hmac, Mac}};\nuse sha2::Sha256;\n\
         const KEY: &[u8] = b\"constant-signing-key\";\n\
         pub fn sign(given: &'static [u8], ask: fn() -> bool) -> Option<Hmac<Sha256>> {{\n\
         let mut a: &'static [u8] = given;\nlet mut b = given;\nlet mut c = given;\n{body}\
         Hmac::<Sha256>::new_from_slice(a).ok()\n}}\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_constant_arrives_exactly_where_some_way_leads(stmts in prop::collection::vec(stmt(), 1..6)) {
        let reached = run(&stmts, &BTreeSet::from([[false; 3]]), false).on;
        prop_assume!(!reached.is_empty());
        let source = program(&stmts);
        let header = header("//@ dep: hmac = \"0.12\"\n//@ dep: sha2 = \"0.10\"\n").expect("it is a header");
        let outcome = single("random.rs", &source, &header, Profile::Default);
        let found = outcome.found.iter().any(|(_, _, lint)| lint == "hardcoded-key");
        prop_assert_eq!(found, reached.iter().any(|state| state[0]), "{}\n{}", source, outcome.text);
    }
}
