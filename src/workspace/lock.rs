//! Reads Cargo.lock, all formats: 1 and 2 (`"name version (source)"` in every edge), 3 and 4 (`"name"` where that is
//! unique). Entries that make no sense are left out; a text that is not TOML is refused as a whole.

use std::collections::HashMap;

use semver::Version;
use serde::Deserialize;

use crate::workspace::{Lock, LockedPackage};

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    package: Vec<Entry>,
    /// Format 1 before 2017 keeps the root package apart.
    root: Option<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    name: String,
    version: String,
    source: Option<String>,
    #[serde(default)]
    dependencies: Vec<String>,
}

/// The packages of a lock file and the edges between them.
///
/// # Errors
/// The first line of what the TOML reader says, e.g. about conflict markers of a merge.
pub(super) fn parse(text: &str) -> Result<Lock, String> {
    let file: File = toml::from_str(text).map_err(|error| error.message().to_owned())?;
    let entries: Vec<(Entry, Version)> = file
        .root
        .into_iter()
        .chain(file.package)
        .filter_map(|entry| Version::parse(&entry.version).ok().map(|version| (entry, version)))
        .collect();
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, (entry, _)) in entries.iter().enumerate() {
        by_name.entry(&entry.name).or_default().push(i);
    }
    let packages = entries
        .iter()
        .map(|(entry, version)| LockedPackage {
            name: entry.name.clone(),
            version: version.clone(),
            dependencies: entry.dependencies.iter().filter_map(|d| edge(d, &entries, &by_name)).collect(),
        })
        .collect();
    Ok(Lock { packages })
}

fn edge(text: &str, entries: &[(Entry, Version)], by_name: &HashMap<&str, Vec<usize>>) -> Option<usize> {
    let mut words = text.split(' ');
    let name = words.next()?;
    let version = words.next();
    let source = words.next().map(|s| s.trim_start_matches('(').trim_end_matches(')'));
    let fits = |&i: &usize| version.is_none_or(|v| entries[i].0.version == v);
    let candidates: Vec<usize> = by_name.get(name)?.iter().copied().filter(fits).collect();
    let same_source = |&i: &usize| source.is_some() && entries[i].0.source.as_deref() == source;
    candidates.iter().copied().find(same_source).or_else(|| candidates.first().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(text: &str, name: &str) -> Vec<String> {
        let lock = parse(text).unwrap();
        let package = lock.packages.iter().find(|p| p.name == name).unwrap();
        let show = |&i: &usize| format!("{} {}", lock.packages[i].name, lock.packages[i].version);
        package.dependencies.iter().map(show).collect()
    }

    #[test]
    fn format_1_names_version_and_source_in_every_edge() {
        let text = r#"
            [[package]]
            name = "app"
            version = "0.1.0"
            dependencies = [
             "sha2 0.8.0 (registry+https://github.com/rust-lang/crates.io-index)",
            ]
            [[package]]
            name = "sha2"
            version = "0.9.0"
            source = "registry+https://github.com/rust-lang/crates.io-index"
            [[package]]
            name = "sha2"
            version = "0.8.0"
            source = "registry+https://github.com/rust-lang/crates.io-index"
            [metadata]
            "checksum sha2 0.8.0 (registry+https://github.com/rust-lang/crates.io-index)" = "aa"
        "#;
        assert_eq!(edges(text, "app"), ["sha2 0.8.0"]);
    }

    #[test]
    fn the_old_root_table_is_a_package() {
        let text = "[root]\nname = \"app\"\nversion = \"0.1.0\"\ndependencies = [\"a 1.0.0\"]\n\
                    [[package]]\nname = \"a\"\nversion = \"1.0.0\"\n";
        assert_eq!(edges(text, "app"), ["a 1.0.0"]);
    }

    #[test]
    fn formats_3_and_4_shorten_what_is_unique() {
        for version in [3, 4] {
            let text = format!(
                "version = {version}\n[[package]]\nname = \"app\"\nversion = \"0.1.0\"\n\
                 dependencies = [\"a\", \"b 2.0.0\", \"gone\"]\n\
                 [[package]]\nname = \"a\"\nversion = \"1.0.0\"\n[[package]]\nname = \"b\"\nversion = \"1.0.0\"\n\
                 [[package]]\nname = \"b\"\nversion = \"2.0.0\"\n"
            );
            assert_eq!(edges(&text, "app"), ["a 1.0.0", "b 2.0.0"]);
        }
    }

    #[test]
    fn the_source_tells_a_fork_from_the_original() {
        let text = r#"
            version = 4
            [[package]]
            name = "app"
            version = "0.1.0"
            dependencies = ["a 1.0.0 (git+https://example.com/a?rev=1#1)"]
            [[package]]
            name = "a"
            version = "1.0.0"
            source = "registry+https://github.com/rust-lang/crates.io-index"
            [[package]]
            name = "a"
            version = "1.0.0"
            source = "git+https://example.com/a?rev=1#1"
        "#;
        assert_eq!(parse(text).unwrap().packages[0].dependencies, [2]);
    }

    #[test]
    fn conflict_markers_are_refused_and_bad_versions_left_out() {
        assert!(parse("<<<<<<< HEAD\nversion = 4\n").is_err());
        assert!(parse("[[package]]\nname = \"a\"\nversion = \"one\"\n").unwrap().packages.is_empty());
    }
}
