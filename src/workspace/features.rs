//! Which features hold in which member.
//!
//! The selected packages get what the flags say. A feature pulls in what its list names: `other`, `dep:crate`,
//! `crate/feature` (turns the dependency on), `crate?/feature` (only if something else does). An edge to another member
//! carries the edge's features and, unless refused, `default`. Events wait in a queue, so that nothing recurses; sets
//! only grow, so that it ends. A member that nothing reaches is taken with its defaults.
//!
//! ```text
//! --features a;  a = ["b", "dep:x", "x/fast"];  x is a member   =>   here: a, b      x: default, fast
//! ```

use std::collections::{BTreeSet, VecDeque};

use crate::workspace::draft::DraftPackage;
use crate::workspace::error::LoadError;
use crate::workspace::{DependencyKind, LoadOptions};

/// The members that the dependencies of each member are.
pub(super) type Edges = Vec<Vec<Option<usize>>>;

/// The features of each member.
///
/// # Errors
/// If a feature that the flags name is in none of the selected packages.
pub(super) fn resolve(
    packages: &[DraftPackage],
    edges: &Edges,
    selected: &[bool],
    options: &LoadOptions,
) -> Result<Vec<BTreeSet<String>>, LoadError> {
    let mut solver = Solver {
        packages,
        edges,
        queue: VecDeque::new(),
        on: vec![BTreeSet::new(); packages.len()],
        active: vec![false; packages.len()],
        used: packages.iter().map(|p| vec![false; p.dependencies.len()]).collect(),
        weak: Vec::new(),
    };
    let chosen: Vec<usize> = (0..packages.len()).filter(|&i| selected[i]).collect();
    for &i in &chosen {
        solver.queue.push_back(Event::Member(i));
        if options.all_features {
            packages[i].features.keys().for_each(|f| solver.feature(i, f));
        } else if !options.no_default_features {
            solver.feature(i, "default");
        }
    }
    for wanted in options.features.iter().flat_map(|f| f.split([' ', ','])).filter(|f| !f.is_empty()) {
        if !options.all_features || wanted.contains('/') {
            solver.flag(wanted, &chosen)?;
        }
    }
    solver.run();
    for i in 0..packages.len() {
        if !solver.active[i] {
            solver.queue.push_back(Event::Member(i));
            solver.feature(i, "default");
            solver.run();
        }
    }
    Ok(solver.on)
}

/// Something that was asked for and is not done yet.
enum Event {
    /// A member is needed.
    Member(usize),
    /// A dependency of a member is turned on.
    Edge(usize, usize),
    /// An element of a list of features, in the words of that member.
    Value(usize, String),
}

struct Solver<'a> {
    packages: &'a [DraftPackage],
    edges: &'a Edges,
    queue: VecDeque<Event>,
    on: Vec<BTreeSet<String>>,
    active: Vec<bool>,
    /// Whether each dependency of each member is turned on.
    used: Vec<Vec<bool>>,
    /// `crate?/feature` whose dependency is not turned on yet: (member, dependency, feature).
    weak: Vec<(usize, usize, String)>,
}

impl Solver<'_> {
    fn run(&mut self) {
        while let Some(event) = self.queue.pop_front() {
            match event {
                Event::Member(member) => self.member(member),
                Event::Edge(member, dependency) => self.edge(member, dependency),
                Event::Value(member, value) => self.value(member, &value),
            }
        }
    }

    /// Turns a feature on where it exists.
    fn feature(&mut self, member: usize, name: &str) {
        let packages = self.packages;
        if let Some(list) = packages[member].features.get(name)
            && self.on[member].insert(name.to_owned())
        {
            self.queue.extend(list.iter().map(|value| Event::Value(member, value.clone())));
        }
    }

    fn value(&mut self, member: usize, value: &str) {
        if let Some(name) = value.strip_prefix("dep:") {
            return self.turn_on(member, name);
        }
        let Some((name, feature)) = value.split_once('/') else { return self.feature(member, value) };
        let (name, weak) = name.strip_suffix('?').map_or((name, false), |name| (name, true));
        if !weak {
            self.turn_on(member, name);
            self.feature(member, name);
        }
        for d in self.named(member, name) {
            if self.used[member][d] {
                self.pass(member, d, feature);
            } else {
                self.weak.push((member, d, feature.to_owned()));
            }
        }
    }

    fn named(&self, member: usize, key: &str) -> Vec<usize> {
        let list = &self.packages[member].dependencies;
        (0..list.len()).filter(|&d| list[d].key() == key && list[d].kind != DependencyKind::Dev).collect()
    }

    fn turn_on(&mut self, member: usize, key: &str) {
        let edges = self.named(member, key);
        self.queue.extend(edges.into_iter().map(|d| Event::Edge(member, d)));
    }

    fn edge(&mut self, member: usize, d: usize) {
        if std::mem::replace(&mut self.used[member][d], true) {
            return;
        }
        let packages = self.packages;
        let line = &packages[member].dependencies[d];
        if let Some(to) = self.edges[member][d] {
            self.queue.push_back(Event::Member(to));
            if line.default_features {
                self.feature(to, "default");
            }
            line.features.iter().for_each(|f| self.feature(to, f));
        }
        let (now, later): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.weak).into_iter().partition(|w| w.0 == member && w.1 == d);
        self.weak = later;
        now.into_iter().for_each(|(_, _, feature)| self.pass(member, d, &feature));
    }

    fn pass(&mut self, member: usize, d: usize, feature: &str) {
        if let Some(to) = self.edges[member][d] {
            self.feature(to, feature);
        }
    }

    fn member(&mut self, member: usize) {
        if std::mem::replace(&mut self.active[member], true) {
            return;
        }
        let list = &self.packages[member].dependencies;
        let always = |d: &usize| !list[*d].optional && list[*d].kind != DependencyKind::Dev;
        self.queue.extend((0..list.len()).filter(always).map(|d| Event::Edge(member, d)));
    }

    /// A feature of `--features`: `feature` of any selected package, `package/feature`, or `dependency/feature`.
    fn flag(&mut self, wanted: &str, chosen: &[usize]) -> Result<(), LoadError> {
        let packages = self.packages;
        let mut known = false;
        if let Some((name, feature)) = wanted.split_once('/') {
            for i in (0..packages.len()).filter(|&i| packages[i].name == name) {
                known |= packages[i].features.contains_key(feature);
                self.feature(i, feature);
            }
            for &i in chosen {
                known |= packages[i].dependencies.iter().any(|d| d.key() == name.trim_end_matches('?'));
                self.value(i, wanted);
            }
        } else {
            for &i in chosen {
                known |= packages[i].features.contains_key(wanted);
                self.feature(i, wanted);
            }
        }
        if known {
            return Ok(());
        }
        let place = match chosen {
            [only] => format!("package `{}`", packages[*only].name),
            _ => "the selected packages".to_owned(),
        };
        let names = chosen.iter().flat_map(|&i| packages[i].features.keys()).map(String::as_str);
        Err(LoadError::unknown("feature", wanted, place, names))
    }
}
