//! Format strings: `{}`, `{0}`, `{name}`, `{x:?}`, `{:>width$.prec$}`.
//!
//! Works on the source form of the literal, so that the place of each `{name}` is exact; only `\u{..}` has to be
//! told from a placeholder.

use std::ops::Range;

use crate::ir::FormatTrait;

/// What a placeholder formats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The next positional argument.
    Next,
    /// A positional argument.
    Index(usize),
    /// A named argument or a variable: its place in the text.
    Name(Range<usize>),
}

/// One use of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) target: Target,
    pub(super) how: FormatTrait,
}

/// The uses of arguments in a template. `escapes`: the text is the source of a literal with escapes.
pub(super) fn parse(text: &str, escapes: bool) -> Vec<Piece> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if escapes && bytes.get(at + 1) == Some(&b'u') => at = find(bytes, at, b'}') + 1,
            b'\\' if escapes => at += 2,
            b'{' if bytes.get(at + 1) == Some(&b'{') => at += 2,
            b'{' => {
                let end = find(bytes, at, b'}');
                placeholder(text, at + 1..end, &mut out);
                at = end + 1;
            }
            _ => at += 1,
        }
    }
    out
}

fn find(bytes: &[u8], from: usize, byte: u8) -> usize {
    bytes[from..].iter().position(|&b| b == byte).map_or(bytes.len(), |at| from + at)
}

fn placeholder(text: &str, range: Range<usize>, out: &mut Vec<Piece>) {
    let Some(inner) = text.get(range.clone()) else { return };
    let (arg, spec) = inner.split_once(':').unwrap_or((inner, ""));
    let spec_from = range.start + arg.len() + 1;
    let precision_first = spec.contains(".*");
    if precision_first {
        out.push(Piece { target: Target::Next, how: FormatTrait::Other });
    }
    let target = target(arg, range.start).unwrap_or(Target::Next);
    out.push(Piece { target, how: how(spec) });
    counts(spec, spec_from, out);
}

fn target(arg: &str, from: usize) -> Option<Target> {
    let trimmed = arg.trim();
    if trimmed.is_empty() {
        return None;
    }
    if let Ok(index) = trimmed.parse() {
        return Some(Target::Index(index));
    }
    let from = from + (arg.len() - arg.trim_start().len());
    is_ident(trimmed).then_some(Target::Name(from..from + trimmed.len()))
}

fn is_ident(text: &str) -> bool {
    let text = text.strip_prefix("r#").unwrap_or(text);
    !text.is_empty()
        && !text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c == '_' || c.is_alphanumeric())
}

fn how(spec: &str) -> FormatTrait {
    let spec = spec.trim_end();
    match spec.bytes().last() {
        Some(b'?') => FormatTrait::Debug,
        Some(b'x' | b'X' | b'o' | b'b' | b'p' | b'e' | b'E') if !spec.ends_with('$') => FormatTrait::Other,
        _ => FormatTrait::Display,
    }
}

/// Width and precision taken from arguments: `width$`, `.1$`.
fn counts(spec: &str, from: usize, out: &mut Vec<Piece>) {
    for (at, _) in spec.match_indices('$') {
        let before = &spec[..at];
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_alphanumeric() || *c == '_')
            .last()
            .map_or(at, |(i, _)| i);
        // A `0` flag before a name is no part of it: `{:0width$}`.
        let digits = before[start..].bytes().take_while(u8::is_ascii_digit).count();
        let start = if start + digits < at { start + digits } else { start };
        if let Some(target) = target(&before[start..], from + start) {
            out.push(Piece { target, how: FormatTrait::Other });
        }
    }
}
