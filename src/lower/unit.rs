//! One file from text to representation, on a thread with a large stack.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::FromStr as _;

use proc_macro2::TokenStream;

use crate::base::{ProblemKind, SourceFile};
use crate::ir::{Comment, FileIr, FileStats};
use crate::lower::ctx::Lowerer;
use crate::lower::scan::{Scan, scan};
use crate::lower::text::{Positions, blank_into, blank_preamble};
use crate::lower::{broken, recover};
use crate::workspace::cfg::CfgSet;

/// Lowers one text; a panic of the parser or of this layer becomes a problem. `far` are macros that other files define.
pub(super) fn lower(file: &SourceFile, _edition: u16, cfg: &CfgSet, far: &[String]) -> FileIr {
    let out = catch_unwind(AssertUnwindSafe(|| lower_text(file, cfg, far))).unwrap_or_else(|_| broken(file));
    // Nothing that holds a span of the lexer is alive any more.
    proc_macro2::extra::invalidate_current_thread_spans();
    out
}

fn lower_text(file: &SourceFile, cfg: &CfgSet, far: &[String]) -> FileIr {
    let mut text = blank_preamble(&file.text);
    let found = scan(&text);
    if !found.too_deep.is_empty() {
        text = blank(&text, &found.too_deep).into();
    }
    let mut lost = Vec::new();
    let tokens = TokenStream::from_str(&text).unwrap_or_else(|_| {
        let (rest, tokens) = recover::lexable(&text);
        lost = rest;
        tokens
    });
    let positions = Positions::new(file, &text);
    let mut lowerer = Lowerer::new(file, &text, &positions, cfg);
    lowerer.ir.stats = FileStats { bytes: file.text.len(), lines: file.line_count(), ..FileStats::default() };
    lowerer.define_far(far);
    comments(&mut lowerer, &found);
    for range in &found.too_deep {
        let span = file.span(range.start, range.end);
        lowerer.problem(ProblemKind::LimitExceeded, span, "code is nested too deep to be analysed");
    }
    for range in &lost {
        let span = file.span(range.start, range.end);
        lowerer.problem(ProblemKind::Unparsed, span, "text is not made of Rust tokens");
    }
    tree(&mut lowerer, tokens);
    let whole = lost.is_empty() && !lowerer.ir.problems.iter().any(|p| p.kind == ProblemKind::Unparsed);
    lowerer.ir.stats.parsed = whole;
    lowerer.ir
}

/// Parses and lowers; the syntax tree is dropped here.
fn tree(lowerer: &mut Lowerer<'_>, tokens: TokenStream) {
    let parsed = recover::parse(tokens);
    for (tokens, message) in &parsed.bad {
        let span = lowerer.tokens_span(tokens);
        lowerer.problem(ProblemKind::Unparsed, span, format!("code does not parse: {message}"));
    }
    let attrs = lowerer.attrs(&parsed.attrs);
    let whole = lowerer.file.span(0, lowerer.file.text.len());
    lowerer.keep_suppressions(&attrs.list, whole);
    // A file with a false `#![cfg(..)]` is inactive as a whole.
    if attrs.active {
        lowerer.ir.top = lowerer.items(&parsed.items);
    }
    lowerer.ir.attrs = attrs.list;
}

fn comments(lowerer: &mut Lowerer<'_>, found: &Scan) {
    let text = &lowerer.file.text;
    for range in &found.comments {
        let Some(raw) = text.get(range.clone()) else { continue };
        let inner = raw
            .strip_prefix("/*")
            .map_or_else(|| raw.trim_start_matches('/'), |block| block.strip_suffix("*/").unwrap_or(block));
        let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let trailing = !text[line..range.start].trim().is_empty();
        let span = lowerer.file.span(range.start, range.end);
        lowerer.ir.comments.push(Comment { text: inner.trim().to_owned(), span, trailing });
    }
}

/// The text with ranges overwritten by spaces; bytes and lines keep their places.
pub(super) fn blank(text: &str, ranges: &[std::ops::Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for range in ranges {
        out.push_str(text.get(at..range.start).unwrap_or(""));
        blank_into(&mut out, text.get(range.clone()).unwrap_or(""));
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}
