//! Source texts and positions in them.
//!
//! Invariant: a [`Span`] made by [`SourceFile::span`] lies inside its file and on character boundaries;
//! the renderer would panic on any other.

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Number of a file in the [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A byte range in a file, `lo` included, `hi` excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub lo: u32,
    /// Byte after the last.
    pub hi: u32,
}

impl Span {
    /// The smallest span that covers both; `self` if the files differ.
    pub fn to(self, other: Span) -> Span {
        if self.file != other.file {
            return self;
        }
        Span { file: self.file, lo: self.lo.min(other.lo), hi: self.hi.max(other.hi) }
    }

    /// Whether `other` lies inside `self`.
    pub fn contains(self, other: Span) -> bool {
        self.file == other.file && self.lo <= other.lo && other.hi <= self.hi
    }

    /// The empty span at the start of `self`.
    pub fn start(self) -> Span {
        Span { hi: self.lo, ..self }
    }

    /// The byte range.
    pub fn range(self) -> std::ops::Range<usize> {
        self.lo as usize..self.hi as usize
    }
}

/// A position for people: both numbers start at 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineCol {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// One source text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its number.
    pub id: FileId,
    /// Where it was read.
    pub path: PathBuf,
    /// The name to show: relative to the workspace root, with `/`.
    pub name: String,
    /// The text, lossily decoded if it was not UTF-8; BOM and line ends as read.
    pub text: Arc<str>,
    line_starts: Vec<u32>,
}

impl SourceFile {
    /// Number of lines; an unterminated last line counts.
    pub fn line_count(&self) -> usize {
        self.line_starts.len() - usize::from(self.text.is_empty() || self.text.ends_with('\n'))
    }

    /// The span of the given bytes, clamped into the file and widened to character boundaries.
    pub fn span(&self, lo: usize, hi: usize) -> Span {
        let lo = self.floor(lo.min(hi));
        let hi = self.ceil(hi).max(lo);
        Span { file: self.id, lo: lo as u32, hi: hi as u32 }
    }

    /// Line and column of a byte offset. Logarithmic in the number of lines.
    pub fn line_col(&self, offset: u32) -> LineCol {
        let offset = self.floor(offset as usize);
        let line = self.line_starts.partition_point(|&start| start as usize <= offset).max(1) - 1;
        let start = self.line_starts[line] as usize;
        let column = self.text[start..offset].chars().count() + 1;
        LineCol { line: line as u32 + 1, column: column as u32 }
    }

    /// Byte range of a line (from 1), without its line end; empty beyond the last.
    pub fn line_range(&self, line: u32) -> std::ops::Range<usize> {
        let index = (line as usize).saturating_sub(1);
        let Some(&start) = self.line_starts.get(index) else { return self.text.len()..self.text.len() };
        let end = self.line_starts.get(index + 1).map_or(self.text.len(), |&next| next as usize);
        let line = self.text[start as usize..end].trim_end_matches(['\n', '\r']);
        start as usize..start as usize + line.len()
    }

    /// Byte offset of the first character of a line (from 1).
    pub fn line_start(&self, line: u32) -> u32 {
        self.line_starts.get((line as usize).saturating_sub(1)).copied().unwrap_or(self.text.len() as u32)
    }

    /// The text of a span of this file.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    fn floor(&self, offset: usize) -> usize {
        let mut at = offset.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    fn ceil(&self, offset: usize) -> usize {
        let mut at = offset.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at += 1;
        }
        at
    }
}

/// All texts of a run.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a text and returns its number. `name` is shown to people, `path` finds the file again.
    pub fn add(&mut self, path: &Path, name: &str, text: Arc<str>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files"));
        let mut line_starts = vec![0];
        line_starts.extend(text.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(i, _)| i as u32 + 1));
        self.files.push(SourceFile { id, path: path.to_owned(), name: name.to_owned(), text, line_starts });
        id
    }

    /// The file with this number.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files in order of their numbers.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The text under a span.
    pub fn slice(&self, span: Span) -> &str {
        self.file(span.file).slice(span)
    }

    /// Line and column where a span begins.
    pub fn line_col(&self, span: Span) -> LineCol {
        self.file(span.file).line_col(span.lo)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(text: &str) -> SourceMap {
        let mut map = SourceMap::default();
        map.add(Path::new("/p/a.rs"), "a.rs", text.into());
        map
    }

    #[test]
    fn positions_count_characters_and_survive_crlf() {
        let map = map("let ä = 1;\r\nlet b = 2;\n");
        let file = map.file(FileId(0));
        let b = file.text.find('b').unwrap();
        assert_eq!(file.line_col(b as u32), LineCol { line: 2, column: 5 });
        assert_eq!(file.line_col(6), LineCol { line: 1, column: 6 });
        assert_eq!(&file.text[file.line_range(1)], "let ä = 1;");
        assert_eq!(file.line_count(), 2);
    }

    #[test]
    fn spans_are_clamped_to_character_boundaries() {
        let map = map("äöü");
        let file = map.file(FileId(0));
        assert_eq!(file.span(1, 3).range(), 0..4);
        assert_eq!(file.span(4, 400).range(), 4..6);
        assert_eq!(file.slice(file.span(90, 100)), "");
    }
}
