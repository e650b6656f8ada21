//! Which packages are reported on: `-p`, `--workspace`, `--exclude` and cargo's defaults.
//!
//! A package is named by its name, a glob, `name@version` (also `name:version`, the version may be partial), or a
//! package id as cargo prints it: `path+file:///dir/name#0.1.0`, `path+file:///dir#name@0.1.0`.

use semver::Version;

use crate::workspace::draft::{Draft, DraftPackage};
use crate::workspace::error::LoadError;
use crate::workspace::{LoadOptions, Lock};

const WORKSPACE: &str = "the workspace";

/// Whether each package is selected, and what the user should know about it.
///
/// # Errors
/// If a name fits nothing, or the flags contradict each other.
pub(super) fn packages(
    draft: &Draft,
    lock: &Lock,
    options: &LoadOptions,
) -> Result<(Vec<bool>, Vec<String>), LoadError> {
    if options.workspace {
        return without_excluded(draft, options);
    }
    if !options.exclude.is_empty() {
        return Err(LoadError::usage("`--exclude` has a meaning only together with `--workspace`"));
    }
    if options.packages.is_empty() {
        return Ok((defaults(draft), Vec::new()));
    }
    let mut selected = vec![false; draft.packages.len()];
    for text in &options.packages {
        let found = fitting(draft, text)?;
        if found.is_empty() {
            return Err(unknown(draft, lock, text));
        }
        found.into_iter().for_each(|i| selected[i] = true);
    }
    Ok((selected, Vec::new()))
}

fn without_excluded(draft: &Draft, options: &LoadOptions) -> Result<(Vec<bool>, Vec<String>), LoadError> {
    let mut selected = vec![true; draft.packages.len()];
    let mut warnings = Vec::new();
    for text in &options.exclude {
        let found = fitting(draft, text)?;
        if found.is_empty() {
            warnings.push(format!("excluded package `{text}` is not in the workspace"));
        }
        found.into_iter().for_each(|i| selected[i] = false);
    }
    if selected.contains(&true) {
        Ok((selected, warnings))
    } else {
        Err(LoadError::usage("every package of the workspace is excluded"))
    }
}

/// A virtual workspace without a list of defaults means all of it.
fn defaults(draft: &Draft) -> Vec<bool> {
    let named: Vec<bool> = draft.packages.iter().map(|p| draft.defaults.contains(&p.manifest_path)).collect();
    if named.contains(&true) { named } else { vec![true; draft.packages.len()] }
}

fn fitting(draft: &Draft, text: &str) -> Result<Vec<usize>, LoadError> {
    let spec = Spec::parse(text)?;
    Ok((0..draft.packages.len()).filter(|&i| spec.fits(&draft.packages[i])).collect())
}

fn unknown(draft: &Draft, lock: &Lock, text: &str) -> LoadError {
    let name = text.rsplit_once('#').map_or(text, |(_, name)| name);
    let name = name.split(['@', ':']).next().unwrap_or(name);
    if lock.packages.iter().any(|p| p.name == name) && !draft.packages.iter().any(|p| p.name == name) {
        return LoadError::usage(format!(
            "package `{text}` is a dependency, only members of the workspace are analysed"
        ));
    }
    LoadError::unknown("package", text, WORKSPACE, draft.packages.iter().map(|p| p.name.as_str()))
}

enum Spec<'t> {
    Glob(glob::Pattern),
    Name { name: &'t str, version: Option<&'t str> },
    Id { text: &'t str, path: String, name: Option<&'t str>, version: Option<&'t str> },
}

impl<'t> Spec<'t> {
    fn parse(text: &'t str) -> Result<Spec<'t>, LoadError> {
        if let Some((_, rest)) = text.split_once("://") {
            let (url, fragment) = rest.split_once('#').map_or((rest, None), |(url, f)| (url, Some(f)));
            let (name, version) = match fragment {
                Some(f) if f.starts_with(|c: char| c.is_ascii_digit()) => (None, Some(f)),
                Some(f) => (Some(name_and_version(f).0), name_and_version(f).1),
                None => (None, None),
            };
            let path = decoded(url.split('?').next().unwrap_or(url));
            return Ok(Spec::Id { text, path, name, version });
        }
        if text.contains(['*', '?', '[']) {
            let bad = |error: glob::PatternError| {
                LoadError::usage(format!("bad package pattern `{text}`: {error}"))
            };
            return glob::Pattern::new(text).map(Spec::Glob).map_err(bad);
        }
        let (name, version) = name_and_version(text);
        Ok(Spec::Name { name, version })
    }

    fn fits(&self, package: &DraftPackage) -> bool {
        match self {
            Spec::Glob(glob) => glob.matches(&package.name),
            Spec::Name { name, version } => *name == package.name && version_fits(*version, &package.version),
            Spec::Id { text, path, name, version } => {
                *text == package.id
                    || is_directory(path, package)
                        && name.is_none_or(|name| name == package.name)
                        && version_fits(*version, &package.version)
            }
        }
    }
}

fn name_and_version(text: &str) -> (&str, Option<&str>) {
    text.split_once(['@', ':']).map_or((text, None), |(name, version)| (name, Some(version)))
}

/// A version may be partial: `1.2` is any 1.2.x.
fn version_fits(wanted: Option<&str>, version: &Version) -> bool {
    let text = version.to_string();
    wanted.is_none_or(|w| {
        text == w || text.strip_prefix(w).is_some_and(|rest| rest.starts_with(['.', '-', '+']))
    })
}

fn is_directory(path: &str, package: &DraftPackage) -> bool {
    let directory = package.directory().to_string_lossy().replace('\\', "/");
    path.trim_matches('/') == directory.trim_matches('/')
}

/// `%20` and its like undone.
fn decoded(url: &str) -> String {
    let mut parts = url.split('%');
    let mut out = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part.get(..2).and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                out.extend(part[2..].bytes());
            }
            None => out.extend(format!("%{part}").bytes()),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
#[path = "select_tests.rs"]
mod tests;
