//! Why a project cannot be loaded. Every message is one sentence that names the value and the place.

use std::path::PathBuf;

/// What stops [`super::load()`]; everything less is a warning of the workspace.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// Neither the directory nor one above it is a Cargo project.
    #[error("no Cargo.toml in `{}` or any directory above it", .directory.display())]
    NotAProject {
        /// Where the search began.
        directory: PathBuf,
    },
    /// `--manifest-path` is wrong.
    #[error("`{}` is not a Cargo.toml: {reason}", .path.display())]
    NoManifest {
        /// The path as given.
        path: PathBuf,
        /// Missing, another file ..
        reason: &'static str,
    },
    /// A manifest is there but says nothing that can be used.
    #[error("`{}` cannot be read as a manifest: {reason}", .path.display())]
    BadManifest {
        /// The manifest.
        path: PathBuf,
        /// What the reader says.
        reason: String,
    },
    /// `-p`, `--bin`, `--features` .. name something that is not there.
    #[error("no {what} `{name}` in {place}{}", did_you_mean(.nearest.as_deref()))]
    Unknown {
        /// `package`, `binary`, `feature` ..
        what: &'static str,
        /// The name as given.
        name: String,
        /// Where it was looked for.
        place: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// Flags that contradict each other or are malformed.
    #[error("{message}")]
    Usage {
        /// The whole sentence.
        message: String,
    },
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!(", did you mean `{name}`?"))
}

impl LoadError {
    /// Whether the way the program was called is to blame, not the state of the project.
    pub fn is_usage(&self) -> bool {
        !matches!(self, LoadError::BadManifest { .. })
    }

    pub(super) fn unknown<'a>(
        what: &'static str,
        name: &str,
        place: impl Into<String>,
        known: impl Iterator<Item = &'a str>,
    ) -> LoadError {
        let nearest = crate::catalog::nearest(name, known).map(plain);
        LoadError::Unknown { what, name: plain(name), place: place.into(), nearest }
    }

    pub(super) fn usage(message: impl Into<String>) -> LoadError {
        LoadError::Usage { message: message.into() }
    }
}

/// One short line without characters that steer a terminal or turn the direction of writing: the text may quote a
/// manifest.
pub(super) fn plain(text: &str) -> String {
    const MOST: usize = 300;
    let mut out: String = text.chars().map(|c| if steers(c) { ' ' } else { c }).take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        out.push_str("..");
    }
    out
}

fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
