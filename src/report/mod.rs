//! Shows a report: text, short lines, JSON, cargo messages, SARIF, workflow commands, Markdown.
//!
//! ```text
//! Report + SourceMap --> view    secrets masked, hostile characters replaced, spans clamped
//!                        text, short, json, rustc_json, sarif, github, markdown
//! ```
//!
//! Invariants: the formats read the [`view`] and nothing else, so what is safe there is safe in all of them; same input,
//! same bytes: no times and no absolute paths, except where a format demands one; no format can fail or panic.
//!
//! Absent: the summary for people, printing, choosing colours. They are the command line's.

mod clean;
mod config_file;
mod coverage;
mod files;
mod github;
mod json;
mod markdown;
mod mask;
pub mod routes;
mod rustc_json;
mod sarif;
mod text;
mod view;
pub(crate) mod words;

use std::str::FromStr;

use crate::base::SourceMap;
use crate::catalog::Catalog;
use crate::engine::Report;
use crate::workspace::Workspace;
pub use config_file::config_error;

/// What is shown.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The outcome of the run.
    pub report: &'a Report,
    /// The texts it refers to.
    pub sources: &'a SourceMap,
    /// The lints it refers to.
    pub catalog: &'a Catalog,
    /// The packages it refers to.
    pub workspace: &'a Workspace,
    /// Whether SARIF lists suppressed findings too. Native JSON always does, the other formats never.
    pub suppressed: bool,
}

/// How text is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// With colours.
    pub color: bool,
    /// Columns of the terminal; source lines are cut to fit. 0 for the usual 140.
    pub width: usize,
    /// With lines of box-drawing characters instead of ASCII.
    pub unicode: bool,
    /// With links to the files.
    pub hyperlinks: bool,
}

impl Default for Style {
    fn default() -> Style {
        Style { color: false, width: 140, unicode: false, hyperlinks: false }
    }
}

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Annotated source, as rustc prints it.
    Text,
    /// One line per finding.
    Short,
    /// The project's own JSON, versioned; see `docs/json.md`.
    Json,
    /// One JSON object per line, as `cargo check --message-format json` prints them.
    RustcJson(RenderedAs),
    /// As [`Format::RustcJson`] without the findings, which the caller prints as text to stderr.
    JsonRender,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// A table and details, for step summaries and comments.
    Markdown,
}

/// What the `rendered` texts of cargo messages look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenderedAs {
    /// As [`Format::Text`].
    Plain,
    /// As [`Format::Text`] with colours.
    Ansi,
    /// As [`Format::Short`].
    Short,
}

/// A name that is no format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown format `{name}`; known are {known}")]
pub struct UnknownFormat {
    /// The name given.
    pub name: String,
    /// The names that are known.
    pub known: String,
}

/// Names of formats; the first of a format is its own, the others are aliases.
const NAMES: &[(&str, Format)] = &[
    ("text", Format::Text),
    ("human", Format::Text),
    ("short", Format::Short),
    ("json", Format::Json),
    ("json-v1", Format::Json),
    ("sarif", Format::Sarif),
    ("github", Format::Github),
    ("markdown", Format::Markdown),
    ("json-diagnostic-short", Format::RustcJson(RenderedAs::Short)),
    ("json-diagnostic-rendered-ansi", Format::RustcJson(RenderedAs::Ansi)),
    ("json-render-diagnostics", Format::JsonRender),
];

impl FromStr for Format {
    type Err = UnknownFormat;

    /// The format of a name as `--format` takes it: `json` is the project's own.
    fn from_str(name: &str) -> Result<Format, UnknownFormat> {
        NAMES.iter().find(|(known, _)| *known == name).map(|&(_, format)| format).ok_or_else(|| {
            UnknownFormat {
                name: clean::line(name),
                known: NAMES.iter().map(|&(known, _)| known).collect::<Vec<_>>().join(", "),
            }
        })
    }
}

impl Format {
    /// The format of a name as `--message-format` takes it: as cargo does, `json` is that of compiler messages.
    ///
    /// # Errors
    /// A name that is no format.
    pub fn of_message_format(name: &str) -> Result<Format, UnknownFormat> {
        if name == "json" { Ok(Format::RustcJson(RenderedAs::Plain)) } else { name.parse() }
    }
}

/// The report in a format. Ends with a line end unless it is empty.
pub fn render(format: Format, input: &Input<'_>, style: &Style) -> String {
    let view = view::View::new(input);
    match format {
        Format::Text => text::long(&view, style),
        Format::Short => text::short(&view),
        Format::Json => json::render(&view, input),
        Format::RustcJson(rendered) => rustc_json::render(&view, input, Some(rendered)),
        Format::JsonRender => rustc_json::render(&view, input, None),
        Format::Sarif => sarif::render(&view, input),
        Format::Github => github::render(&view),
        Format::Markdown => markdown::render(&view, input),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_means_the_own_format_unless_cargo_asks() {
        assert_eq!("json".parse(), Ok(Format::Json));
        assert_eq!(Format::of_message_format("json"), Ok(Format::RustcJson(RenderedAs::Plain)));
        assert_eq!(Format::of_message_format("human"), Ok(Format::Text));
    }

    #[test]
    fn an_unknown_format_is_answered_with_the_known_ones() {
        let error = "sarf".parse::<Format>().unwrap_err().to_string();
        assert!(error.starts_with("unknown format `sarf`; known are text, human, short, json"), "{error}");
        assert!(error.contains("sarif"), "{error}");
    }
}
