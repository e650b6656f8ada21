//! Laws of what is known across functions: neither the order of functions nor an unrelated one changes it, and what calls itself
//! comes to an end.

mod support;

use std::collections::BTreeMap;

use cargo_secure_lint::detectors::Dump;
use support::{case, run};

const HEADER: &str = "//@ dep: ring = \"0.17\"\n//! A case.\n\n";

/// Functions that hand values on in many ways, in any order.
const PARTS: &[&str] = &[
    "use ring::hmac;\n",
    "const KEY: &[u8] = b\"8f14e45fceea167a\";\n",
    "fn signer(key: &[u8]) -> hmac::Key { hmac::Key::new(hmac::HMAC_SHA256, key) }\n",
    "fn fill(buf: &mut Vec<u8>, n: u32) { if n == 0 { *buf = KEY.to_vec() } else { refill(buf, n - 1) } }\n",
    "fn refill(buf: &mut Vec<u8>, n: u32) { fill(buf, n) }\n",
    "trait Keys { fn key(&self) -> Vec<u8>; }\n",
    "struct Fixed;\nimpl Keys for Fixed { fn key(&self) -> Vec<u8> { KEY.to_vec() } }\n",
    "struct Given(Vec<u8>);\nimpl Keys for Given { fn key(&self) -> Vec<u8> { self.0.clone() } }\n",
    "fn of(keys: &dyn Keys) -> hmac::Key { signer(&keys.key()) }\n",
    "fn with<T>(f: impl Fn(&[u8]) -> T) -> T { f(KEY) }\n",
    "fn all(raw: Vec<u8>) -> Vec<hmac::Key> { let mut own = raw; fill(&mut own, 2); vec![with(signer), signer(&own), of(&Fixed)] }\n",
];

/// Summaries by function, without places.
fn summaries<'p>(parts: impl Iterator<Item = &'p &'p str>) -> BTreeMap<String, Vec<String>> {
    let source: String = std::iter::once(HEADER).chain(parts.copied()).collect();
    let header = case::header(&source).expect("the header is well-formed");
    let text = run::dump(&source, &header, Dump::Summaries);
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines() {
        if let Some(known) = line.strip_prefix("    ") {
            let mut origins: Vec<&str> =
                known.split(" | ").map(|o| o.split(" from ").next().unwrap_or(o)).collect();
            origins.sort_unstable();
            out.get_mut(&name).expect("a head comes first").push(origins.join(" | "));
        } else {
            name = line.split(" (").next().unwrap_or(line).to_owned();
            out.insert(name.clone(), Vec::new());
        }
    }
    out.values_mut().for_each(|lines| lines.sort());
    out
}

#[test]
fn the_order_of_functions_does_not_matter() {
    let forward = summaries(PARTS.iter());
    assert!(forward["all"].len() > 1 || !forward["fill"].is_empty(), "nothing is known: {forward:?}");
    assert_eq!(forward, summaries(PARTS.iter().rev()));
    for turn in 1..PARTS.len() {
        assert_eq!(forward, summaries(PARTS[turn..].iter().chain(&PARTS[..turn])), "from part {turn}");
    }
}

#[test]
fn an_unrelated_function_changes_nothing() {
    let before = summaries(PARTS.iter());
    let mut after =
        summaries(PARTS.iter().chain(&["fn unrelated(n: &mut u32) -> u32 { *n = 3; unrelated(n) }\n"]));
    assert!(after.remove("unrelated").is_some());
    assert_eq!(before, after);
}

#[test]
fn a_ring_of_functions_knows_what_the_last_one_does() {
    let ring = |n: usize| -> Vec<String> {
        let one = |i: usize| {
            let next = (i + 1) % n;
            let here = if i == n - 1 { "*buf = b\"c81e728d9d4c2f63\".to_vec(); return;" } else { "" };
            format!("fn f{i}(buf: &mut Vec<u8>, n: u32) {{ if n == {i} {{ {here} }} f{next}(buf, n) }}\n")
        };
        (0..n).map(one).collect()
    };
    for n in [1, 2, 5] {
        let parts = ring(n);
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let found = summaries(parts.iter());
        assert!(found["f0"].iter().any(|l| l == "leaves in parameter 1: 16 bytes"), "{n}: {found:?}");
    }
}

#[test]
fn a_long_ring_ends() {
    let n = 40;
    let parts: Vec<String> = (0..n)
        .map(|i| {
            format!(
                "fn f{i}(n: u32) -> u32 {{ if n == {i} {{ {i} }} else {{ f{}(n + 1) + 1 }} }}\n",
                (i + 1) % n
            )
        })
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let found = summaries(parts.iter());
    assert_eq!(found.len(), n);
    assert!(found.values().all(|lines| lines[0].contains("unknown")), "{found:?}");
}
