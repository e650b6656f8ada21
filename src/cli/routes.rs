//! `routes`: every route with its handler and what protects it, as a table or as JSON.

use crate::catalog::Catalog;
use crate::cli::args::{RoutesArgs, TableFormat};
use crate::cli::exit::Exit;
use crate::cli::load::Project;
use crate::cli::terminal::Terminal;
use crate::cli::{Failure, output};
use crate::detectors::Analysis;
use crate::report::routes::{json, table};

pub(super) fn run(args: &RoutesArgs, catalog: &Catalog, terminal: &Terminal) -> Result<Exit, Failure> {
    let project = Project::load(&args.input, false, catalog, terminal)?;
    let text = crate::engine::in_pool(project.threads, || {
        let program = project.lower();
        let analysis = Analysis::new(&program, &project.workspace, catalog);
        match args.format {
            TableFormat::Table => table(&analysis.routes, &program.sources),
            TableFormat::Json => json(&analysis.routes, &program.sources),
        }
    });
    output::to_stdout(&text, false)?;
    Ok(Exit::Clean)
}
