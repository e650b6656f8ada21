//! `check`, the default: analyse, report, summarise.

use std::time::Instant;

use crate::base::{Problem, ProblemKind, SourceMap};
use crate::catalog::Catalog;
use crate::cli::args::{CheckArgs, Profiles};
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
    catalog: &Catalog,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    let start = Instant::now();
    let outputs = Outputs::of(&args.report)?;
    let settings = settings(args, levels, catalog)?;
    if let Some((given, meant)) = Profiles::slip(&args.levels.profile) {
        terminal.warning(&format!("profile `{given}` is taken as one of cargo, did you mean `{meant}`?"));
    }
    let release = Profiles::of(&args.levels.profile).release;
    let project = Project::load(&args.input, release, catalog, terminal)?;
    if let Some(what) = args.report.dump {
        return show_dump(what.into(), &project, catalog);
    }
    let (program, report) = crate::engine::in_pool(project.threads, || {
        let program = project.lower();
        let report = crate::engine::run(&program, &project.workspace, catalog, &settings);
        (program, report)
    });
    let input = report::Input {
        report: &report,
        sources: &program.sources,
        catalog,
        workspace: &project.workspace,
        suppressed: args.report.show_suppressed,
    };
    write(&outputs, &input, terminal)?;
    show_problems(&report, &program.sources, terminal);
    if args.report.stats {
        show_coverage(&report.coverage, terminal);
    }
    terminal.status("Finished", &summary(&report));
    if terminal.verbose {
        terminal.status("Took", &format!("{:.2} s for {}", start.elapsed().as_secs_f32(), amount(&program)));
    }
    Ok(exit(&report, args))
}

fn show_dump(what: Dump, project: &Project, catalog: &Catalog) -> Result<Exit, Failure> {
    let text =
        crate::engine::in_pool(project.threads, || dump(&project.lower(), &project.workspace, catalog, what));
    output::to_stdout(&text, false)?;
    Ok(Exit::Clean)
}

fn settings(args: &CheckArgs, before: &[(Level, String)], catalog: &Catalog) -> Result<Settings, Failure> {
    let mut levels = before.to_vec();
    levels.extend(levels::after_dashes(&args.rustc)?);
    let asked = |flag: bool| flag.then_some(true);
    let flags = &args.levels;
    let overrides = Overrides {
        levels,
        profile: Profiles::of(&flags.profile).ours,
        min_severity: flags.min_severity.map(Into::into),
        min_confidence: flags.min_confidence.map(Into::into),
        include_tests: asked(flags.include_tests || args.input.targets.ask_for_tests()),
        no_ignores: asked(flags.no_ignores),
        require_reason: asked(flags.require_reason),
    };
    Settings::new(catalog, &overrides).map_err(|error| Failure::usage(error.to_string(), Some(error.help())))
}

fn write(outputs: &Outputs, input: &report::Input<'_>, terminal: &Terminal) -> Result<(), Failure> {
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
fn show_problems(report: &Report, sources: &SourceMap, terminal: &Terminal) {
    let grave: Vec<&Problem> =
        report.problems.iter().filter(|p| terminal.verbose || is_grave(p.kind)).collect();
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

/// `3 errors, 2 warnings (1 suppressed); 12 files, 97 % of calls resolved`.
fn summary(report: &Report) -> String {
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
    let coverage = &report.coverage;
    out += &format!("; {}", words::count(coverage.files, "file"));
    if coverage.files_parsed < coverage.files {
        out += &format!(" ({} not fully parsed)", coverage.files - coverage.files_parsed);
    }
    if let Some(share) = words::percent(coverage.calls_resolved, coverage.calls) {
        out += &format!(", {share} % of calls resolved");
    }
    out
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

fn exit(report: &Report, args: &CheckArgs) -> Exit {
    let of_kind = |kinds: &[ProblemKind]| report.problems.iter().any(|p| kinds.contains(&p.kind));
    let unread = [ProblemKind::UnreadableFile, ProblemKind::Unparsed, ProblemKind::LimitExceeded];
    if of_kind(&[ProblemKind::Internal]) || (args.levels.strict && of_kind(&unread)) {
        return Exit::Failed;
    }
    let denied = report.findings.iter().any(|finding| finding.level >= Level::Deny);
    if denied && !args.levels.no_fail { Exit::Findings } else { Exit::Clean }
}
