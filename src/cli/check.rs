//! `check`, the default: analyse, report, summarise.

use std::time::Instant;

use crate::base::{Problem, ProblemKind, SourceMap};
use crate::catalog::Catalog;
use crate::cli::args::{CheckArgs, Profiles};
use crate::cli::config_file::Config;
use crate::cli::exit::Exit;
use crate::cli::load::Project;
use crate::cli::output::{self, Outputs};
use crate::cli::terminal::Terminal;
use crate::cli::{Failure, levels, words};
use crate::config::{Overrides, Settings};
use crate::detectors::{Dump, dump};
use crate::engine::{Coverage, Report};
use crate::finding::Level;
use crate::ir::Program;
use crate::report::{self, Format, Style};

/// Problems that are shown one by one without `-v`.
const SHOWN_PROBLEMS: usize = 10;

pub(super) fn run(
    args: &CheckArgs,
    levels: &[(Level, String)],
    mut catalog: Catalog,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    let start = Instant::now();
    let format = args.report.format.as_deref();
    let outputs = Outputs::new(format, &args.report.message_format, &args.report.report)?;
    let flags = flags(args, levels)?;
    // A mistake in the flags is told before anything is loaded.
    resolved(&catalog, &flags)?;
    choose_policy(&mut catalog, args.levels.password_policy.as_deref())?;
    if let Some((given, meant)) = Profiles::slip(&args.levels.profile) {
        terminal.warning(&format!("profile `{given}` is taken as one of cargo, did you mean `{meant}`?"));
    }
    let release = Profiles::of(&args.levels.profile).release;
    let project = Project::load(&args.input, release, &catalog, terminal)?;
    let config = Config::load(&args.input.config, &project, &catalog, terminal)?;
    if args.levels.password_policy.is_none() {
        choose_policy(&mut catalog, config.password_policy())?;
    }
    let settings = resolved(&catalog, &config.overrides().then(flags))?;
    if let Some(what) = args.report.dump {
        return show_dump(what.into(), &project, &catalog);
    }
    let (program, report) = crate::engine::in_pool(project.threads, || {
        let mut program = project.lower();
        config.enter(&mut program.sources, &mut catalog);
        let report = crate::engine::run(&program, &project.workspace, &catalog, &settings);
        (program, report)
    });
    let input = report::Input {
        report: &report,
        sources: &program.sources,
        catalog: &catalog,
        workspace: &project.workspace,
        suppressed: args.report.show_suppressed,
    };
    write(&outputs, &input, terminal)?;
    show_problems(&report.problems, &program.sources, terminal);
    if args.report.stats {
        show_coverage(&report.coverage, terminal);
    }
    let ending = Ending { report: &report, no_fail: args.levels.no_fail, strict: args.levels.strict };
    terminal.status("Finished", &ending.summary());
    if terminal.verbose {
        terminal.status("Took", &format!("{:.2} s for {}", start.elapsed().as_secs_f32(), amount(&program)));
    }
    Ok(ending.exit())
}

fn show_dump(what: Dump, project: &Project, catalog: &Catalog) -> Result<Exit, Failure> {
    let text =
        crate::engine::in_pool(project.threads, || dump(&project.lower(), &project.workspace, catalog, what));
    output::to_stdout(&text, false)?;
    Ok(Exit::Clean)
}

/// Judges password hashes by the policy that the user names.
fn choose_policy(catalog: &mut Catalog, name: Option<&str>) -> Result<(), Failure> {
    let Some(name) = name else { return Ok(()) };
    catalog.choose_policy(name).map_err(|known| {
        Failure::usage(format!("no policy `{name}`"), Some(format!("use {}", known.join(", "))))
    })
}

fn resolved(catalog: &Catalog, overrides: &Overrides) -> Result<Settings, Failure> {
    Settings::new(catalog, overrides).map_err(|error| Failure::usage(error.to_string(), Some(error.help())))
}

/// What the flags say.
fn flags(args: &CheckArgs, before: &[(Level, String)]) -> Result<Overrides, Failure> {
    let mut levels = before.to_vec();
    levels.extend(levels::after_dashes(&args.rustc)?);
    let asked = |flag: bool| flag.then_some(true);
    let flags = &args.levels;
    Ok(Overrides {
        levels,
        profile: Profiles::of(&flags.profile).ours,
        min_severity: flags.min_severity.map(Into::into),
        min_confidence: flags.min_confidence.map(Into::into),
        include_tests: asked(flags.include_tests || args.input.targets.ask_for_tests()),
        no_ignores: asked(flags.no_ignores),
        require_reason: asked(flags.require_reason),
    })
}

/// Writes the report in all formats that are asked for.
pub(super) fn write(
    outputs: &Outputs,
    input: &report::Input<'_>,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let plain = Style { color: false, hyperlinks: false, ..terminal.style };
    for (format, path) in &outputs.files {
        output::to_file(path, &report::render(*format, input, &plain))?;
    }
    if outputs.stdout == Format::JsonRender {
        // As cargo: the messages for programs without the findings, the findings for people on stderr.
        terminal.line(report::render(Format::Text, input, &plain).trim_end());
    }
    let text = report::render(outputs.stdout, input, &terminal.style);
    output::to_stdout(&text, terminal.style.color)
}

/// Says what could not be analysed: what may hide findings one by one, the rest as a number in the summary.
pub(super) fn show_problems(problems: &[Problem], sources: &SourceMap, terminal: &Terminal) {
    let grave: Vec<&Problem> = problems.iter().filter(|p| terminal.verbose || is_grave(p.kind)).collect();
    let shown = if terminal.verbose { grave.len() } else { SHOWN_PROBLEMS };
    for problem in grave.iter().take(shown) {
        let place = match (problem.span, &problem.path) {
            (Some(span), _) => {
                let at = sources.line_col(span);
                format!("{}:{}:{}: ", sources.file(span.file).name, at.line, at.column)
            }
            (None, Some(path)) => format!("{path}: "),
            (None, None) => String::new(),
        };
        terminal.warning(&format!("{place}{}", problem.message));
    }
    if grave.len() > shown {
        terminal.warning(&format!(
            "{} like these; show them with -v",
            words::count(grave.len() - shown, "more problem")
        ));
    }
}

/// Whether a problem leaves code out, so that silence about it may not be trusted.
fn is_grave(kind: ProblemKind) -> bool {
    !matches!(kind, ProblemKind::OpaqueMacro | ProblemKind::UnknownRoute | ProblemKind::PartlyFollowed)
}

/// How a run ends.
pub(super) struct Ending<'r> {
    pub(super) report: &'r Report,
    /// Whatever is found is no failure.
    pub(super) no_fail: bool,
    /// What could not be read is one.
    pub(super) strict: bool,
}

impl Ending<'_> {
    /// `3 errors, 2 warnings (1 suppressed)`.
    pub(super) fn counts(&self) -> String {
        let report = self.report;
        let errors = report.findings.iter().filter(|f| f.level >= Level::Deny).count();
        let warnings = report.findings.len() - errors;
        let mut counts = Vec::new();
        if errors > 0 {
            counts.push(words::count(errors, "error"));
        }
        if warnings > 0 {
            counts.push(words::count(warnings, "warning"));
        }
        let mut out = if counts.is_empty() { "no findings".to_owned() } else { counts.join(", ") };
        if !report.suppressed.is_empty() {
            out += &format!(" ({} suppressed)", report.suppressed.len());
        }
        out
    }

    /// `3 errors, 2 warnings (1 suppressed); 12 files, 97 % of calls resolved`.
    fn summary(&self) -> String {
        let coverage = &self.report.coverage;
        let mut out = format!("{}; {}", self.counts(), words::count(coverage.files, "file"));
        if coverage.files_parsed < coverage.files {
            out += &format!(" ({} not fully parsed)", coverage.files - coverage.files_parsed);
        }
        if let Some(share) = words::percent(coverage.calls_resolved, coverage.calls) {
            out += &format!(", {share} % of calls resolved");
        }
        out
    }

    pub(super) fn exit(&self) -> Exit {
        let report = self.report;
        let of_kind = |kinds: &[ProblemKind]| report.problems.iter().any(|p| kinds.contains(&p.kind));
        let unread = [ProblemKind::UnreadableFile, ProblemKind::Unparsed, ProblemKind::LimitExceeded];
        if of_kind(&[ProblemKind::Internal]) || (self.strict && of_kind(&unread)) {
            return Exit::Failed;
        }
        let denied = report.findings.iter().any(|finding| finding.level >= Level::Deny);
        if denied && !self.no_fail { Exit::Findings } else { Exit::Clean }
    }
}

fn amount(program: &Program) -> String {
    let lines: usize = program.files.iter().map(|ir| ir.stats.lines).sum();
    format!("{}, {}", words::count(program.files.len(), "file"), words::count(lines, "line"))
}

fn show_coverage(coverage: &Coverage, terminal: &Terminal) {
    let share = |name: &str, part: usize, whole: usize| {
        let percent = words::percent(part, whole).map_or_else(String::new, |p| format!("  {p:>3} %"));
        terminal.line(&format!("{name:>24}: {part} of {whole}{percent}"));
    };
    let number = |name: &str, value: usize| terminal.line(&format!("{name:>24}: {value}"));
    number("packages", coverage.packages);
    share("files parsed", coverage.files_parsed, coverage.files);
    number("lines", coverage.lines);
    number("bodies", coverage.bodies);
    share("macro calls understood", coverage.macros.saturating_sub(coverage.macros_opaque), coverage.macros);
    share("paths resolved", coverage.paths_resolved, coverage.paths);
    share("calls resolved", coverage.calls_resolved, coverage.calls);
    share("receivers known", coverage.receivers_known, coverage.method_calls);
    share("routes judged", coverage.routes.saturating_sub(coverage.routes_unsure), coverage.routes);
    for (kind, count) in &coverage.problems {
        number(words::problem(*kind), *count);
    }
}
