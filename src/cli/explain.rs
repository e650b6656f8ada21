//! `explain`: the page of a lint, or the lints of a CWE number.

use std::fmt::Write as _;

use crate::catalog::{Catalog, Lint};
use crate::cli::args::ExplainArgs;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::cli::{Failure, markdown, output, words};
use crate::config::{Builtin, Overrides, Selector, Settings};
use crate::finding::Level;

pub(super) fn run(args: &ExplainArgs, catalog: &Catalog, terminal: &Terminal) -> Result<Exit, Failure> {
    let selector = Selector::parse(&args.name, catalog);
    let text = match selector.map_err(|error| Failure::usage(error.to_string(), Some(error.help())))? {
        Selector::Lint(id) => match (catalog.lints.get(&id), Builtin::find(&id)) {
            (Some(lint), _) => page(lint, level(lint, catalog)?),
            (None, Some(builtin)) => builtin.page.to_owned(),
            (None, None) => return Err(Failure::broken(format!("lint `{id}` has no page"))),
        },
        Selector::Cwe(number) => of_cwe(number, catalog)?,
        Selector::All | Selector::Warnings => {
            let help = "run `cargo secure-lint list` to see its lints".to_owned();
            return Err(Failure::usage(format!("`{}` is a group of lints", args.name), Some(help)));
        }
    };
    let style = &terminal.style;
    output::to_stdout(&markdown::render(&text, style.width, style.color), style.color)?;
    Ok(Exit::Clean)
}

fn level(lint: &Lint, catalog: &Catalog) -> Result<Level, Failure> {
    let only = vec![(Level::Warn, "warnings".to_owned())];
    let settings = Settings::new(catalog, &Overrides { levels: only, ..Overrides::default() });
    Ok(settings.map_err(|error| Failure::broken(error.to_string()))?.level_of(lint))
}

/// The page with the facts of the lint behind its title and its examples at the end.
fn page(lint: &Lint, level: Level) -> String {
    let (title, body) = match lint.page.trim_start().split_once('\n') {
        Some((first, rest)) if first.starts_with("# ") => (first.to_owned(), rest),
        _ => (format!("# {}", lint.id), lint.page.as_str()),
    };
    let cwe = lint.cwe.iter().map(|n| format!("CWE-{n}")).collect::<Vec<_>>().join(", ");
    let mut out = format!(
        "{title}\n\n{}.\n\nlevel {}, severity {}, confidence {}, profile {}; {cwe}",
        lint.summary,
        words::level(level),
        words::severity(lint.severity),
        words::confidence(lint.confidence),
        words::profile(lint.profile),
    );
    if !lint.asvs.is_empty() {
        let _ = write!(out, "; ASVS {}", lint.asvs.join(", "));
    }
    let _ = write!(out, "\n\n{}\n", body.trim());
    for (name, text) in lint.examples.iter().filter(|(name, _)| !body.contains(name.as_str())) {
        let _ = write!(out, "\n## {name}\n\n```rust\n{}```\n", without_marks(text));
    }
    let _ =
        write!(out, "\n## How to suppress it\n\n```rust\n// secure-lint: allow({}): reason\n```\n", lint.id);
    out
}

/// An example without the marks that its test reads.
fn without_marks(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//~"));
    lines.map(|line| line.split("//~").next().unwrap_or(line).trim_end().to_owned() + "\n").collect()
}

fn of_cwe(number: u32, catalog: &Catalog) -> Result<String, Failure> {
    let lints: Vec<&Lint> = catalog.lints.values().filter(|lint| lint.cwe.contains(&number)).collect();
    if let [only] = lints[..] {
        return Ok(page(only, level(only, catalog)?));
    }
    let mut out = format!("# CWE-{number}\n\n");
    for lint in lints {
        let _ = writeln!(out, "- `{}`: {}", lint.id, lint.summary);
    }
    out.push_str("\nExplain one of them with `cargo secure-lint explain <lint>`.\n");
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_shows_facts_and_examples_without_test_marks() {
        let toml = "id = \"weak-hash\"\nsummary = \"broken hash\"\nseverity = \"high\"\nconfidence = \"high\"\ncwe = [327]\n\
                    since = \"0.1.0\"\n[detector]\nkind = \"comparison\"\n";
        let examples = [("vulnerable.rs", "fn a() {\n    md5(); //~ weak-hash\n    //~^ weak-hash\n}\n")];
        let lint =
            Lint::parse("weak-hash", toml, "# Weak hash\n\n## Why it matters\n\nBecause.\n", &examples, &[])
                .unwrap();
        let text = page(&lint, Level::Deny);
        assert!(text.starts_with("# Weak hash\n\nbroken hash.\n\nlevel deny, severity high"), "{text}");
        assert!(text.contains("CWE-327") && text.contains("    md5();\n}"), "{text}");
        assert!(!text.contains("//~"), "{text}");
        assert!(text.contains("// secure-lint: allow(weak-hash): reason"), "{text}");
    }
}
