//! Resolved settings.
//!
//! The level of a lint: its rules in order, a later one wins, `forbid` is final, and `warnings` moves in the end
//! whatever is at warn (as in rustc). Without a rule the finding decides: deny if it is at least of high severity and
//! of high confidence, else warn. A lint of a noisier profile runs only if a rule names it alone; groups and tags
//! speak about the lints of the profile.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, Lint, Profile};
use crate::config::builtin::{BUILTINS, ROUTE_POLICY, UNEXPLAINED_SUPPRESSION};
use crate::config::{Overrides, Selector, UnknownLint};
use crate::finding::{Confidence, Finding, Level, Severity};

/// What is reported, and how.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which lints run.
    pub profile: Profile,
    /// The least severity that is reported.
    pub min_severity: Severity,
    /// The least confidence that is reported.
    pub min_confidence: Confidence,
    /// Whether test code is reported on by every lint.
    pub include_tests: bool,
    /// Whether suppressions are without effect.
    pub no_ignores: bool,
    warnings: Option<Level>,
    lints: BTreeMap<String, State>,
}

#[derive(Clone, Copy, Debug)]
struct State {
    /// Whether it runs by its profile or because a rule names it.
    active: bool,
    /// What the rules say.
    level: Option<Level>,
}

impl Settings {
    /// Resolves a stack of overrides.
    ///
    /// # Errors
    /// A rule names a lint that does not exist.
    pub fn new(catalog: &Catalog, overrides: &Overrides) -> Result<Settings, UnknownLint> {
        let rules = overrides
            .levels
            .iter()
            .map(|(level, name)| Ok((Selector::parse(name, catalog)?, *level)))
            .collect::<Result<Vec<_>, UnknownLint>>()?;
        let profile = overrides.profile.unwrap_or_default();
        let require_reason = overrides.require_reason.unwrap_or(profile != Profile::Default);
        let mut lints: BTreeMap<String, State> = catalog
            .lints
            .values()
            .map(|lint| (lint.id.clone(), resolve(&lint.id, &lint.cwe, lint.profile <= profile, &rules)))
            .collect();
        lints.extend(BUILTINS.iter().map(|builtin| {
            let active = match builtin.id {
                UNEXPLAINED_SUPPRESSION => require_reason,
                ROUTE_POLICY => false,
                _ => true,
            };
            (builtin.id.to_owned(), resolve(builtin.id, &[], active, &rules))
        }));
        let quiet = if profile == Profile::Audit { Confidence::Low } else { Confidence::Medium };
        Ok(Settings {
            profile,
            min_severity: overrides.min_severity.unwrap_or(Severity::Info),
            min_confidence: overrides.min_confidence.unwrap_or(quiet),
            include_tests: overrides.include_tests.unwrap_or(false),
            no_ignores: overrides.no_ignores.unwrap_or(false),
            warnings: last_of(&rules, |selector| *selector == Selector::Warnings, true).0,
            lints,
        })
    }

    /// The same with this lint running, unless a rule allows it.
    #[must_use]
    pub fn with(mut self, id: &str) -> Settings {
        if let Some(state) = self.lints.get_mut(id) {
            state.active = true;
        }
        self
    }

    /// Whether a lint runs: its profile asks for it, or a rule names it, and no rule allows it.
    pub fn runs(&self, id: &str) -> bool {
        self.lints.get(id).is_some_and(|state| state.active && state.level != Some(Level::Allow))
    }

    /// The level of a finding.
    pub fn level(&self, finding: &Finding) -> Level {
        self.level_for(&finding.lint, finding.severity, finding.confidence)
    }

    /// The level of the findings of a lint, if they are as severe and as sure as the lint says.
    pub fn level_of(&self, lint: &Lint) -> Level {
        self.level_for(&lint.id, lint.severity, lint.confidence)
    }

    /// The level of a finding of lint `id`.
    pub fn level_for(&self, id: &str, severity: Severity, confidence: Confidence) -> Level {
        let Some(state) = self.lints.get(id).filter(|state| state.active) else { return Level::Allow };
        let level = state.level.unwrap_or_else(|| default_level(severity, confidence));
        match self.warnings {
            Some(warnings) if level == Level::Warn => warnings,
            _ => level,
        }
    }

    /// Whether the filters let a finding pass; levels aside. `in_tests` says whether its lint speaks in test code.
    pub fn shows(&self, finding: &Finding, in_tests: bool) -> bool {
        finding.severity >= self.min_severity
            && finding.confidence >= self.min_confidence
            && (!finding.in_test || in_tests || self.include_tests)
    }
}

/// The level where no rule speaks.
fn default_level(severity: Severity, confidence: Confidence) -> Level {
    if severity >= Severity::High && confidence == Confidence::High { Level::Deny } else { Level::Warn }
}

fn resolve(id: &str, cwe: &[u32], in_profile: bool, rules: &[(Selector, Level)]) -> State {
    let (level, named) = last_of(rules, |selector| selector.matches(id, cwe), in_profile);
    State { active: in_profile || named, level }
}

/// The last level among the rules that match; `forbid` is final. The second value says whether a rule names the
/// lint alone. Rules for groups count only with `groups`.
fn last_of(
    rules: &[(Selector, Level)],
    matches: impl Fn(&Selector) -> bool,
    groups: bool,
) -> (Option<Level>, bool) {
    let mut level = None;
    let mut named = false;
    for (selector, to) in rules.iter().filter(|(selector, _)| matches(selector)) {
        let alone = matches!(selector, Selector::Lint(_));
        if alone || groups {
            level = if level == Some(Level::Forbid) { level } else { Some(*to) };
            named |= alone;
        }
    }
    (level, named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog() -> Catalog {
        let lint = |id: &str, severity: &str, profile: &str, cwe: u32| {
            let toml = format!(
                "id = \"{id}\"\nsummary = \"s\"\nseverity = \"{severity}\"\nconfidence = \"high\"\nprofile = \"{profile}\"\n\
                 cwe = [{cwe}]\nsince = \"0.1.0\"\n[detector]\nkind = \"comparison\"\n"
            );
            Lint::parse(id, &toml, "", &[], &[]).unwrap()
        };
        Catalog::new(
            vec![
                lint("weak-hash", "high", "default", 327),
                lint("long-token", "low", "default", 598),
                lint("odd-cipher", "high", "audit", 327),
            ],
            Vec::new(),
        )
    }

    fn settings(levels: &[(Level, &str)]) -> Settings {
        let levels = levels.iter().map(|&(level, name)| (level, name.to_owned())).collect();
        Settings::new(&catalog(), &Overrides { levels, ..Overrides::default() }).unwrap()
    }

    fn level(settings: &Settings, id: &str) -> Level {
        settings.level_of(&catalog().lints[id])
    }

    #[test]
    fn severe_and_sure_findings_fail_the_build_by_default() {
        let settings = settings(&[]);
        assert_eq!(level(&settings, "weak-hash"), Level::Deny);
        assert_eq!(level(&settings, "long-token"), Level::Warn);
        assert_eq!(settings.level_for("weak-hash", Severity::High, Confidence::Medium), Level::Warn);
    }

    #[test]
    fn the_later_rule_wins_but_forbid_is_final() {
        assert_eq!(
            level(&settings(&[(Level::Allow, "all"), (Level::Warn, "weak_hash")]), "weak-hash"),
            Level::Warn
        );
        assert_eq!(
            level(&settings(&[(Level::Warn, "weak-hash"), (Level::Allow, "cwe-327")]), "weak-hash"),
            Level::Allow
        );
        let forbidden = settings(&[(Level::Forbid, "all"), (Level::Allow, "weak-hash")]);
        assert_eq!(level(&forbidden, "weak-hash"), Level::Forbid);
    }

    #[test]
    fn warnings_moves_what_is_at_warn_wherever_it_stands() {
        let settings = settings(&[(Level::Deny, "warnings"), (Level::Warn, "weak-hash")]);
        assert_eq!(level(&settings, "weak-hash"), Level::Deny);
        assert_eq!(level(&settings, "long-token"), Level::Deny);
    }

    #[test]
    fn a_noisy_lint_runs_only_if_its_profile_or_its_name_asks() {
        assert!(!settings(&[(Level::Deny, "all"), (Level::Deny, "CWE-327")]).runs("odd-cipher"));
        let named = settings(&[(Level::Warn, "odd-cipher")]);
        assert!(named.runs("odd-cipher"));
        assert_eq!(level(&named, "odd-cipher"), Level::Warn);
        let audit = Overrides { profile: Some(Profile::Audit), ..Overrides::default() };
        let audit = Settings::new(&catalog(), &audit).unwrap();
        assert!(audit.runs("odd-cipher"));
        assert_eq!(audit.min_confidence, Confidence::Low);
    }

    #[test]
    fn an_unknown_name_is_an_error_that_knows_better() {
        let levels = vec![(Level::Warn, "weak-hsh".to_owned())];
        let error = Settings::new(&catalog(), &Overrides { levels, ..Overrides::default() }).unwrap_err();
        assert_eq!(error.to_string(), "unknown lint `weak-hsh`");
        assert_eq!(error.help(), "did you mean `weak-hash`?");
        assert!(Selector::parse("cwe-1", &catalog()).is_err());
    }

    #[test]
    fn an_upper_layer_wins_over_a_lower_one() {
        let lower = Overrides { levels: vec![(Level::Deny, "all".into())], ..Overrides::default() };
        let upper = Overrides {
            levels: vec![(Level::Allow, "weak-hash".into())],
            profile: Some(Profile::Strict),
            ..Overrides::default()
        };
        let settings = Settings::new(&catalog(), &lower.then(upper)).unwrap();
        assert_eq!(settings.profile, Profile::Strict);
        assert_eq!(level(&settings, "weak-hash"), Level::Allow);
        assert_eq!(level(&settings, "long-token"), Level::Deny);
    }
}
