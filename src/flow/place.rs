//! Variables, parts of them, what all of them hold, and how states part and meet.
//!
//! [`Env`] is one map with a log of what was overwritten. A branch runs on it, its changes are taken out again with
//! [`Env::rewind`], and what all branches leave is put together by [`Ways::meet`]. So a branch costs what it writes, not what
//! there is: a `match` with a thousand arms among hundreds of variables is cheap.
//!
//! Example: `let mut k = A; if c { k = B }` logs `k: A`, rewinds, and meets `{k: B}` with a way that changed nothing: `k` is
//! `A` or `B`.

use rustc_hash::FxHashMap;

use crate::base::Symbol;
use crate::flow::value::Value;
use crate::ir::PatId;

/// A variable and a path of fields in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) local: PatId,
    pub(super) fields: Vec<Symbol>,
    /// Only a part of it is written, e.g. an element.
    pub(super) partial: bool,
    /// It stands for every element in turn, so that all parts are written in the end.
    pub(super) each: bool,
    /// What it may be instead: a reference to one thing or another.
    pub(super) or: Vec<Place>,
}

impl Place {
    /// All of a variable.
    pub(super) fn of(local: PatId) -> Place {
        Place { local, fields: Vec::new(), partial: false, each: false, or: Vec::new() }
    }

    /// A field of it.
    pub(super) fn field(mut self, name: Symbol) -> Place {
        self.or = self.or.into_iter().map(|p| p.field(name)).collect();
        // Of an element only a part is written.
        self.each = false;
        if !self.partial {
            self.fields.push(name);
        }
        self
    }

    /// One element of it, or each in turn.
    pub(super) fn element(mut self, each: bool) -> Place {
        self.or = self.or.into_iter().map(|p| p.element(each)).collect();
        self.each = each && !self.partial;
        self.partial = true;
        self
    }

    /// This place or another one.
    pub(super) fn or(mut self, mut other: Place) -> Place {
        let rest = std::mem::take(&mut other.or);
        for place in std::iter::once(other).chain(rest) {
            if self.or.len() < MAX_PLACES && place != (Place { or: Vec::new(), ..self.clone() }) {
                self.or.push(place);
            }
        }
        self
    }

    /// The places that it may be.
    pub(super) fn all(&self) -> impl Iterator<Item = &Place> {
        std::iter::once(self).chain(&self.or)
    }
}

/// Places that one reference may stand for beside the first.
const MAX_PLACES: usize = 7;

/// What each variable holds.
#[derive(Debug, Default)]
pub(super) struct Env {
    held: FxHashMap<PatId, Value>,
    /// What was overwritten, in order.
    log: Vec<(PatId, Option<Value>)>,
}

/// What some code changed.
pub(super) type Changes = FxHashMap<PatId, Value>;

impl Env {
    pub(super) fn get(&self, local: &PatId) -> Option<&Value> {
        self.held.get(local)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        self.held.values()
    }

    pub(super) fn insert(&mut self, local: PatId, value: Value) {
        let old = self.held.insert(local, value);
        self.log.push((local, old));
    }

    /// The state now, to come back to.
    pub(super) fn mark(&self) -> usize {
        self.log.len()
    }

    /// What was changed since the mark, as it is now.
    pub(super) fn changes(&self, mark: usize) -> Changes {
        let mut out = Changes::default();
        for (local, _) in &self.log[mark..] {
            if let (false, Some(value)) = (out.contains_key(local), self.held.get(local)) {
                out.insert(*local, value.clone());
            }
        }
        out
    }

    /// Goes back to the mark; gives what was changed since.
    pub(super) fn rewind(&mut self, mark: usize) -> Changes {
        let mut out = Changes::default();
        for (local, old) in self.log.drain(mark..).rev() {
            let new = match old {
                Some(old) => self.held.insert(local, old),
                None => self.held.remove(&local),
            };
            // The first one met is the last one written.
            if let (false, Some(new)) = (out.contains_key(&local), new) {
                out.insert(local, new);
            }
        }
        out
    }
}

/// Ways that come together, each told by what it changed since they parted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ways {
    count: usize,
    /// For each variable that some way changed what they leave in it, and how many changed it.
    changed: FxHashMap<PatId, (Value, usize)>,
}

impl Ways {
    /// Whether nothing comes here.
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// One more way.
    pub(super) fn add(&mut self, changes: Changes) {
        self.count += 1;
        for (local, value) in changes {
            let entry = self.changed.entry(local).or_insert_with(|| (Value::nothing(), 0));
            entry.1 += 1;
            entry.0 = entry.0.join(&value);
        }
    }

    /// The variables that some way changed.
    pub(super) fn variables(&self) -> Vec<PatId> {
        let mut out: Vec<PatId> = self.changed.keys().copied().collect();
        out.sort_unstable();
        out
    }

    /// Whether the same values come here, however often.
    pub(super) fn same_values(&self, other: &Ways) -> bool {
        let same = |(local, (value, _)): (&PatId, &(Value, usize))| {
            other.changed.get(local).is_some_and(|(known, _)| known == value)
        };
        self.changed.len() == other.changed.len() && self.changed.iter().all(same)
    }

    /// Puts together what the ways leave; `env` is where they parted.
    pub(super) fn meet(self, env: &mut Env) {
        for (local, (value, n)) in self.changed {
            let before = env.get(&local).filter(|_| n < self.count);
            let joined = before.map_or(value.clone(), |before| before.join(&value));
            env.insert(local, joined);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::{FileId, Span};
    use crate::flow::Const;
    use crate::ir::{Pat, PatKind};

    fn constant(n: u128) -> Value {
        Value::constant(Const::Int(Some(n)), Span { file: FileId(0), lo: n as u32, hi: n as u32 + 1 })
    }

    fn variables() -> Vec<PatId> {
        let mut pats = crate::base::Arena::default();
        let span = Span { file: FileId(0), lo: 0, hi: 1 };
        (0..4).map(|_| pats.alloc(Pat { kind: PatKind::Wild, span })).collect()
    }

    /// What each variable holds, the slow way.
    fn all(env: &Env) -> Vec<Option<Value>> {
        variables().iter().map(|v| env.get(v).cloned()).collect()
    }

    proptest! {
        #[test]
        fn ways_meet_as_their_whole_states_do(
            start in prop::collection::vec((0usize..4, 0u128..5), 0..6),
            ways in prop::collection::vec(prop::collection::vec((0usize..4, 0u128..5), 0..6), 1..4),
        ) {
            let variables = variables();
            let write = |env: &mut Env, list: &[(usize, u128)]| {
                list.iter().for_each(|&(v, n)| env.insert(variables[v], constant(n)));
            };
            let mut env = Env::default();
            write(&mut env, &start);
            let (before, mark) = (all(&env), env.mark());
            let (mut meet, mut expected) = (Ways::default(), vec![None::<Value>; 4]);
            for way in &ways {
                write(&mut env, way);
                for (known, now) in expected.iter_mut().zip(all(&env)) {
                    *known = match (known.take(), now) {
                        (Some(a), Some(b)) => Some(a.join(&b)),
                        (a, b) => a.or(b),
                    };
                }
                prop_assert_eq!(env.changes(mark), env.rewind(mark));
                prop_assert_eq!(all(&env), before.clone());
                let seen = { write(&mut env, way); env.rewind(mark) };
                meet.add(seen);
            }
            meet.meet(&mut env);
            prop_assert_eq!(all(&env), expected);
        }
    }
}
