//! The flags. Those of `cargo check` keep their names and meanings; those that do not concern an analysis without a
//! build are accepted and ignored, so that the program can stand wherever `cargo check` stands.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::catalog::Profile;
use crate::detectors::Dump;
use crate::finding::{Confidence, Severity};

const EXIT_CODES: &str = "Exit codes: 0 nothing at level deny, 1 findings at level deny, 2 wrong usage, 101 not analysed.\n\
    Suppress a finding: // secure-lint: allow(lint): reason";

#[derive(Debug, Parser)]
#[command(name = "cargo", bin_name = "cargo")]
pub(super) enum Cargo {
    /// Find misuse of cryptography, authentication and authorization in Rust crates, without building them
    #[command(name = "secure-lint", version, after_help = EXIT_CODES)]
    SecureLint(Cli),
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) check: CheckArgs,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Analyse packages and report findings; the default
    #[command(after_help = EXIT_CODES)]
    Check(Box<CheckArgs>),
    /// List all lints
    List(ListArgs),
    /// Explain a lint, or the lints of a CWE number
    Explain(ExplainArgs),
    /// List routes with their handlers and what protects them
    Routes(Box<RoutesArgs>),
}

impl Command {
    pub(super) fn common(&self) -> &CommonArgs {
        match self {
            Command::Check(args) => &args.common,
            Command::List(args) => &args.common,
            Command::Explain(args) => &args.common,
            Command::Routes(args) => &args.common,
        }
    }
}

#[derive(Debug, Default, Args)]
pub(super) struct CommonArgs {
    /// Show neither status nor summary
    #[arg(short, long, help_heading = "Output")]
    pub(super) quiet: bool,
    /// Show more: everything that was not understood, the time taken
    #[arg(short, long, action = ArgAction::Count, help_heading = "Output")]
    pub(super) verbose: u8,
    /// Whether to colour the output
    #[arg(long, value_name = "WHEN", help_heading = "Output")]
    pub(super) color: Option<When>,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) levels: LevelArgs,
    #[command(flatten)]
    pub(super) report: ReportArgs,
    #[command(flatten)]
    pub(super) common: CommonArgs,
    #[command(flatten)]
    pub(super) input: InputArgs,
    /// Levels as rustc and clippy take them: -A, -W, -D, -F with a lint, e.g. `-- -D warnings`
    #[arg(last = true, value_name = "LEVELS", allow_hyphen_values = true)]
    pub(super) rustc: Vec<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Lints")]
pub(super) struct LevelArgs {
    /// Set lints to allow; LINT is a lint, `all`, `warnings` or a tag such as `cwe-327`
    #[arg(short = 'A', long, value_name = "LINT")]
    pub(super) allow: Vec<String>,
    /// Set lints to warn
    #[arg(short = 'W', long, value_name = "LINT")]
    pub(super) warn: Vec<String>,
    /// Set lints to deny: findings give exit code 1
    #[arg(short = 'D', long, value_name = "LINT")]
    pub(super) deny: Vec<String>,
    /// Set lints to forbid: as deny, and nothing can change or suppress it
    #[arg(long, value_name = "LINT")]
    pub(super) forbid: Vec<String>,
    /// Which lints run: default, strict, audit; any other name is a profile of cargo
    #[arg(long, value_name = "PROFILE")]
    pub(super) profile: Vec<String>,
    /// Report findings of at least this severity
    #[arg(long, value_name = "SEVERITY")]
    pub(super) min_severity: Option<SeverityArg>,
    /// Report findings of at least this confidence [default: medium, in profile audit low]
    #[arg(long, value_name = "CONFIDENCE")]
    pub(super) min_confidence: Option<ConfidenceArg>,
    /// How much a password hash has to cost: owasp, nist, bsi, fips [default: owasp]
    #[arg(long, value_name = "POLICY")]
    pub(super) password_policy: Option<String>,
    /// Report on test code too
    #[arg(long)]
    pub(super) include_tests: bool,
    /// Report suppressed findings as if they were not
    #[arg(long)]
    pub(super) no_ignores: bool,
    /// Report suppressions that give no reason
    #[arg(long)]
    pub(super) require_reason: bool,
    /// Exit with 0 whatever is found
    #[arg(long, visible_alias = "exit-zero")]
    pub(super) no_fail: bool,
    /// Exit with 101 if a file could not be read or parsed
    #[arg(long)]
    pub(super) strict: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct ReportArgs {
    /// Format of the report on stdout: text, short, json, sarif, github, markdown [default: text]
    #[arg(long, value_name = "FORMAT", conflicts_with = "message_format")]
    pub(super) format: Option<String>,
    /// Format as cargo names it: human, short, json, json-diagnostic-short, json-diagnostic-rendered-ansi,
    /// json-render-diagnostics
    #[arg(long, value_name = "FORMAT", value_delimiter = ',')]
    pub(super) message_format: Vec<String>,
    /// Write a further report to a file; the format may follow from the extension
    #[arg(long, value_name = "[FORMAT:]PATH")]
    pub(super) report: Vec<String>,
    /// List suppressed findings in SARIF too
    #[arg(long)]
    pub(super) show_suppressed: bool,
    /// Show how much was understood
    #[arg(long)]
    pub(super) stats: bool,
    /// Show what is known of each function instead of reporting: types, values, summaries
    #[arg(long, value_name = "WHAT")]
    pub(super) dump: Option<DumpArg>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum DumpArg {
    /// Types of variables, targets of calls
    Types,
    /// Where values come from and where they arrive
    Values,
    /// What callers know of a function
    Summaries,
}

impl From<DumpArg> for Dump {
    fn from(what: DumpArg) -> Dump {
        match what {
            DumpArg::Types => Dump::Types,
            DumpArg::Values => Dump::Values,
            DumpArg::Summaries => Dump::Summaries,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct InputArgs {
    #[command(flatten)]
    pub(super) packages: PackageArgs,
    #[command(flatten)]
    pub(super) targets: TargetArgs,
    #[command(flatten)]
    pub(super) features: FeatureArgs,
    #[command(flatten)]
    pub(super) manifest: ManifestArgs,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) ignored: IgnoredArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Configuration")]
pub(super) struct ConfigArgs {
    /// Read this file instead of secure-lint.toml in the root of the workspace
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(super) config_file: Option<PathBuf>,
    /// Read no configuration file
    #[arg(long)]
    pub(super) no_config: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Packages")]
pub(super) struct PackageArgs {
    /// Analyse this package: a name, a pattern, name@version or a package id
    #[arg(short, long, value_name = "SPEC")]
    pub(super) package: Vec<String>,
    /// Analyse all packages of the workspace
    #[arg(long)]
    pub(super) workspace: bool,
    /// As --workspace
    #[arg(long, hide = true)]
    pub(super) all: bool,
    /// Leave out these packages
    #[arg(long, value_name = "SPEC")]
    pub(super) exclude: Vec<String>,
    /// Analyse this file alone, without cargo
    #[arg(long, value_name = "FILE", conflicts_with_all = ["package", "workspace", "all", "exclude", "manifest_path"])]
    pub(super) file: Option<PathBuf>,
    /// Edition of the file given with --file
    #[arg(long, value_name = "YEAR", default_value = "2024", value_parser = ["2015", "2018", "2021", "2024"])]
    pub(super) edition: String,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Targets")]
pub(super) struct TargetArgs {
    /// Analyse the library
    #[arg(long)]
    pub(super) lib: bool,
    /// Analyse all binaries
    #[arg(long)]
    pub(super) bins: bool,
    /// Analyse this binary
    #[arg(long, value_name = "NAME")]
    pub(super) bin: Vec<String>,
    /// Analyse all examples
    #[arg(long)]
    pub(super) examples: bool,
    /// Analyse this example
    #[arg(long, value_name = "NAME")]
    pub(super) example: Vec<String>,
    /// Analyse all tests
    #[arg(long)]
    pub(super) tests: bool,
    /// Analyse this test
    #[arg(long, value_name = "NAME")]
    pub(super) test: Vec<String>,
    /// Analyse all benchmarks
    #[arg(long)]
    pub(super) benches: bool,
    /// Analyse this benchmark
    #[arg(long, value_name = "NAME")]
    pub(super) bench: Vec<String>,
    /// Analyse all targets
    #[arg(long)]
    pub(super) all_targets: bool,
}

impl TargetArgs {
    /// Whether code that never ships is asked for.
    pub(super) fn ask_for_tests(&self) -> bool {
        self.tests
            || self.all_targets
            || self.examples
            || self.benches
            || [&self.test, &self.example, &self.bench].iter().any(|names| !names.is_empty())
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Features")]
pub(super) struct FeatureArgs {
    /// Features to activate, separated by blanks or commas
    #[arg(short = 'F', long, value_name = "FEATURES")]
    pub(super) features: Vec<String>,
    /// Activate all features
    #[arg(long)]
    pub(super) all_features: bool,
    /// Do not activate the feature `default`
    #[arg(long)]
    pub(super) no_default_features: bool,
    /// Analyse for this target
    #[arg(long, value_name = "TRIPLE")]
    pub(super) target: Option<String>,
    /// Analyse as a release build
    #[arg(short, long)]
    pub(super) release: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Manifest")]
pub(super) struct ManifestArgs {
    /// Path to Cargo.toml
    #[arg(long, value_name = "PATH")]
    pub(super) manifest_path: Option<PathBuf>,
    /// Leave Cargo.lock unchanged
    #[arg(long)]
    pub(super) locked: bool,
    /// Do not access the network
    #[arg(long)]
    pub(super) offline: bool,
    /// As --locked and --offline
    #[arg(long)]
    pub(super) frozen: bool,
    /// Override a value of cargo's configuration
    #[arg(long, value_name = "KEY=VALUE|PATH")]
    pub(super) config: Vec<String>,
    /// Flags of nightly cargo
    #[arg(short = 'Z', value_name = "FLAG")]
    pub(super) unstable: Vec<String>,
    /// Number of threads; a negative number leaves that many processors free
    #[arg(short, long, value_name = "N", allow_negative_numbers = true)]
    pub(super) jobs: Option<String>,
}

impl ManifestArgs {
    /// The number of threads, as cargo reads `-j`; `None` for one on each processor.
    pub(super) fn threads(&self) -> Result<Option<NonZeroUsize>, String> {
        let Some(text) = self.jobs.as_deref().filter(|text| *text != "default") else { return Ok(None) };
        let number: isize =
            text.parse().map_err(|_| format!("`{text}` of `--jobs` is neither a number nor `default`"))?;
        let processors = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let threads = match number {
            0 => return Err("`--jobs` may not be 0".to_owned()),
            1.. => number.unsigned_abs(),
            _ => processors.saturating_sub(number.unsigned_abs()).max(1),
        };
        Ok(NonZeroUsize::new(threads))
    }
}

/// Flags of `cargo check` that only concern a build.
#[derive(Debug, Args)]
pub(super) struct IgnoredArgs {
    #[arg(long, hide = true)]
    keep_going: bool,
    #[arg(long, hide = true, value_name = "DIRECTORY")]
    target_dir: Option<PathBuf>,
    #[arg(long, hide = true)]
    ignore_rust_version: bool,
    #[arg(long, hide = true)]
    future_incompat_report: bool,
    #[arg(long, hide = true, num_args = 0..=1, require_equals = true, value_name = "FORMATS")]
    timings: Option<Option<String>>,
    #[arg(long, hide = true, value_name = "PATH")]
    lockfile_path: Option<PathBuf>,
    #[arg(long, hide = true)]
    unit_graph: bool,
    #[arg(long, hide = true)]
    build_plan: bool,
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// Format of the list
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(super) format: TableFormat,
    #[command(flatten)]
    pub(super) common: CommonArgs,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// A lint, or a CWE number such as CWE-327
    #[arg(value_name = "LINT")]
    pub(super) name: String,
    #[command(flatten)]
    pub(super) common: CommonArgs,
}

#[derive(Debug, Args)]
pub(super) struct RoutesArgs {
    /// Report routes that are not as the policy in secure-lint.toml says, instead of listing all
    #[arg(long)]
    pub(super) check: bool,
    /// Format: table, json, markdown; with --check those of reports: text, short, json, sarif, github, markdown
    #[arg(long, value_name = "FORMAT", help_heading = "Output")]
    pub(super) format: Option<String>,
    /// Write a further report of --check to a file; the format may follow from the extension
    #[arg(long, value_name = "[FORMAT:]PATH", requires = "check", help_heading = "Output")]
    pub(super) report: Vec<String>,
    /// List routes that nothing guards
    #[arg(long, conflicts_with = "check", help_heading = "Routes")]
    pub(super) unprotected: bool,
    /// List routes that answer this method
    #[arg(
        long,
        value_name = "METHOD",
        value_delimiter = ',',
        conflicts_with = "check",
        help_heading = "Routes"
    )]
    pub(super) method: Vec<String>,
    /// List routes at this path and below; `*` stands for a segment, `**` for any number
    #[arg(long, value_name = "PATH", conflicts_with = "check", help_heading = "Routes")]
    pub(super) path: Vec<String>,
    /// Exit with 0 whatever --check finds
    #[arg(long, visible_alias = "exit-zero", requires = "check", help_heading = "Routes")]
    pub(super) no_fail: bool,
    /// Exit with 101 if --check meets a file that could not be read or parsed
    #[arg(long, requires = "check", help_heading = "Routes")]
    pub(super) strict: bool,
    #[command(flatten)]
    pub(super) common: CommonArgs,
    #[command(flatten)]
    pub(super) input: InputArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TableFormat {
    /// For people
    Table,
    /// For programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// If the output is a terminal
    Auto,
    /// In any case
    Always,
    /// Not at all
    Never,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SeverityArg {
    Info,
    Low,
    Medium,
    High,
    Critical,
}

impl From<SeverityArg> for Severity {
    fn from(arg: SeverityArg) -> Severity {
        match arg {
            SeverityArg::Info => Severity::Info,
            SeverityArg::Low => Severity::Low,
            SeverityArg::Medium => Severity::Medium,
            SeverityArg::High => Severity::High,
            SeverityArg::Critical => Severity::Critical,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ConfidenceArg {
    Low,
    Medium,
    High,
}

impl From<ConfidenceArg> for Confidence {
    fn from(arg: ConfidenceArg) -> Confidence {
        match arg {
            ConfidenceArg::Low => Confidence::Low,
            ConfidenceArg::Medium => Confidence::Medium,
            ConfidenceArg::High => Confidence::High,
        }
    }
}

/// What `--profile` says: our profile, and whether cargo's is one with optimisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Profiles {
    pub(super) ours: Option<Profile>,
    pub(super) release: bool,
}

impl Profiles {
    /// Tells our profiles from cargo's. Both may be given.
    pub(super) fn of(names: &[String]) -> Profiles {
        let mut out = Profiles::default();
        for name in names {
            match name.as_str() {
                "default" => out.ours = Some(Profile::Default),
                "strict" => out.ours = Some(Profile::Strict),
                "audit" => out.ours = Some(Profile::Audit),
                "release" | "bench" => out.release = true,
                _ => {}
            }
        }
        out
    }

    /// A name that is probably meant as one of ours.
    pub(super) fn slip(names: &[String]) -> Option<(&str, &'static str)> {
        let known = ["default", "strict", "audit", "release", "bench", "dev", "test"];
        names.iter().filter(|name| !known.contains(&name.as_str())).find_map(|name| {
            let ours = crate::catalog::nearest(name, known[..3].iter().copied())?;
            Some((name.as_str(), known.into_iter().find(|k| *k == ours)?))
        })
    }
}
