//! A small workspace with findings that use everything a finding can hold.

use std::path::Path;

use cargo_secure_lint::base::{FileId, Problem, ProblemKind, SourceMap, Span};
use cargo_secure_lint::catalog::{Catalog, Lint};
use cargo_secure_lint::engine::{Report, Suppressed};
use cargo_secure_lint::finding::{
    Applicability, Confidence, Edit, Finding, Fix, FlowStep, Label, Level, Severity, StepKind,
};
use cargo_secure_lint::report::{Format, Input, RenderedAs, Style, render};
use cargo_secure_lint::workspace::cfg::CfgSet;
use cargo_secure_lint::workspace::{Package, Target, TargetKind, Workspace};

pub(crate) const ALL: &[Format] = &[
    Format::Text,
    Format::Short,
    Format::Json,
    Format::RustcJson(RenderedAs::Plain),
    Format::RustcJson(RenderedAs::Ansi),
    Format::RustcJson(RenderedAs::Short),
    Format::JsonRender,
    Format::Sarif,
    Format::Github,
    Format::Markdown,
];

pub(crate) struct Fixture {
    pub sources: SourceMap,
    pub report: Report,
    pub catalog: Catalog,
    pub workspace: Workspace,
    pub suppressed: bool,
}

const LINT: &str = r#"
id = "hardcoded-key"
summary = "an encryption key that stands in the source"
severity = "high"
confidence = "high"
cwe = [321, 798]
asvs = ["v5.0.0-13.3.1"]
since = "0.1.0"
[detector]
kind = "constant-flow"
to = ["cipher/key"]
"#;

impl Fixture {
    pub(crate) fn new() -> Fixture {
        let page = "# hardcoded-key\n\nWhoever reads the source can decrypt.\n\n## Why\n\nKeys leak.\n";
        let lint = Lint::parse("hardcoded-key", LINT, page, &[], &[]).expect("the lint is valid");
        let target = Target {
            kind: TargetKind::Lib,
            name: "vault".into(),
            crate_name: "vault".into(),
            src_path: "/w/src/lib.rs".into(),
            edition: 2021,
            selected: true,
            json: String::new(),
        };
        let package = Package {
            name: "vault".into(),
            version: "0.1.0".parse().expect("a version"),
            id: "path+file:///w#vault@0.1.0".into(),
            manifest_path: "/w/Cargo.toml".into(),
            selected: true,
            targets: vec![target],
            dependencies: Vec::new(),
            cfg: CfgSet::default(),
            metadata: String::new(),
        };
        Fixture {
            sources: SourceMap::default(),
            report: Report { lints: vec!["hardcoded-key".into()], ..Report::default() },
            catalog: Catalog::new(vec![lint], Vec::new()),
            workspace: Workspace { root: "/w".into(), packages: vec![package], ..Workspace::default() },
            suppressed: false,
        }
    }

    pub(crate) fn file(&mut self, name: &str, text: &str) -> FileId {
        self.sources.add(&Path::new("/w").join(name), name, text.into())
    }

    /// The place of the nth occurrence of a text.
    pub(crate) fn nth(&self, file: FileId, text: &str, n: usize) -> Span {
        let source = self.sources.file(file);
        let (lo, _) = source.text.match_indices(text).nth(n).expect("the text occurs");
        source.span(lo, lo + text.len())
    }

    pub(crate) fn at(&self, file: FileId, text: &str) -> Span {
        self.nth(file, text, 0)
    }

    pub(crate) fn add(&mut self, finding: Finding) {
        self.report.findings.push(finding);
    }

    pub(crate) fn render(&self, format: Format) -> String {
        self.render_with(format, &Style { width: 100, ..Style::default() })
    }

    pub(crate) fn render_with(&self, format: Format, style: &Style) -> String {
        let Fixture { sources, report, catalog, workspace, suppressed } = self;
        render(format, &Input { report, sources, catalog, workspace, suppressed: *suppressed }, style)
    }
}

pub(crate) fn finding(message: &str, span: Span, label: &str) -> Finding {
    let primary = Label::new(span, label);
    let mut finding =
        Finding::new("hardcoded-key", Severity::High, Confidence::High, message.into(), primary);
    finding.level = Level::Deny;
    finding.package = "vault".into();
    finding.item = "crypto::seal".into();
    finding.fingerprint = "4f1d".into();
    finding
}

pub(crate) const SECRET: &str = "correct-horse-battery-staple-0815";

/// A key that comes from a constant in another file, with everything else a finding can have.
pub(crate) fn full() -> Fixture {
    let mut fx = Fixture::new();
    let config = fx.file(
        "src/config.rs",
        &format!("pub(crate) struct Config;\n\npub const KEY: &[u8] = b\"{SECRET}\";\n"),
    );
    let lib = fx.file(
        "src/lib.rs",
        "mod config;\n\npub fn seal(data: &[u8]) -> Vec<u8> {\n    let key = config::KEY;\n    let nonce = Nonce::from([0u8; 12]);\n    \
         let cipher = Aes256Gcm::new(key.into());\n    cipher.encrypt(&nonce, data).unwrap()\n}\n",
    );
    let literal = format!("b\"{SECRET}\"");
    let mut it = finding("encryption key is a constant", fx.at(lib, "key.into()"), "used as a key here");
    it.context.push(Label::new(fx.at(lib, "[0u8; 12]"), "and the nonce is constant too"));
    let step = |span, text: &str, kind| FlowStep { span, text: text.into(), kind };
    it.flow = vec![
        step(fx.at(config, &literal), "the key comes from here", StepKind::Source),
        step(fx.at(lib, "config::KEY"), "passes through `key`", StepKind::Through),
        step(fx.at(lib, "key.into()"), "used as a key here", StepKind::Sink),
    ];
    it.notes.push(format!("the key is \"{SECRET}\""));
    it.help.push("read the key from the environment or a key store".into());
    it.cfg = Some("feature = \"seal\"".into());
    it.secrets.push(fx.at(config, &literal));
    it.fixes.push(Fix {
        message: "read the key from the environment".into(),
        edits: vec![Edit {
            span: fx.at(lib, "config::KEY"),
            text: "std::env::var(\"KEY\")?.as_bytes()".into(),
        }],
        applicability: Applicability::Unsafe,
    });
    let mut second = finding("nonce is a constant", fx.at(lib, "[0u8; 12]"), "the same for every message");
    second.level = Level::Warn;
    second.severity = Severity::Medium;
    second.confidence = Confidence::Medium;
    let reason = "rotated in test builds".to_owned();
    fx.report.suppressed.push(Suppressed { finding: second.clone(), reason });
    fx.add(it);
    fx.add(second);
    fx.report.problems = vec![
        Problem::at(ProblemKind::Unparsed, fx.at(lib, "mod config"), "expected `;`"),
        Problem::of_path(ProblemKind::MissingModule, "src/gone.rs", "module `gone` has no file"),
        Problem::at(ProblemKind::OpaqueMacro, fx.at(lib, "Vec"), "macro `m!` is not understood"),
    ];
    fx.report.coverage.files = 2;
    fx.report.coverage.files_parsed = 1;
    fx.report.coverage.problems.insert(ProblemKind::Unparsed, 1);
    fx
}
