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
        match cond {
            CfgExpr::All(list) => all(list.iter().map(|c| self.eval(c))),
            CfgExpr::Any(list) => all(list.iter().map(|c| self.eval(c).map(|v| !v))).map(|v| !v),
            CfgExpr::Not(inner) => self.eval(inner).map(|v| !v),
            CfgExpr::Flag(flag) if self.flags.contains(flag) => Some(true),
            CfgExpr::Flag(flag) if self.false_flags.contains(flag) => Some(false),
            CfgExpr::Pair(key, value) if self.pairs.get(key).is_some_and(|v| v.contains(value)) => Some(true),
            CfgExpr::Pair(key, _) if self.complete_keys.contains(key) => Some(false),
            CfgExpr::Flag(_) | CfgExpr::Pair(..) | CfgExpr::Unknown(_) => None,
        }
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

impl CfgExpr {
    /// Whether the condition can only hold in test builds: with `test` false it is false.
    pub fn needs_test(&self) -> bool {
        let set = CfgSet { false_flags: BTreeSet::from(["test".to_owned()]), ..CfgSet::default() };
        set.eval(self) == Some(false) && CfgSet::default().eval(self) != Some(false)
    }
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
        assert!(!CfgExpr::Any(vec![flag("test"), feature]).needs_test());
        assert!(!CfgExpr::Not(Box::new(flag("test"))).needs_test());
    }
}
