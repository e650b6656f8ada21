//! The coverage statement as JSON, the same in native JSON and SARIF.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::engine;
use crate::report::words;

/// What was understood and what was not.
#[derive(Serialize)]
pub(super) struct Coverage {
    packages: usize,
    files: usize,
    files_parsed: usize,
    lines: usize,
    bodies: usize,
    macros: usize,
    macros_opaque: usize,
    paths: usize,
    paths_resolved: usize,
    calls: usize,
    calls_resolved: usize,
    method_calls: usize,
    receivers_known: usize,
    routes: usize,
    routes_unsure: usize,
    problems: BTreeMap<&'static str, usize>,
}

impl From<&engine::Coverage> for Coverage {
    fn from(c: &engine::Coverage) -> Coverage {
        Coverage {
            packages: c.packages,
            files: c.files,
            files_parsed: c.files_parsed,
            lines: c.lines,
            bodies: c.bodies,
            macros: c.macros,
            macros_opaque: c.macros_opaque,
            paths: c.paths,
            paths_resolved: c.paths_resolved,
            calls: c.calls,
            calls_resolved: c.calls_resolved,
            method_calls: c.method_calls,
            receivers_known: c.receivers_known,
            routes: c.routes,
            routes_unsure: c.routes_unsure,
            problems: c.problems.iter().map(|(&kind, &n)| (words::problem(kind), n)).collect(),
        }
    }
}
