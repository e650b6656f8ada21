//! The machine-readable formats say what their readers rely on.

use cargo_metadata::Message;
use cargo_metadata::diagnostic::{Applicability, DiagnosticLevel};
use cargo_secure_lint::report::{Format, RenderedAs};
use serde_json::Value;

use crate::fixture::{ALL, SECRET, full};

fn json(format: Format) -> Value {
    serde_json::from_str(&full().render(format)).expect("JSON")
}

#[test]
fn cargo_messages_are_read_back() {
    let text = full().render(Format::RustcJson(RenderedAs::Plain));
    let messages: Vec<Message> =
        Message::parse_stream(text.as_bytes()).collect::<Result<_, _>>().expect("cargo messages");
    let [
        Message::CompilerMessage(first),
        _,
        Message::CompilerArtifact(artifact),
        Message::BuildFinished(end),
    ] = &messages[..]
    else {
        panic!("{messages:?}");
    };
    assert_eq!(first.package_id.repr, "path+file:///w#vault@0.1.0");
    assert_eq!(first.target.name, "vault");
    let message = &first.message;
    assert_eq!(message.level, DiagnosticLevel::Error);
    assert_eq!(message.code.as_ref().expect("a code").code, "secure_lint::hardcoded-key");
    let primary = &message.spans[0];
    assert!(primary.is_primary);
    assert_eq!((primary.line_start, primary.column_start, primary.column_end), (6, 33, 43));
    assert_eq!(primary.text[0].text, "    let cipher = Aes256Gcm::new(key.into());");
    let change = message.children.iter().flat_map(|c| &c.spans).next().expect("a suggestion");
    assert_eq!(change.suggestion_applicability, Some(Applicability::MaybeIncorrect));
    assert_eq!(change.suggested_replacement.as_deref(), Some("std::env::var(\"KEY\")?.as_bytes()"));
    let rendered = message.rendered.as_deref().expect("rendered");
    assert!(full().render(Format::Text).starts_with(rendered.trim_end()), "{rendered}");
    assert!(!artifact.fresh && !end.success);
}

#[test]
fn rendered_text_follows_the_request() {
    let rendered = |format| {
        let text = full().render(format);
        let line: Value = serde_json::from_str(text.lines().next().expect("a line")).expect("JSON");
        line["message"]["rendered"].as_str().expect("rendered").to_owned()
    };
    assert!(rendered(Format::RustcJson(RenderedAs::Ansi)).contains("\u{1b}[1m"));
    let short = "src/lib.rs:6:33: error[hardcoded-key]: encryption key is a constant\n";
    assert_eq!(rendered(Format::RustcJson(RenderedAs::Short)), short);
    assert!(!full().render(Format::JsonRender).contains("compiler-message"));
}

#[test]
fn own_json_carries_everything_of_a_finding() {
    let json = json(Format::Json);
    assert_eq!(json["version"], 1);
    let finding = &json["findings"][0];
    assert_eq!(finding["start"], serde_json::json!({"line": 6, "column": 33, "byte": 150}));
    assert_eq!(finding["flow"][0]["kind"], "source");
    assert_eq!(finding["flow"][0]["file"], "src/config.rs");
    assert_eq!(finding["cwe"], serde_json::json!([321, 798]));
    assert_eq!(finding["fixes"][0]["applicability"], "unsafe");
    assert_eq!(finding["cfg"], "feature = \"seal\"");
    assert_eq!(json["suppressed"][0]["reason"], "rotated in test builds");
    assert_eq!(json["problems"][1]["file"], "src/gone.rs");
    assert_eq!(json["summary"]["by_severity"], serde_json::json!({"high": 1, "medium": 1}));
    assert_eq!(json["summary"]["denied"], 1);
}

#[test]
fn sarif_names_rules_places_and_flows() {
    let run = &json(Format::Sarif)["runs"][0];
    let rule = &run["tool"]["driver"]["rules"][0];
    assert_eq!(rule["properties"]["security-severity"], "8.0");
    assert_eq!(rule["properties"]["tags"][1], "external/cwe/cwe-321");
    assert_eq!(rule["fullDescription"]["text"], "Whoever reads the source can decrypt.");
    let result = &run["results"][0];
    let region = &result["locations"][0]["physicalLocation"]["region"];
    let expected = serde_json::json!({"startLine": 6, "startColumn": 33, "endLine": 6, "endColumn": 43});
    assert_eq!(*region, expected);
    let flow = &result["codeFlows"][0]["threadFlows"][0]["locations"];
    assert_eq!(flow.as_array().expect("steps").len(), 3);
    assert_eq!(result["partialFingerprints"]["secureLint/v1"], "4f1d");
    let notifications = run["invocations"][0]["toolExecutionNotifications"].as_array().expect("a list");
    assert_eq!(notifications.len(), 2, "an opaque macro is no failure");
    assert_eq!(run["results"].as_array().expect("results").len(), 2, "suppressed findings only on request");
}

#[test]
fn suppressed_results_carry_their_reason() {
    let mut fx = full();
    fx.suppressed = true;
    let log: Value = serde_json::from_str(&fx.render(Format::Sarif)).expect("JSON");
    let suppression = &log["runs"][0]["results"][2]["suppressions"][0];
    assert_eq!(suppression["kind"], "inSource");
    assert_eq!(suppression["justification"], "rotated in test builds");
}

#[test]
fn markdown_begins_with_the_counts() {
    let page = full().render(Format::Markdown);
    assert!(page.starts_with("## cargo secure-lint: 2 findings (1 high, 1 medium)\n"), "{page}");
    assert!(
        page.contains("| high | `hardcoded-key` | `src/lib.rs:6:33` | encryption key is a constant |"),
        "{page}"
    );
}

#[test]
fn workflow_commands_name_the_place() {
    let text = full().render(Format::Github);
    let start =
        "::error file=src/lib.rs,line=6,endLine=6,col=33,endColumn=43,title=hardcoded-key::encryption key";
    assert!(text.starts_with(start), "{text}");
    assert_eq!(text.lines().count(), 2);
}

#[test]
fn a_secret_is_in_no_format() {
    let mut fx = full();
    fx.suppressed = true;
    let copy = fx.file("src/copy.rs", &format!("// {SECRET}\nfn main() {{}}\n"));
    let (comment, keyword) = (fx.at(copy, "//"), fx.at(copy, "fn"));
    fx.report.findings[1].context.push(cargo_secure_lint::finding::Label::new(comment, SECRET));
    fx.report.findings[1].fixes.push(cargo_secure_lint::finding::Fix {
        message: format!("replace {SECRET}"),
        edits: vec![cargo_secure_lint::finding::Edit { span: keyword, text: SECRET.into() }],
        applicability: cargo_secure_lint::finding::Applicability::Safe,
    });
    for &format in ALL {
        let text = fx.render(format);
        assert!(!text.contains(&SECRET[3..SECRET.len() - 3]), "{format:?}: {text}");
        assert!(!text.contains("MachineApplicable"), "{format:?} offers a masked text as a fix: {text}");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for &format in ALL {
        assert_eq!(full().render(format), full().render(format));
    }
}

#[test]
fn the_documented_example_has_the_members_of_the_real_document() {
    let page = include_str!("../../docs/json.md");
    let example =
        page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let example: Value = serde_json::from_str(example).expect("JSON");
    let real = json(Format::Json);
    let members = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    for place in [
        "",
        "/findings/0",
        "/findings/0/labels/0",
        "/findings/0/flow/0",
        "/findings/0/fixes/0",
        "/problems/0",
        "/summary",
    ] {
        let (shown, is) = (example.pointer(place).expect("shown"), real.pointer(place).expect("there"));
        assert_eq!(members(shown), members(is), "{place}");
    }
}
