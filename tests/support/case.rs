//! The grammar of test cases.
//!
//! Headers stand on the first lines: `//@ dep: aes-gcm = "0.10"`, `//@ edition: 2024`, `//@ profile: strict`. A finding
//! is announced by `//~ lint-id` on its line or by `//~^ lint-id` below it, one line up for each `^`; two lints on
//! one line are separated by a comma. What a comment says is the whole truth: an announced finding that is missing
//! fails, and so does one that is not announced.

use std::collections::BTreeSet;

use cargo_secure_lint::catalog::Profile;

/// Where which lint speaks: (file, line, lint). The file is empty in a case of a single file.
pub(crate) type Places = BTreeSet<(String, u32, String)>;

/// What the first lines of a case say.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Header {
    /// Dependencies by their name in `Cargo.toml`.
    pub(crate) deps: Vec<Dep>,
    /// The edition.
    pub(crate) edition: u16,
    /// The profile, if it is not the default of the place.
    pub(crate) profile: Option<Profile>,
}

/// One dependency.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dep {
    /// The key: the name in code, but for `-`.
    pub(crate) name: String,
    /// The package, which differs from `name` if it is renamed.
    pub(crate) package: String,
    /// The version requirement.
    pub(crate) version: String,
    /// The value as written, for a real manifest.
    pub(crate) toml: String,
}

/// Reads the headers.
///
/// # Errors
/// An unknown key or a value that is not understood.
pub(crate) fn header(text: &str) -> Result<Header, String> {
    let mut header = Header { deps: Vec::new(), edition: 2021, profile: None };
    for line in text.lines().map_while(|line| line.strip_prefix("//@")) {
        let (key, value) = line.split_once(':').ok_or_else(|| format!("header `{line}` has no `:`"))?;
        let value = value.trim();
        match key.trim() {
            "dep" => header.deps.push(dep(value)?),
            "edition" => header.edition = value.parse().map_err(|_| format!("edition `{value}`"))?,
            "profile" => header.profile = Some(profile(value)?),
            other => return Err(format!("unknown header `{other}`, known are dep, edition, profile")),
        }
    }
    Ok(header)
}

fn profile(text: &str) -> Result<Profile, String> {
    match text {
        "default" => Ok(Profile::Default),
        "strict" => Ok(Profile::Strict),
        "audit" => Ok(Profile::Audit),
        _ => Err(format!("profile `{text}`")),
    }
}

fn dep(text: &str) -> Result<Dep, String> {
    let table: toml::Table = toml::from_str(text).map_err(|e| format!("dep `{text}`: {}", e.message()))?;
    let (name, value) = table.iter().next().ok_or_else(|| format!("dep `{text}` is empty"))?;
    let string = |key: &str| value.get(key).and_then(toml::Value::as_str);
    let version = value.as_str().or_else(|| string("version"));
    Ok(Dep {
        name: name.clone(),
        package: string("package").unwrap_or(name).to_owned(),
        version: version.ok_or_else(|| format!("dep `{text}` has no version"))?.to_owned(),
        toml: text.to_owned(),
    })
}

/// The annotations of a text; `file` is put into the result.
///
/// # Errors
/// An annotation without a lint, or one that points above the first line.
pub(crate) fn annotations(file: &str, text: &str) -> Result<Places, String> {
    let mut places = Places::new();
    for (at, line) in text.lines().enumerate() {
        let Some((_, note)) = line.split_once("//~") else { continue };
        let up = note.chars().take_while(|&c| c == '^').count();
        let target = (at + 1).checked_sub(up).filter(|&t| t > 0);
        let target = target.ok_or_else(|| format!("line {}: points above the file", at + 1))?;
        for lint in note[up..].split(',').map(str::trim) {
            if lint.is_empty() || !lint.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
                return Err(format!("line {}: `{lint}` is no lint id", at + 1));
            }
            places.insert((file.to_owned(), target as u32, lint.to_owned()));
        }
    }
    Ok(places)
}

/// What differs between the annotations and the findings, for people; empty if nothing does. `line` gives the source.
pub(crate) fn difference(expected: &Places, found: &Places, line: impl Fn(&str, u32) -> String) -> String {
    let list = |title: &str, places: Vec<&(String, u32, String)>| {
        let mut out = String::new();
        for (file, number, lint) in places {
            let place = if file.is_empty() { format!("line {number}") } else { format!("{file}:{number}") };
            out += &format!("{title} {lint} at {place}: {}\n", line(file, *number).trim());
        }
        out
    };
    list("missing   ", expected.difference(found).collect())
        + &list("unexpected", found.difference(expected).collect())
}
