//! `routes`: every route with its handler and what protects it, as a table, as JSON or Markdown; with `--check` what is
//! not as the policy of the project says.

use std::collections::BTreeSet;

use crate::base::{Problem, ProblemKind};
use crate::catalog::route::method;
use crate::catalog::{Catalog, RoutePattern};
use crate::cli::args::RoutesArgs;
use crate::cli::check::{Ending, show_problems, write};
use crate::cli::config_file::Config;
use crate::cli::exit::Exit;
use crate::cli::load::Project;
use crate::cli::output::{self, Outputs};
use crate::cli::terminal::Terminal;
use crate::cli::{Failure, words};
use crate::config::Settings;
use crate::config::builtin::ROUTE_POLICY;
use crate::detectors::Analysis;
use crate::report;
use crate::report::routes::{json, markdown, table};
use crate::web::{Route, Verdict};

/// Routes that are proposed for the list of a project that has none.
const MAX_PROPOSED: usize = 200;

pub(super) fn run(args: &RoutesArgs, catalog: Catalog, terminal: &Terminal) -> Result<Exit, Failure> {
    if args.check {
        return check(args, catalog, terminal);
    }
    let list = match args.format.as_deref() {
        None | Some("table") => table,
        Some("json") => json,
        Some("markdown") => markdown,
        Some(other) => return Err(unknown_format(other)),
    };
    let filter = Filter::of(args)?;
    let mut catalog = catalog;
    let project = Project::load(&args.input, false, &catalog, terminal)?;
    let config = Config::load(&args.input.config, &project, &catalog, terminal)?;
    let (text, hidden, problems, sources) = crate::engine::in_pool(project.threads, || {
        let mut program = project.lower();
        config.enter(&mut program.sources, &mut catalog);
        let analysis = Analysis::new(&program, &project.workspace, &catalog);
        let unknown = |p: &Problem| p.kind == ProblemKind::UnknownEntry;
        let problems: Vec<Problem> = analysis.problems().into_iter().filter(unknown).collect();
        let hidden = analysis.routes.iter().filter(|r| r.is_listed() && filter.cannot_tell(r)).count();
        let shown: Vec<Route> = analysis.routes.iter().filter(|r| filter.shows(r)).cloned().collect();
        (list(&shown, &program.sources), hidden, problems, program.sources)
    });
    output::to_stdout(&text, false)?;
    show_problems(&problems, &sources, terminal);
    if hidden > 0 {
        let routes = words::count(hidden, "route");
        terminal
            .warning(&format!("{routes} whose path is not known not shown; leave out `--path` to see all"));
    }
    Ok(Exit::Clean)
}

fn unknown_format(name: &str) -> Failure {
    let help = match name.parse::<report::Format>() {
        Ok(_) => format!("add `--check` for findings in the format `{name}`, or use table, json, markdown"),
        Err(_) => "use table, json, markdown".to_owned(),
    };
    Failure::usage(format!("`{name}` is no format of the list of routes"), Some(help))
}

/// Reports what is not as the policy says.
fn check(args: &RoutesArgs, mut catalog: Catalog, terminal: &Terminal) -> Result<Exit, Failure> {
    let outputs = Outputs::new(args.format.as_deref(), &[], &args.report)?;
    let project = Project::load(&args.input, false, &catalog, terminal)?;
    let config = Config::load(&args.input.config, &project, &catalog, terminal)?;
    let settings = Settings::new(&catalog, &config.overrides())
        .map_err(|error| Failure::usage(error.to_string(), Some(error.help())))?
        .with(ROUTE_POLICY);
    let (program, routes, report) = crate::engine::in_pool(project.threads, || {
        let mut program = project.lower();
        config.enter(&mut program.sources, &mut catalog);
        let analysis = Analysis::new(&program, &project.workspace, &catalog);
        let report = crate::engine::policy_report(&analysis, &settings);
        let routes: Vec<Route> = analysis.routes.iter().filter(|r| r.is_listed()).cloned().collect();
        (program, routes, report)
    });
    let input = report::Input {
        report: &report,
        sources: &program.sources,
        catalog: &catalog,
        workspace: &project.workspace,
        suppressed: false,
    };
    write(&outputs, &input, terminal)?;
    show_problems(&report.problems, &program.sources, terminal);
    let ending = Ending { report: &report, no_fail: args.no_fail, strict: args.strict };
    let public = routes.iter().filter(|r| r.declared_public.is_some() && !r.is_guarded()).count();
    let guarded = routes.iter().filter(|r| r.is_guarded()).count();
    let count = words::count(routes.len(), "route");
    terminal.status("Finished", &format!("{}; {count}, {guarded} guarded, {public} public", ending.counts()));
    if !config.has_policy() {
        terminal.help(&proposal(&routes));
    }
    Ok(ending.exit())
}

/// How to begin: the list of what is taken to be public now.
fn proposal(routes: &[Route]) -> String {
    let public = routes.iter().filter(|r| r.verdict == Verdict::Public && r.declared_public.is_none());
    let lines: BTreeSet<(String, &str)> =
        public.flat_map(|r| r.paths().map(|path| (path.to_owned(), r.method.as_str()))).collect();
    let mut out =
        "no `[routes]` in `secure-lint.toml`, so that every route has to ask who is there".to_owned();
    if lines.is_empty() {
        return out;
    }
    out += "; to begin with what looks public now, write\n\n[routes]\npublic = [\n";
    for (path, method) in lines.iter().take(MAX_PROPOSED) {
        out += &format!("    {},\n", toml::Value::String(format!("{method} {path}")));
    }
    if lines.len() > MAX_PROPOSED {
        out += &format!("    # and {} more\n", lines.len() - MAX_PROPOSED);
    }
    out.push(']');
    let left = routes.iter().filter(|r| !r.is_guarded() && r.verdict != Verdict::Public).count();
    if left > 0 {
        let routes = words::count(left, "other route");
        out +=
            &format!("\n\n{routes} that nothing seems to guard to be read first: `--unprotected` lists them");
    }
    out
}

/// Which routes are listed.
struct Filter {
    unprotected: bool,
    methods: Vec<String>,
    paths: Vec<RoutePattern>,
}

impl Filter {
    fn of(args: &RoutesArgs) -> Result<Filter, Failure> {
        let wrong =
            |what: &str, text: &str, error| Failure::usage(format!("`--{what} {text}`: {error}"), None);
        let methods = args.method.iter().map(|text| method(text).map_err(|e| wrong("method", text, e)));
        let paths =
            args.path.iter().map(|text| RoutePattern::below(text).map_err(|e| wrong("path", text, e)));
        Ok(Filter {
            unprotected: args.unprotected,
            methods: methods.collect::<Result<_, _>>()?,
            paths: paths.collect::<Result<_, _>>()?,
        })
    }

    fn shows(&self, route: &Route) -> bool {
        let below = |path: &str| self.paths.iter().any(|pattern| pattern.matches(&route.method, path));
        self.may_show(route) && (self.paths.is_empty() || route.paths().any(below))
    }

    /// Whether it hangs on a path that is not known.
    fn cannot_tell(&self, route: &Route) -> bool {
        self.may_show(route) && !self.paths.is_empty() && route.path.is_none()
    }

    /// What answers any method answers this one too.
    fn may_show(&self, route: &Route) -> bool {
        let has_method =
            self.methods.is_empty() || route.method == "ANY" || self.methods.contains(&route.method);
        has_method && !(self.unprotected && route.is_guarded())
    }
}
