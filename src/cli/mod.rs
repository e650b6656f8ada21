//! Arguments, subcommands, exit codes: the only layer that talks to a terminal.
//!
//! ```text
//! argv -> args (clap) -> LoadOptions, Overrides -> Settings
//! secure-lint.toml -> ConfigFile -> Overrides, what the project says of itself
//!                        check: load, lower, run, render       list explain routes: from the same data
//! ```
//!
//! The report goes to stdout in every format; status, summary and errors go to stderr. Exit codes: see [`Exit`].

mod args;
mod check;
mod color;
mod config_file;
mod exit;
mod explain;
mod levels;
mod list;
mod load;
mod markdown;
mod output;
mod routes;
mod terminal;
mod words;

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ColorChoice, CommandFactory, FromArgMatches};

use crate::catalog::Catalog;
use crate::cli::args::{Cargo, Command};
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let argv = normalised(std::env::args_os().collect());
    match catch_unwind(AssertUnwindSafe(|| dispatch(&argv))) {
        Ok(exit) => exit.into(),
        Err(_) => {
            let message = "this is a defect of cargo-secure-lint; the message above says where";
            Terminal::plain().error(message, None);
            Exit::Failed.into()
        }
    }
}

/// Cargo calls us as `cargo-secure-lint secure-lint ..`; whoever calls us directly leaves the name out.
fn normalised(mut argv: Vec<OsString>) -> Vec<OsString> {
    if argv.is_empty() {
        argv.push("cargo-secure-lint".into());
    }
    if argv.get(1).is_none_or(|first| first != "secure-lint") {
        argv.insert(1, "secure-lint".into());
    }
    argv
}

fn dispatch(argv: &[OsString]) -> Exit {
    let color = color::wanted_on_stderr(argv);
    let choice = if color { ColorChoice::Always } else { ColorChoice::Never };
    let matches = match Cargo::command().color(choice).try_get_matches_from(argv) {
        Ok(matches) => matches,
        Err(error) => return refused(&error, argv, color),
    };
    let Cargo::SecureLint(cli) = match Cargo::from_arg_matches(&matches) {
        Ok(cargo) => cargo,
        Err(error) => return refused(&error, argv, color),
    };
    let cli = match cli.command {
        None => Command::Check(Box::new(cli.check)),
        Some(command) => command,
    };
    let terminal = Terminal::new(cli.common());
    let outcome =
        Catalog::embedded().map_err(|e| Failure::broken(e.to_string())).and_then(|catalog| match &cli {
            Command::Check(args) => check::run(args, &levels::ordered(&matches), catalog, &terminal),
            Command::List(args) => list::run(args, &catalog),
            Command::Explain(args) => explain::run(args, &catalog, &terminal),
            Command::Routes(args) => routes::run(args, catalog, &terminal),
        });
    outcome.unwrap_or_else(|failure| {
        match &failure.shown {
            Some(text) => terminal.line(text.trim_end()),
            None => terminal.error(&failure.message, failure.help.as_deref()),
        }
        failure.exit
    })
}

/// Prints what clap has to say: help and version to stdout, errors to stderr.
fn refused(error: &clap::Error, argv: &[OsString], color: bool) -> Exit {
    // clap takes a first word that is no command for a stray argument, and proposes nothing.
    if let (ErrorKind::UnknownArgument, Some(word)) = (error.kind(), argv.get(2).and_then(|arg| arg.to_str()))
        && !word.starts_with('-')
    {
        let nearest =
            crate::catalog::nearest(word, ["check", "list", "explain", "routes", "help"].into_iter());
        let help = match nearest {
            Some(command) => format!("did you mean `{command}`?"),
            None => "run `cargo secure-lint --help` to see all commands".to_owned(),
        };
        Terminal::plain().colored(color).error(&format!("no command `{word}`"), Some(&help));
        return Exit::Usage;
    }
    // A closed pipe is no reason to complain.
    let _ = error.print();
    if error.use_stderr() { Exit::Usage } else { Exit::Clean }
}

/// Why a command did not get to its end.
#[derive(Debug)]
struct Failure {
    exit: Exit,
    message: String,
    help: Option<String>,
    /// The whole of it, where it is more than a sentence.
    shown: Option<String>,
}

impl Failure {
    /// The program was called in a wrong way.
    fn usage(message: impl Into<String>, help: Option<String>) -> Failure {
        Failure { exit: Exit::Usage, message: message.into(), help, shown: None }
    }

    /// The analysis cannot be done.
    fn broken(message: impl Into<String>) -> Failure {
        Failure { exit: Exit::Failed, message: message.into(), help: None, shown: None }
    }
}
