//! The pages against the program: `docs/rules.md` names every lint with its profile and no other, and the example of
//! `docs/configuration.md` is a configuration.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cargo_secure_lint::catalog::{Catalog, Profile};
use cargo_secure_lint::config::ConfigFile;

/// What stands behind the name of a lint that is not of the default profile.
fn suffix(profile: Profile) -> &'static str {
    match profile {
        Profile::Default => "",
        Profile::Strict => " (strict)",
        Profile::Audit => " (audit)",
    }
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect(name)
}

/// The second cells of the tables.
fn cells(page: &str) -> impl Iterator<Item = &str> {
    page.lines().filter(|line| line.starts_with('|')).filter_map(|line| line.split('|').nth(2))
}

#[test]
fn the_table_of_rules_names_every_lint_with_its_profile() {
    let page = read("docs/rules.md");
    let catalog = Catalog::embedded().expect("the data files are right");
    let mut problems = Vec::new();
    let mut named = BTreeSet::new();
    for cell in cells(&page) {
        for (i, name) in cell.split('`').enumerate().filter(|(i, _)| i % 2 == 1) {
            let after = cell.split('`').nth(i + 1).unwrap_or_default();
            match catalog.lints.get(name) {
                None => problems.push(format!("no lint `{name}`")),
                Some(lint) => {
                    let expected = suffix(lint.profile);
                    let right = match expected {
                        "" => !after.starts_with(" ("),
                        _ => after.starts_with(expected),
                    };
                    if !right {
                        problems.push(format!("`{name}` is to be followed by `{expected}`"));
                    }
                    named.insert(name.to_owned());
                }
            }
        }
    }
    let unnamed = catalog.lints.keys().filter(|id| !named.contains(*id));
    problems.extend(unnamed.map(|id| format!("`{id}` is in no table")));
    assert!(problems.is_empty(), "docs/rules.md:\n{}", problems.join("\n"));
}

#[test]
fn the_example_of_the_configuration_is_one() {
    let page = read("docs/configuration.md");
    let example =
        page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let catalog = Catalog::embedded().expect("the catalog is whole");
    ConfigFile::parse(example, &catalog).expect("the example is right");
    for key in [
        "profile",
        "password-policy",
        "[lints]",
        "routes.public",
        "routes.unsure",
        "routes.conditional",
        "path",
        "protected-by",
        "authorization",
        "web.guards",
        "web.not-guards",
        "web.checks",
        "web.layers",
        "web.macros",
    ] {
        assert!(page.contains(&format!("| `{key}` |")), "the table lacks `{key}`");
    }
}
