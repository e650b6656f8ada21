//! From the text of a file to what the lexer sees, and from the lexer's positions back to bytes.
//!
//! The lexer reports lines and columns (in characters). A byte order mark, a shebang line and front matter are
//! overwritten with spaces, not cut, so that every line and byte keeps its place and no offset has to be carried along.

use std::borrow::Cow;

use proc_macro2::LineColumn;

use crate::base::{SourceFile, Span};

/// The text with everything before the first token of Rust blanked.
pub(super) fn blank_preamble(text: &str) -> Cow<'_, str> {
    let end = preamble_len(text);
    if end == 0 {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    blank_into(&mut out, &text[..end]);
    out.push_str(&text[end..]);
    Cow::Owned(out)
}

/// Appends spaces for every byte of `text` but its line ends.
pub(super) fn blank_into(out: &mut String, text: &str) {
    out.extend(text.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
}

fn preamble_len(text: &str) -> usize {
    let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut end = bom;
    if is_shebang(&text[end..]) {
        end += line_len(&text[end..]);
    }
    end + front_matter_len(&text[end..])
}

/// `#!` begins a shebang line unless it begins an inner attribute.
fn is_shebang(text: &str) -> bool {
    text.strip_prefix("#!").is_some_and(|rest| !rest.trim_start().starts_with('['))
}

fn line_len(text: &str) -> usize {
    text.find('\n').map_or(text.len(), |at| at + 1)
}

/// Front matter of a script: a fence of three or more dashes, anything, and the same fence on a line of its own.
fn front_matter_len(text: &str) -> usize {
    let blank = text.len() - text.trim_start().len();
    let body = &text[blank..];
    let dashes = body.bytes().take_while(|&b| b == b'-').count();
    if dashes < 3 {
        return 0;
    }
    let fence = &body[..dashes];
    let mut at = line_len(body);
    while at < body.len() {
        let line = &body[at..at + line_len(&body[at..])];
        at += line.len();
        if line.trim_end() == fence {
            return blank + at;
        }
    }
    0
}

/// Converts positions of the lexer to byte offsets. Constant time for ASCII files, logarithmic for others.
pub(super) struct Positions<'a> {
    file: &'a SourceFile,
    /// Bytes at which a character of more than one byte begins.
    wide_bytes: Vec<u32>,
    /// The same places counted in characters.
    wide_chars: Vec<u32>,
    /// `extra[i]`: how many bytes more than characters lie before the wide character number `i`.
    extra: Vec<u32>,
}

impl<'a> Positions<'a> {
    /// `text` is what the lexer saw; its lines are those of `file`.
    pub(super) fn new(file: &'a SourceFile, text: &str) -> Positions<'a> {
        let mut out = Positions { file, wide_bytes: Vec::new(), wide_chars: Vec::new(), extra: Vec::new() };
        if text.is_ascii() {
            return out;
        }
        let mut extra = 0;
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            out.wide_bytes.push(at as u32);
            out.wide_chars.push(at as u32 - extra);
            out.extra.push(extra);
            extra += c.len_utf8() as u32 - 1;
        }
        out.extra.push(extra);
        out
    }

    /// The byte offset of a position.
    pub(super) fn byte(&self, at: LineColumn) -> u32 {
        let start = self.file.line_start(at.line as u32);
        if self.wide_bytes.is_empty() {
            return start + at.column as u32;
        }
        let before = self.extra[self.wide_bytes.partition_point(|&b| b < start)];
        let chars = start - before + at.column as u32;
        chars + self.extra[self.wide_chars.partition_point(|&c| c < chars)]
    }

    /// The span between two of the lexer's positions.
    pub(super) fn span(&self, span: proc_macro2::Span) -> Span {
        let lo = self.byte(span.start()) as usize;
        let hi = self.byte(span.end()) as usize;
        self.file.span(lo, hi)
    }
}
