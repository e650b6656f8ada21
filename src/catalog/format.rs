//! Forms of provider tokens: the text of a credential gives it away.

use serde::Deserialize;

use crate::catalog::lint::severity;
use crate::finding::Severity;

/// Equal characters in a row that only somebody writes who makes a token up.
const MADE_UP_RUN: usize = 8;

/// The form of one kind of token.
#[derive(Clone, Debug)]
pub struct TokenFormat {
    /// Its name.
    pub id: String,
    /// Who issues it.
    pub provider: String,
    /// How it looks.
    pub regex: regex_lite::Regex,
    /// How bad it is if it leaks.
    pub severity: Severity,
    /// Texts of which one must be there before the expression is tried.
    pub keywords: Vec<String>,
    /// Bits per character (Shannon) below which a match is a placeholder.
    pub min_entropy: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default, rename = "format")]
    formats: Vec<RawFormat>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawFormat {
    id: String,
    provider: String,
    regex: String,
    severity: String,
    keywords: Vec<String>,
    min_entropy: f64,
    #[serde(rename = "source")]
    _source: String,
}

impl TokenFormat {
    /// Reads a file of formats.
    ///
    /// # Errors
    /// Not TOML, an unknown key, a wrong expression or severity.
    pub fn parse_all(text: &str) -> Result<Vec<TokenFormat>, String> {
        let raw: RawFile = toml::from_str(text).map_err(|e| e.to_string())?;
        raw.formats.into_iter().map(RawFormat::check).collect()
    }

    /// The part of a text that has this form.
    pub fn find<'t>(&self, text: &'t str) -> Option<&'t str> {
        let candidate = self.keywords.iter().any(|k| text.contains(k.as_str()));
        let found = candidate.then(|| self.regex.find(text)).flatten()?.as_str();
        (entropy(found) >= self.min_entropy && !has_run(found)).then_some(found)
    }
}

/// Whether one character stands so often in a row as in no token that somebody generated: `T00000000`.
fn has_run(text: &str) -> bool {
    text.as_bytes().windows(MADE_UP_RUN).any(|run| run.iter().all(|byte| *byte == run[0]))
}

impl RawFormat {
    fn check(self) -> Result<TokenFormat, String> {
        Ok(TokenFormat {
            regex: regex_lite::Regex::new(&self.regex).map_err(|e| format!("format `{}`: {e}", self.id))?,
            severity: severity(&self.severity).ok_or_else(|| format!("format `{}`: severity", self.id))?,
            id: self.id,
            provider: self.provider,
            keywords: self.keywords,
            min_entropy: self.min_entropy,
        })
    }
}

/// Shannon entropy of a text in bits per character; 0 for an empty one.
pub fn entropy(text: &str) -> f64 {
    let mut counts = std::collections::BTreeMap::new();
    for c in text.chars() {
        *counts.entry(c).or_insert(0_u32) += 1;
    }
    let total = f64::from(counts.values().sum::<u32>().max(1));
    counts.values().map(|&n| f64::from(n) / total).map(|p| -p * p.log2()).sum()
}
