//! Variables, parts of them, and what all of them hold.

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
}

/// What each variable holds.
pub(super) type Env = FxHashMap<PatId, Value>;

/// What was bound before and is not any more.
pub(super) fn before_only<'e>(before: &'e Env, after: &'e Env) -> impl Iterator<Item = (PatId, Value)> + 'e {
    before.iter().filter(|(p, _)| !after.contains_key(p)).map(|(&p, v)| (p, v.clone()))
}

/// Union of what two ways leave behind.
pub(super) fn join_env(mut a: Env, b: &Env) -> Env {
    for (&pat, value) in b {
        match a.entry(pat) {
            std::collections::hash_map::Entry::Occupied(mut entry) => {
                if entry.get() != value {
                    let joined = entry.get().join(value);
                    entry.insert(joined);
                }
            }
            std::collections::hash_map::Entry::Vacant(entry) => drop(entry.insert(value.clone())),
        }
    }
    a
}
