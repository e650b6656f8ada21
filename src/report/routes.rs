//! Routes with what protects them: a table for people, Markdown for their documents, JSON for programs.
//!
//! ```json
//! {"version": 1, "routes": [{"framework": "axum", "method": "DELETE", "path": "/users/{id}", "also_at": [], "handler": "api::remove",
//!   "handler_location": {"file": "src/api.rs", "line": 7}, "route_location": {"file": "src/main.rs", "line": 3},
//!   "state_changing": true, "authentication": "none", "authorization": "none",
//!   "evidence": [{"kind": "extractor", "name": "User", "file": "src/api.rs", "line": 8}],
//!   "verdict": "missing", "reason": null}]}
//! ```
//!
//! All list the routes of product code by path, method and place; an unknown path is `null` and comes last.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::base::{SourceMap, Span};
use crate::report::{clean, markdown, words};
use crate::web::{Authentication, Authorization, EvidenceKind, Route, Verdict};

/// The columns for people.
const HEADS: [&str; 7] = ["verdict", "method", "path", "handler", "protected by", "changes state", "place"];

/// The routes as JSON with a line end.
pub fn json(routes: &[Route], sources: &SourceMap) -> String {
    let routes: Vec<Value> = sorted(routes, sources).into_iter().map(|r| value(r, sources)).collect();
    format!("{:#}\n", json!({ "version": 1, "routes": routes }))
}

/// The routes as a table with one line for each.
pub fn table(routes: &[Route], sources: &SourceMap) -> String {
    let routes = sorted(routes, sources);
    if routes.is_empty() {
        return "no routes\n".to_owned();
    }
    let rows: Vec<[String; 7]> = std::iter::once(HEADS.map(str::to_owned))
        .chain(routes.into_iter().map(|r| cells(r, sources)))
        .collect();
    let widths: [usize; 7] =
        std::array::from_fn(|i| rows.iter().map(|row| row[i].chars().count()).max().unwrap_or(0));
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            let _ = write!(line, "{cell:width$}  ");
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

/// The routes as a table for a document, with the numbers of each verdict.
pub fn markdown(routes: &[Route], sources: &SourceMap) -> String {
    let routes = sorted(routes, sources);
    let of = |v: Verdict| (routes.iter().filter(|r| r.verdict == v).count(), verdict(v));
    let verdicts = [Verdict::Protected, Verdict::Public, Verdict::Missing, Verdict::Unsure].map(of);
    let counts: Vec<String> =
        verdicts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    let mut out = format!("## {}", words::count(routes.len(), "route"));
    if !counts.is_empty() {
        let _ = write!(out, " ({})", counts.join(", "));
    }
    let _ = write!(out, "\n\n| {} |\n|{}\n", HEADS.join(" | "), "---|".repeat(HEADS.len()));
    for route in routes {
        let [verdict, method, path, handler, guards, changes, place] = cells(route, sources);
        let verdict = match &route.reason {
            Some(reason) => format!("{verdict}: {}", clean::line(reason)),
            None => verdict,
        };
        let code = |text: String| if text == "-" { text } else { markdown::code(&text) };
        let row = [
            markdown::escape(&verdict),
            markdown::escape(&method),
            code(path),
            code(handler),
            code(guards),
            changes,
            code(place),
        ];
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    clean::without_commands(out)
}

fn sorted<'r>(routes: &'r [Route], sources: &SourceMap) -> Vec<&'r Route> {
    let mut out: Vec<&Route> = routes.iter().filter(|r| r.is_listed()).collect();
    out.sort_by_cached_key(|r| {
        let path = r.path.clone();
        (path.is_none(), path, r.method.clone(), place(r.route_span, sources), r.handler.clone())
    });
    out
}

fn place(span: Span, sources: &SourceMap) -> (String, u32) {
    (sources.file(span.file).name.clone(), sources.line_col(span).line)
}

fn value(route: &Route, sources: &SourceMap) -> Value {
    let location = |span| {
        let (file, line) = place(span, sources);
        json!({ "file": file, "line": line })
    };
    let evidence = route.evidence.iter().map(|e| {
        let (file, line) = place(e.span, sources);
        json!({ "kind": kind(e.kind), "name": e.name, "file": file, "line": line })
    });
    json!({
        "framework": route.framework,
        "method": route.method,
        "path": route.path,
        "also_at": route.also_at,
        "handler": route.handler,
        "handler_location": location(route.handler_span),
        "route_location": location(route.route_span),
        "state_changing": route.state_changing,
        "authentication": authentication(route.authentication),
        "authorization": authorization(route.authorization),
        "evidence": evidence.collect::<Vec<_>>(),
        "verdict": verdict(route.verdict),
        "reason": route.reason,
    })
}

fn cells(route: &Route, sources: &SourceMap) -> [String; 7] {
    let names: Vec<&str> = route.evidence.iter().map(|e| e.name.as_str()).collect();
    let guards = if names.is_empty() { "-".to_owned() } else { names.join(", ") };
    let (file, line) = place(route.route_span, sources);
    let paths: Vec<&str> = route.paths().collect();
    let path = if paths.is_empty() { "?".to_owned() } else { paths.join(", ") };
    let place = format!("{file}:{line}");
    let changes = if route.state_changing { "yes" } else { "-" };
    [verdict(route.verdict), &route.method, &path, &route.handler, &guards, changes, &place].map(clean::line)
}

fn kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Extractor => "extractor",
        EvidenceKind::Layer => "layer",
        EvidenceKind::Body => "body",
        EvidenceKind::Attribute => "attribute",
    }
}

fn authentication(level: Authentication) -> &'static str {
    match level {
        Authentication::None => "none",
        Authentication::Unknown => "unknown",
        Authentication::Optional => "optional",
        Authentication::Conditional => "conditional",
        Authentication::Required => "required",
    }
}

fn authorization(level: Authorization) -> &'static str {
    match level {
        Authorization::None => "none",
        Authorization::Unknown => "unknown",
        Authorization::Role => "role",
        Authorization::Object => "object",
    }
}

/// The word for a verdict.
fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Protected => "protected",
        Verdict::Public => "public",
        Verdict::Missing => "missing",
        Verdict::Unsure => "unsure",
    }
}
