//! Whatever spans, texts and sources a finding holds, every format renders it.

use std::path::Path;

use cargo_secure_lint::base::{FileId, Problem, ProblemKind, Span};
use cargo_secure_lint::finding::{Applicability, Edit, Finding, Fix, FlowStep, Label, StepKind};
use cargo_secure_lint::report::Style;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::fixture::{ALL, Fixture, finding};

fn source() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("\t"),
        Just("fn f() { g(x) }"),
        Just("é→🦀"),
        Just("\u{feff}"),
        Just("\u{202e}"),
        Just("\u{1b}[31m"),
        Just("\"sk_live_0123456789\""),
        Just("  "),
        Just("\u{301}"),
        Just("宽"),
    ];
    vec(part, 0..24).prop_map(|parts| parts.concat())
}

fn span() -> impl Strategy<Value = Span> {
    (0..4u32, prop_oneof![0..120u32, any::<u32>()], prop_oneof![0..120u32, any::<u32>()])
        .prop_map(|(file, lo, hi)| Span { file: FileId(file), lo, hi })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "\\PC{0,12}", "[a-z`|:\n\t\u{1b}%,]{0,20}"]
}

fn label() -> impl Strategy<Value = Label> {
    (span(), text()).prop_map(|(span, text)| Label { span, text })
}

fn fix() -> impl Strategy<Value = Fix> {
    (text(), vec((span(), text()), 0..4)).prop_map(|(message, edits)| Fix {
        message,
        edits: edits.into_iter().map(|(span, text)| Edit { span, text }).collect(),
        applicability: Applicability::Safe,
    })
}

fn any_finding() -> impl Strategy<Value = Finding> {
    let parts = (label(), text(), vec(label(), 0..4), vec(label(), 0..4), vec(span(), 0..3));
    (parts, vec(text(), 0..3), vec(fix(), 0..3)).prop_map(
        |((primary, message, context, flow, secrets), notes, fixes)| {
            let mut it = finding(&message, primary.span, &primary.text);
            let step = |l: Label| FlowStep { span: l.span, text: l.text, kind: StepKind::Through };
            it.flow = flow.into_iter().map(step).collect();
            (it.context, it.secrets, it.notes, it.fixes) = (context, secrets, notes, fixes);
            it
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_format_renders_every_finding(
        sources in vec(source(), 0..3), findings in vec(any_finding(), 1..3), width in 0..200usize, unicode: bool,
    ) {
        let mut fx = Fixture::new();
        for (i, text) in sources.iter().enumerate() {
            fx.sources.add(Path::new("/w/a.rs"), &format!("a{i}.rs"), text.as_str().into());
        }
        fx.report.problems.push(Problem::at(ProblemKind::Unparsed, findings[0].primary.span, "x"));
        findings.into_iter().for_each(|f| fx.add(f));
        for &format in ALL {
            let text = fx.render_with(format, &Style { color: unicode, width, unicode, hyperlinks: unicode });
            prop_assert!(text.ends_with('\n'));
        }
    }
}
