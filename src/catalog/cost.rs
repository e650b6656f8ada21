//! What guessing a password costs: which arguments of a slow hash say so (rows of models), and how much is enough (policies,
//! the files beside `lint.toml`).
//!
//! A policy is a list of bounds. A bound names a function, the hash inside it where that matters, and the least value of each
//! term; one fulfilled bound is enough, so that less memory can be made up for by more iterations. `log_n = 17` in a row is
//! `n = 131072` of a bound, and `memory_bytes` is `memory` in KiB.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::catalog::AccessPath;

/// What an API says about the cost of guessing.
#[derive(Clone, Debug, PartialEq)]
pub struct CostRow {
    /// The function: `argon2`, `bcrypt`, `pbkdf2`, `scrypt` ..
    pub kdf: String,
    /// The hash inside it.
    pub hash: Option<CostTerm>,
    /// Names of terms with where their values are.
    pub terms: Vec<(String, CostTerm)>,
    /// Values that somebody wrote are judged elsewhere, by the row of what takes them.
    pub defaults_only: bool,
}

/// Where a term comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CostTerm {
    /// A place of the call.
    Place(AccessPath),
    /// Always this.
    Number(u128),
    /// Always this, of the hash.
    Text(String),
}

/// How much is enough, in the opinion of one authority.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// How it is chosen: the name of its file.
    #[serde(skip)]
    pub name: String,
    /// Whose opinion it is, with the document.
    pub source: String,
    /// The functions that may be used; empty means all.
    #[serde(default)]
    pub approved: Vec<String>,
    /// What is enough.
    #[serde(rename = "bound")]
    pub bounds: Vec<Bound>,
}

/// One combination that is enough.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// The function.
    pub kdf: String,
    /// The hash inside it, as part of its name in lower case without separators; absent means any.
    pub hash: Option<String>,
    /// The least value of each term.
    pub least: BTreeMap<String, u64>,
}

impl CostRow {
    /// Reads the value of `cost` in a row.
    pub(super) fn parse(raw: &toml::Table, path: &str) -> Result<CostRow, String> {
        let mut row = CostRow { kdf: String::new(), hash: None, terms: Vec::new(), defaults_only: false };
        for (key, value) in raw {
            let term = || CostTerm::parse(value).ok_or_else(|| format!("`cost.{key}` of `{path}`"));
            match key.as_str() {
                "kdf" => row.kdf = value.as_str().unwrap_or_default().to_owned(),
                "defaults-only" => row.defaults_only = value.as_bool().unwrap_or_default(),
                "hash" => row.hash = Some(term()?),
                name if TERMS.iter().any(|t| t.0 == name) => row.terms.push((key.clone(), term()?)),
                _ => return Err(format!("unknown key `{key}` in `cost` of `{path}`")),
            }
        }
        row.terms.sort_by_key(|(name, _)| TERMS.iter().position(|t| t.0 == name));
        let complete = !row.kdf.is_empty() && !row.terms.is_empty();
        complete.then_some(row).ok_or_else(|| format!("`cost` of `{path}` needs `kdf` and a term"))
    }
}

impl CostTerm {
    fn parse(value: &toml::Value) -> Option<CostTerm> {
        match value {
            toml::Value::Integer(n) => u128::try_from(*n).ok().map(CostTerm::Number),
            toml::Value::String(text) => {
                Some(AccessPath::parse(text).map_or_else(|| CostTerm::Text(text.clone()), CostTerm::Place))
            }
            _ => None,
        }
    }
}

/// Terms of rows: name, the term of a bound that it is, how the number is changed into that one, and how to say it.
const TERMS: &[(&str, &str, Scale, &str)] = &[
    ("memory", "memory", Scale::Same, "{} KiB of memory"),
    ("memory_bytes", "memory", Scale::Kibi, "{} bytes of memory"),
    ("iterations", "iterations", Scale::Same, "{} iterations"),
    ("log_n", "n", Scale::Exponent, "`log_n` {}"),
    ("n", "n", Scale::Same, "`n` {}"),
    ("r", "r", Scale::Same, "`r` {}"),
    ("p", "p", Scale::Same, "`p` {}"),
    ("log_rounds", "rounds", Scale::Exponent, "a cost of {}"),
];

/// How the number of a row becomes that of a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    Same,
    Kibi,
    Exponent,
}

impl Scale {
    fn to_bound(self, n: u128) -> u128 {
        match self {
            Scale::Same => n,
            Scale::Kibi => n / 1024,
            Scale::Exponent => 1u128.checked_shl(u32::try_from(n).unwrap_or(u32::MAX)).unwrap_or(u128::MAX),
        }
    }

    fn to_row(self, n: u128) -> u128 {
        match self {
            Scale::Same => n,
            Scale::Kibi => n.saturating_mul(1024),
            Scale::Exponent => u128::from(n.max(1).ilog2()),
        }
    }
}

/// A term of a call with its value, if that is known.
pub type Known = (String, Option<u128>);

/// What is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shortfall {
    /// Guessing is this many times cheaper than by the nearest bound.
    Cheap {
        /// At least 1.
        factor: u128,
        /// What would be enough, in terms of the call.
        enough: String,
    },
    /// The policy does not know the function.
    NotApproved {
        /// What it does know.
        approved: Vec<String>,
    },
}

impl Policy {
    /// Reads a policy.
    ///
    /// # Errors
    /// Not TOML, an unknown key.
    pub fn parse(name: &str, text: &str) -> Result<Policy, String> {
        let policy: Policy = toml::from_str(text).map_err(|e| format!("policy `{name}`: {e}"))?;
        Ok(Policy { name: name.to_owned(), ..policy })
    }

    /// What is missing for a function whose hash has this name and whose terms have these values; unknown terms are enough.
    pub fn judge(&self, kdf: &str, hash: Option<&str>, known: &[Known]) -> Option<Shortfall> {
        if !self.approved.is_empty() && !self.approved.iter().any(|a| a == kdf) {
            return Some(Shortfall::NotApproved { approved: self.approved.clone() });
        }
        let hash = hash.map(|h| h.to_lowercase().replace(['_', '-'], ""));
        let of_kdf: Vec<&Bound> = self.bounds.iter().filter(|b| b.kdf == kdf).collect();
        let same_hash = |b: &&&Bound| {
            b.hash.as_ref().zip(hash.as_ref()).is_some_and(|(part, h)| h.contains(part.as_str()))
        };
        let exact: Vec<&Bound> = of_kdf.iter().filter(same_hash).copied().collect();
        // Of a hash that is not known the most lenient bound is taken.
        let bounds = if exact.is_empty() { of_kdf } else { exact };
        if bounds.iter().any(|b| b.is_met(known)) {
            return None;
        }
        let factor = bounds.iter().map(|b| b.factor(known)).min()?;
        Some(Shortfall::Cheap { factor, enough: bounds.first()?.text(known) })
    }
}

impl Bound {
    fn is_met(&self, known: &[Known]) -> bool {
        self.with(known).all(|(_, least, value)| value.is_none_or(|v| v >= least))
    }

    /// The terms of the bound with the least value and that of the call.
    fn with<'a>(&'a self, known: &'a [Known]) -> impl Iterator<Item = (&'a str, u128, Option<u128>)> {
        self.least.iter().map(move |(name, &least)| {
            let least = u128::from(least);
            let found = known.iter().find_map(|(row, value)| {
                let (_, bound, scale, _) = TERMS.iter().find(|t| t.0 == row)?;
                (*bound == name.as_str()).then(|| value.map(|v| scale.to_bound(v)))
            });
            (name.as_str(), least, found.flatten())
        })
    }

    /// How many times cheaper guessing is: cost is about the product of all terms.
    fn factor(&self, known: &[Known]) -> u128 {
        let product = |all: &mut dyn Iterator<Item = u128>| all.fold(1u128, u128::saturating_mul);
        let asked = product(&mut self.with(known).map(|(_, least, _)| least));
        let given = product(&mut self.with(known).map(|(_, least, value)| value.unwrap_or(least)));
        (asked / given.max(1)).max(1)
    }

    /// What is enough, said in the terms of the call: "a cost of 10".
    fn text(&self, known: &[Known]) -> String {
        let said = |(row, _): &Known| {
            let (_, bound, scale, _) = TERMS.iter().find(|t| t.0 == row)?;
            let least = u128::from(*self.least.get(*bound)?);
            Some((row.clone(), Some(scale.to_row(least))))
        };
        describe(&known.iter().filter_map(said).collect::<Vec<_>>())
    }
}

/// Terms in words: "4,096 KiB of memory and 3 iterations".
pub fn describe(terms: &[Known]) -> String {
    let words = terms.iter().filter_map(|(name, value)| {
        let (.., form) = TERMS.iter().find(|t| t.0 == name)?;
        let said = form.replace("{}", &grouped((*value)?));
        Some(if *value == Some(1) { said.replace("iterations", "iteration") } else { said })
    });
    words.collect::<Vec<_>>().join(" and ")
}

/// A number with commas: `600,000`.
fn grouped(n: u128) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        let text = r#"
            source = "s"
            [[bound]]
            kdf = "pbkdf2"
            hash = "sha256"
            least = { iterations = 600000 }
            [[bound]]
            kdf = "pbkdf2"
            hash = "sha512"
            least = { iterations = 210000 }
            [[bound]]
            kdf = "argon2"
            least = { memory = 19456, iterations = 2 }
            [[bound]]
            kdf = "argon2"
            least = { memory = 12288, iterations = 3 }
            [[bound]]
            kdf = "bcrypt"
            least = { rounds = 1024 }
        "#;
        Policy::parse("p", text).unwrap()
    }

    fn known(terms: &[(&str, u128)]) -> Vec<Known> {
        terms.iter().map(|&(name, value)| (name.to_owned(), Some(value))).collect()
    }

    #[test]
    fn less_memory_is_made_up_for_by_iterations() {
        let judge = |m, t| policy().judge("argon2", None, &known(&[("memory", m), ("iterations", t)]));
        assert_eq!(judge(12288, 3), None);
        assert!(judge(12288, 2).is_some());
        assert_eq!(policy().judge("argon2", None, &known(&[("iterations", 2)])), None);
    }

    #[test]
    fn the_hash_decides_and_an_unknown_one_is_taken_leniently() {
        let judge = |hash| policy().judge("pbkdf2", hash, &known(&[("iterations", 300_000)]));
        assert!(judge(Some("PBKDF2_HMAC_SHA256")).is_some());
        assert_eq!(judge(Some("Sha512")), None);
        assert_eq!(judge(None), None);
    }

    #[test]
    fn exponents_are_told_as_they_are_written() {
        let short = policy().judge("bcrypt", None, &known(&[("log_rounds", 4)]));
        assert_eq!(short, Some(Shortfall::Cheap { factor: 64, enough: "a cost of 10".to_owned() }));
        assert_eq!(policy().judge("bcrypt", None, &known(&[("log_rounds", 200)])), None);
    }

    #[test]
    fn what_a_policy_does_not_know_is_not_approved() {
        let policy = Policy { approved: vec!["pbkdf2".to_owned()], ..policy() };
        assert!(matches!(policy.judge("bcrypt", None, &[]), Some(Shortfall::NotApproved { .. })));
    }
}
