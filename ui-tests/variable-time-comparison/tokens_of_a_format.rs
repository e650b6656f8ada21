//! Texts that a table lists are compared with what comes next.

use std::iter::Peekable;
use std::str::Chars;

const FORMAT_TOKENS: &[&str] = &[
    "yyyy", "xxxx", "SSSSSSSSS", "SSSSSSS", "SSSSSS", "SSSSS", "SSSS", "SSS", "SS", "ZZ", "ww", "w[w]", "dd", "MM", "HH", "mm",
    "ss", "Z", "d", "M", "H", "m", "s", "S", "e", "w",
];

fn starts_with(chars: &Peekable<Chars>, prefix: &str) -> bool {
    let mut ahead = chars.clone();
    for expected in prefix.chars() {
        if ahead.next() != Some(expected) {
            return false;
        }
    }
    true
}

pub fn match_format_token(chars: &mut Peekable<Chars>) -> Option<usize> {
    for token in FORMAT_TOKENS {
        if starts_with(chars, token) {
            return Some(token.len());
        }
    }
    None
}
