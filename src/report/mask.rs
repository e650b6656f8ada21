//! Masks secrets. A literal that a lint calls a secret is never shown in full, neither where it stands nor where the same
//! text occurs again, in code or in the words of a finding.
//!
//! Every character is replaced by one of the same length in UTF-8, so byte offsets and columns stay valid. A secret of
//! twelve characters or more keeps its first two and last two, by which its owner knows it.
//!
//! A secret that is a plain word (`password`) is no secret as a word: elsewhere in code it stays, and in the words of
//! its finding it is masked only between quotes.

use std::ops::Range;

use rustc_hash::FxHashMap;

/// Characters from which on a secret keeps its ends.
const KEEPS_ENDS: usize = 12;
/// Bytes by which occurrences are found.
const PREFIX: usize = 6;

/// The secrets of a run, found by their first bytes in linear time.
#[derive(Debug, Default)]
pub(super) struct Secrets {
    by_prefix: FxHashMap<[u8; PREFIX], Vec<String>>,
}

impl Secrets {
    /// Adds the text of a secret as it stands in the source; a plain word is not added.
    pub(super) fn add(&mut self, text: &str) {
        let content = &text[content(text)];
        if !is_distinctive(content) {
            return;
        }
        let Some(prefix) = content.as_bytes().first_chunk::<PREFIX>() else { return };
        let same = self.by_prefix.entry(*prefix).or_default();
        if !same.iter().any(|s| s == content) {
            same.push(content.to_owned());
            same.sort_by_key(|s| std::cmp::Reverse(s.len()));
        }
    }

    /// Where secrets occur in a text, longest first at each place. Linear in its length.
    pub(super) fn occurrences(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if self.by_prefix.is_empty() {
            return found;
        }
        let mut at = 0;
        while let Some(prefix) = text.as_bytes().get(at..).and_then(|rest| rest.first_chunk::<PREFIX>()) {
            let hit = self.by_prefix.get(prefix).and_then(|candidates| {
                candidates.iter().find(|c| text.as_bytes()[at..].starts_with(c.as_bytes()))
            });
            match hit {
                Some(secret) => {
                    found.push(at..at + secret.len());
                    at += secret.len();
                }
                None => at += 1,
            }
        }
        found
    }

    /// The text with all secrets masked; `own` are the secrets of the finding it belongs to, as they stand in the source.
    pub(super) fn masked(&self, text: &str, own: &[&str]) -> String {
        let mut ranges = self.occurrences(text);
        for secret in own {
            let content = &secret[content(secret)];
            if !content.is_empty() {
                ranges.extend(quoted(text, content));
            }
        }
        mask(text, &ranges)
    }
}

/// Whether a text tells itself apart from ordinary words.
fn is_distinctive(content: &str) -> bool {
    content.len() >= KEEPS_ENDS
        || content.len() >= PREFIX && content.bytes().any(|b| !b.is_ascii_lowercase() && b != b'_')
}

fn quoted<'t>(text: &'t str, content: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let is_quote = |c: Option<char>| c.is_some_and(|c| matches!(c, '"' | '\''));
    text.match_indices(content).map(|(at, _)| at..at + content.len()).filter(move |r| {
        is_quote(text[..r.start].chars().next_back()) && is_quote(text[r.end..].chars().next())
    })
}

/// The text without the delimiters of a string literal; all of it if it is none.
fn content(text: &str) -> Range<usize> {
    let body = text.trim_start_matches(['b', 'c', 'r']);
    let quoted = body.trim_start_matches('#');
    let start = text.len() - quoted.len() + 1;
    let closing = text.len().saturating_sub(1 + body.len() - quoted.len());
    let is_literal = quoted.starts_with('"') && text.get(closing..).is_some_and(|end| end.starts_with('"'));
    if is_literal && start <= closing { start..closing } else { 0..text.len() }
}

/// The text with the contents of these ranges masked. Ranges are on character boundaries.
pub(super) fn mask(text: &str, ranges: &[Range<usize>]) -> String {
    let mut hidden: Vec<usize> = Vec::new();
    for range in ranges {
        let Some(part) = text.get(range.clone()) else { continue };
        let inner = content(part);
        hidden.extend(hidden_offsets(&part[inner.clone()]).map(|at| range.start + inner.start + at));
    }
    if hidden.is_empty() {
        return text.to_owned();
    }
    hidden.sort_unstable();
    let is_hidden = |at: usize| hidden.binary_search(&at).is_ok();
    text.char_indices().map(|(at, c)| if is_hidden(at) { star(c) } else { c }).collect()
}

fn hidden_offsets(secret: &str) -> impl Iterator<Item = usize> {
    let shown = |c: &char| !matches!(c, '\n' | '\r');
    let chars: Vec<usize> = secret.char_indices().filter(|(_, c)| shown(c)).map(|(at, _)| at).collect();
    let keep = if chars.len() >= KEEPS_ENDS { 2 } else { 0 };
    let end = chars.len() - keep;
    chars.into_iter().take(end).skip(keep)
}

/// An asterisk, or what looks like one, of the same length in UTF-8.
fn star(c: char) -> char {
    match c.len_utf8() {
        1 => '*',
        2 => '\u{a4}',
        3 => '\u{2217}',
        _ => '\u{1f7b1}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_and_the_ends_of_long_secrets_stay() {
        let all = |text: &str| mask(text, std::slice::from_ref(&(0..text.len())));
        assert_eq!(mask(r#"k("hunter2", "x")"#, &[2..11, 13..16]), r#"k("*******", "*")"#);
        assert_eq!(all(r##"br#"sk_live_0123"#"##), r##"br#"sk********23"#"##);
        assert_eq!(all("sk_live_0123"), "sk********23");
        assert_eq!(all("\"a\nb\""), "\"*\n*\"");
        assert_eq!((all("\""), all("\"é")), ("*".into(), "*\u{a4}".into()));
    }

    #[test]
    fn length_in_bytes_and_characters_is_kept() {
        let secret = "\"é→🦀x\"";
        let masked = mask(secret, std::slice::from_ref(&(0..secret.len())));
        assert_eq!((masked.len(), masked.chars().count()), (secret.len(), secret.chars().count()));
        assert!(!masked.contains('é') && !masked.contains('x'));
    }

    #[test]
    fn a_secret_is_masked_wherever_it_occurs_but_words_stay_words() {
        let mut secrets = Secrets::default();
        secrets.add("\"sk_live_0123\"");
        secrets.add("\"password\"");
        assert_eq!(secrets.masked("key sk_live_0123!", &[]), "key sk********23!");
        assert_eq!(
            secrets.masked("a password of \"password\"", &["\"password\""]),
            "a password of \"********\""
        );
    }
}
