//! Versions of dependencies: from the edges of the lock file, else the least that the requirement allows.

use semver::{Comparator, Op, Version, VersionReq};

use crate::workspace::Lock;

/// The version of `dependency` that `package` uses. Several versions of one crate in a graph are told apart by the
/// edges of the package and then by the requirement; without an edge (a lock file older than the manifest) any
/// locked version that fits the requirement is taken.
pub(super) fn locked(
    lock: &Lock,
    package: &str,
    version: &Version,
    dependency: &str,
    req: &VersionReq,
) -> Option<Version> {
    let edges: Vec<&Version> = lock
        .packages
        .iter()
        .filter(|p| p.name == package && p.version == *version)
        .flat_map(|p| &p.dependencies)
        .filter_map(|&i| lock.packages.get(i))
        .filter(|p| p.name == dependency)
        .map(|p| &p.version)
        .collect();
    if let [only] = edges[..] {
        return Some(only.clone());
    }
    let highest = edges.into_iter().filter(|v| req.matches(v)).max();
    let anywhere = || {
        let all = lock.packages.iter().filter(|p| p.name == dependency).map(|p| &p.version);
        all.filter(|v| req.matches(v)).max()
    };
    highest.or_else(anywhere).cloned()
}

/// The least version that a requirement allows, if it has a lower end.
pub(super) fn lower_bound(req: &VersionReq) -> Option<Version> {
    req.comparators.iter().filter_map(least).max()
}

fn least(comparator: &Comparator) -> Option<Version> {
    let at = Version {
        major: comparator.major,
        minor: comparator.minor.unwrap_or(0),
        patch: comparator.patch.unwrap_or(0),
        pre: comparator.pre.clone(),
        build: semver::BuildMetadata::EMPTY,
    };
    match comparator.op {
        Op::Less | Op::LessEq => None,
        Op::Greater => Some(after(comparator)),
        _ => Some(at),
    }
}

/// `>0.3` means all of 0.3 is too old. Numbers come from the manifest and may be the largest there is.
fn after(comparator: &Comparator) -> Version {
    match (comparator.minor, comparator.patch) {
        (None, _) => Version::new(comparator.major.saturating_add(1), 0, 0),
        (Some(minor), None) => Version::new(comparator.major, minor.saturating_add(1), 0),
        (Some(minor), Some(patch)) => Version::new(comparator.major, minor, patch.saturating_add(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::lock;

    fn bound(req: &str) -> Option<String> {
        lower_bound(&VersionReq::parse(req).unwrap()).map(|v| v.to_string())
    }

    #[test]
    fn the_lower_bound_is_the_least_version_allowed() {
        assert_eq!(bound("^0.10").as_deref(), Some("0.10.0"));
        assert_eq!(bound(">=0.3, <0.5").as_deref(), Some("0.3.0"));
        assert_eq!(bound("=1.2.3-rc.1").as_deref(), Some("1.2.3-rc.1"));
        assert_eq!(bound(">0.3").as_deref(), Some("0.4.0"));
        assert_eq!(bound("1.*").as_deref(), Some("1.0.0"));
        assert_eq!(bound("*"), None);
        assert_eq!(bound("<2"), None);
    }

    #[test]
    fn two_majors_are_told_apart_by_edge_and_then_by_requirement() {
        let text = r#"
            version = 4
            [[package]]
            name = "app"
            version = "0.1.0"
            dependencies = ["rand 0.7.3", "rand 0.8.5"]
            [[package]]
            name = "lib"
            version = "0.1.0"
            dependencies = ["rand 0.7.3"]
            [[package]]
            name = "rand"
            version = "0.7.3"
            [[package]]
            name = "rand"
            version = "0.8.5"
        "#;
        let lock = lock::parse(text).unwrap();
        let of = |package: &str, req: &str| {
            let req = VersionReq::parse(req).unwrap();
            locked(&lock, package, &Version::new(0, 1, 0), "rand", &req).map(|v| v.to_string())
        };
        assert_eq!(of("app", "0.7").as_deref(), Some("0.7.3"));
        assert_eq!(of("app", "0.8").as_deref(), Some("0.8.5"));
        assert_eq!(of("lib", "0.8").as_deref(), Some("0.7.3"), "the edge decides where there is only one");
        assert_eq!(of("new-member", ">=0.7").as_deref(), Some("0.8.5"));
        assert_eq!(of("new-member", "0.9"), None, "a lock file that is too old says nothing");
    }
}
