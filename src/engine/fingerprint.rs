//! The identity of a finding: what stays the same when lines move, code is reformatted or a neighbour changes.
//!
//! It is a 128-bit FNV-1a hash over lint, package, item path, the tokens of the primary place and the number of the
//! finding among those that are equal in all of these. Absent on purpose: line numbers, file names (a module may move to
//! another file), and the text of secrets, which a short hash would let an attacker guess.

use std::collections::HashMap;

use crate::base::{SourceMap, Span};
use crate::finding::Finding;

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

fn fnv1a(parts: &[&str]) -> u128 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

/// Sets the fingerprints of `findings`, which are in their final order.
pub fn assign(findings: &mut [&mut Finding], sources: &SourceMap) {
    let mut seen: HashMap<u128, u32> = HashMap::new();
    for finding in findings {
        let tokens = tokens(sources, finding.primary.span, &finding.secrets);
        let base = fnv1a(&[&finding.lint, &finding.package, &finding.item, &tokens]);
        let ordinal = seen.entry(base).or_default();
        let hash = fnv1a(&[&format!("{base:032x}"), &ordinal.to_string()]);
        *ordinal += 1;
        finding.fingerprint = format!("{hash:032x}");
    }
}

/// The text under a span without comments, layout and secrets.
fn tokens(sources: &SourceMap, span: Span, secrets: &[Span]) -> String {
    let text = without_secrets(sources.slice(span), span, secrets);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        at = token(&text, at, c, &mut out).max(at + c.len_utf8());
    }
    out
}

fn without_secrets(text: &str, span: Span, secrets: &[Span]) -> String {
    let hidden = |at: u32| secrets.iter().any(|s| s.file == span.file && s.lo <= at && at < s.hi);
    let begins = |at: u32| at == span.lo || !hidden(at - 1);
    let shown = |(i, c): (usize, char)| match span.lo + i as u32 {
        at if !hidden(at) => Some(c),
        at => begins(at).then_some('\u{0}'),
    };
    text.char_indices().filter_map(shown).collect()
}

/// Copies the token at `at` to `out` and returns where the next one begins.
fn token(text: &str, at: usize, first: char, out: &mut String) -> usize {
    let rest = &text[at..];
    if first.is_whitespace() {
        return at + first.len_utf8();
    }
    if rest.starts_with("//") {
        return at + rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return at + rest.find("*/").map_or(rest.len(), |end| end + 2);
    }
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let len = match first {
        '"' => string_len(rest),
        c if word(c) => rest.find(|c| !word(c)).unwrap_or(rest.len()),
        c => c.len_utf8(),
    };
    // A trailing comma comes and goes with the layout.
    if first == ',' && rest[len..].trim_start().starts_with([')', ']', '}', '>']) {
        return at + len;
    }
    out.push_str(&rest[..len]);
    out.push(' ');
    at + len
}

fn string_len(rest: &str) -> usize {
    let mut escaped = false;
    for (i, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return i + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::base::FileId;
    use crate::finding::{Confidence, Label, Severity};

    fn prints(text: &str, places: &[&str], secret: Option<&str>) -> Vec<String> {
        let mut sources = SourceMap::default();
        let file = sources.add(Path::new("a.rs"), "a.rs", text.into());
        let span = |part: &str| {
            let lo = text.find(part).unwrap();
            sources.file(file).span(lo, lo + part.len())
        };
        let mut findings: Vec<Finding> = places
            .iter()
            .map(|place| {
                let label = Label::new(span(place), "");
                let mut f = Finding::new("l", Severity::High, Confidence::High, String::new(), label);
                f.secrets = secret.map(span).into_iter().collect();
                f
            })
            .collect();
        assign(&mut findings.iter_mut().collect::<Vec<_>>(), &sources);
        findings.into_iter().map(|f| f.fingerprint).collect()
    }

    #[test]
    fn layout_and_comments_do_not_matter_but_code_does() {
        let one = prints("f(a, \"x  y\")", &["f(a, \"x  y\")"], None);
        let moved = prints("\n\n f(\n a, // why\n \"x  y\",\n)", &["f(\n a, // why\n \"x  y\",\n)"], None);
        assert_eq!(one, moved);
        assert_ne!(one, prints("f(a, \"x y\")", &["f(a, \"x y\")"], None));
        assert_eq!(one[0].len(), 32);
    }

    #[test]
    fn equal_findings_are_told_apart_by_their_order() {
        let both = prints("f(a); f(a);", &["f(a)", "f(a)"], None);
        assert_ne!(both[0], both[1]);
    }

    #[test]
    fn a_secret_leaves_no_trace() {
        let one = prints("key(\"hunter2\")", &["key(\"hunter2\")"], Some("hunter2"));
        let other = prints("key(\"correct horse\")", &["key(\"correct horse\")"], Some("correct horse"));
        assert_eq!(one, other);
    }

    #[test]
    fn an_unterminated_string_or_comment_ends_with_the_text() {
        assert_eq!(prints("\"ab", &["\"ab"], None).len(), 1);
        let mut sources = SourceMap::default();
        let file = sources.add(Path::new("a.rs"), "a.rs", "/* ä".into());
        assert_eq!(tokens(&sources, Span { file: FileId(file.0), lo: 0, hi: 5 }, &[]), "");
    }
}
