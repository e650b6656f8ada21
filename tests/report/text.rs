//! The whole text of findings, as a user sees it.

use cargo_secure_lint::finding::{Applicability, Edit, Fix, Label};
use cargo_secure_lint::report::{Format, Style};

use crate::fixture::{Fixture, finding, full};

#[test]
fn a_flow_through_two_files_with_a_masked_secret() {
    let expected = "\
error[hardcoded-key]: encryption key is a constant
 --> src/lib.rs:6:33
  |
4 |     let key = config::KEY;
  |               ----------- 2: passes through `key`
5 |     let nonce = Nonce::from([0u8; 12]);
  |                             --------- and the nonce is constant too
6 |     let cipher = Aes256Gcm::new(key.into());
  |                                 ^^^^^^^^^^ 3: used as a key here
  |
  = note: severity high, confidence high, CWE-321, CWE-798, ASVS v5.0.0-13.3.1
  = note: the key is \"co*****************************15\"
  = note: this code is compiled only with `cfg(feature = \"seal\")`
  = help: read the key from the environment or a key store
  = help: explained by `cargo secure-lint explain hardcoded-key`
note: 1: the key comes from here
 --> src/config.rs:3:24
  |
3 | pub const KEY: &[u8] = b\"co*****************************15\";
  |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: read the key from the environment (may change behaviour: review it)
  |
4 -     let key = config::KEY;
4 +     let key = std::env::var(\"KEY\")?.as_bytes();
  |

warning[hardcoded-key]: nonce is a constant
 --> src/lib.rs:5:29
  |
5 |     let nonce = Nonce::from([0u8; 12]);
  |                             ^^^^^^^^^ the same for every message
  |
  = note: severity medium, confidence medium

";
    assert_eq!(full().render(Format::Text), expected);
}

#[test]
fn short_is_one_line_per_finding() {
    let expected = "\
src/lib.rs:6:33: error[hardcoded-key]: encryption key is a constant
src/lib.rs:5:29: warning[hardcoded-key]: nonce is a constant
";
    assert_eq!(full().render(Format::Short), expected);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_not_shift_anything() {
    let mut fx = Fixture::new();
    let file = fx.file("src/lib.rs", "\u{feff}const K: &str = KEY;\r\nfn f() {\r\n    seal(K)\r\n}\r\n");
    let mut it = finding("key is a constant", fx.at(file, "KEY"), "here");
    it.context.push(Label::new(fx.at(file, "seal(K)"), "used here"));
    fx.add(it);
    let expected = "\
error[hardcoded-key]: key is a constant
 --> src/lib.rs:1:17
  |
1 | const K: &str = KEY;
  |                 ^^^ here
2 | fn f() {
3 |     seal(K)
  |     ------- used here
  |
  = note: severity high, confidence high, CWE-321, CWE-798, ASVS v5.0.0-13.3.1
  = help: explained by `cargo secure-lint explain hardcoded-key`

";
    assert_eq!(fx.render(Format::Text), expected);
}

#[test]
fn the_end_of_a_file_and_an_empty_file_can_be_shown() {
    let mut fx = Fixture::new();
    let (last, empty) = (fx.file("src/last.rs", "fn f() {}\n"), fx.file("src/empty.rs", ""));
    let end = fx.sources.file(last).span(10, 10);
    fx.add(finding("no guard", end, "file ends here"));
    fx.add(finding("no guard", fx.sources.file(empty).span(0, 9), "nothing here"));
    let expected = "\
error[hardcoded-key]: no guard
 --> src/last.rs:2:1
  |
2 |
  | ^ file ends here
  |
  = note: severity high, confidence high, CWE-321, CWE-798, ASVS v5.0.0-13.3.1
  = help: explained by `cargo secure-lint explain hardcoded-key`

error[hardcoded-key]: no guard
 --> src/empty.rs:1:1
  |
1 |
  | ^ nothing here
  |
  = note: severity high, confidence high

";
    assert_eq!(fx.render(Format::Text), expected);
}

#[test]
fn several_places_of_another_file_share_a_note() {
    let mut fx = Fixture::new();
    let lib = fx.file("src/lib.rs", "seal(KEY)\n");
    let other = fx.file("src/keys.rs", "const A: u8 = 1;\n\n\n\n\n\n\nconst KEY: u8 = A;\n");
    let mut it = finding("key is a constant", fx.at(lib, "KEY"), "");
    it.context =
        vec![Label::new(fx.at(other, "1"), "the value"), Label::new(fx.at(other, "A;"), "its new name")];
    fx.add(it);
    let text = fx.render(Format::Text);
    let note = "\
note: 2 places in `src/keys.rs`
 --> src/keys.rs:1:15
  |
1 | const A: u8 = 1;
  |               - the value
...
8 | const KEY: u8 = A;
  |                 -- its new name
";
    assert!(text.contains(note), "{text}");
}

#[test]
fn long_lines_are_cut_to_the_width() {
    let mut fx = Fixture::new();
    let pad = "x + ".repeat(200);
    let file = fx.file("src/lib.rs", &format!("let a = {pad}KEY + {pad}1;\n"));
    fx.add(finding("key is a constant", fx.at(file, "KEY"), "here"));
    let text = fx.render_with(Format::Text, &Style { width: 60, ..Style::default() });
    let source = text.lines().find(|l| l.contains("KEY")).expect("the line is shown");
    assert!(source.contains("...") && source.chars().count() <= 64, "{source}");
}

#[test]
fn a_fix_whose_edits_overlap_is_told_but_not_drawn() {
    let mut fx = Fixture::new();
    let file = fx.file("src/lib.rs", "seal(KEY)\n");
    let mut it = finding("key is a constant", fx.at(file, "KEY"), "");
    let edit = |span| Edit { span, text: "x".into() };
    let edits = vec![edit(fx.at(file, "KEY")), edit(fx.at(file, "EY)"))];
    it.fixes.push(Fix { message: "replace it".into(), edits, applicability: Applicability::Safe });
    fx.add(it);
    let text = fx.render(Format::Text);
    assert!(text.ends_with("help: replace it (a sketch: adapt it by hand)\n\n"), "{text}");
}

#[test]
fn a_place_far_away_in_the_same_file_is_a_note() {
    let mut fx = Fixture::new();
    let file = fx.file("src/lib.rs", &format!("const KEY: u8 = 1;\n{}seal(KEY)\n", "\n".repeat(3000)));
    let mut it = finding("key is a constant", fx.at(file, "seal(KEY)"), "");
    it.context.push(Label::new(fx.at(file, "1;"), "the value"));
    fx.add(it);
    let text = fx.render(Format::Text);
    let note = "\
note: the value
    --> src/lib.rs:1:17
     |
   1 | const KEY: u8 = 1;
     |                 ^^
";
    assert!(text.contains(note), "{text}");
}
