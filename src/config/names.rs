//! What a name stands for where a lint is expected: a lint, the group `all`, the pseudo group `warnings`, a tag such as
//! `cwe-327`. Both spellings are accepted, `weak-hash` and `weak_hash`, with or without the prefix `secure_lint::`.

use crate::catalog::Catalog;
use crate::config::builtin::{Builtin, nearest_lint};

/// A set of lints, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// One lint.
    Lint(String),
    /// Every lint of the profile.
    All,
    /// Whatever is at level warn in the end.
    Warnings,
    /// Every lint of the profile with this CWE number.
    Cwe(u32),
}

/// A name that stands for nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown lint `{name}`")]
pub struct UnknownLint {
    /// As it was written.
    pub name: String,
    /// The lint that is probably meant.
    pub meant: Option<String>,
}

impl UnknownLint {
    /// What to do about it.
    pub fn help(&self) -> String {
        match &self.meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "run `cargo secure-lint list` to see all lints".to_owned(),
        }
    }
}

impl Selector {
    /// What `name` stands for.
    ///
    /// # Errors
    /// No lint, group or tag has that name.
    pub fn parse(name: &str, catalog: &Catalog) -> Result<Selector, UnknownLint> {
        let id = canonical(name);
        match id.as_str() {
            "all" => return Ok(Selector::All),
            "warnings" => return Ok(Selector::Warnings),
            _ => {}
        }
        if catalog.lints.contains_key(&id) || Builtin::find(&id).is_some() {
            return Ok(Selector::Lint(id));
        }
        let lower = id.to_ascii_lowercase();
        if let Some(number) = lower.strip_prefix("cwe-").and_then(|n| n.parse().ok())
            && catalog.lints.values().any(|lint| lint.cwe.contains(&number))
        {
            return Ok(Selector::Cwe(number));
        }
        Err(UnknownLint { name: name.to_owned(), meant: nearest_lint(catalog, &lower).map(str::to_owned) })
    }

    /// Whether it stands for the lint `id` with these CWE numbers; `warnings` stands for none by itself.
    pub fn matches(&self, id: &str, cwe: &[u32]) -> bool {
        match self {
            Selector::Lint(lint) => lint == id,
            Selector::All => true,
            Selector::Warnings => false,
            Selector::Cwe(number) => cwe.contains(number),
        }
    }
}

/// The id that a spelling of it means.
fn canonical(name: &str) -> String {
    let name = name.trim();
    let bare = ["secure_lint::", "secure-lint::"].iter().find_map(|prefix| name.strip_prefix(prefix));
    bare.unwrap_or(name).replace('_', "-")
}
