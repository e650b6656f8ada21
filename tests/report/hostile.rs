//! Scanned code tries to reach the terminal, the log of a build server or the page it is shown on.

use cargo_secure_lint::base::{Problem, ProblemKind};
use cargo_secure_lint::finding::{Applicability, Edit, Fix, FlowStep, Label, StepKind};
use cargo_secure_lint::report::{Format, RenderedAs, Style};
use serde_json::Value;

use crate::fixture::{ALL, Fixture, finding};

const EVIL: &str = "\u{1b}]0;title\u{7}\u{1b}[31m\u{202e}\u{2066}\u{9b}2J\u{200f}\n::error file=x::gone\r##[set-env]<script>";

fn hostile() -> Fixture {
    let mut fx = Fixture::new();
    let name = format!("src/{EVIL}.rs");
    let lib = fx.file(&name, &format!("fn f() {{\n// {EVIL}\n::error::at start\n seal(KEY) // {EVIL}\n}}\n"));
    let other = fx.file("::error file=a::b.rs", "::error::first line\n");
    let mut it = finding(EVIL, fx.at(lib, "KEY"), EVIL);
    it.context.push(Label::new(fx.at(other, "first"), EVIL));
    it.context.push(Label::new(fx.at(lib, "::error::at start\n seal"), EVIL));
    it.flow.push(FlowStep { span: fx.at(lib, "f()"), text: EVIL.into(), kind: StepKind::Source });
    it.notes.push(EVIL.into());
    it.help.push(EVIL.into());
    it.item = EVIL.into();
    it.cfg = Some(EVIL.into());
    it.package = EVIL.into();
    let edits = vec![Edit { span: fx.at(lib, "KEY"), text: EVIL.into() }];
    it.fixes.push(Fix { message: EVIL.into(), edits, applicability: Applicability::Safe });
    fx.add(it);
    fx.add(finding("second", fx.at(other, "first"), ""));
    fx.report.problems.push(Problem::of_path(ProblemKind::Unparsed, EVIL, EVIL));
    fx
}

fn assert_harmless(text: &str, escapes_of_ours: bool) {
    let hostile = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\r' | '\t')
            || matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let found = text.chars().find(|&c| hostile(c) && !(escapes_of_ours && c == '\u{1b}'));
    assert_eq!(found, None, "{text:?}");
    assert!(!text.contains("\u{1b}[31m") && !text.contains("\u{1b}]0"), "{text:?}");
}

fn strings<'v>(value: &'v Value, out: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => out.push(text),
        Value::Array(list) => list.iter().for_each(|v| strings(v, out)),
        Value::Object(map) => map.values().for_each(|v| strings(v, out)),
        _ => {}
    }
}

#[test]
fn no_control_character_gets_through() {
    let fx = hostile();
    for &format in ALL {
        let text = fx.render(format);
        assert_harmless(&text, false);
        let ansi = format == Format::RustcJson(RenderedAs::Ansi);
        for value in serde_json::Deserializer::from_str(&text).into_iter::<Value>().map_while(Result::ok) {
            let mut found = Vec::new();
            strings(&value, &mut found);
            found.into_iter().for_each(|text| assert_harmless(text, ansi));
        }
    }
    let style = Style { color: true, width: 100, unicode: true, hyperlinks: true };
    assert_harmless(&fx.render_with(Format::Text, &style), true);
}

#[test]
fn no_line_is_a_workflow_command() {
    let fx = hostile();
    for &format in ALL.iter().filter(|f| **f != Format::Github) {
        let text = fx.render(format);
        let command = text.lines().find(|l| {
            let l = l.trim_start();
            l.starts_with("::") && !l.starts_with(":::")
        });
        assert_eq!(command, None, "{format:?}");
        let plain = matches!(format, Format::Text | Format::Short);
        assert!(!plain || !text.contains("##["), "{format:?}: {text}");
    }
}

#[test]
fn our_workflow_commands_cannot_be_extended() {
    let text = hostile().render(Format::Github);
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.lines().all(|l| l.starts_with("::error file=")), "{text}");
    assert!(text.contains("file=%3A%3Aerror file=a%3A%3Ab.rs,line=1"), "{text}");
}

#[test]
fn markdown_shows_markup_as_text() {
    let page = hostile().render(Format::Markdown);
    let without_blocks: String = page.split("```").step_by(2).collect();
    let without_code: String = without_blocks.split('`').step_by(2).collect();
    assert!(without_code.contains("&lt;script&gt;"), "{page}");
    assert!(!without_code.contains("<script>"), "{page}");
}
