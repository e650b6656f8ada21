//! Calls that make up for what a lint finds: a look at the key of an SSH server after the handshake.
//!
//! They count wherever they stand in the file of the finding, and in functions of other files that the body with the finding
//! calls. A body that has such a finding and the call that makes up for it says nothing of the others of its file. A function about which the lint is silent by its name makes up for nothing: who signs out gives no new session to who
//! signs in.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use crate::base::{FileId, Span};
use crate::catalog::{Api, Catalog, Detector, Lint, Role};
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::finding::Finding;
use crate::resolve::DefId;

/// What one body says.
#[derive(Default)]
pub(super) struct Seen {
    /// The body and its file, with the lints for whose findings it makes up.
    makes_up: Vec<(DefId, FileId, String)>,
    /// The place of the body, with the lints for whose findings in itself alone it makes up.
    own: Vec<(Span, String)>,
    /// The lints of its findings that calls may make up for.
    found: Vec<(FileId, String)>,
    /// What a body with such findings calls.
    calls: Vec<DefId>,
}

/// What a body says.
pub(super) fn in_body(body: &BodyCx<'_>, found: &[Finding], catalog: &Catalog) -> Seen {
    let file = body.body.file;
    let may = |f: &&Finding| catalog.lints.get(&f.lint).is_some_and(|lint| !unless(lint).0.is_empty());
    let found: Vec<_> = found.iter().filter(may).map(|f| (file, f.lint.clone())).collect();
    let (own, others): (Vec<&Lint>, Vec<&Lint>) = catalog
        .lints
        .values()
        .filter(|lint| makes_up(body, lint))
        .partition(|lint| found.iter().any(|(_, id)| *id == lint.id));
    let own = own.into_iter().map(|lint| (body.span(body.body.root), lint.id.clone())).collect();
    let calls =
        if found.is_empty() { Vec::new() } else { body.exprs().flat_map(|id| body.targets(id)).collect() };
    let makes_up = others.into_iter().map(|lint| (body.def, file, lint.id.clone())).collect();
    Seen { makes_up, own, found, calls }
}

/// Leaves out what is made up for.
pub(super) fn settle(seen: &[Seen], findings: &mut BTreeMap<String, Vec<Finding>>) {
    let all = || seen.iter().flat_map(|one| &one.makes_up);
    let makers: FxHashSet<(DefId, &str)> = all().map(|(def, _, lint)| (*def, lint.as_str())).collect();
    let mut files: BTreeSet<(FileId, &str)> = all().map(|(_, file, lint)| (*file, lint.as_str())).collect();
    for one in seen {
        let called = |lint: &str| one.calls.iter().any(|&def| makers.contains(&(def, lint)));
        files.extend(
            one.found.iter().map(|(file, lint)| (*file, lint.as_str())).filter(|(_, lint)| called(lint)),
        );
    }
    for (lint, found) in findings {
        let own = |f: &Finding| {
            let mut bodies = seen.iter().flat_map(|one| &one.own);
            bodies.any(|(body, id)| id == lint && body.contains(f.primary.span))
        };
        found.retain(|f| !files.contains(&(f.primary.span.file, lint.as_str())) && !own(f));
    }
}

/// The roles of calls that make up for what a lint finds, and words of functions that do not.
fn unless(lint: &Lint) -> (&[Role], &[String]) {
    match &lint.detector {
        Detector::ForbiddenUse(wanted) => (&wanted.unless, &[]),
        Detector::ConstantBound(wanted) => (&wanted.unless, &wanted.words.silent),
        _ => (&[], &[]),
    }
}

/// Whether a call of the body has a role that makes up for what the lint finds.
fn makes_up(body: &BodyCx<'_>, lint: &Lint) -> bool {
    let (unless, apart) = unless(lint);
    let data = body.cx.map.def(body.def);
    if unless.is_empty() || data.in_test || Words::of(data.name.as_str()).has_any(apart) {
        return false;
    }
    let has = |api: &Api| api.roles.iter().any(|r| unless.contains(&r.role));
    body.flow.rows.values().flatten().any(|api| has(api))
}
