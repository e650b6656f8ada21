//! `list`: all lints with what decides about them.

use std::fmt::Write as _;

use crate::catalog::{Catalog, Lint};
use crate::cli::args::{ListArgs, TableFormat};
use crate::cli::exit::Exit;
use crate::cli::{Failure, output, words};
use crate::config::builtin::ROUTE_POLICY;
use crate::config::{BUILTINS, Builtin, Overrides, Settings};
use crate::finding::Level;

pub(super) fn run(args: &ListArgs, catalog: &Catalog) -> Result<Exit, Failure> {
    let rows = rows(catalog)?;
    let text = match args.format {
        TableFormat::Table => table(&rows),
        TableFormat::Json => json(&rows),
    };
    output::to_stdout(&text, false)?;
    Ok(Exit::Clean)
}

struct Row {
    id: String,
    level: &'static str,
    severity: &'static str,
    confidence: &'static str,
    profile: &'static str,
    cwe: Vec<u32>,
    summary: String,
}

fn rows(catalog: &Catalog) -> Result<Vec<Row>, Failure> {
    let settings =
        Settings::new(catalog, &Overrides::default()).map_err(|e| Failure::broken(e.to_string()))?;
    let mut rows: Vec<Row> = catalog.lints.values().map(|lint| row(lint, settings.level_of(lint))).collect();
    rows.extend(BUILTINS.iter().map(|builtin| {
        let level = settings.level_for(builtin.id, builtin.severity, Builtin::CONFIDENCE);
        Row {
            id: builtin.id.to_owned(),
            level: words::level(level),
            severity: words::severity(builtin.severity),
            confidence: words::confidence(Builtin::CONFIDENCE),
            profile: match (builtin.id, level) {
                (ROUTE_POLICY, _) => "by name",
                (_, Level::Allow) => "strict",
                _ => "default",
            },
            cwe: Vec::new(),
            summary: builtin.summary.to_owned(),
        }
    }));
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(rows)
}

fn row(lint: &Lint, level: Level) -> Row {
    Row {
        id: lint.id.clone(),
        level: words::level(level),
        severity: words::severity(lint.severity),
        confidence: words::confidence(lint.confidence),
        profile: words::profile(lint.profile),
        cwe: lint.cwe.clone(),
        summary: lint.summary.clone(),
    }
}

fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.id.len()).max().unwrap_or(0).max("lint".len());
    let mut out = format!(
        "{:width$}  {:6}  {:8}  {:10}  {:7}  {:18}  summary\n",
        "lint", "level", "severity", "confidence", "profile", "cwe"
    );
    for row in rows {
        let cwe = row.cwe.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
        let _ = writeln!(
            out,
            "{:width$}  {:6}  {:8}  {:10}  {:7}  {:18}  {}",
            row.id, row.level, row.severity, row.confidence, row.profile, cwe, row.summary
        );
    }
    out
}

fn json(rows: &[Row]) -> String {
    let lints: Vec<_> = rows
        .iter()
        .map(|row| {
            serde_json::json!({
                "id": row.id,
                "level": row.level,
                "severity": row.severity,
                "confidence": row.confidence,
                "profile": row.profile,
                "cwe": row.cwe,
                "summary": row.summary,
            })
        })
        .collect();
    format!("{:#}\n", serde_json::json!({ "version": 1, "lints": lints }))
}
