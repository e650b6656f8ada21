//! Status lines, warnings and errors on stderr, in the manner of cargo; and the style of the report.

use std::io::{IsTerminal as _, Write as _};

use crate::cli::args::CommonArgs;
use crate::cli::{color, words};
use crate::report::Style;

/// Columns where there is no terminal to ask.
const USUAL_WIDTH: usize = 140;
/// Width of the verbs of status lines.
const VERB_WIDTH: usize = 12;

/// What is known of the terminal, and what the user wants to see there.
pub(super) struct Terminal {
    /// Neither status nor summary.
    quiet: bool,
    /// More of everything.
    pub(super) verbose: bool,
    stderr_color: bool,
    /// How a report on stdout looks.
    pub(super) style: Style,
}

impl Terminal {
    /// As the flags and the environment say.
    pub(super) fn new(args: &CommonArgs) -> Terminal {
        let env = |name: &str| std::env::var(name).ok();
        let on = |name: &str| env(name).is_some_and(|value| value == "true" || value == "1");
        let color = |is_terminal| color::wanted(args.color, &env, is_terminal);
        let stdout = std::io::stdout().is_terminal();
        Terminal {
            quiet: args.quiet || (on("CARGO_TERM_QUIET") && args.verbose == 0),
            verbose: !args.quiet && (args.verbose > 0 || on("CARGO_TERM_VERBOSE")),
            stderr_color: color(std::io::stderr().is_terminal()),
            style: Style {
                color: color(stdout),
                width: width(stdout, &env),
                unicode: on("CARGO_TERM_UNICODE"),
                hyperlinks: stdout && on("CARGO_TERM_HYPERLINKS"),
            },
        }
    }

    /// For the moment when nothing else can be trusted.
    pub(super) fn plain() -> Terminal {
        let style = Style { color: false, width: USUAL_WIDTH, unicode: false, hyperlinks: false };
        Terminal { quiet: false, verbose: false, stderr_color: false, style }
    }

    /// The same with or without colour on stderr.
    pub(super) fn colored(self, stderr_color: bool) -> Terminal {
        Terminal { stderr_color, ..self }
    }

    /// `    Checking x v0.1.0`.
    pub(super) fn status(&self, verb: &str, text: &str) {
        if !self.quiet {
            let verb = self.painted(&format!("{verb:>VERB_WIDTH$}"), "1;32");
            self.line(&format!("{verb} {}", words::clean(text)));
        }
    }

    /// `warning: ..`.
    pub(super) fn warning(&self, text: &str) {
        if !self.quiet {
            self.line(&format!("{}: {}", self.painted("warning", "1;33"), words::clean(text)));
        }
    }

    /// `help: ..`, of several lines.
    pub(super) fn help(&self, text: &str) {
        if !self.quiet {
            let text: Vec<String> = text.lines().map(words::clean).collect();
            self.line(&format!("{}: {}", self.painted("help", "1;36"), text.join("\n")));
        }
    }

    /// How annotated text on stderr looks.
    pub(super) fn stderr_style(&self) -> Style {
        Style { color: self.stderr_color, hyperlinks: false, ..self.style }
    }

    /// `error: ..`, with help.
    pub(super) fn error(&self, text: &str, help: Option<&str>) {
        let text: Vec<String> = text.lines().map(words::clean).collect();
        self.line(&format!("{}: {}", self.painted("error", "1;31"), text.join("\n")));
        if let Some(help) = help {
            self.line(&format!("\n  {}: {}", self.painted("help", "1;36"), words::clean(help)));
        }
    }

    /// A line of a table that was asked for.
    pub(super) fn line(&self, text: &str) {
        // Nobody reads stderr any more: no reason to stop.
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }

    fn painted(&self, text: &str, code: &str) -> String {
        if self.stderr_color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

fn width(is_terminal: bool, env: &dyn Fn(&str) -> Option<String>) -> usize {
    let asked = env("CARGO_TERM_WIDTH").or_else(|| env("COLUMNS")).and_then(|text| text.parse().ok());
    let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let width = asked.or_else(|| if is_terminal { seen() } else { None });
    width.unwrap_or(USUAL_WIDTH).clamp(40, 1000)
}
