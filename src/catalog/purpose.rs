//! What something that looks like a misuse may be for, told by words, texts and packages.

use serde::Deserialize;

/// A legitimate use, recognised by a second witness.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// What it is for, completing "used for ..".
    pub name: String,
    /// Literals, one of which appears in the same function or in a constant it uses.
    #[serde(default)]
    pub literals: Vec<String>,
    /// Words, one of which is a word of a name near the use: the enclosing function, type or module, the variable, a field.
    /// `cache-key` stands for both words in a row, in any notation: `cache_key`, `CacheKey`.
    #[serde(default)]
    pub words: Vec<String>,
    /// Packages that, being scanned, implement the purpose.
    #[serde(default)]
    pub packages: Vec<String>,
    /// What the purpose excuses, as messages call it (`SHA-1`); empty for anything. A specification prescribes one algorithm
    /// and no other.
    #[serde(default)]
    pub algorithms: Vec<String>,
    /// Like `words`, but only of what comes out: variables and fields that it ends in, functions and types that it is given to,
    /// the end of the function's name, its return type. For words that near a use say nothing: in `find_by_id` nothing is made.
    /// Of `forbidden-use` alone, as is `unless`.
    #[serde(default)]
    pub results: Vec<String>,
    /// Like `words`, but only of the names of what goes in, of which one ends in it: the digest of a `path` names a place.
    #[serde(default)]
    pub inputs: Vec<String>,
    /// What happens to a digest. Of `forbidden-use` alone, as is `inputs`.
    #[serde(default)]
    pub outcomes: Vec<Outcome>,
    /// Words that, anywhere near the use, say that it is for something else.
    #[serde(default)]
    pub unless: Vec<String>,
}

/// What happens to a digest.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A map, set or cache is asked under it.
    Key,
    /// A comparison with it decides between nothing to do and work.
    Change,
}

impl Purpose {
    /// Whether the purpose excuses something that messages call by this name.
    pub fn excuses(&self, display: &str) -> bool {
        self.algorithms.is_empty()
            || self.algorithms.iter().any(|algorithm| display.contains(algorithm.as_str()))
    }
}
