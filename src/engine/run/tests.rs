//! Tests of the path from raw findings to the report.

use std::path::Path;

use super::*;
use crate::base::{FileId, Span, Symbol};
use crate::catalog::{Catalog, Lint};
use crate::config::Overrides;
use crate::finding::{Confidence, Label, Severity};
use crate::ir::{Comment, CrateTree, FileIr, Item, ItemKind, Name, Visibility};
use crate::workspace::{TargetKind, single_file};

struct Case {
    program: Program,
    workspace: Workspace,
    catalog: Catalog,
}

fn catalog() -> Catalog {
    let lint = |id: &str| {
        let toml = format!(
            "id = \"{id}\"\nsummary = \"s\"\nseverity = \"high\"\nconfidence = \"high\"\ncwe = [327]\nsince = \"0.1.0\"\n\
             [detector]\nkind = \"comparison\"\n"
        );
        Lint::parse(id, &toml, "", &[], &[]).unwrap()
    };
    Catalog::new(vec![lint("weak-hash"), lint("weak-cipher")], Vec::new())
}

/// A crate of one file; every line that begins with `fn` is an item.
fn case(text: &str) -> Case {
    let mut workspace = single_file(Path::new("/p/a.rs"), 2024);
    workspace.packages[0].name = "p".into();
    let mut program = Program::default();
    let file = program.sources.add(Path::new("/p/a.rs"), "a.rs", text.into());
    let mut ir = FileIr::empty(file);
    ir.stats.parsed = true;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        if let Some(comment) = bare.find("//") {
            let span = program.sources.file(file).span(at + comment, at + bare.len());
            let text = bare[comment + 2..].trim().to_owned();
            ir.comments.push(Comment { text, span, trailing: comment > 0 });
        }
        if let Some(name) = bare.strip_prefix("fn ") {
            let end = bare.find(" //").unwrap_or(bare.len());
            let span = program.sources.file(file).span(at, at + end);
            let name = Name { sym: Symbol::new(&name[..name.find('(').unwrap()]), span };
            let item = ir.items.alloc(Item {
                name: Some(name),
                vis: Visibility::Private,
                attrs: Vec::new(),
                cfg: None,
                docs: String::new(),
                kind: ItemKind::Opaque,
                span,
                head: span,
            });
            ir.top.push(item);
        }
        at += line.len();
    }
    program.files.push(ir);
    program.crates.push(CrateTree {
        package: 0,
        target: 0,
        root: file,
        modules: rustc_hash::FxHashMap::default(),
    });
    Case { program, workspace, catalog: catalog() }
}

impl Case {
    fn finding(&self, lint: &str, part: &str) -> Finding {
        let file = self.program.sources.file(FileId(0));
        let lo = file.text.find(part).unwrap();
        let span: Span = file.span(lo, lo + part.len());
        Finding::new(lint, Severity::High, Confidence::High, "m".into(), Label::new(span, ""))
    }

    fn report(&self, overrides: &Overrides, found: Vec<Finding>) -> Report {
        let settings = Settings::new(&self.catalog, overrides).unwrap();
        let input = Input {
            program: &self.program,
            workspace: &self.workspace,
            catalog: &self.catalog,
            settings: &settings,
            places: Places::new(&self.program, &self.workspace),
        };
        input.assemble(found)
    }

    fn lints(&self, overrides: &Overrides, found: Vec<Finding>) -> Vec<String> {
        self.report(overrides, found)
            .findings
            .into_iter()
            .map(|f| format!("{} {}", f.lint, f.message))
            .collect()
    }
}

fn levels(list: &[(Level, &str)]) -> Overrides {
    Overrides { levels: list.iter().map(|&(l, n)| (l, n.to_owned())).collect(), ..Overrides::default() }
}

#[test]
fn findings_are_placed_sorted_and_freed_of_doubles() {
    let case = case("fn b() { y }\nfn a() { x }\n");
    let (x, y) = (case.finding("weak-hash", "x"), case.finding("weak-hash", "y"));
    let report = case.report(&Overrides::default(), vec![x.clone(), y.clone(), x.clone()]);
    let items: Vec<_> =
        report.findings.iter().map(|f| (f.package.as_str(), f.item.as_str(), f.level)).collect();
    assert_eq!(items, [("p", "b", Level::Deny), ("p", "a", Level::Deny)]);
    let again = case.report(&Overrides::default(), vec![y, x.clone(), x]);
    assert_eq!(report.findings, again.findings);
    assert!(report.findings.iter().all(|f| f.fingerprint.len() == 32));
}

#[test]
fn what_was_not_selected_is_not_reported() {
    let mut case = case("fn a() { x } // secure-lint: allow(weak-cipher)\n");
    let found = vec![case.finding("weak-hash", "x")];
    case.workspace.packages[0].targets[0].selected = false;
    assert_eq!(case.lints(&Overrides::default(), found), [""; 0]);
}

#[test]
fn test_code_is_reported_on_request_only() {
    let mut case = case("fn a() { x }\n");
    case.workspace.packages[0].targets[0].kind = TargetKind::Test;
    let found = vec![case.finding("weak-hash", "x")];
    assert!(case.lints(&Overrides::default(), found.clone()).is_empty());
    let tests = Overrides { include_tests: Some(true), ..Overrides::default() };
    assert_eq!(case.lints(&tests, found), ["weak-hash m"]);
}

#[test]
fn low_confidence_is_for_the_audit_profile() {
    let case = case("fn a() { x }\n");
    let mut finding = case.finding("weak-hash", "x");
    finding.confidence = Confidence::Low;
    assert!(case.lints(&Overrides::default(), vec![finding.clone()]).is_empty());
    let audit = Overrides { profile: Some(crate::catalog::Profile::Audit), ..Overrides::default() };
    assert_eq!(case.lints(&audit, vec![finding]), ["weak-hash m"]);
}

#[test]
fn a_suppression_hides_and_keeps_its_reason() {
    let case = case("fn a() { x } // secure-lint: allow(weak_hash): it is an etag\nfn b() { y }\n");
    let found = vec![case.finding("weak-hash", "x"), case.finding("weak-hash", "y")];
    let report = case.report(&Overrides::default(), found.clone());
    assert_eq!(report.suppressed.len(), 1);
    assert_eq!(report.suppressed[0].reason, "it is an etag");
    assert_eq!(report.findings.len(), 1);
    let all = Overrides { no_ignores: Some(true), ..Overrides::default() };
    assert_eq!(case.report(&all, found.clone()).findings.len(), 2);
    let forbidden = case.report(&levels(&[(Level::Forbid, "weak-hash")]), found);
    assert_eq!((forbidden.findings.len(), forbidden.suppressed.len()), (2, 0));
}

#[test]
fn a_suppression_without_effect_is_a_finding_with_a_fix() {
    let case = case("fn a() { x } // secure-lint: allow(weak-hash, weak-cipher): y\n");
    let found = vec![case.finding("weak-hash", "x")];
    assert_eq!(
        case.lints(&Overrides::default(), found),
        ["unused-suppression `allow` of `weak-cipher` suppresses nothing"]
    );
    let report = case.report(&Overrides::default(), Vec::new());
    assert_eq!(report.findings[0].level, Level::Warn);
    let edit = &report.findings[0].fixes[0].edits[0];
    assert_eq!(case.program.sources.slice(edit.span), " // secure-lint: allow(weak-hash, weak-cipher): y");
    assert!(
        case.lints(&levels(&[(Level::Allow, "weak-cipher"), (Level::Allow, "weak-hash")]), vec![]).is_empty()
    );
}

#[test]
fn a_slip_of_the_pen_in_a_suppression_is_a_finding() {
    let case =
        case("fn a() { x } // secure-lint: allow(weak-hsh): y\nfn b() {} // secure-lint: alow(weak-hash)\n");
    let report = case.report(&Overrides::default(), Vec::new());
    let lints: Vec<&str> = report.findings.iter().map(|f| f.lint.as_str()).collect();
    assert_eq!(lints, ["unknown-lint", "unused-suppression"]);
    assert_eq!(report.findings[0].help, ["write `weak-hash`, if that is meant"]);
}

#[test]
fn a_whole_file_is_covered_from_its_head_only() {
    let head = case("// secure-lint: allow-file(all): test vectors\nfn a() { x }\nfn b() { y }\n");
    let found = vec![head.finding("weak-hash", "x"), head.finding("weak-cipher", "y")];
    assert_eq!(head.report(&Overrides::default(), found).suppressed.len(), 2);
    let late = case("fn a() { x }\n// secure-lint: allow-file(weak-hash): test vectors\n");
    assert_eq!(
        late.lints(&Overrides::default(), vec![late.finding("weak-hash", "x")]),
        ["weak-hash m", "unused-suppression `allow-file` stands behind the first item"]
    );
}

#[test]
fn a_missing_reason_is_noted_when_asked() {
    let case = case("fn a() { x } // secure-lint: allow(weak-hash)\n");
    let found = vec![case.finding("weak-hash", "x")];
    assert!(case.lints(&Overrides::default(), found.clone()).is_empty());
    let strict = Overrides { require_reason: Some(true), ..Overrides::default() };
    assert_eq!(case.lints(&strict, found), ["unexplained-suppression `allow` gives no reason"]);
}

#[test]
fn nothing_is_called_unused_where_code_was_not_understood() {
    let mut case = case("fn a() { x } // secure-lint: allow(weak-hash): y\n");
    case.program.files[0].stats.parsed = false;
    assert!(case.lints(&Overrides::default(), Vec::new()).is_empty());
}
