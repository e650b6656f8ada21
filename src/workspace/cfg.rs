//! Three-valued evaluation of `cfg` conditions.
//!
//! Unknown stays in: security lints want all code that may be compiled, and a finding says under which condition.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A `cfg` condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CfgExpr {
    /// `all(..)`; empty is true.
    All(Vec<CfgExpr>),
    /// `any(..)`; empty is false.
    Any(Vec<CfgExpr>),
    /// `not(..)`.
    Not(Box<CfgExpr>),
    /// `unix`, `test`.
    Flag(String),
    /// `feature = "x"`.
    Pair(String, String),
    /// Syntax that is not understood; unknown.
    Unknown(String),
}

/// True, false, or unknown (`None`).
pub type Tri = Option<bool>;

/// What is known of the configuration a package is compiled under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CfgSet {
    /// Flags that hold: `unix`, `debug_assertions`.
    pub flags: BTreeSet<String>,
    /// Keys with the values that hold: `target_os` = {`linux`}.
    pub pairs: BTreeMap<String, BTreeSet<String>>,
    /// Keys of which all values are known, so that any other is false: `target_os` ..
    pub complete_keys: BTreeSet<String>,
    /// Flags known to be false: `windows` on Linux.
    pub false_flags: BTreeSet<String>,
}

impl CfgSet {
    /// Whether a condition holds. Linear in its size. `test` and unselected features are unknown.
    pub fn eval(&self, cond: &CfgExpr) -> Tri {
        cond.eval_by(&|atom| match atom {
            CfgExpr::Flag(flag) if self.flags.contains(flag) => Some(true),
            CfgExpr::Flag(flag) if self.false_flags.contains(flag) => Some(false),
            CfgExpr::Pair(key, value) if self.pairs.get(key).is_some_and(|v| v.contains(value)) => Some(true),
            CfgExpr::Pair(key, _) if self.complete_keys.contains(key) => Some(false),
            _ => None,
        })
    }
}

/// False if one is false, unknown if one is unknown: an unknown value must not hide a false one behind it.
fn all(values: impl Iterator<Item = Tri>) -> Tri {
    let mut so_far = Some(true);
    for value in values {
        match value {
            Some(false) => return Some(false),
            Some(true) => {}
            None => so_far = None,
        }
    }
    so_far
}

/// Words in names of features that are for tests, as those of `test-helpers` and `testutils`.
const TESTING: &[&str] = &["test", "tests", "testing", "testutil", "testutils", "testkit", "mock", "mocks"];
/// Words in names of features that say that a defence is left out: beside `test`, tests are what they are for.
const WEAKENED: &[&str] = &["insecure", "dangerous", "unsafe", "fuzz", "fuzzing"];

/// Flags of builds that no program that ships has.
const UNSHIPPED: &[&str] = &["debug_assertions", "doc", "doctest", "fuzzing", "loom", "miri"];

impl CfgExpr {
    /// Whether the condition can only hold in test builds: it is false if `test` is, and the features that say in their names
    /// that they are for tests, which is how a library offers its tests' code to those of others. What is for `test` and for
    /// builds that nobody ships (`debug_assertions`, `doc`), or with a feature that says that it leaves a defence out, is not in a program that ships
    /// either.
    pub fn needs_test(&self) -> bool {
        let with_tests = self.mentions("test");
        let without = |atom: &CfgExpr| match atom {
            CfgExpr::Flag(flag) => flag == "test" || with_tests && UNSHIPPED.contains(&flag.as_str()),
            CfgExpr::Pair(key, name) => {
                key == "feature" && (has_word(name, TESTING) || with_tests && has_word(name, WEAKENED))
            }
            _ => false,
        };
        let without = |atom: &CfgExpr| without(atom).then_some(false);
        self.eval_by(&without) == Some(false) && self.eval_by(&|_| None) != Some(false)
    }

    /// Whether the condition can only hold in builds with `debug_assertions`, which programs that ship are not.
    pub fn needs_debug(&self) -> bool {
        let without = |atom: &CfgExpr| match atom {
            CfgExpr::Flag(flag) => (flag == "debug_assertions").then_some(false),
            _ => None,
        };
        self.eval_by(&without) == Some(false) && self.eval_by(&|_| None) != Some(false)
    }

    /// Whether the condition can only hold where somebody asked for a feature that says that it leaves a defence out.
    pub fn asks_for_weakness(&self) -> bool {
        let without = |atom: &CfgExpr| match atom {
            CfgExpr::Pair(key, name) => {
                (key == "feature" && has_word(name, &["insecure", "dangerous"])).then_some(false)
            }
            _ => None,
        };
        self.eval_by(&without) == Some(false) && self.eval_by(&|_| None) != Some(false)
    }

    /// The value by those of its flags and pairs.
    fn eval_by(&self, atom: &dyn Fn(&CfgExpr) -> Tri) -> Tri {
        match self {
            CfgExpr::All(list) => all(list.iter().map(|c| c.eval_by(atom))),
            CfgExpr::Any(list) => all(list.iter().map(|c| c.eval_by(atom).map(|v| !v))).map(|v| !v),
            CfgExpr::Not(inner) => inner.eval_by(atom).map(|v| !v),
            CfgExpr::Flag(_) | CfgExpr::Pair(..) | CfgExpr::Unknown(_) => atom(self),
        }
    }

    fn mentions(&self, name: &str) -> bool {
        match self {
            CfgExpr::Flag(flag) => flag == name,
            CfgExpr::All(conds) | CfgExpr::Any(conds) => conds.iter().any(|c| c.mentions(name)),
            CfgExpr::Not(inner) => inner.mentions(name),
            CfgExpr::Pair(..) | CfgExpr::Unknown(_) => false,
        }
    }
}

fn has_word(feature: &str, words: &[&str]) -> bool {
    feature.to_lowercase().split(['-', '_']).any(|word| words.contains(&word))
}

impl fmt::Display for CfgExpr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, name: &str, list: &[CfgExpr]| {
            write!(f, "{name}(")?;
            for (i, cond) in list.iter().enumerate() {
                write!(f, "{}{cond}", if i > 0 { ", " } else { "" })?;
            }
            write!(f, ")")
        };
        match self {
            CfgExpr::All(conds) => list(f, "all", conds),
            CfgExpr::Any(conds) => list(f, "any", conds),
            CfgExpr::Not(cond) => write!(f, "not({cond})"),
            CfgExpr::Flag(flag) => write!(f, "{flag}"),
            CfgExpr::Pair(key, value) => write!(f, "{key} = {value:?}"),
            CfgExpr::Unknown(text) => write!(f, "{text}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flag(name: &str) -> CfgExpr {
        CfgExpr::Flag(name.to_owned())
    }

    #[test]
    fn unknown_stays_unknown_unless_the_other_side_decides() {
        let set = CfgSet { flags: BTreeSet::from(["unix".to_owned()]), ..CfgSet::default() };
        assert_eq!(set.eval(&CfgExpr::Any(vec![flag("unix"), flag("x")])), Some(true));
        assert_eq!(set.eval(&CfgExpr::All(vec![flag("unix"), flag("x")])), None);
        assert_eq!(set.eval(&CfgExpr::Not(Box::new(flag("unix")))), Some(false));
        assert_eq!(set.eval(&CfgExpr::Any(vec![])), Some(false));
    }

    #[test]
    fn test_conditions_are_recognised_by_meaning() {
        let feature = CfgExpr::Pair("feature".into(), "x".into());
        assert!(flag("test").needs_test());
        assert!(CfgExpr::All(vec![flag("test"), feature.clone()]).needs_test());
        assert!(!CfgExpr::Any(vec![flag("test"), feature.clone()]).needs_test());
        assert!(!CfgExpr::Not(Box::new(flag("test"))).needs_test());
        let helpers = CfgExpr::Pair("feature".into(), "test-helpers".into());
        assert!(helpers.needs_test());
        assert!(CfgExpr::Any(vec![flag("test"), helpers.clone()]).needs_test());
        assert!(!CfgExpr::Any(vec![feature, helpers.clone()]).needs_test());
        assert!(!CfgExpr::Not(Box::new(helpers)).needs_test());
        assert!(CfgExpr::Any(vec![flag("test"), flag("debug_assertions")]).needs_test());
        assert!(CfgExpr::Any(vec![flag("doc"), flag("test")]).needs_test());
        assert!(!flag("debug_assertions").needs_test() && !flag("doc").needs_test());
        assert!(flag("debug_assertions").needs_debug());
        assert!(CfgExpr::All(vec![flag("unix"), flag("debug_assertions")]).needs_debug());
        assert!(!CfgExpr::Not(Box::new(flag("debug_assertions"))).needs_debug());
        assert!(!CfgExpr::Any(vec![flag("unix"), flag("debug_assertions")]).needs_debug());
        assert!(!CfgExpr::Pair("feature".into(), "latest".into()).needs_test());
        let insecure = CfgExpr::Pair("feature".into(), "insecure".into());
        assert!(CfgExpr::Any(vec![flag("test"), insecure.clone()]).needs_test());
        assert!(!insecure.needs_test());
    }
}
