//! The source texts as they may be shown: secrets masked, hostile characters replaced, offsets unchanged.
//!
//! Invariant: every [`Place`] lies inside its file and on character boundaries, whatever span it was made of. A span of a
//! file that does not exist becomes the start of an empty one, so that nothing here can fail.

use std::cell::OnceCell;
use std::ops::Range;
use std::path::Path;

use crate::base::{FileId, LineCol, SourceFile, SourceMap, Span};
use crate::finding::Finding;
use crate::report::clean;
use crate::report::mask::{self, Secrets};

/// The bytes of a byte order mark.
const BOM: &str = "\u{feff}";

/// Source texts as they may be shown.
pub(super) struct Files<'a> {
    sources: &'a SourceMap,
    unknown: SourceMap,
    /// Per file, the places of secrets.
    places: Vec<Vec<Range<usize>>>,
    secrets: Secrets,
    texts: Vec<OnceCell<String>>,
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Number of the file.
    pub(super) file: usize,
    /// First byte.
    pub(super) lo: usize,
    /// Byte after the last.
    pub(super) hi: usize,
    /// Where it begins; a byte order mark does not count as a column.
    pub(super) start: LineCol,
    /// Where it ends, the column after the last.
    pub(super) end: LineCol,
}

impl<'a> Files<'a> {
    /// The texts, with the secrets of these findings masked.
    pub(super) fn new<'f>(sources: &'a SourceMap, findings: impl Iterator<Item = &'f Finding>) -> Files<'a> {
        let mut unknown = SourceMap::default();
        unknown.add(Path::new(""), "<unknown>", "".into());
        let count = sources.files().len() + 1;
        let mut files = Files {
            sources,
            unknown,
            places: vec![Vec::new(); count],
            secrets: Secrets::default(),
            texts: vec![OnceCell::new(); count],
        };
        for &span in findings.flat_map(|f| &f.secrets) {
            let place = files.place(span);
            let text = files.raw(place.file).text.clone();
            files.secrets.add(&text[place.lo..place.hi]);
            files.places[place.file].push(place.lo..place.hi);
        }
        files
    }

    /// The file as it was read. Its text must not be shown.
    pub(super) fn raw(&self, file: usize) -> &SourceFile {
        self.sources.files().get(file).unwrap_or(self.unknown.file(FileId(0)))
    }

    /// The name to show.
    pub(super) fn name(&self, file: usize) -> String {
        clean::line(&self.raw(file).name)
    }

    /// The text to show; same length as the raw text.
    pub(super) fn text(&self, file: usize) -> &str {
        self.texts[file].get_or_init(|| {
            let raw = &self.raw(file).text;
            let mut hidden = self.secrets.occurrences(raw);
            hidden.extend(self.places[file].iter().cloned());
            clean::same_length(&mask::mask(raw, &hidden))
        })
    }

    /// The place of a span.
    pub(super) fn place(&self, span: Span) -> Place {
        let file = (span.file.0 as usize).min(self.sources.files().len());
        let source = self.raw(file);
        let range = source.span(span.lo as usize, span.hi.max(span.lo) as usize).range();
        let lo = range.start.max(bom(source)).min(source.text.len());
        let hi = range.end.max(lo);
        Place { file, lo, hi, start: position(source, lo), end: position(source, hi) }
    }

    /// Words of a finding with secrets masked and hostile characters replaced, on one line.
    pub(super) fn line(&self, text: &str, finding: Option<&Finding>) -> String {
        clean::line(&self.masked(text, finding))
    }

    /// As [`Files::line`], but line ends stay.
    pub(super) fn lines(&self, text: &str, finding: Option<&Finding>) -> String {
        clean::lines(&self.masked(text, finding))
    }

    /// A text with its secrets masked.
    pub(super) fn masked(&self, text: &str, finding: Option<&Finding>) -> String {
        let spans = finding.map_or(&[][..], |f| &f.secrets);
        let places: Vec<Place> = spans.iter().map(|&span| self.place(span)).collect();
        let own: Vec<&str> = places.iter().map(|p| &self.raw(p.file).text[p.lo..p.hi]).collect();
        self.secrets.masked(text, &own)
    }

    /// Bytes of a line without its line end and without a byte order mark.
    pub(super) fn line_range(&self, file: usize, line: u32) -> Range<usize> {
        let source = self.raw(file);
        let range = source.line_range(line);
        let start = range.start.max(bom(source)).min(source.text.len());
        start..range.end.max(start)
    }

    /// The lines that a place touches, at most `limit`, fit for JSON.
    pub(super) fn snippet(&self, place: &Place, limit: u32) -> String {
        let last = place.end.line.min(place.start.line.saturating_add(limit - 1));
        let lines =
            (place.start.line..=last).map(|line| &self.text(place.file)[self.line_range(place.file, line)]);
        clean::source(&lines.collect::<Vec<_>>().join("\n"))
    }
}

fn bom(source: &SourceFile) -> usize {
    if source.text.starts_with(BOM) { BOM.len() } else { 0 }
}

fn position(source: &SourceFile, offset: usize) -> LineCol {
    let at = source.line_col(offset as u32);
    let skipped = u32::from(at.line == 1 && bom(source) > 0);
    LineCol { column: at.column.saturating_sub(skipped).max(1), ..at }
}
