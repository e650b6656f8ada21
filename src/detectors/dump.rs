//! What the analysis knows of each body, as text for people: the reader's answer to "why this finding, and why not that one".
//!
//! One block for each body, in order of position; places are `line:column` in the file of the block's head. The text is for
//! reading and for snapshots, not a format for programs.

mod types;
mod values;

use std::fmt::Write;

use crate::catalog::Catalog;
use crate::detectors::{BodyCx, Context, bodies};
use crate::ir::Program;
use crate::workspace::Workspace;

/// What to show of each body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dump {
    /// Types of variables, targets of calls, types of receivers.
    Types,
    /// Where the values of variables and arguments come from, and where they arrive.
    Values,
    /// What callers know of the body.
    Summaries,
}

/// Shows what is known of each body of the selected packages.
pub fn dump(program: &Program, workspace: &Workspace, catalog: &Catalog, what: Dump) -> String {
    let cx = Context::new(program, workspace, catalog);
    let selected = |body: &BodyCx<'_>| {
        let krate = &cx.map.crates[cx.map.def(body.def).krate];
        workspace.packages[krate.package].selected
    };
    let see = |body: &BodyCx<'_>| if selected(body) { Some(block(body, what)) } else { None };
    let mut blocks: Vec<_> = bodies::analyse(&cx, &see).0.into_iter().filter_map(|r| r.seen).collect();
    blocks.sort();
    let texts: Vec<String> = blocks.into_iter().map(|(.., text)| text).collect();
    texts.concat()
}

/// A block with what it is sorted by.
fn block(body: &BodyCx<'_>, what: Dump) -> (String, u32, String) {
    let span = body.span(body.body.root);
    let sources = &body.cx.program.sources;
    let file = sources.file(span.file).name.clone();
    let mut text = format!("{} ({file}:{})\n", body.cx.map.path_of(body.def), sources.line_col(span).line);
    let lines = match what {
        Dump::Types => types::lines(body),
        Dump::Values => values::lines(body),
        Dump::Summaries => values::summary(body),
    };
    for line in lines {
        let _ = writeln!(text, "    {line}");
    }
    (file, span.lo, text)
}

/// `line:column` of an expression.
fn place(body: &BodyCx<'_>, span: crate::base::Span) -> String {
    let at = body.cx.program.sources.line_col(span);
    format!("{}:{}", at.line, at.column)
}
